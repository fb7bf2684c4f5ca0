using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Requests;

/// <summary>
/// What may happen to a case, as pure functions: a case and a wish in, the changed case with its event or a refusal out.
/// Nothing is stored or sent here.
/// </summary>
internal static partial class RequestRules
{
    public const int MaxName = 255;
    public const int MinContent = 20;
    public const int MaxContent = 5000;

    /// <summary>Everything that keeps a draft from being submitted; empty when nothing does.</summary>
    public static IReadOnlyList<FieldProblem> Check(RequestDraft draft)
    {
        var problems = new List<FieldProblem>();
        Add(RequestField.EnterpriseName, Length(draft.EnterpriseName, 2, MaxName));
        Add(RequestField.TaxCode, TaxCode.Check(draft.TaxCode) is TaxCodeCheck.Invalid invalid ? invalid.Problem : null);
        Add(RequestField.Ward, string.IsNullOrWhiteSpace(draft.WardCode) ? ProblemCode.Missing : null);
        Add(RequestField.Sector, Length(draft.Sector, 1, MaxName));
        Add(RequestField.InsuredEmployees, draft.InsuredEmployees < 0 ? ProblemCode.Negative : null);
        Add(RequestField.Revenue, draft.Revenue < 0 ? ProblemCode.Negative : null);
        Add(RequestField.Capital, draft.Capital < 0 ? ProblemCode.Negative : null);
        Add(RequestField.Kind, draft.Kind is null ? ProblemCode.Missing : null);
        Add(RequestField.Content, Length(draft.Content, MinContent, MaxContent));
        Add(RequestField.ContactName, Length(draft.ContactName, 2, MaxName));
        Add(RequestField.Phone, CheckPhone(draft.Phone));
        Add(RequestField.Email, CheckEmail(draft.Email));
        if (string.IsNullOrWhiteSpace(draft.Phone) && string.IsNullOrWhiteSpace(draft.Email))
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
        var first = RequestHistory.Seal(new RequestEvent
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
        });
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
            first);
    }

    /// <summary>A Vietnamese mobile number (03, 05, 07, 08, 09) or a Hanoi land line (024), with 0 or +84; null when it is one, or empty.</summary>
    public static ProblemCode? CheckPhone(string? text) =>
        string.IsNullOrWhiteSpace(text) || Phone().IsMatch(Compact(text)) ? null : ProblemCode.Malformed;

    /// <summary>One address, without display name or comments; null when it is one, or empty.</summary>
    public static ProblemCode? CheckEmail(string? text) => text?.Trim() switch
    {
        null or "" => null,
        { Length: > 254 } => ProblemCode.TooLong,
        var address => Address().IsMatch(address) ? null : ProblemCode.Malformed,
    };

    private static ProblemCode? Length(string? text, int min, int max) => text?.Trim().Length switch
    {
        null or 0 => ProblemCode.Missing,
        var length when length < min => ProblemCode.TooShort,
        var length when length > max => ProblemCode.TooLong,
        _ => null,
    };

    private static RequestDraft Tidy(RequestDraft draft) => draft with
    {
        EnterpriseName = draft.EnterpriseName?.Trim(),
        TaxCode = ((TaxCodeCheck.Valid)TaxCode.Check(draft.TaxCode)).Code,
        Sector = draft.Sector?.Trim(),
        Content = draft.Content?.Trim(),
        ContactName = draft.ContactName?.Trim(),
        Phone = string.IsNullOrWhiteSpace(draft.Phone) ? null : Compact(draft.Phone),
        Email = string.IsNullOrWhiteSpace(draft.Email) ? null : draft.Email.Trim(),
    };

    private static string Compact(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '(' or ')'))]);

    [GeneratedRegex(@"^(?:0|\+84)(?:[35789][0-9]{8}|24[0-9]{8})$", RegexOptions.None, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}

/// <summary>What became of a draft.</summary>
internal abstract record Submission
{
    private Submission()
    {
    }

    /// <summary>To be stored with <see cref="SubmitRequest"/>.</summary>
    internal sealed record Accepted(SupportRequest Request, RequestEvent Event) : Submission;

    internal sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : Submission;
}
