using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardInputs;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>The form as displayed on the card. All dictionaries are keyed by field.</summary>
/// <param name="Values">The values as typed, including invalid ones.</param>
/// <param name="Problems">Errors, shown below the field.</param>
/// <param name="Notes">Warnings that do not prevent submission.</param>
/// <param name="Candidates">The choices where a typed value was ambiguous or unknown.</param>
internal sealed record FormView(
    string FormId,
    int Revision,
    Lang Lang,
    RequestFieldList Fields,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, string> Problems,
    IReadOnlyDictionary<string, string> Notes,
    IReadOnlyDictionary<string, IReadOnlyList<FieldChoice>> Candidates
)
{
    public string Value(RequestField field) => Values.GetValueOrDefault(field.Key, "");
}

/// <summary>The request form on one card.</summary>
internal static class RequestFormCard
{
    public static Attachment Build(FormView view)
    {
        List<JsonObject> body = [Heading(RequestTexts.Title[view.Lang])];
        if (view.Problems.Count > 0)
        {
            body.Add(Problem(RequestTexts.ProblemsAbove[view.Lang]));
        }

        foreach (var field in view.Fields.Asked)
        {
            body.Add(Input(view, field));
            if (view.Problems.TryGetValue(field.Key, out var problem))
            {
                body.Add(Problem(problem));
            }
            else if (view.Notes.TryGetValue(field.Key, out var note))
            {
                body.Add(Note(note));
            }
        }

        body.Add(
            Actions(
                Submit(RequestTexts.Continue[view.Lang], CardActions.FormData(CardActions.Form, view.FormId, view.Revision), "positive"),
                SubmitAlone(RequestTexts.Cancel[view.Lang], CardActions.FormData(CardActions.CancelForm, view.FormId, view.Revision))
            )
        );
        return Card(view.Lang.Code(), [.. body]);
    }

    private static JsonObject Input(FormView view, RequestField field) =>
        field.Input switch
        {
            FieldInput.Tick => Tick(
                field.Key,
                field.Label[view.Lang],
                FieldTexts.ConsentStatement[view.Lang],
                view.Value(field) == "true",
                field.MissingText[view.Lang]
            ),
            _ when view.Candidates.TryGetValue(field.Key, out var candidates) => Choice(view, field, "", candidates),
            FieldInput.Choice => Choice(view, field, Chosen(view, field), field.Choices),
            _ => TextInput(
                field.Key,
                field is { IsOptional: true, IsMarkedOptional: true }
                    ? $"{field.Label[view.Lang]} ({RequestTexts.Optional[view.Lang]})"
                    : field.Label[view.Lang],
                view.Value(field),
                !field.IsOptional,
                FieldTexts.Missing[view.Lang],
                field.Input == FieldInput.Paragraph,
                field.InputStyle,
                field.MaxLength
            ),
        };

    /// <summary>The value of the choice that the typed text names, in either language; otherwise the typed text.</summary>
    private static string Chosen(FormView view, RequestField field)
    {
        var typed = view.Value(field);
        return field.Choices.FirstOrDefault(choice => choice.Value == typed || choice.Name.Vi == typed || choice.Name.En == typed)?.Value
            ?? typed;
    }

    private static JsonObject Choice(FormView view, RequestField field, string value, IReadOnlyList<FieldChoice> choices)
    {
        var offered = choices.Select(choice => (choice.Value, Title: choice.Name[view.Lang]));
        return Choose(
            field.Key,
            field.Label[view.Lang],
            value,
            !field.IsOptional,
            FieldTexts.Missing[view.Lang],
            value.Length == 0 || choices.Any(choice => choice.Value == value) ? offered : offered.Append((value, value))
        );
    }
}
