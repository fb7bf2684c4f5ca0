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
/// <param name="Candidates">The choices that are offered because a typed value was ambiguous or unknown.</param>
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
    public string GetValue(RequestField field) => Values.GetValueOrDefault(field.Key, "");
}

/// <summary>The request form on one card.</summary>
internal static class RequestFormCard
{
    public static Attachment Build(FormView view)
    {
        List<JsonObject> body = [Heading(RequestTexts.Title[view.Lang])];
        if (view.Problems.Count > 0)
        {
            body.Add(ErrorText(RequestTexts.CorrectionNeeded[view.Lang]));
        }

        foreach (var field in view.Fields.InputFields)
        {
            body.Add(BuildInput(view, field));
            if (view.Problems.TryGetValue(field.Key, out var problem))
            {
                body.Add(ErrorText(problem));
            }
            else if (view.Notes.TryGetValue(field.Key, out var note))
            {
                body.Add(WarningText(note));
            }
        }

        body.Add(
            Actions(
                Submit(
                    RequestTexts.Continue[view.Lang],
                    CardActions.FormData(CardActions.SubmitForm, view.FormId, view.Revision),
                    "positive"
                ),
                SubmitWithoutInputs(
                    RequestTexts.Cancel[view.Lang],
                    CardActions.FormData(CardActions.CancelForm, view.FormId, view.Revision)
                )
            )
        );
        return Card(view.Lang.Code(), [.. body]);
    }

    private static JsonObject BuildInput(FormView view, RequestField field) =>
        field.Input switch
        {
            FieldInput.Checkbox => CheckboxInput(
                field.Key,
                field.Label[view.Lang],
                field.Statement![view.Lang],
                view.GetValue(field) == "true",
                field.IsOptional ? null : field.MissingText[view.Lang]
            ),
            _ when view.Candidates.TryGetValue(field.Key, out var candidates) => BuildChoiceInput(view, field, "", candidates),
            FieldInput.Choice => BuildChoiceInput(view, field, FindChoiceValue(view, field), field.Choices),
            _ => TextInput(
                field.Key,
                field is { IsOptional: true, IsMarkedOptional: true }
                    ? $"{field.Label[view.Lang]} ({RequestTexts.Optional[view.Lang]})"
                    : field.Label[view.Lang],
                view.GetValue(field),
                !field.IsOptional,
                FieldTexts.EmptyField[view.Lang],
                field.Input == FieldInput.Paragraph,
                field.InputStyle,
                field.MaxLength
            ),
        };

    /// <summary>The value of the choice whose name was typed, in either language; the typed text when it is none.</summary>
    private static string FindChoiceValue(FormView view, RequestField field)
    {
        var typed = view.GetValue(field);
        return field.Choices.FirstOrDefault(choice => choice.Value == typed || choice.Name.Vi == typed || choice.Name.En == typed)?.Value
            ?? typed;
    }

    private static JsonObject BuildChoiceInput(FormView view, RequestField field, string value, IReadOnlyList<FieldChoice> choices)
    {
        var offered = choices.Select(choice => (choice.Value, Title: choice.Name[view.Lang]));
        return ChoiceInput(
            field.Key,
            field.Label[view.Lang],
            value,
            !field.IsOptional,
            FieldTexts.EmptyField[view.Lang],
            value.Length == 0 || choices.Any(choice => choice.Value == value) ? offered : offered.Append((value, value))
        );
    }
}
