using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardInputs;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>A form as the card shows it.</summary>
/// <param name="Values">As typed; kept whatever is wrong with them.</param>
/// <param name="Problems">What must be corrected, said below the field.</param>
/// <param name="Notes">What is worth a second look but may stay.</param>
/// <param name="Sectors">The fields of activity to choose from.</param>
/// <param name="Wards">When the ward was ambiguous or unknown: those to choose from; else empty, and the ward is typed.</param>
internal sealed record FormView(
    string FormId,
    int Revision,
    Lang Lang,
    IReadOnlyDictionary<RequestField, string> Values,
    IReadOnlyDictionary<RequestField, string> Problems,
    IReadOnlyDictionary<RequestField, string> Notes,
    IReadOnlyList<(string Value, string Title)> Sectors,
    IReadOnlyList<(string Value, string Title)> Wards
)
{
    public string Value(RequestField field) => Values.GetValueOrDefault(field, "");
}

/// <summary>The whole request on one card.</summary>
internal static class RequestFormCard
{
    public static Attachment Build(FormView view)
    {
        var texts = RequestTexts.For(view.Lang);
        List<JsonObject> body = [Heading(texts.Title)];
        if (view.Problems.Count > 0)
        {
            body.Add(Problem(texts.ProblemsAbove));
        }

        AddField(body, view, RequestField.EnterpriseName, Line(view, RequestField.EnterpriseName, isRequired: true));
        AddField(body, view, RequestField.TaxCode, Line(view, RequestField.TaxCode, isRequired: true));
        AddField(body, view, RequestField.Ward, Ward(view));
        AddField(body, view, RequestField.Sector, Choice(view, RequestField.Sector, view.Sectors));
        AddField(body, view, RequestField.InsuredEmployees, Line(view, RequestField.InsuredEmployees));
        AddField(body, view, RequestField.Revenue, Line(view, RequestField.Revenue));
        AddField(body, view, RequestField.Capital, Line(view, RequestField.Capital));
        AddField(body, view, RequestField.Kind, Choice(view, RequestField.Kind, [.. texts.Kinds.Select(k => (k.Key.ToString(), k.Value))]));
        AddField(body, view, RequestField.Content, Line(view, RequestField.Content, isRequired: true, isMultiline: true));
        AddField(body, view, RequestField.ContactName, Line(view, RequestField.ContactName, isRequired: true));
        AddField(body, view, RequestField.Phone, Line(view, RequestField.Phone, style: "tel"));
        AddField(body, view, RequestField.Email, Line(view, RequestField.Email, style: "email"));
        AddField(
            body,
            view,
            RequestField.Consent,
            Tick(
                nameof(RequestField.Consent),
                Label(view, RequestField.Consent),
                texts.Consent,
                view.Value(RequestField.Consent) == "true",
                texts.ConsentNeeded
            )
        );
        body.Add(
            Actions(
                Submit(texts.Continue, CardActions.FormData(CardActions.Form, view.FormId, view.Revision), "positive"),
                SubmitAlone(texts.Cancel, CardActions.FormData(CardActions.CancelForm, view.FormId, view.Revision))
            )
        );
        return Card(view.Lang.Code(), [.. body]);
    }

    private static void AddField(List<JsonObject> body, FormView view, RequestField field, JsonObject input)
    {
        body.Add(input);
        if (view.Problems.TryGetValue(field, out var problem))
        {
            body.Add(Problem(problem));
        }
        else if (view.Notes.TryGetValue(field, out var note))
        {
            body.Add(Note(note));
        }
    }

    private static JsonObject Ward(FormView view) =>
        view.Wards.Count == 0
            ? Line(view, RequestField.Ward, isRequired: true)
            : Choose(
                nameof(RequestField.Ward),
                Label(view, RequestField.Ward),
                "",
                isRequired: true,
                RequestTexts.For(view.Lang).Missing,
                view.Wards
            );

    private static JsonObject Choice(FormView view, RequestField field, IReadOnlyList<(string Value, string Title)> choices) =>
        Choose(
            field.ToString(),
            Label(view, field),
            view.Value(field),
            isRequired: true,
            RequestTexts.For(view.Lang).Missing,
            Offered(choices, view.Value(field))
        );

    /// <summary>What was typed in words of one's own stays among the choices.</summary>
    private static IEnumerable<(string Value, string Title)> Offered(IReadOnlyList<(string Value, string Title)> choices, string typed) =>
        typed.Length == 0 || choices.Any(c => c.Value == typed) ? choices : choices.Append((typed, typed));

    private static JsonObject Line(
        FormView view,
        RequestField field,
        bool isRequired = false,
        bool isMultiline = false,
        string? style = null
    ) =>
        TextInput(
            field.ToString(),
            isRequired || field is RequestField.Phone or RequestField.Email
                ? Label(view, field)
                : $"{Label(view, field)} ({RequestTexts.For(view.Lang).Optional})",
            view.Value(field),
            isRequired,
            RequestTexts.For(view.Lang).Missing,
            isMultiline,
            style,
            isMultiline ? TextLengths.CaseText : TextLengths.Name
        );

    private static string Label(FormView view, RequestField field) => RequestTexts.For(view.Lang).Labels[field];
}
