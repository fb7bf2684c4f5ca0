using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>Builds the messages of the request form: card, summary and questions.</summary>
internal static class RequestFormMessages
{
    /// <param name="step">The step that is shown where nothing is wrong; the first by default.</param>
    /// <summary>The form card; errors are also in the text of the message, for clients that show no card.</summary>
    public static Activity BuildForm(RequestForm form, FormReading reading, Lang lang, bool showProblems, FormStep? step = null)
    {
        var problems = showProblems ? reading.Problems : new Dictionary<string, string>();
        var view = new FormView(
            form.Id,
            form.Revision,
            lang,
            reading.Fields,
            form.TypedValues,
            problems,
            reading.Notes,
            showProblems ? reading.Candidates : new Dictionary<string, IReadOnlyList<FieldChoice>>()
        )
        {
            Step = step ?? FormStep.Enterprise,
        };
        var text =
            problems.Count == 0
                ? RequestTexts.Intro[lang]
                : string.Join(
                    '\n',
                    [
                        RequestTexts.CorrectionNeeded[lang],
                        "",
                        .. from field in reading.Fields.InputFields
                        where problems.ContainsKey(field.Key)
                        select $"- {field.Label[lang]}: {problems[field.Key]}",
                    ]
                );
        var message = MessageFactory.Attachment(RequestFormCard.Build(view), text);
        message.TextFormat = TextFormatTypes.Markdown;
        return message;
    }

    public static Activity BuildDiscardQuestion(Lang lang) =>
        MessageFactory.SuggestedActions([RequestTexts.Discard[lang], RequestTexts.KeepForm[lang]], RequestTexts.ConfirmDiscard[lang]);

    /// <summary>Adds the button that leads back to the card of the open form.</summary>
    public static void OfferForm(Activity message, Lang lang)
    {
        var offer = MessageFactory.SuggestedActions([RequestTexts.ContinueForm[lang]]).SuggestedActions!;
        message.SuggestedActions = new SuggestedActions { Actions = [.. message.SuggestedActions?.Actions ?? [], .. offer.Actions!] };
    }

    /// <summary>The summary, with buttons to send, edit or cancel.</summary>
    public static Activity BuildSummary(RequestForm form, FormReading reading, Lang lang)
    {
        var rows = reading
            .Fields.ListShownIn(FieldPlaces.Summary)
            .Select(field => (field.Label[lang], DisplayValue(field, form, reading, lang)));
        if (form.Files.Count > 0)
        {
            rows = rows.Append((FileTexts.AttachedFilesLabel[lang], string.Join(", ", form.Files.Select(file => file.Name))));
        }

        var message = MessageFactory.Attachment(
            RequestSummaryCard.Build(
                form.Id,
                form.Revision,
                lang,
                rows,
                reading.Notes.Select(note => $"{reading.Fields.Find(note.Key)!.Label[lang]}: {note.Value}")
            ),
            RequestTexts.ConfirmSummary[lang]
        );
        message.TextFormat = TextFormatTypes.Markdown;
        return message;
    }

    /// <summary>The question for one field, with the error of its current value.</summary>
    public static Activity BuildQuestion(RequestField field, RequestForm form, FormReading reading, Lang lang)
    {
        List<string> parts = [];
        if (
            form.TypedValues.ContainsKey(field.Key)
            && reading.Problems.TryGetValue(field.Key, out var problem)
            && field.Input != FieldInput.Checkbox
        )
        {
            parts.Add(problem);
        }

        if (form.ChangingFieldKey == field.Key)
        {
            parts.Add(RequestTexts.CurrentValue.With(lang, DisplayValue(field, form, reading, lang)));
        }

        if (field.Statement is { } statement)
        {
            parts.Add(statement[lang]);
        }

        if (!reading.Candidates.ContainsKey(field.Key))
        {
            parts.Add(field.Question[lang]);
        }

        return MessageFactory.Text(string.Join("\n\n", parts));
    }

    /// <summary>The choices of a field; each can be typed in either language.</summary>
    public static IList<Choice>? BuildChoices(RequestField field, FormReading reading, Lang lang) =>
        reading.GetChoices(field) is { Count: > 0 } choices ? [.. choices.Select(choice => BuildChoice(choice.Name, lang, choice.Synonyms))]
        : field.Input == FieldInput.Checkbox ? [BuildChoice(ConsentTexts.Agree, lang, []), BuildChoice(ConsentTexts.Disagree, lang, [])]
        : field.IsOptional ? [BuildChoice(RequestTexts.Skip, lang, [])]
        : null;

    private static Choice BuildChoice(LocalizedText name, Lang lang, IReadOnlyList<string> synonyms) =>
        new() { Value = name[lang], Synonyms = [name.Vi, name.En, .. synonyms] };

    private static string DisplayValue(RequestField field, RequestForm form, FormReading reading, Lang lang) =>
        field.Format(reading.Draft, lang) is { Length: > 0 } shown ? shown
        : form.GetValue(field) is { Length: > 0 } typed ? typed
        : RequestTexts.NotGiven[lang];
}
