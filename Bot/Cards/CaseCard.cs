using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>Cards about submitted requests.</summary>
internal static class CaseCard
{
    /// <summary>The status of one case, with the official's last message.</summary>
    /// <param name="offersWithdrawal">Shows a button to withdraw the case while that is possible.</param>
    public static Attachment Status(SupportRequest request, CaseEvent? lastFromOfficial, Lang lang, bool offersWithdrawal = false)
    {
        List<JsonObject> body =
        [
            Heading(request.CaseNumber),
            Fact(CaseTexts.State[lang], CaseTexts.Statuses[request.Status][lang]),
            Fact(CaseTexts.SentOn[lang], LocalFormat.Moment(request.SubmittedAt, lang)),
            Fact(CaseTexts.ChangedOn[lang], LocalFormat.Moment(request.ChangedAt, lang)),
        ];
        if (request.Facts.Kind is { } kind)
        {
            body.Add(Fact(CaseTexts.Kind[lang], FieldTexts.Kinds[kind][lang]));
        }

        if (lastFromOfficial?.Text is { Length: > 0 } said)
        {
            body.Add(Fact(lastFromOfficial.Kind == CaseEventKind.AskedBack ? CaseTexts.AskedBack[lang] : CaseTexts.LastReply[lang], said));
        }

        if (offersWithdrawal && CaseRules.CanWithdraw(request.Status))
        {
            body.Add(
                Actions(
                    Submit(CaseTexts.WithdrawButton[lang], CardActions.SayData(CaseTexts.WithdrawCommand.With(lang, request.CaseNumber)))
                )
            );
        }

        return Refreshed(Card(lang.Code(), [.. body]), request.CaseNumber, CardActions.CaseData(request.CaseNumber));
    }

    /// <summary>An asker's cases, each with a button to see it.</summary>
    public static Attachment List(IReadOnlyList<SupportRequest> requests, Lang lang)
    {
        return Card(
            lang.Code(),
            [
                Heading(CaseTexts.YourCases[lang]),
                .. requests.SelectMany(request =>
                    new[]
                    {
                        Actions(Submit(request.CaseNumber, CardActions.CaseData(request.CaseNumber))),
                        Small(CaseTexts.Statuses[request.Status][lang]),
                    }
                ),
            ]
        );
    }
}
