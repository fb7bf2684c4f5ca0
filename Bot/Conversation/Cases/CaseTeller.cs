using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>Says where a case stands, and hands over once more what its official sent.</summary>
internal sealed class CaseTeller(CaseStore store, CaseFiles files, FileOffers offers)
{
    /// <summary>The case for the person who sent it; null for anybody else, and when there is none.</summary>
    public Task<CaseWithHistory?> FindOwnAsync(ITurnContext turn, CaseNumber number, CancellationToken cancellationToken) =>
        store.FindForAskerAsync(number, turn.Activity.ChannelId ?? "", turn.Activity.From?.Id ?? "", cancellationToken);

    /// <summary>Says where one case stands. A case of somebody else is as little known as one that does not exist.</summary>
    public async Task TellAsync(ITurnContext turn, CaseNumber number, Lang lang, CancellationToken cancellationToken)
    {
        if (await FindOwnAsync(turn, number, cancellationToken) is not { } found)
        {
            await turn.SendActivityAsync(CaseTexts.NotFound.With(lang, number), cancellationToken: cancellationToken);
            return;
        }

        await ShowAsync(turn, found, lang, cancellationToken);
        var sent = await files.ListSentAsync(found.Request.CaseNumber, cancellationToken);
        foreach (
            var offer in offers.Compose(turn.Activity.GetConversationReference(), found.Request.Asker, found.Request.CaseNumber, lang, sent)
        )
        {
            await turn.SendActivityAsync(offer, cancellationToken);
        }
    }

    /// <summary>Shows a case to somebody who has proved to be its asker elsewhere: this once, and without a way to look again.</summary>
    public static Task ShowOnceAsync(ITurnContext turn, CaseWithHistory found, Lang lang, CancellationToken cancellationToken) =>
        ShowAsync(turn, found, lang, cancellationToken, isOnce: true);

    private static async Task ShowAsync(
        ITurnContext turn,
        CaseWithHistory found,
        Lang lang,
        CancellationToken cancellationToken,
        bool isOnce = false
    )
    {
        var lastFromOfficial = found.History.LastOrDefault(entry =>
            entry.Kind is CaseEventKind.Replied or CaseEventKind.AskedBack or CaseEventKind.Closed
        );
        var card = CaseCard.Status(found.Request, lastFromOfficial, lang, offersWithdrawal: !isOnce);
        if (isOnce)
        {
            (card.Content as JsonObject)?.Remove("refresh");
        }

        await turn.SendActivityAsync(
            MessageFactory.Attachment(
                card,
                CaseTexts.Status.With(lang, found.Request.CaseNumber, CaseTexts.Statuses[found.Request.Status][lang])
            ),
            cancellationToken
        );
    }
}
