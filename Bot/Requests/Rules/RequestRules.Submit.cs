using PolicyAssistantBot.Knowledge.Rules.Formats;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Requests.Rules;

/// <summary>
/// What may happen to a case, as pure functions: a case and a wish in, the changed case with its event or a refusal out.
/// Nothing is stored or sent here.
/// </summary>
internal static partial class RequestRules
{
    /// <summary>Everything that keeps a draft from being submitted; empty when nothing does.</summary>
    public static IReadOnlyList<FieldProblem> Check(RequestDraft draft)
    {
        var problems = new List<FieldProblem>();
        Add(RequestField.EnterpriseName, Length(draft.EnterpriseName, 2, TextLengths.Name));
        Add(RequestField.TaxCode, CheckTaxCode(draft.TaxCode));
        Add(RequestField.Ward, string.IsNullOrWhiteSpace(draft.WardCode) ? ProblemCode.Missing : null);
        Add(RequestField.Sector, Length(draft.Sector, 1, TextLengths.Name));
        Add(RequestField.InsuredEmployees, draft.InsuredEmployees < 0 ? ProblemCode.Negative : null);
        Add(RequestField.Revenue, draft.Revenue < 0 ? ProblemCode.Negative : null);
        Add(RequestField.Capital, draft.Capital < 0 ? ProblemCode.Negative : null);
        Add(RequestField.Kind, draft.Kind is null ? ProblemCode.Missing : null);
        Add(RequestField.Content, Length(draft.Content, TextLengths.ShortestContent, TextLengths.CaseText));
        Add(RequestField.ContactName, Length(draft.ContactName, 2, TextLengths.Name));
        Add(
            RequestField.Phone,
            PhoneNumber.Read(draft.Phone ?? "") is PhoneNumberResult.Invalid && IsGiven(draft.Phone) ? ProblemCode.Malformed : null
        );
        Add(
            RequestField.Email,
            EmailAddress.Read(draft.Email ?? "") is EmailAddressResult.Invalid && IsGiven(draft.Email) ? ProblemCode.Malformed : null
        );
        if (!IsGiven(draft.Phone) && !IsGiven(draft.Email))
        {
            Add(RequestField.Phone, ProblemCode.NoContact);
        }

        Add(RequestField.Consent, draft.ConsentVersion is null || draft.ConsentedAt is null ? ProblemCode.Missing : null);
        Add(RequestField.Language, draft.Language is "vi" or "en" ? null : ProblemCode.Malformed);
        return problems;

        void Add(RequestField field, ProblemCode? code)
        {
            if (code is { } known)
            {
                problems.Add(new FieldProblem(field, known));
            }
        }
    }

    /// <summary>Makes a case of a draft.</summary>
    /// <param name="number">Taken before, with <see cref="CaseNumberAllocator"/>; a number that is not used leaves a gap.</param>
    public static Submission Submit(RequestDraft draft, CaseNumber number, Asker asker, DateTimeOffset now)
    {
        var problems = Check(draft);
        if (problems.Count > 0)
        {
            return new Submission.Invalid(problems);
        }

        var facts = Tidy(draft);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        var first = RequestHistory.Seal(
            new RequestEvent
            {
                CaseNumber = number.ToString(),
                Sequence = 1,
                Kind = RequestEventKind.Submitted,
                StatusAfter = RequestStatus.Submitted,
                At = at,
                Who = new Actor(ActorKind.Asker, asker.UserId, null),
                Channel = asker.ChannelId,
                ContentHash = RequestHistory.ContentHashOf(facts),
                PreviousHash = "",
                Hash = "",
            }
        );
        return new Submission.Accepted(
            new SupportRequest
            {
                CaseNumber = number.ToString(),
                Version = 1,
                Status = RequestStatus.Submitted,
                Facts = facts,
                Asker = asker,
                SubmittedAt = at,
                ChangedAt = at,
                LastHash = first.Hash,
            },
            first
        );
    }

    private static bool IsGiven(string? text) => !string.IsNullOrWhiteSpace(text);

    private static ProblemCode? CheckTaxCode(string? text) =>
        TaxCode.Read(text ?? "") switch
        {
            TaxCodeResult.Invalid { Fault: TaxCodeFault.Empty } => ProblemCode.Missing,
            TaxCodeResult.Invalid => ProblemCode.Malformed,
            _ => null,
        };

    private static ProblemCode? Length(string? text, int min, int max) =>
        text?.Trim().Length switch
        {
            null or 0 => ProblemCode.Missing,
            var length when length < min => ProblemCode.TooShort,
            var length when length > max => ProblemCode.TooLong,
            _ => null,
        };

    private static RequestDraft Tidy(RequestDraft draft) =>
        draft with
        {
            EnterpriseName = draft.EnterpriseName?.Trim(),
            TaxCode = TaxCode.Read(draft.TaxCode ?? "") switch
            {
                TaxCodeResult.Valid valid => valid.Normalized,
                TaxCodeResult.Doubtful doubtful => doubtful.Normalized,
                _ => draft.TaxCode,
            },
            Sector = draft.Sector?.Trim(),
            Content = draft.Content?.Trim(),
            ContactName = draft.ContactName?.Trim(),
            Phone = PhoneNumber.Read(draft.Phone ?? "") switch
            {
                PhoneNumberResult.Valid valid => valid.Normalized,
                PhoneNumberResult.Doubtful doubtful => doubtful.Normalized,
                _ => null,
            },
            Email = EmailAddress.Read(draft.Email ?? "") is EmailAddressResult.Valid address ? address.Normalized : null,
        };
}

/// <summary>What became of a draft.</summary>
internal abstract record Submission
{
    private Submission() { }

    /// <summary>To be stored with <see cref="SubmitRequest"/>.</summary>
    internal sealed record Accepted(SupportRequest Request, RequestEvent Event) : Submission;

    internal sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : Submission;
}
