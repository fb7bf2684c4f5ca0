using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>What a message with files still asks for.</summary>
internal enum FilesHeard
{
    /// <summary>There were none.</summary>
    None,

    /// <summary>The files were dealt with; what was typed is a message like any other.</summary>
    TextIsLeft,

    /// <summary>The words went with the files.</summary>
    All,
}

/// <summary>
/// Files that an asker sends: they belong to the form that is being filled in, to the case whose number stands in the message, to the one
/// for which an official waits, or to the only open one. A file that belongs nowhere is not kept, and that is said.
/// </summary>
internal sealed class ChatFiles(InboundFiles inbound, CaseFiles files, RequestStore store, AskerCases askers, TimeProvider time)
{
    public async Task<FilesHeard> HearAsync(Chat chat, CancellationToken cancellationToken)
    {
        var activity = chat.Turn.Activity;
        if (!InboundFiles.Has(activity))
        {
            return FilesHeard.None;
        }

        if (activity.ChannelId == ChannelIds.Msteams && activity.IsInGroup())
        {
            return await SayAsync(chat, [FileTexts.NotInGroup[chat.Language]], FilesHeard.TextIsLeft, cancellationToken);
        }

        if (RequestDialog.FilesOf(chat.Dialogs) is { } ofForm)
        {
            var taken = await inbound.TakeAsync(activity, files.Limits.PerCase - ofForm.Count, cancellationToken);
            RequestDialog.Attach(chat.Dialogs, Taken(taken));
            return await SayAsync(chat, Words(chat, taken, FileTexts.TakenForForm), FilesHeard.TextIsLeft, cancellationToken);
        }

        var text = (activity.Text ?? "").Trim();
        var about = CaseMessage.Read(text);
        var (target, refusal) = await TargetAsync(chat, about, cancellationToken);
        return target is null
            ? await SayAsync(chat, [refusal!], about is null ? FilesHeard.TextIsLeft : FilesHeard.All, cancellationToken)
            : await AddAsync(chat, target.Value, about is null ? text : (about as CaseMessage.Add)?.Text ?? "", cancellationToken);
    }

    /// <summary>Adds the files and the words with them to a case: both or, when the case does not take them, neither.</summary>
    private async Task<FilesHeard> AddAsync(Chat chat, CaseNumber target, string words, CancellationToken cancellationToken)
    {
        var (activity, lang) = (chat.Turn.Activity, chat.Language);
        var asker = Asker.From(activity);
        var act = await askers.AddMessageAsync(
            target,
            asker,
            words.Length > 0 ? words : FileTexts.SentFiles[chat.Language],
            cancellationToken
        );
        if (act is not AskerAct.Decided { CaseNumber: var number })
        {
            return await SayAsync(chat, [Refusal(chat.Language, act, words)], FilesHeard.All, cancellationToken);
        }

        var receipts = await inbound.TakeAsync(
            activity,
            await files.RoomAsync(number, FileOrigin.Asker, cancellationToken),
            cancellationToken
        );
        var stored = Taken(receipts);
        if (words.Length == 0 && stored.Count > 0)
        {
            var names = FileTexts.SentFiles.With(chat.Language, string.Join(", ", stored.Select(file => file.Name)));
            act = await askers.AddMessageAsync(target, asker, names, cancellationToken);
        }

        if (act is not AskerAct.Decided decided)
        {
            return await SayAsync(chat, [Refusal(chat.Language, act, words)], FilesHeard.All, cancellationToken);
        }

        if (words.Length > 0 || stored.Count > 0)
        {
            chat.Turn.AddEffect(decided.Effect);
        }

        if (stored.Count > 0)
        {
            chat.Turn.AddEffect(new AddCaseFiles(decided.CaseNumber, stored, time.GetUtcNow()));
        }

        var lines = Words(chat, receipts, FileTexts.AddedToCase, decided.CaseNumber);
        return await SayAsync(
            chat,
            words.Length > 0 && stored.Count == 0 ? [.. lines, FileTexts.WordsAdded.With(chat.Language, decided.CaseNumber)] : lines,
            FilesHeard.All,
            cancellationToken
        );
    }

    /// <summary>Why neither the files nor the words with them were added.</summary>
    private static string Refusal(Lang lang, AskerAct act, string words) =>
        act switch
        {
            AskerAct.Refused { Reason: Refusal.TextTooLong tooLong, Request: var request } => FileTexts.WordsTooLong.With(
                lang,
                request.CaseNumber,
                LocalFormat.Number(words.Length, lang),
                LocalFormat.Number(tooLong.Max, lang)
            ),
            AskerAct.Refused refused => FileTexts.NotTaken.With(
                lang,
                refused.Request.CaseNumber,
                CaseTexts.Statuses[refused.Request.Status][lang]
            ),
            _ => FileTexts.NoCase[lang],
        };

    /// <summary>The case that files go to, or what is said when there is none.</summary>
    private async Task<(CaseNumber? Number, string? Refusal)> TargetAsync(
        Chat chat,
        CaseMessage? about,
        CancellationToken cancellationToken
    )
    {
        var (activity, lang) = (chat.Turn.Activity, chat.Language);
        switch (about)
        {
            case CaseMessage.Unreadable:
                return (null, CaseTexts.NumberUnreadable[chat.Language]);
            case CaseMessage.Add add:
                return (add.Number, null);
            case CaseMessage.Status status:
                return (status.Number, null);
            case CaseMessage.Withdraw:
                return (null, FileTexts.NotWithWithdrawal[chat.Language]);
        }

        var open = await store.ListOpenForAskerAsync(activity.ChannelId ?? "", activity.From?.Id ?? "", cancellationToken);
        var waiting = open.Where(r => r.Status == RequestStatus.WaitingForAsker).ToList();
        return (waiting.Count, open.Count) switch
        {
            (1, _) => (Number(waiting[0]), null),
            (0, 1) => (Number(open[0]), null),
            (0, 0) => (null, FileTexts.NoCase[chat.Language]),
            _ => (null, FileTexts.WhichCase.With(chat.Language, open[0].CaseNumber)),
        };

        static CaseNumber? Number(SupportRequest request) => CaseNumber.TryParse(request.CaseNumber, out var number) ? number : null;
    }

    private IEnumerable<string> Words(Chat chat, IReadOnlyList<FileReceipt> receipts, LocalizedText taken, string? caseNumber = null)
    {
        foreach (var receipt in receipts)
        {
            yield return receipt switch
            {
                FileReceipt.Taken { File: var file } => taken.With(chat.Language, file.Name, caseNumber),
                _ => FileRefusalTexts.Of((FileReceipt.Refused)receipt, chat.Language, files.Limits),
            };
        }

        if (files.AreScanned && receipts.Any(receipt => receipt is FileReceipt.Taken))
        {
            yield return FileTexts.ScannedFirst[chat.Language];
        }
    }

    private static List<StoredFile> Taken(IReadOnlyList<FileReceipt> receipts) =>
        [.. receipts.OfType<FileReceipt.Taken>().Select(taken => taken.File)];

    private static async Task<FilesHeard> SayAsync(
        Chat chat,
        IEnumerable<string> lines,
        FilesHeard heard,
        CancellationToken cancellationToken
    )
    {
        var message = MessageFactory.Text(string.Join('\n', lines));
        message.TextFormat = TextFormatTypes.Plain;
        await chat.Turn.SendActivityAsync(message, cancellationToken);
        return heard;
    }
}
