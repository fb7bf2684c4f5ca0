using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>A form as cards, rows and questions. Pure.</summary>
internal static class RequestViews
{
    /// <summary>The form card; what is wrong also stands in the message's text, for clients that draw no card.</summary>
    public static Activity Form(RequestForm form, FormReading reading, Lang lang, bool showProblems)
    {
        var problems = showProblems ? reading.Problems : new Dictionary<string, string>();
        var view = new FormView(
            form.Id,
            form.Revision,
            lang,
            reading.Fields,
            form.Typed,
            problems,
            reading.Notes,
            showProblems ? reading.Candidates : new Dictionary<string, IReadOnlyList<FieldChoice>>()
        );
        var text =
            problems.Count == 0
                ? RequestTexts.Intro[lang]
                : string.Join(
                    '\n',
                    [
                        RequestTexts.ProblemsAbove[lang],
                        "",
                        .. from field in reading.Fields.Asked
                        where problems.ContainsKey(field.Key)
                        select $"- {field.Label[lang]}: {problems[field.Key]}",
                    ]
                );
        var message = MessageFactory.Attachment(RequestFormCard.Build(view), text);
        message.TextFormat = TextFormatTypes.Markdown;
        return message;
    }

    /// <summary>The summary to be sent, edited or cancelled.</summary>
    public static Activity Summary(RequestForm form, FormReading reading, Lang lang)
    {
        var rows = reading.Fields.In(FieldPlaces.Summary).Select(field => (field.Label[lang], Shown(field, form, reading, lang)));
        if (form.Files.Count > 0)
        {
            rows = rows.Append((FileTexts.Label[lang], string.Join(", ", form.Files.Select(file => file.Name))));
        }

        var message = MessageFactory.Attachment(
            RequestSummaryCard.Build(
                form.Id,
                form.Revision,
                lang,
                rows,
                reading.Notes.Select(note => $"{reading.Fields.Find(note.Key)!.Label[lang]}: {note.Value}")
            ),
            RequestTexts.SummaryAsk[lang]
        );
        message.TextFormat = TextFormatTypes.Markdown;
        return message;
    }

    /// <summary>The question for one field, with what is wrong with its present value.</summary>
    public static Activity Question(RequestField field, RequestForm form, FormReading reading, Lang lang)
    {
        List<string> parts = [];
        if (form.Typed.ContainsKey(field.Key) && reading.Problems.TryGetValue(field.Key, out var problem) && field.Input != FieldInput.Tick)
        {
            parts.Add(problem);
        }

        if (form.Changing == field.Key)
        {
            parts.Add(RequestTexts.Current.With(lang, Shown(field, form, reading, lang)));
        }

        if (field.Input == FieldInput.Tick)
        {
            parts.Add(FieldTexts.ConsentStatement[lang]);
        }

        if (!reading.Candidates.ContainsKey(field.Key))
        {
            parts.Add(field.Question[lang]);
        }

        return MessageFactory.Text(string.Join("\n\n", parts));
    }

    /// <summary>The answers to choose from; each can be given in either language.</summary>
    public static IList<Choice>? ChoicesFor(RequestField field, FormReading reading, Lang lang) =>
        reading.ChoicesOf(field) is { Count: > 0 } choices ? [.. choices.Select(choice => Offered(choice.Name, lang, choice.Synonyms))]
        : field.IsOptional ? [Offered(RequestTexts.Skip, lang, [])]
        : null;

    private static Choice Offered(LocalizedText name, Lang lang, IReadOnlyList<string> synonyms) =>
        new() { Value = name[lang], Synonyms = [name.Vi, name.En, .. synonyms] };

    private static string Shown(RequestField field, RequestForm form, FormReading reading, Lang lang) =>
        field.Show(reading.Draft, lang) is { Length: > 0 } shown ? shown
        : form.Value(field) is { Length: > 0 } typed ? typed
        : RequestTexts.NotGiven[lang];
}
