using System.Text;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Rules.Formats;

public enum TaxCodeKind
{
    /// <summary>10 digits: the enterprise number, which is also the tax code.</summary>
    Enterprise,

    /// <summary>10 digits and a number 001–999: a dependent unit such as a branch.</summary>
    DependentUnit,

    /// <summary>12 digits: a household business uses its owner's personal identification number, from 1 July 2025.</summary>
    Household,
}

public enum TaxCodeFault
{
    Empty,
    NonDigit,
    WrongLength,

    /// <summary>The tenth digit does not match the first nine.</summary>
    WrongCheckDigit,

    /// <summary>A dependent unit's number is 001 to 999.</summary>
    InvalidUnitNumber,
}

/// <summary>The result of reading a tax code. A valid code does not mean that the enterprise exists.</summary>
public abstract record TaxCodeResult
{
    private TaxCodeResult() { }

    /// <param name="Normalized">The digits, with a hyphen before the number of a dependent unit: <c>0100109106-001</c>.</param>
    public sealed record Valid(string Normalized, TaxCodeKind Kind) : TaxCodeResult;

    /// <summary>Accepted with a warning, so that the user can check it.</summary>
    public sealed record Doubtful(string Normalized, TaxCodeKind Kind, LocalizedText Warning) : TaxCodeResult;

    public sealed record Invalid(TaxCodeFault Fault, LocalizedText Reason) : TaxCodeResult;
}

/// <summary>
/// The structure of Vietnamese tax codes (Circular 90/2026/TT-BTC on tax registration) and the check digit of the ten-digit code: N10 = 10
/// − (S mod 11), S = 31·N1 + 29·N2 + 23·N3 + 19·N4 + 17·N5 + 13·N6 + 7·N7 + 5·N8 + 3·N9.
/// </summary>
public static partial class TaxCode
{
    private static readonly int[] Weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

    public static TaxCodeResult Parse(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        input = LabelledCodeRegex().Match(input) is { Success: true } labelled ? labelled.Groups["code"].Value : input;
        var code = string.Concat(
            input.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '–' or '‐'))
        );
        if (code.Length == 0)
        {
            return Invalid(TaxCodeFault.Empty, "Mã số thuế còn trống.", "The tax code is empty.");
        }

        if (code.FirstOrDefault(c => !char.IsAsciiDigit(c)) is var invalidCharacter and not '\0')
        {
            return Invalid(
                TaxCodeFault.NonDigit,
                $"Mã số thuế chỉ gồm chữ số; “{invalidCharacter}” không phải chữ số.",
                $"A tax code has digits only; “{invalidCharacter}” is not a digit."
            );
        }

        return code.Length switch
        {
            10 => CheckCode(code, code, TaxCodeKind.Enterprise),
            13 when code.EndsWith("000", StringComparison.Ordinal) => Invalid(
                TaxCodeFault.InvalidUnitNumber,
                "Ba số cuối của mã 13 số phải từ 001 đến 999; 000 không hợp lệ.",
                "The last three digits of a 13-digit code run from 001 to 999; 000 is not valid."
            ),
            13 => CheckCode(code[..10], $"{code[..10]}-{code[10..]}", TaxCodeKind.DependentUnit),
            12 => new TaxCodeResult.Valid(code, TaxCodeKind.Household),
            _ => Invalid(
                TaxCodeFault.WrongLength,
                "Mã số thuế có 10 số (doanh nghiệp), 13 số (chi nhánh, đơn vị phụ thuộc) hoặc 12 số (số định danh, với hộ kinh "
                    + $"doanh); anh/chị đã nhập {code.Length} số.",
                "A tax code has 10 digits (enterprise), 13 (branch or dependent unit) or 12 (personal identification number, "
                    + $"for a household business); you entered {code.Length}."
            ),
        };
    }

    /// <summary>The check digit for the first nine digits; null when the remainder is 0, for which there is none.</summary>
    public static int? ComputeCheckDigit(ReadOnlySpan<char> firstNine)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += (firstNine[i] - '0') * Weights[i];
        }

        var digit = 10 - (sum % 11);
        return digit == 10 ? null : digit;
    }

    private static TaxCodeResult CheckCode(string tenDigits, string normalized, TaxCodeKind kind) =>
        ComputeCheckDigit(tenDigits) switch
        {
            null => new TaxCodeResult.Doubtful(
                normalized,
                kind,
                new LocalizedText(
                    "Chín số đầu của mã số thuế này thường không được cấp. Anh/chị xem lại giúp; nếu đúng như trên giấy đăng "
                        + "ký thì cứ tiếp tục.",
                    "The first nine digits of this tax code are not normally issued. Please check it; if it is what the "
                        + "registration certificate says, you can continue."
                )
            ),
            var expected when expected == tenDigits[9] - '0' => new TaxCodeResult.Valid(normalized, kind),
            var expected => Invalid(
                TaxCodeFault.WrongCheckDigit,
                $"Số thứ 10 là số kiểm tra: theo chín số đầu, số này phải là {expected}, không phải {tenDigits[9]}."
                    + " Có thể một số bị gõ nhầm.",
                $"The 10th digit is a check digit: for these first nine digits it must be {expected}, not {tenDigits[9]}. A digit may be "
                    + "mistyped."
            ),
        };

    /// <summary>A code with a label or a remark: "MST: 0101243150", "0101243150 (chi nhánh)".</summary>
    [GeneratedRegex(
        @"^\s*(?:(?:mst|mã số thuế|ma so thue|mã số doanh nghiệp|ma so doanh nghiep|mã số dn|msdn|mã|tax code|tax id"
            + @"|tin)[\s:.=\-–]*(?:là |la |is )?)?(?<code>[0-9][0-9 .\-–]{8,18}[0-9])(?:\s*\([^0-9]*\))?[\s.,;]*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex LabelledCodeRegex();

    private static TaxCodeResult.Invalid Invalid(TaxCodeFault fault, string vi, string en) => new(fault, new LocalizedText(vi, en));
}
