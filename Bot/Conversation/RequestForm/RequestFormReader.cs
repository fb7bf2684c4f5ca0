using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>The result of reading a form: a draft of the request, and what is wrong with it.</summary>
/// <param name="Problems">The errors that prevent submission, as text, by the key of the field.</param>
/// <param name="Notes">Warnings, as text, by the key of the field.</param>
/// <param name="Candidates">The possible values where the typed one was ambiguous or unknown, by the key of the field.</param>
internal sealed record FormReading(
    RequestFieldList Fields,
    RequestDraft Draft,
    IReadOnlyDictionary<string, string> Problems,
    IReadOnlyDictionary<string, string> Notes,
    IReadOnlyDictionary<string, IReadOnlyList<FieldChoice>> Candidates
)
{
    /// <summary>The choices of a field; empty when it is typed.</summary>
    public IReadOnlyList<FieldChoice> GetChoices(RequestField field) => Candidates.GetValueOrDefault(field.Key, field.Choices);
}

/// <summary>Reads a form into a draft and collects what is wrong with each field.</summary>
internal static class RequestFormReader
{
    public static FormReading Read(RequestFieldList fields, RequestForm form, Lang lang)
    {
        var isConsentValid = form.ConsentVersion == ConsentTexts.Version;
        var draft = new RequestDraft
        {
            ConsentVersion = isConsentValid ? form.ConsentVersion : null,
            ConsentedAt = isConsentValid ? form.ConsentedAt : null,
            ContactConsentedAt = isConsentValid ? form.ContactConsentedAt : null,
            Language = lang.Code(),
            Question = form.Question,
            Answer = form.Answer,
            AnswerTrace = form.Trace,
        };
        var problems = new Dictionary<string, string>();
        var notes = new Dictionary<string, string>();
        var candidates = new Dictionary<string, IReadOnlyList<FieldChoice>>();
        foreach (var field in fields.InputFields)
        {
            var fieldReading = field.Read(draft, form.GetValue(field));
            draft = fieldReading.Draft;
            if (fieldReading.Problem is not null)
            {
                problems[field.Key] = fieldReading.Problem[lang];
            }

            if (fieldReading.Note is not null)
            {
                notes[field.Key] = fieldReading.Note[lang];
            }

            if (fieldReading.Candidates.Count > 0)
            {
                candidates[field.Key] = fieldReading.Candidates;
            }
        }

        draft = SizeField.WithSize(draft);
        foreach (var problem in fields.Check(draft))
        {
            // Without a phone number the e-mail address is the contact, and it may not have been asked for yet.
            if (problem.Code != ProblemCode.NoContact || form.TypedValues.ContainsKey(RequestFields.Email.Key))
            {
                problems.TryAdd(problem.Field, fields.Find(problem.Field)!.GetProblemText(problem.Code)[lang]);
            }
        }

        return new FormReading(fields, draft, problems, notes, candidates);
    }

    /// <summary>The field to ask for next; null when the form is complete.</summary>
    public static RequestField? FindNextField(RequestForm form, FormReading reading) =>
        reading.Fields.Find(form.ChangingFieldKey)
        ?? reading.Fields.InputFields.FirstOrDefault(field =>
            field.IsAsked(reading.Draft) && (!form.TypedValues.ContainsKey(field.Key) || reading.Problems.ContainsKey(field.Key))
        );
}
