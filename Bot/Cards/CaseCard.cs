using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>Requests that were sent.</summary>
internal static class CaseCard
{
    /// <summary>The status of one case, with the official's last words.</summary>
    /// <param name="offersWithdrawal">Shows a button to withdraw the case while that is possible.</param>
    public static Attachment Status(SupportRequest request, RequestEvent? lastFromOfficial, Lang lang, bool offersWithdrawal = false)
    {
        var texts = CaseTexts.For(lang);
        List<JsonObject> body =
        [
            Heading(request.CaseNumber),
            Fact(texts.State, texts.Statuses[request.Status]),
            Fact(texts.SentOn, Say.Moment(request.SubmittedAt, lang)),
            Fact(texts.ChangedOn, Say.Moment(request.ChangedAt, lang)),
        ];
        if (request.Facts.Kind is { } kind)
        {
            body.Add(Fact(texts.Kind, RequestTexts.For(lang).Kinds[kind]));
        }

        if (lastFromOfficial?.Text is { Length: > 0 } said)
        {
            body.Add(Fact(lastFromOfficial.Kind == RequestEventKind.AskedBack ? texts.AskedBack : texts.LastReply, said));
        }

        if (offersWithdrawal && RequestRules.CanWithdraw(request.Status))
        {
            body.Add(Actions(Submit(texts.WithdrawButton, CardActions.SayData(texts.WithdrawCommand.With(request.CaseNumber)))));
        }

        return Refreshed(Card(lang.Code(), [.. body]), request.CaseNumber, CardActions.CaseData(request.CaseNumber));
    }

    /// <summary>An asker's cases, each with a button to see it.</summary>
    public static Attachment List(IReadOnlyList<SupportRequest> requests, Lang lang)
    {
        var texts = CaseTexts.For(lang);
        return Card(
            lang.Code(),
            [
                Heading(texts.YourCases),
                .. requests.SelectMany(request =>
                    new[]
                    {
                        Actions(Submit(request.CaseNumber, CardActions.CaseData(request.CaseNumber))),
                        Small(texts.Statuses[request.Status]),
                    }
                ),
            ]
        );
    }
}
