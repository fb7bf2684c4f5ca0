using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardInputs;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>A form as the card shows it. All values are by the field's key.</summary>
/// <param name="Values">As typed; kept whatever is wrong with them.</param>
/// <param name="Problems">What must be corrected, shown below the field.</param>
/// <param name="Notes">What is worth a second look but may stay.</param>
/// <param name="Candidates">What to choose from where a typed value was ambiguous or unknown.</param>
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

/// <summary>The whole request on one card.</summary>
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

    /// <summary>The choice that was typed, in either language; words of the asker's own stay among the choices.</summary>
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
