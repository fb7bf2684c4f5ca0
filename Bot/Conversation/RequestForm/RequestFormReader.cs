using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>A form read into a draft.</summary>
/// <param name="Problems">What keeps it from being sent, in words, by the field's key.</param>
/// <param name="Notes">What is worth a second look, by the field's key.</param>
/// <param name="Candidates">The values that may be meant where one was ambiguous or unknown, by the field's key.</param>
internal sealed record FormReading(
    RequestFieldList Fields,
    RequestDraft Draft,
    IReadOnlyDictionary<string, string> Problems,
    IReadOnlyDictionary<string, string> Notes,
    IReadOnlyDictionary<string, IReadOnlyList<FieldChoice>> Candidates
)
{
    /// <summary>What a field can be chosen from now; empty when it is typed.</summary>
    public IReadOnlyList<FieldChoice> ChoicesOf(RequestField field) => Candidates.GetValueOrDefault(field.Key, field.Choices);
}

/// <summary>Reads a form into a draft and collects what is wrong with each field.</summary>
internal static class RequestFormReader
{
    public static FormReading Read(RequestFieldList fields, RequestForm form, Lang lang)
    {
        var draft = new RequestDraft
        {
            ConsentVersion = form.ConsentVersion == FieldTexts.ConsentVersion ? form.ConsentVersion : null,
            ConsentedAt = form.ConsentedAt,
            Language = lang.Code(),
            Question = form.Question,
            Answer = form.Answer,
            AnswerTrace = form.Trace,
        };
        var problems = new Dictionary<string, string>();
        var notes = new Dictionary<string, string>();
        var candidates = new Dictionary<string, IReadOnlyList<FieldChoice>>();
        foreach (var field in fields.Asked)
        {
            var read = field.Read(draft, form.Value(field));
            draft = read.Draft;
            if (read.Problem is not null)
            {
                problems[field.Key] = read.Problem[lang];
            }

            if (read.Note is not null)
            {
                notes[field.Key] = read.Note[lang];
            }

            if (read.Candidates.Count > 0)
            {
                candidates[field.Key] = read.Candidates;
            }
        }

        draft = SizeField.WithSize(draft);
        foreach (var problem in fields.Check(draft))
        {
            // Without a phone number the e-mail address decides, and it may not have been asked for yet.
            if (problem.Code != ProblemCode.NoContact || form.Typed.ContainsKey(RequestFields.Email.Key))
            {
                problems.TryAdd(problem.Field, fields.Find(problem.Field)!.Explain(problem.Code)[lang]);
            }
        }

        return new FormReading(fields, draft, problems, notes, candidates);
    }

    /// <summary>The field to ask for next; null when the form is complete.</summary>
    public static RequestField? NextOpen(RequestForm form, FormReading reading) =>
        reading.Fields.Find(form.Changing)
        ?? reading.Fields.Asked.FirstOrDefault(field => !form.Typed.ContainsKey(field.Key) || reading.Problems.ContainsKey(field.Key));
}
