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
    private const string ConsentId = "consent";

    /// <summary>The status of one case, with the official's last message.</summary>
    /// <param name="offersWithdrawal">Shows a button to withdraw the case while that is possible.</param>
    public static Attachment Status(SupportRequest request, CaseEvent? lastFromOfficial, Lang lang, bool offersWithdrawal = false)
    {
        List<JsonObject> body =
        [
            Heading(request.CaseNumber),
            LabeledValue(CaseTexts.StatusLabel[lang], CaseTexts.StatusNames[request.Status][lang]),
            LabeledValue(CaseTexts.SubmittedAtLabel[lang], LocalFormat.Moment(request.SubmittedAt, lang)),
            LabeledValue(CaseTexts.UpdatedAtLabel[lang], LocalFormat.Moment(request.ChangedAt, lang)),
        ];
        if (request.Facts.Kind is { } kind)
        {
            body.Add(LabeledValue(CaseTexts.KindLabel[lang], FieldTexts.KindNames[kind][lang]));
        }

        if (lastFromOfficial?.Text is { Length: > 0 } message)
        {
            body.Add(
                LabeledValue(
                    lastFromOfficial.Kind == CaseEventKind.AskedBack
                        ? CaseTexts.MoreInformationNeeded[lang]
                        : CaseTexts.LastReplyLabel[lang],
                    message
                )
            );
        }

        if (ConsentTexts.ComposeCopies(request.Facts, lang) is { Count: > 0 } copies)
        {
            body.Add(Actions(Toggle(CaseTexts.ConsentCopy[lang], ConsentId)));
            body.Add(Container(ConsentId, isVisible: false, [.. copies.Select(SmallText)]));
        }

        if (offersWithdrawal && CaseRules.CanWithdraw(request.Status))
        {
            body.Add(
                Actions(
                    Submit(
                        CaseTexts.WithdrawButton[lang],
                        CardActions.CommandData(CaseTexts.WithdrawCommand.With(lang, request.CaseNumber))
                    )
                )
            );
        }

        return WithRefreshAction(Card(lang.Code(), [.. body]), request.CaseNumber, CardActions.ShowCaseData(request.CaseNumber));
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
                        Actions(Submit(request.CaseNumber, CardActions.ShowCaseData(request.CaseNumber))),
                        SmallText(CaseTexts.StatusNames[request.Status][lang]),
                    }
                ),
            ]
        );
    }
}
