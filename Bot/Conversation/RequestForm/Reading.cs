using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules.Formats;
using PolicyAssistantBot.Knowledge.Rules.Places;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>Reads the fields that have a rule of their own, and collects what is to be said about them.</summary>
internal sealed class Reading(RequestForm form, Lang lang)
{
    private readonly RequestTexts texts = RequestTexts.For(lang);

    public Dictionary<RequestField, string> Problems { get; } = [];

    public Dictionary<RequestField, string> Notes { get; } = [];

    public IReadOnlyList<Ward> Wards { get; private set; } = [];

    public string TaxCode()
    {
        var typed = form.Value(RequestField.TaxCode).Trim();
        switch (Knowledge.Rules.Formats.TaxCode.Read(typed))
        {
            case TaxCodeResult.Invalid { Fault: not TaxCodeFault.Empty } invalid:
                Problems[RequestField.TaxCode] = invalid.Reason[lang];
                break;
            case TaxCodeResult.Doubtful doubtful:
                Notes[RequestField.TaxCode] = doubtful.Warning[lang];
                break;
        }

        return typed;
    }

    public string Phone()
    {
        var typed = form.Value(RequestField.Phone).Trim();
        switch (typed.Length == 0 ? null : PhoneNumber.Read(typed))
        {
            case PhoneNumberResult.Invalid invalid:
                Problems[RequestField.Phone] = invalid.Reason[lang];
                break;
            case PhoneNumberResult.Doubtful doubtful:
                Notes[RequestField.Phone] = doubtful.Warning[lang];
                break;
        }

        return typed;
    }

    public string Email()
    {
        var typed = form.Value(RequestField.Email).Trim();
        if (typed.Length > 0 && EmailAddress.Read(typed) is EmailAddressResult.Invalid invalid)
        {
            Problems[RequestField.Email] = invalid.Reason[lang];
        }

        return typed;
    }

    public int? Count(RequestField field)
    {
        var typed = form.Value(field);
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var count = TypedAmount.ReadCount(typed);
        if (count is null)
        {
            Problems[field] = texts.CountUnreadable;
        }

        return count;
    }

    public decimal? Amount(RequestField field)
    {
        var typed = form.Value(field);
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var amount = TypedAmount.ReadVnd(typed);
        if (amount is null)
        {
            Problems[field] = texts.AmountUnreadable;
        }

        return amount;
    }

    public RequestDraft Ward(RequestDraft draft)
    {
        var typed = form.Value(RequestField.Ward).Trim();
        if (typed.Length == 0)
        {
            return draft;
        }

        switch (Knowledge.Rules.Places.Wards.Find(typed))
        {
            case WardMatch.Found found:
                if (found.Note is not null)
                {
                    Notes[RequestField.Ward] = found.Note[lang];
                }

                return draft with
                {
                    WardCode = found.Ward.Code,
                    WardName = found.Ward.FullName.Vi,
                };
            case WardMatch.Ambiguous ambiguous:
                Problems[RequestField.Ward] = ambiguous.Reason[lang];
                Wards = ambiguous.Candidates;
                return draft;
            case WardMatch.Unknown { Nearest.Count: > 0 } unknown:
                Problems[RequestField.Ward] = texts.WardUnknown.With(
                    typed,
                    string.Join(", ", unknown.Nearest.Select(ward => ward.FullName[lang]))
                );
                Wards = unknown.Nearest;
                return draft;
            default:
                Problems[RequestField.Ward] = texts.WardUnreadable;
                return draft;
        }
    }

    /// <summary>Says a problem that the rules of a request found, unless the field's own rule has said more.</summary>
    public void Add(FieldProblem problem)
    {
        // Without a phone number the e-mail address decides, and it may not have been asked for yet.
        if (problem.Code == ProblemCode.NoContact && !form.Typed.ContainsKey(RequestField.Email))
        {
            return;
        }

        Problems.TryAdd(
            problem.Field,
            problem switch
            {
                { Field: RequestField.Consent } => texts.ConsentNeeded,
                { Code: ProblemCode.TooShort } => texts.TooShort.With(
                    problem.Field == RequestField.Content ? TextLengths.ShortestContent : 2
                ),
                { Code: ProblemCode.TooLong } => texts.TooLong.With(
                    problem.Field == RequestField.Content ? TextLengths.CaseText : TextLengths.Name
                ),
                { Code: ProblemCode.NoContact } => texts.NoContact,
                { Code: ProblemCode.Missing } => texts.Missing,
                { Field: RequestField.Kind or RequestField.Sector } => texts.ChoiceUnreadable,
                _ => texts.Missing,
            }
        );
    }
}
