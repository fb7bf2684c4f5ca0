using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Rules.Places;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>What a form says once it is read.</summary>
/// <param name="Problems">What keeps it from being sent, in words, by field.</param>
/// <param name="Notes">What is worth a second look, by field.</param>
/// <param name="Wards">When the ward is ambiguous or unknown: those that may be meant.</param>
internal sealed record FormReading(
    RequestDraft Draft,
    IReadOnlyDictionary<RequestField, string> Problems,
    IReadOnlyDictionary<RequestField, string> Notes,
    IReadOnlyList<Ward> Wards,
    SmeSizeResult Size
);

/// <summary>Reads a form: what was typed becomes a draft, and what is wrong with it is said field by field.</summary>
internal static class RequestFormReader
{
    public static FormReading Read(RequestForm form, Lang lang)
    {
        var reading = new Reading(form, lang);
        var sector = Sectors.Find(form.Value(RequestField.Sector));
        var draft = new RequestDraft
        {
            EnterpriseName = Line(form, RequestField.EnterpriseName),
            TaxCode = reading.TaxCode(),
            Sector = sector?.Name.Vi ?? Line(form, RequestField.Sector),
            InsuredEmployees = reading.Count(RequestField.InsuredEmployees),
            Revenue = reading.Amount(RequestField.Revenue),
            Capital = reading.Amount(RequestField.Capital),
            Kind = Kind(form.Value(RequestField.Kind)),
            Content = form.Value(RequestField.Content).Trim(),
            ContactName = Line(form, RequestField.ContactName),
            Phone = reading.Phone(),
            Email = reading.Email(),
            ConsentVersion = form.ConsentVersion == RequestTexts.ConsentVersion ? form.ConsentVersion : null,
            ConsentedAt = form.ConsentedAt,
            Language = lang.Code(),
            Question = form.Question,
            Answer = form.Answer,
            AnswerTrace = form.Trace,
        };
        var size = SmeSize.Classify(new SmeFacts(sector?.Group, draft.InsuredEmployees, draft.Revenue, draft.Capital));
        draft = WithSize(reading.Ward(draft), size);
        foreach (var problem in RequestRules.Check(draft))
        {
            reading.Add(problem);
        }

        return new FormReading(draft, reading.Problems, reading.Notes, reading.Wards, size);
    }

    /// <summary>The field to ask for next; null when the form is complete.</summary>
    public static RequestField? NextOpen(RequestForm form, FormReading reading)
    {
        if (form.Changing is { } changing)
        {
            return changing;
        }

        foreach (var field in RequestForm.Order)
        {
            if (!form.Typed.ContainsKey(field) || reading.Problems.ContainsKey(field))
            {
                return field;
            }
        }

        return null;
    }

    public static RequestKind? Kind(string typed) => Enum.TryParse<RequestKind>(typed, out var kind) && Enum.IsDefined(kind) ? kind : null;

    private static RequestDraft WithSize(RequestDraft draft, SmeSizeResult result)
    {
        EnterpriseSize? size = result switch
        {
            SmeSizeResult.Micro => EnterpriseSize.Micro,
            SmeSizeResult.Small => EnterpriseSize.Small,
            SmeSizeResult.Medium => EnterpriseSize.Medium,
            SmeSizeResult.NotSme => EnterpriseSize.Large,
            _ => null,
        };
        return size is null ? draft : draft with { Size = size, SizeClause = $"{result.Basis.Document} {result.Basis.Clause}" };
    }

    private static string Line(RequestForm form, RequestField field) =>
        string.Join(' ', form.Value(field).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
