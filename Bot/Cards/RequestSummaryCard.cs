using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>What will be sent, to be looked over, with the ways to send, edit and cancel.</summary>
internal static class RequestSummaryCard
{
    /// <param name="rows">Label and value, in the order of the form.</param>
    /// <param name="notes">What is worth a second look.</param>
    public static Attachment Build(
        string formId,
        int revision,
        Lang lang,
        IEnumerable<(string Label, string Value)> rows,
        IEnumerable<string> notes
    )
    {
        var texts = RequestTexts.For(lang);
        return Refreshed(
            Card(
                lang.Code(),
                [
                    Heading(texts.SummaryTitle),
                    .. rows.Select(row => Fact(row.Label, row.Value)),
                    .. notes.Select(Note),
                    Actions(
                        Execute(texts.Send, CardActions.FormData(CardActions.Confirm, formId, revision), "positive"),
                        Execute(texts.Edit, CardActions.FormData(CardActions.Edit, formId, revision)),
                        Execute(texts.Cancel, CardActions.FormData(CardActions.CancelForm, formId, revision))
                    ),
                ]
            ),
            texts.SummaryTitle,
            CardActions.SummaryData(formId)
        );
    }
}
