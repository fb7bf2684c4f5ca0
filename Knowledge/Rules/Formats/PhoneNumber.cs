using System.Text;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Rules.Formats;

/// <summary>The result of reading a Vietnamese telephone number.</summary>
public abstract record PhoneNumberResult
{
    private PhoneNumberResult() { }

    /// <param name="Normalized">The number in national form, beginning with 0: <c>0912345678</c>, <c>02437347512</c>.</param>
    public sealed record Valid(string Normalized) : PhoneNumberResult;

    /// <summary>Accepted with a warning, because an official may be unable to call this number.</summary>
    public sealed record Doubtful(string Normalized, LocalizedText Warning) : PhoneNumberResult;

    public sealed record Invalid(LocalizedText Reason) : PhoneNumberResult;
}

/// <summary>
/// Numbers under the national numbering plan: mobile 0 + 3, 5, 7, 8 or 9 + 8 digits; Hanoi landline 024 + 8 digits; +84 replaces the 0.
/// </summary>
public static partial class PhoneNumber
{
    /// <summary>Reads a number from text such as "0912 345 678 (Zalo)" or "ĐT: …"; of several valid numbers the first.</summary>
    public static PhoneNumberResult Parse(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var parsed = ParseNumber(input);
        if (parsed is not PhoneNumberResult.Invalid)
        {
            return parsed;
        }

        var numbers = NumberRegex()
            .Matches(input)
            .Select(match => ParseNumber(match.Value))
            .Where(number => number is not PhoneNumberResult.Invalid)
            .ToList();
        return (numbers, HasOtherDigits(input)) switch
        {
            ([var onlyNumber], false) => onlyNumber,
            ([PhoneNumberResult.Valid first, ..], false) => new PhoneNumberResult.Doubtful(
                first.Normalized,
                new LocalizedText(
                    $"Có nhiều số điện thoại; tôi ghi số đầu, {first.Normalized}. Nếu muốn dùng số khác, anh/chị nhập lại một số.",
                    $"There are several numbers; I took the first, {first.Normalized}. If you prefer another, please enter only that one."
                )
            ),
            _ => parsed,
        };
    }

    /// <summary>Whether the text contains digits that belong to none of the numbers.</summary>
    private static bool HasOtherDigits(string input) => NumberRegex().Replace(input, "").Any(char.IsDigit);

    private static PhoneNumberResult ParseNumber(string input)
    {
        var number = string.Concat(
            input.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '–' or '(' or ')'))
        );
        if (number.Length == 0)
        {
            return Invalid("Số điện thoại còn trống.", "The telephone number is empty.");
        }

        number = ToNationalForm(number);
        if (number.FirstOrDefault(c => !char.IsAsciiDigit(c)) is var invalidCharacter and not '\0')
        {
            return Invalid(
                $"Số điện thoại chỉ gồm chữ số, có thể bắt đầu bằng +84; “{invalidCharacter}” không hợp lệ.",
                $"A telephone number has digits only and may begin with +84; “{invalidCharacter}” is not valid."
            );
        }

        return number switch
        {
            ['0', '3' or '5' or '7' or '8' or '9', .. { Length: 8 }] => new PhoneNumberResult.Valid(number),
            ['0', '2', '4', .. { Length: 8 }] => new PhoneNumberResult.Valid(number),
            ['0', '2', .. { Length: 9 }] => new PhoneNumberResult.Doubtful(
                number,
                new LocalizedText(
                    "Đây là số cố định ngoài Hà Nội. Nếu có số di động hoặc số Hà Nội (024), anh/chị nên dùng số đó.",
                    "This is a landline outside Hanoi. If you have a mobile or a Hanoi number (024), please give that instead."
                )
            ),
            ['1', '8' or '9', '0', '0', .. { Length: 4 or 6 }] => new PhoneNumberResult.Doubtful(
                number,
                new LocalizedText(
                    "Đây là số tổng đài; cán bộ có thể không gọi gặp được đúng người. Nếu có, anh/chị nên để số di động.",
                    "This is a call-centre number; an official may not reach the right person. If you have one, please give a "
                        + "mobile number instead."
                )
            ),
            _ => Invalid(
                "Số điện thoại chưa đúng: di động có 10 số, bắt đầu bằng 03, 05, 07, 08 hoặc 09; cố định Hà Nội là 024 và 8 số.",
                "The number is not right: a mobile has 10 digits and begins with 03, 05, 07, 08 or 09; a Hanoi landline is 024 "
                    + "and 8 digits."
            ),
        };
    }

    private static string ToNationalForm(string number) =>
        number switch
        {
            ['+', '8', '4', .. var rest] => $"0{rest.TrimStart('0')}",
            ['0', '0', '8', '4', .. var rest] => $"0{rest.TrimStart('0')}",
            ['8', '4', .. { Length: 9 or 10 } rest] => $"0{rest}",
            _ => number,
        };

    // Digits next to letters are not a number: "09x2345678".
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:\+84|\(\+84\)|0084|84|0|\(0|1[89]00)(?:[\s.\-()]{0,2}[0-9]){4,11}(?![\p{L}\p{N}])")]
    private static partial Regex NumberRegex();

    private static PhoneNumberResult.Invalid Invalid(string vi, string en) => new(new LocalizedText(vi, en));
}
