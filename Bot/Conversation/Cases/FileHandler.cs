using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>
/// Files that an asker sends: they belong to the open form, to the case whose number is in the message, to the one for which an official
/// waits, or to the only open one. A file that belongs nowhere is not kept, and the reply says so.
/// </summary>
internal sealed class FileHandler(InboundFiles inbound, CaseFiles files, CaseStore store, AskerCaseService askers, TimeProvider time)
    : IMessageHandler
{
    public async Task<bool> TryAsync(Inbound message, CancellationToken cancellationToken)
    {
        if (!InboundFiles.Has(message.Chat.Turn.Activity))
        {
            return false;
        }

        if (!await TakeAsync(message.Chat, message.Text, cancellationToken) && message.Text.Length > 0)
        {
            return false;
        }

        message.Interrupts = message.Waiting is not null;
        return true;
    }

    /// <returns>Whether the words of the message went with the files.</returns>
    private async Task<bool> TakeAsync(Chat chat, string text, CancellationToken cancellationToken)
    {
        var activity = chat.Turn.Activity;
        if (activity.ChannelId == ChannelIds.Msteams && activity.IsInGroup())
        {
            return await SayAsync(chat, [FileTexts.NotInGroup[chat.Language]], withWords: false, cancellationToken);
        }

        if (RequestDialog.FilesOf(chat.Dialogs) is { } ofForm)
        {
            var taken = await inbound.TakeAsync(activity, files.Limits.PerCase - ofForm.Count, cancellationToken);
            RequestDialog.Attach(chat.Dialogs, Taken(taken));
            return await SayAsync(chat, Words(chat, taken, FileTexts.TakenForForm), withWords: false, cancellationToken);
        }

        var about = CaseMessage.Read(text);
        var (target, refusal) = await TargetAsync(chat, about, cancellationToken);
        return target is null
            ? await SayAsync(chat, [refusal!], withWords: about is not null, cancellationToken)
            : await AddAsync(chat, target.Value, about is null ? text : (about as CaseMessage.Add)?.Text ?? "", cancellationToken);
    }

    /// <summary>Adds the files and the words with them to a case: both or, when the case does not take them, neither.</summary>
    private async Task<bool> AddAsync(Chat chat, CaseNumber target, string words, CancellationToken cancellationToken)
    {
        var (activity, lang) = (chat.Turn.Activity, chat.Language);
        var asker = Asker.From(activity);
        var act = await askers.AddMessageAsync(
            target,
            asker,
            words.Length > 0 ? words : FileTexts.SentFiles[chat.Language],
            cancellationToken
        );
        if (act is not AskerActResult.Decided { CaseNumber: var number })
        {
            return await SayAsync(chat, [Refusal(chat.Language, act, words)], withWords: true, cancellationToken);
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

        if (act is not AskerActResult.Decided decided)
        {
            return await SayAsync(chat, [Refusal(chat.Language, act, words)], withWords: true, cancellationToken);
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
            withWords: true,
            cancellationToken
        );
    }

    /// <summary>Why neither the files nor the words with them were added.</summary>
    private static string Refusal(Lang lang, AskerActResult act, string words) =>
        act switch
        {
            AskerActResult.Refused { Reason: Refusal.TextTooLong tooLong, Request: var request } => FileTexts.WordsTooLong.With(
                lang,
                request.CaseNumber,
                LocalFormat.Number(words.Length, lang),
                LocalFormat.Number(tooLong.Max, lang)
            ),
            AskerActResult.Refused refused => FileTexts.NotTaken.With(
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
        var waiting = open.Where(r => r.Status == CaseStatus.WaitingForAsker).ToList();
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

    private static async Task<bool> SayAsync(Chat chat, IEnumerable<string> lines, bool withWords, CancellationToken cancellationToken)
    {
        var message = MessageFactory.Text(string.Join('\n', lines));
        message.TextFormat = TextFormatTypes.Plain;
        await chat.Turn.SendActivityAsync(message, cancellationToken);
        return withWords;
    }
}
