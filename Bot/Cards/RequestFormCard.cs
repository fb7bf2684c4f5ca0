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
    /// <summary>The step that is shown where nothing is wrong.</summary>
    public FormStep Step { get; init; }

    public string GetValue(RequestField field) => Values.GetValueOrDefault(field.Key, "");
}

/// <summary>
/// The request form on one card, in steps of which one is shown: going back keeps what was typed, on every channel. Required inputs are
/// marked but not enforced by the client, which would refuse to send because of an input that it does not show; the reply to the card shows
/// the step with the first problem.
/// </summary>
internal static class RequestFormCard
{
    private static readonly FormStep[] Steps = Enum.GetValues<FormStep>();

    public static Attachment Build(FormView view)
    {
        List<JsonObject> body = [Heading(RequestTexts.Title[view.Lang])];
        if (view.Problems.Count > 0)
        {
            body.Add(ErrorText(RequestTexts.CorrectionNeeded[view.Lang]));
        }

        var shownStep = view.Fields.InputFields.FirstOrDefault(field => view.Problems.ContainsKey(field.Key))?.Step ?? view.Step;
        body.AddRange(Steps.Select(step => Container(PartId(step), step == shownStep, [.. BuildStep(view, step)])));
        body.Add(
            Actions(
                SubmitWithoutInputs(
                    RequestTexts.Cancel[view.Lang],
                    CardActions.FormData(CardActions.CancelForm, view.FormId, view.Revision)
                )
            )
        );
        return Card(view.Lang.Code(), [.. body]);
    }

    private static string PartId(FormStep step) => $"step{(int)step + 1}";

    private static IEnumerable<JsonObject> BuildStep(FormView view, FormStep step)
    {
        yield return Text(
            $"**{RequestTexts.StepTitle.With(view.Lang, (int)step + 1, Steps.Length, RequestTexts.StepNames[step][view.Lang])}**"
        );
        foreach (var field in view.Fields.InputFields.Where(field => field.Step == step))
        {
            if (field == RequestFields.Phone)
            {
                yield return SmallText(RequestTexts.ContactRule[view.Lang]);
            }

            yield return BuildInput(view, field);
            if (view.Problems.TryGetValue(field.Key, out var problem))
            {
                yield return ErrorText(problem);
            }
            else if (view.Notes.TryGetValue(field.Key, out var note))
            {
                yield return WarningText(note);
            }
        }

        yield return Actions(
            step == Steps[^1]
                ? Submit(
                    RequestTexts.Continue[view.Lang],
                    CardActions.FormData(CardActions.SubmitForm, view.FormId, view.Revision),
                    "positive"
                )
                : SwitchPart("next", RequestTexts.NextStep[view.Lang], PartId(step), PartId(step + 1), "positive"),
            step == Steps[0] ? null : SwitchPart("back", RequestTexts.PreviousStep[view.Lang], PartId(step), PartId(step - 1))
        );
    }

    private static JsonObject BuildInput(FormView view, RequestField field) =>
        field.Input switch
        {
            FieldInput.Checkbox => CheckboxInput(
                field.Key,
                BuildLabel(field, view.Lang),
                field.Statement![view.Lang],
                view.GetValue(field) == "true"
            ),
            _ when view.Candidates.TryGetValue(field.Key, out var candidates) => BuildChoiceInput(view, field, "", candidates),
            FieldInput.Choice => BuildChoiceInput(view, field, FindChoiceValue(view, field), field.Choices),
            _ => TextInput(
                field.Key,
                BuildLabel(field, view.Lang),
                view.GetValue(field),
                isRequired: false,
                FieldTexts.EmptyField[view.Lang],
                field.Input == FieldInput.Paragraph,
                field.InputStyle,
                field.MaxLength
            ),
        };

    private static string BuildLabel(RequestField field, Lang lang) =>
        field switch
        {
            { IsOptional: false } => $"{field.Label[lang]} *",
            { IsMarkedOptional: true } => $"{field.Label[lang]} ({RequestTexts.Optional[lang]})",
            _ => field.Label[lang],
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
            BuildLabel(field, view.Lang),
            value,
            isRequired: false,
            FieldTexts.EmptyField[view.Lang],
            value.Length == 0 || choices.Any(choice => choice.Value == value) ? offered : offered.Append((value, value))
        );
    }
}
