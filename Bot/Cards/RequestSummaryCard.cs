using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>The summary of a request before it is submitted, with buttons to send, edit and cancel.</summary>
internal static class RequestSummaryCard
{
    /// <param name="rows">Label and value, in the order of the form.</param>
    /// <param name="notes">Warnings that do not prevent submission.</param>
    public static Attachment Build(
        string formId,
        int revision,
        Lang lang,
        IEnumerable<(string Label, string Value)> rows,
        IEnumerable<string> notes
    )
    {
        return WithRefreshAction(
            Card(
                lang.Code(),
                [
                    Heading(RequestTexts.SummaryTitle[lang]),
                    .. rows.Select(row => LabeledValue(row.Label, row.Value)),
                    .. notes.Select(WarningText),
                    Actions(
                        Execute(RequestTexts.Send[lang], CardActions.FormData(CardActions.ConfirmForm, formId, revision), "positive"),
                        Execute(RequestTexts.Edit[lang], CardActions.FormData(CardActions.EditForm, formId, revision)),
                        Execute(RequestTexts.Cancel[lang], CardActions.FormData(CardActions.CancelForm, formId, revision))
                    ),
                ]
            ),
            RequestTexts.SummaryTitle[lang],
            CardActions.ShowSubmittedFormData(formId)
        );
    }
}
