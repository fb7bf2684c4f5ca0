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
/// Handles files that an asker sends: they are added to the open form, to the case whose number is in the message, to the one in which an
/// official waits for information, or to the only open case. Without any open case they are kept for the form that the asker opens next;
/// where a case does not accept them, they are not stored. The reply says which.
/// </summary>
internal sealed class FileHandler(
    InboundFileReceiver inbound,
    CaseFileService files,
    CaseStore store,
    AskerCaseService askerCases,
    TimeProvider time
) : IMessageHandler
{
    public async Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (!InboundFileReceiver.HasFiles(message.Chat.Turn.Activity))
        {
            return false;
        }

        var isTextHandled = await AcceptFilesAsync(message.Chat, message.Text, cancellationToken);
        if (!isTextHandled && (message.Text.Length > 0 || message.Chat.Turn.Activity.Value is not null))
        {
            return false; // What was typed or clicked is left to the next handlers.
        }

        message.InterruptsDialog = message.WaitingDialog is not null;
        return true;
    }

    /// <returns>True when the text of the message was handled together with the files.</returns>
    private async Task<bool> AcceptFilesAsync(Chat chat, string text, CancellationToken cancellationToken)
    {
        var activity = chat.Turn.Activity;
        if (activity.ChannelId == ChannelIds.Msteams && activity.IsInGroup())
        {
            return await SendLinesAsync(chat, [FileTexts.NotSupportedInGroup[chat.Language]], includesText: false, cancellationToken);
        }

        if (RequestDialog.GetFormFiles(chat.Dialogs) is { } formFiles)
        {
            var receipts = await inbound.ReceiveAsync(activity, files.Options.MaxFilesPerSide - formFiles.Count, cancellationToken);
            RequestDialog.AttachFiles(chat.Dialogs, StoredFiles(receipts));
            return await SendLinesAsync(chat, ReceiptTexts(chat, receipts, FileTexts.AddedToForm), includesText: false, cancellationToken);
        }

        var caseMessage = CaseMessage.Read(text);
        var (target, refusal) = await FindTargetCaseAsync(chat, caseMessage, cancellationToken);
        if (target is null && refusal is not null)
        {
            inbound.Discard(activity);
            return await SendLinesAsync(chat, [refusal], includesText: caseMessage is not null, cancellationToken);
        }

        if (target is null)
        {
            await HoldAsync(chat, cancellationToken);
            return false;
        }

        return await AddAsync(
            chat,
            target.Value,
            caseMessage is null ? text : (caseMessage as CaseMessage.AddText)?.Text ?? "",
            cancellationToken
        );
    }

    /// <summary>Keeps files that belong to no request yet, for the form that the asker opens next.</summary>
    private async Task HoldAsync(Chat chat, CancellationToken cancellationToken)
    {
        var held = chat.Memory.HeldFiles;
        var receipts = await inbound.ReceiveAsync(chat.Turn.Activity, files.Options.MaxFilesPerSide - held.Count, cancellationToken);
        held.AddRange(StoredFiles(receipts));
        var message = MessageFactory.Text(string.Join('\n', ReceiptTexts(chat, receipts, FileTexts.HeldForForm)));
        message.TextFormat = TextFormatTypes.Plain;
        message.SuggestedActions = MessageFactory.SuggestedActions([ChatTexts.SendRequest[chat.Language]]).SuggestedActions;
        await chat.Turn.SendActivityAsync(message, cancellationToken);
    }

    /// <summary>Adds the files and the text of the message to a case: both or, when the case does not accept them, neither.</summary>
    private async Task<bool> AddAsync(Chat chat, CaseNumber target, string text, CancellationToken cancellationToken)
    {
        var (activity, lang) = (chat.Turn.Activity, chat.Language);
        var asker = Asker.From(activity);
        var act = await askerCases.AddMessageAsync(
            target,
            asker,
            text.Length > 0 ? text : FileTexts.SentFiles[chat.Language],
            cancellationToken
        );
        if (act is not AskerActResult.Decided { CaseNumber: var number })
        {
            inbound.Discard(activity);
            return await SendLinesAsync(chat, [RefusalText(chat.Language, act, text)], includesText: true, cancellationToken);
        }

        var receipts = await inbound.ReceiveAsync(
            activity,
            await files.CountRemainingAsync(number, FileOrigin.Asker, cancellationToken),
            cancellationToken
        );
        var stored = StoredFiles(receipts);
        if (text.Length == 0 && stored.Count > 0)
        {
            var names = FileTexts.SentFiles.With(chat.Language, string.Join(", ", stored.Select(file => file.Name)));
            act = await askerCases.AddMessageAsync(target, asker, names, cancellationToken);
        }

        if (act is not AskerActResult.Decided decided)
        {
            return await SendLinesAsync(chat, [RefusalText(chat.Language, act, text)], includesText: true, cancellationToken);
        }

        if (text.Length > 0 || stored.Count > 0)
        {
            chat.Turn.AddEffect(decided.Effect);
        }

        if (stored.Count > 0)
        {
            chat.Turn.AddEffect(new AddCaseFilesEffect(decided.CaseNumber, stored, time.GetUtcNow()));
        }

        var lines = ReceiptTexts(chat, receipts, FileTexts.AddedToCase, decided.CaseNumber);
        return await SendLinesAsync(
            chat,
            text.Length > 0 && stored.Count == 0 ? [.. lines, FileTexts.OnlyTextAdded.With(chat.Language, decided.CaseNumber)] : lines,
            includesText: true,
            cancellationToken
        );
    }

    /// <summary>Why neither the files nor the text were added.</summary>
    private static string RefusalText(Lang lang, AskerActResult act, string text) =>
        act switch
        {
            AskerActResult.Refused { Reason: Refusal.TextTooLong tooLong, Request: var request } => FileTexts.TextTooLong.With(
                lang,
                request.CaseNumber,
                LocalFormat.Number(text.Length, lang),
                LocalFormat.Number(tooLong.MaxLength, lang)
            ),
            AskerActResult.Refused refused => FileTexts.NotAccepted.With(
                lang,
                refused.Request.CaseNumber,
                CaseTexts.StatusNames[refused.Request.Status][lang]
            ),
            _ => FileTexts.NoRequest[lang],
        };

    /// <summary>The case to add the files to, or why none accepts them; neither when the asker has no open case.</summary>
    private async Task<(CaseNumber? Number, string? RefusalText)> FindTargetCaseAsync(
        Chat chat,
        CaseMessage? caseMessage,
        CancellationToken cancellationToken
    )
    {
        var (activity, lang) = (chat.Turn.Activity, chat.Language);
        switch (caseMessage)
        {
            case CaseMessage.InvalidNumber:
                return (null, CaseTexts.NumberUnreadable[chat.Language]);
            case CaseMessage.AddText add:
                return (add.Number, null);
            case CaseMessage.AskStatus status:
                return (status.Number, null);
            case CaseMessage.Withdraw:
                return (null, FileTexts.NotAllowedWithWithdrawal[chat.Language]);
        }

        var open = await store.ListOpenForAskerAsync(activity.ChannelId ?? "", activity.From?.Id ?? "", cancellationToken);
        var waiting = open.Where(r => r.Status == CaseStatus.WaitingForAsker).ToList();
        return (waiting.Count, open.Count) switch
        {
            (1, _) => (Number(waiting[0]), null),
            (0, 1) => (Number(open[0]), null),
            (0, 0) => (null, null),
            _ => (null, FileTexts.WhichCase.With(chat.Language, open[0].CaseNumber)),
        };

        static CaseNumber? Number(SupportRequest request) => CaseNumber.TryParse(request.CaseNumber, out var number) ? number : null;
    }

    private IEnumerable<string> ReceiptTexts(
        Chat chat,
        IReadOnlyList<FileReceipt> receipts,
        LocalizedText acceptedText,
        string? caseNumber = null
    )
    {
        foreach (var receipt in receipts)
        {
            yield return receipt switch
            {
                FileReceipt.Accepted { File: var file } => acceptedText.With(chat.Language, file.Name, caseNumber),
                _ => FileRefusalTexts.Explain((FileReceipt.Refused)receipt, chat.Language, files.Options),
            };
        }

        if (files.IsScanningEnabled && receipts.Any(receipt => receipt is FileReceipt.Accepted))
        {
            yield return FileTexts.ScanNotice[chat.Language];
        }
    }

    private static List<StoredFile> StoredFiles(IReadOnlyList<FileReceipt> receipts) =>
        [.. receipts.OfType<FileReceipt.Accepted>().Select(taken => taken.File)];

    private static async Task<bool> SendLinesAsync(
        Chat chat,
        IEnumerable<string> lines,
        bool includesText,
        CancellationToken cancellationToken
    )
    {
        var message = MessageFactory.Text(string.Join('\n', lines));
        message.TextFormat = TextFormatTypes.Plain;
        await chat.Turn.SendActivityAsync(message, cancellationToken);
        return includesText;
    }
}
