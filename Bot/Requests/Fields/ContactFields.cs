using PolicyAssistantBot.Knowledge.Rules.Formats;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Requests.Fields;

/// <summary>
/// Telephone and e-mail. They are kept only if the person agrees to be contacted; then one of the two is needed.
/// </summary>
internal static class ContactFields
{
    public static FieldReading ReadPhone(RequestDraft draft, string typed)
    {
        var (phone, read) = (typed.Trim(), typed.Trim().Length == 0 ? null : PhoneNumber.Parse(typed.Trim()));
        return new FieldReading(
            draft with
            {
                Phone = phone,
            },
            read is PhoneNumberResult.Invalid invalid ? invalid.Reason : null,
            read is PhoneNumberResult.Doubtful doubtful ? doubtful.Warning : null
        );
    }

    public static ProblemCode? CheckPhone(RequestField field, RequestDraft draft) =>
        IsGiven(draft.Phone)
            ? PhoneNumber.Parse(draft.Phone!) is PhoneNumberResult.Invalid
                ? ProblemCode.Malformed
                : null
            : IsGiven(draft.Email) || !draft.HasContactConsent()
                ? null
                : ProblemCode.NoContact;

    public static RequestDraft NormalizePhone(RequestDraft draft) =>
        draft with
        {
            Phone = PhoneNumber.Parse(draft.HasContactConsent() ? draft.Phone ?? "" : "") switch
            {
                PhoneNumberResult.Valid valid => valid.Normalized,
                PhoneNumberResult.Doubtful doubtful => doubtful.Normalized,
                _ => null,
            },
        };

    public static FieldReading ReadEmail(RequestDraft draft, string typed) =>
        new(
            draft with
            {
                Email = typed.Trim(),
            },
            typed.Trim().Length > 0 && EmailAddress.Parse(typed.Trim()) is EmailAddressResult.Invalid invalid ? invalid.Reason : null
        );

    public static ProblemCode? CheckEmail(RequestField field, RequestDraft draft) =>
        IsGiven(draft.Email) && EmailAddress.Parse(draft.Email!) is EmailAddressResult.Invalid ? ProblemCode.Malformed : null;

    public static RequestDraft NormalizeEmail(RequestDraft draft) =>
        draft with
        {
            Email =
                draft.HasContactConsent() && EmailAddress.Parse(draft.Email ?? "") is EmailAddressResult.Valid address
                    ? address.Normalized
                    : null,
        };

    /// <summary>Whether a telephone number or an address was entered.</summary>
    public static bool HasContact(RequestDraft draft) => IsGiven(draft.Phone) || IsGiven(draft.Email);

    private static bool IsGiven(string? text) => !string.IsNullOrWhiteSpace(text);
}
