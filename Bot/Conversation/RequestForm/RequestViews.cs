using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Rules.Places;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>A form as cards, rows and questions. Pure.</summary>
internal static class RequestViews
{
    /// <summary>The form card; what is wrong also stands in the message's text, for clients that draw no card.</summary>
    public static Activity Form(RequestForm form, FormReading reading, Lang lang, bool showProblems)
    {
        var texts = RequestTexts.For(lang);
        var problems = showProblems ? reading.Problems : new Dictionary<RequestField, string>();
        var view = new FormView(
            form.Id,
            form.Revision,
            lang,
            form.Typed.ToDictionary(
                pair => pair.Key,
                pair => pair.Key == RequestField.Sector ? Sectors.Find(pair.Value)?.Code ?? pair.Value : pair.Value
            ),
            problems,
            reading.Notes,
            [.. Sectors.All.Select(sector => (sector.Code, sector.Name[lang]))],
            problems.ContainsKey(RequestField.Ward) ? [.. reading.Wards.Select(ward => (ward.Code, ward.FullName[lang]))] : []
        );
        var text =
            problems.Count == 0
                ? texts.Intro
                : string.Join(
                    '\n',
                    [
                        texts.ProblemsAbove,
                        "",
                        .. RequestForm.Order.Where(problems.ContainsKey).Select(field => $"- {texts.Labels[field]}: {problems[field]}"),
                    ]
                );
        var message = MessageFactory.Attachment(RequestFormCard.Build(view), text);
        message.TextFormat = TextFormatTypes.Markdown;
        return message;
    }

    /// <summary>The summary to be sent, edited or cancelled.</summary>
    public static Activity Summary(RequestForm form, FormReading reading, Lang lang)
    {
        var texts = RequestTexts.For(lang);
        var rows = RequestForm
            .Order.Where(field => field != RequestField.Consent)
            .Select(field => (texts.Labels[field], Shown(field, form, reading, lang)))
            .Append((texts.SizeLabel, Size(reading, lang)));
        if (form.Files.Count > 0)
        {
            rows = rows.Append((FileTexts.For(lang).Label, string.Join(", ", form.Files.Select(file => file.Name))));
        }

        var message = MessageFactory.Attachment(
            RequestSummaryCard.Build(
                form.Id,
                form.Revision,
                lang,
                rows,
                reading.Notes.Select(note => $"{texts.Labels[note.Key]}: {note.Value}")
            ),
            texts.SummaryAsk
        );
        message.TextFormat = TextFormatTypes.Markdown;
        return message;
    }

    /// <summary>The question for one field, with what is wrong with its present value.</summary>
    public static Activity Question(RequestField field, RequestForm form, FormReading reading, Lang lang)
    {
        var texts = RequestTexts.For(lang);
        List<string> parts = [];
        if (form.Typed.ContainsKey(field) && reading.Problems.TryGetValue(field, out var problem) && field != RequestField.Consent)
        {
            parts.Add(problem);
        }

        if (form.Changing == field)
        {
            parts.Add(texts.Current.With(Shown(field, form, reading, lang)));
        }

        if (field == RequestField.Consent)
        {
            parts.Add(texts.Consent);
        }

        if (field != RequestField.Ward || reading.Wards.Count == 0)
        {
            parts.Add(texts.Questions[field]);
        }

        return MessageFactory.Text(string.Join("\n\n", parts));
    }

    /// <summary>The answers to choose from; each can be given in either language.</summary>
    public static IList<Choice>? ChoicesFor(RequestField field, FormReading reading, Lang lang)
    {
        var (texts, other) = (RequestTexts.For(lang), RequestTexts.For(lang == Lang.En ? Lang.Vi : Lang.En));
        return field switch
        {
            RequestField.Ward when reading.Wards.Count > 0 =>
            [
                .. reading.Wards.Select(ward => new Choice
                {
                    Value = ward.FullName[lang],
                    Synonyms = [ward.FullName.Vi, ward.FullName.En, ward.Name, ward.NameEn],
                }),
            ],
            RequestField.Sector => [.. Sectors.All.Select(s => new Choice { Value = s.Name[lang], Synonyms = [s.Name.Vi, s.Name.En] })],
            RequestField.Kind => [.. texts.Kinds.Select(kind => new Choice { Value = kind.Value, Synonyms = [other.Kinds[kind.Key]] })],
            RequestField.InsuredEmployees or RequestField.Revenue or RequestField.Capital or RequestField.Phone or RequestField.Email =>
            [
                new Choice { Value = texts.Skip, Synonyms = [other.Skip] },
            ],
            _ => null,
        };
    }

    private static string Shown(RequestField field, RequestForm form, FormReading reading, Lang lang)
    {
        var texts = RequestTexts.For(lang);
        var draft = reading.Draft;
        return field switch
        {
            RequestField.Ward when draft.WardCode is { } code => Wards.ByCode(code)!.FullName[lang],
            RequestField.Sector when Sectors.Find(form.Value(field)) is { } sector => sector.Name[lang],
            RequestField.InsuredEmployees when draft.InsuredEmployees is { } count => texts.People.With(Say.Number(count, lang)),
            RequestField.Revenue when draft.Revenue is { } revenue => texts.Vnd.With(Say.Number(revenue, lang)),
            RequestField.Capital when draft.Capital is { } capital => texts.Vnd.With(Say.Number(capital, lang)),
            RequestField.Kind when draft.Kind is { } kind => texts.Kinds[kind],
            _ => form.Value(field) is { Length: > 0 } typed ? typed : texts.NotGiven,
        };
    }

    private static string Size(FormReading reading, Lang lang)
    {
        var texts = RequestTexts.For(lang);
        return reading.Size switch
        {
            SmeSizeResult.LawAndDecreeDiffer both => texts.SizeDisputed.With(
                Say.Document(both.Basis.Document, lang),
                Say.Document(both.Law.Document, lang)
            ),
            _ when reading.Draft is { Size: { } size } => texts.SizeBy.With(
                texts.Sizes[size],
                Say.Document(reading.Size.Basis.Document, lang),
                Say.Clause(reading.Size.Basis.Clause, lang)
            ),
            _ => texts.SizeUnclear,
        };
    }
}
