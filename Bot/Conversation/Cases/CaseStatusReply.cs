using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>Sends the status of a case, and again the files that the official sent.</summary>
internal sealed class CaseStatusReply(CaseStore store, CaseFileService files, FileOfferComposer offers, MailOutbox mails)
{
    /// <summary>The case, if the sender of the message submitted it; null if another person did or it does not exist.</summary>
    public Task<CaseWithHistory?> FindForSenderAsync(ITurnContext turn, CaseNumber number, CancellationToken cancellationToken) =>
        store.FindForAskerAsync(number, turn.Activity.ChannelId ?? "", turn.Activity.From?.Id ?? "", cancellationToken);

    /// <summary>Sends the status of a case. For the case of another person the reply is the same as for one that does not exist.</summary>
    public async Task SendStatusAsync(ITurnContext turn, CaseNumber number, Lang lang, CancellationToken cancellationToken)
    {
        if (await FindForSenderAsync(turn, number, cancellationToken) is not { } stored)
        {
            await turn.SendActivityAsync(CaseTexts.NotFound.With(lang, number), cancellationToken: cancellationToken);
            return;
        }

        var known = await SendCardAsync(turn, stored, lang, cancellationToken);
        var sent = (await files.ListSentAsync(stored.Request.CaseNumber, cancellationToken)).Where(file =>
            file.ReplyEventSequence <= known.History[^1].Sequence
        );
        foreach (
            var offer in offers.Compose(
                turn.Activity.GetConversationReference(),
                stored.Request.Asker,
                stored.Request.CaseNumber,
                lang,
                [.. sent]
            )
        )
        {
            await turn.SendActivityAsync(offer, cancellationToken);
        }
    }

    /// <summary>
    /// Shows a case to a person who has proved with a code to have submitted it elsewhere: only once, without the refresh of the card.
    /// </summary>
    public Task SendStatusOnceAsync(ITurnContext turn, CaseWithHistory stored, Lang lang, CancellationToken cancellationToken) =>
        SendCardAsync(turn, stored, lang, cancellationToken, isShownOnce: true);

    /// <summary>The asker's files and later messages; a message that only names the files is left out.</summary>
    private async Task<IReadOnlyList<AskerAddition>> ListAdditionsAsync(
        CaseWithHistory known,
        Lang lang,
        CancellationToken cancellationToken
    )
    {
        var sent = (await files.ListAsync(known.Request.CaseNumber, cancellationToken)).Where(file => file.Origin == FileOrigin.Asker);
        return
        [
            .. sent.Select(file => new AskerAddition(
                DateTimeOffset.FromUnixTimeMilliseconds(file.AddedAt),
                (file.State == FileState.Infected ? CaseCardTexts.RemovedFile : CaseCardTexts.SentFile).With(lang, file.Name)
            )),
            .. known
                .History.Where(entry => entry is { Kind: CaseEventKind.AskerMessage, Text.Length: > 0 } && !NamesOnlyFiles(entry.Text))
                .Select(entry => new AskerAddition(entry.At, entry.Text!)),
        ];
    }

    private static bool NamesOnlyFiles(string text) =>
        Enum.GetValues<Lang>().Any(lang => text.StartsWith(FileTexts.SentFiles.With(lang, ""), StringComparison.Ordinal));

    /// <returns>The case as it was shown.</returns>
    private async Task<CaseWithHistory> SendCardAsync(
        ITurnContext turn,
        CaseWithHistory stored,
        Lang lang,
        CancellationToken cancellationToken,
        bool isShownOnce = false
    )
    {
        var known = await store.HideWaitingAsync(stored, cancellationToken);
        var card = CaseCard.Status(
            known.Request,
            known.LastFromOfficial,
            lang,
            offersActs: !isShownOnce,
            mails.IsEnabled,
            await ListAdditionsAsync(known, lang, cancellationToken)
        );
        if (isShownOnce)
        {
            (card.Content as JsonObject)?.Remove("refresh");
        }

        await turn.SendActivityAsync(
            MessageFactory.Attachment(
                card,
                CaseTexts.StatusSentence.With(lang, known.Request.CaseNumber, CaseTexts.StatusNames[known.Request.Status][lang])
            ),
            cancellationToken
        );
        return known;
    }
}
