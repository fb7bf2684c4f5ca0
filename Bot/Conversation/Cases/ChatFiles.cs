using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Requests;
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
internal sealed class ChatFiles(InboundFiles inbound, CaseFiles files, RequestStore store, TimeProvider time)
{
    public async Task<FilesHeard> HearAsync(Chat chat, CancellationToken cancellationToken)
    {
        var activity = chat.Turn.Activity;
        if (!InboundFiles.Has(activity))
        {
            return FilesHeard.None;
        }

        var texts = FileTexts.For(chat.Language);
        if (activity.ChannelId == ChannelIds.Msteams && activity.IsInGroup())
        {
            return await SayAsync(chat, [texts.NotInGroup], FilesHeard.TextIsLeft, cancellationToken);
        }

        if (RequestDialog.FilesOf(chat.Dialogs) is { } ofForm)
        {
            var taken = await inbound.TakeAsync(activity, files.Limits.PerCase - ofForm.Count, cancellationToken);
            RequestDialog.Attach(chat.Dialogs, Taken(taken));
            return await SayAsync(chat, Words(chat, taken, texts.TakenForForm), FilesHeard.TextIsLeft, cancellationToken);
        }

        var said = (activity.Text ?? "").Trim();
        var about = CaseMessage.Read(said);
        var (target, refusal) = await TargetAsync(chat, about, cancellationToken);
        if (target is null)
        {
            return await SayAsync(chat, [refusal!], about is null ? FilesHeard.TextIsLeft : FilesHeard.All, cancellationToken);
        }

        var receipts = await inbound.TakeAsync(
            activity,
            await files.RoomAsync(target, FileOrigin.Asker, cancellationToken),
            cancellationToken
        );
        var stored = Taken(receipts);
        var words = about is null ? said : about.Text ?? "";
        if (stored.Count > 0 || words.Length > 0)
        {
            var text = words.Length > 0 ? words : texts.SentFiles.With(string.Join(", ", stored.Select(file => file.Name)));
            chat.Turn.AddEffect(new AddAskerMessage(target, Asker.From(activity), text, time.GetUtcNow()));
        }

        if (stored.Count > 0)
        {
            chat.Turn.AddEffect(new AddCaseFiles(target, stored, time.GetUtcNow()));
        }

        return await SayAsync(chat, Words(chat, receipts, texts.AddedToCase, target), FilesHeard.All, cancellationToken);
    }

    /// <summary>The case that files go to, or what is said when there is none.</summary>
    private async Task<(string? CaseNumber, string? Refusal)> TargetAsync(
        Chat chat,
        CaseMessage? about,
        CancellationToken cancellationToken
    )
    {
        var (activity, texts) = (chat.Turn.Activity, FileTexts.For(chat.Language));
        var (channel, user) = (activity.ChannelId ?? "", activity.From?.Id ?? "");
        if (about is { Number: null })
        {
            return (null, CaseTexts.For(chat.Language).NumberUnreadable);
        }

        if (about is { Number: { } number })
        {
            return (await OfAskerAsync(number, channel, user, cancellationToken), texts.NoCase);
        }

        var open = (await store.ListForAskerAsync(channel, user, 50, cancellationToken))
            .Where(r =>
                r.Status is not (RequestStatus.Closed or RequestStatus.Forwarded or RequestStatus.Merged or RequestStatus.Withdrawn)
            )
            .ToList();
        var waiting = open.Where(r => r.Status == RequestStatus.WaitingForAsker).ToList();
        return (waiting.Count, open.Count) switch
        {
            (1, _) => (waiting[0].CaseNumber, null),
            (0, 1) => (open[0].CaseNumber, null),
            (0, 0) => (null, texts.NoCase),
            _ => (null, texts.WhichCase.With((waiting.Count > 0 ? waiting : open)[0].CaseNumber)),
        };
    }

    /// <summary>The asker's case of this number, or the one it goes on in.</summary>
    private async Task<string?> OfAskerAsync(CaseNumber number, string channel, string user, CancellationToken cancellationToken)
    {
        while (
            await store.FindForAskerAsync(number, channel, user, cancellationToken)
                is { Request.Status: not RequestStatus.Withdrawn } stored
        )
        {
            if (stored.Request.Status != RequestStatus.Merged || !CaseNumber.TryParse(stored.History[^1].Detail, out number))
            {
                return stored.Request.CaseNumber;
            }
        }

        return null;
    }

    private IEnumerable<string> Words(Chat chat, IReadOnlyList<FileReceipt> receipts, string taken, string? caseNumber = null)
    {
        foreach (var receipt in receipts)
        {
            yield return receipt switch
            {
                FileReceipt.Taken { File: var file } => taken.With(file.Name, caseNumber),
                _ => FileWords.Of((FileReceipt.Refused)receipt, chat.Language, files.Limits),
            };
        }

        if (files.AreScanned && receipts.Any(receipt => receipt is FileReceipt.Taken))
        {
            yield return FileTexts.For(chat.Language).ScannedFirst;
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
