namespace PolicyAssistantBot.Requests;

/// <summary>
/// Vietnamese tax codes: 10 digits of which the last is a check digit, 13 with the three digits of a branch (<c>0100109106-001</c>),
/// or the 12-digit personal id that households use since 1 July 2025, which has none.
/// The tenth digit is <c>10 - (31·d1 + 29·d2 + 23·d3 + 19·d4 + 17·d5 + 13·d6 + 7·d7 + 5·d8 + 3·d9) mod 11</c>. A right check digit
/// does not mean that the enterprise exists.
/// </summary>
internal static class TaxCode
{
    private static readonly int[] Weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

    public static TaxCodeCheck Check(string? text)
    {
        var digits = new string([.. (text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '–'))]);
        if (digits.Length == 0)
        {
            return new TaxCodeCheck.Invalid(ProblemCode.Missing);
        }

        if (!digits.All(char.IsAsciiDigit))
        {
            return new TaxCodeCheck.Invalid(ProblemCode.Malformed);
        }

        return digits.Length switch
        {
            12 => new TaxCodeCheck.Valid(digits, IsUnusual: false),
            10 => CheckEnterprise(digits, digits),
            13 when digits[10..] == "000" => new TaxCodeCheck.Invalid(ProblemCode.TaxCodeBranch),
            13 => CheckEnterprise(digits[..10], $"{digits[..10]}-{digits[10..]}"),
            _ => new TaxCodeCheck.Invalid(ProblemCode.TaxCodeLength),
        };
    }

    private static TaxCodeCheck CheckEnterprise(string ten, string normalised)
    {
        var rest = Weights.Select((weight, i) => weight * (ten[i] - '0')).Sum() % 11;

        // A remainder of 0 asks for a tenth digit of 10, which does not exist. Sources differ on whether such codes are issued.
        if (rest == 0)
        {
            return new TaxCodeCheck.Valid(normalised, IsUnusual: true);
        }

        return ten[9] - '0' == 10 - rest
            ? new TaxCodeCheck.Valid(normalised, IsUnusual: false)
            : new TaxCodeCheck.Invalid(ProblemCode.TaxCodeCheckDigit);
    }
}

internal abstract record TaxCodeCheck
{
    private TaxCodeCheck()
    {
    }

    /// <param name="Code">Without spaces and dots, the branch after a dash.</param>
    /// <param name="IsUnusual">The rule gives no check digit for it: worth a word, not a refusal.</param>
    internal sealed record Valid(string Code, bool IsUnusual) : TaxCodeCheck;

    internal sealed record Invalid(ProblemCode Problem) : TaxCodeCheck;
}
