using System.Globalization;

namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>A number in digits, which Vietnamese and English separate the other way round.</summary>
/// <param name="Alternative">The other reading of a separator that may be either.</param>
internal readonly record struct DigitText(decimal Value, decimal? Alternative, double Confidence)
{
    private const int MostDigits = 18;

    /// <param name="written">Digits with blanks, apostrophes, points and commas between them.</param>
    /// <param name="scale">Of the word after it: 1 where there is none.</param>
    /// <param name="isEnglish">The text around it is English.</param>
    /// <param name="isPercent">Three digits after a separator are then decimals.</param>
    public static DigitText? Read(string written, decimal scale, bool isEnglish, bool isPercent)
    {
        var isSpaced = written.Contains(' ', StringComparison.Ordinal);
        var digits = written
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace("'", "", StringComparison.Ordinal)
            .Replace("’", "", StringComparison.Ordinal);
        if (digits.Length > MostDigits + 4)
        {
            return null;
        }

        var parts = digits.Split('.', ',');
        var signs = string.Concat(digits.Where(c => c is '.' or ','));
        if (signs.Length == 0)
        {
            return Of(digits, null, isSpaced && written.Count(c => c == ' ') == 1 && scale == 1 ? 0.8 : 1);
        }

        var whole = string.Concat(parts);
        var areGroups = parts[0].Length is >= 1 and <= 3 && parts[0][0] != '0' && parts.Skip(1).All(part => part.Length == 3);
        var isOneSign = signs.Distinct().Count() == 1;
        if (signs.Length == 1)
        {
            var withPoint = $"{parts[0]}.{parts[1]}";
            return !areGroups ? Of(withPoint, null, parts[1].Length <= 2 || parts[0] == "0" ? 1 : 0.9)
                : isSpaced ? Of(withPoint, null, 0.9)
                : OneGroup(whole, withPoint, signs[0], scale, isEnglish, isPercent);
        }

        if (isOneSign)
        {
            return areGroups ? Of(whole, null, 1) : Of(whole, null, 0.2);
        }

        // Groups, then one other sign before the decimals.
        var areGroupsBefore = parts[0].Length <= 3 && parts[1..^1].All(part => part.Length == 3) && signs[..^1].Distinct().Count() == 1;
        return areGroupsBefore && signs[^1] != signs[0]
            ? Of($"{string.Concat(parts[..^1])}.{parts[^1]}", null, parts[^1].Length == 3 ? 0.6 : 1)
            : Of(whole, null, 0.2);
    }

    private static DigitText? OneGroup(string whole, string withPoint, char sign, decimal scale, bool isEnglish, bool isPercent)
    {
        var isDecimalSign = sign == (isEnglish ? '.' : ',');
        if (isPercent)
        {
            return Of(withPoint, null, 0.9);
        }

        // Nobody counts people in thousandths. Of billions both readings occur: "1.250 tỷ" is said back.
        return scale switch
        {
            1 or 1_000 => Of(whole, isDecimalSign && scale == 1 ? withPoint : null, isDecimalSign ? 0.8 : 1),
            < 1_000_000_000 when !isDecimalSign => Of(whole, null, 1),
            _ when isDecimalSign => Of(withPoint, whole, isEnglish ? 0.9 : 0.5),
            _ => Of(whole, withPoint, isEnglish ? 0.9 : 0.5),
        };
    }

    private static DigitText? Of(string plain, string? alternative, double confidence) =>
        Parse(plain) is { } value ? new DigitText(value, alternative is null ? null : Parse(alternative), confidence) : null;

    private static decimal? Parse(string plain) =>
        plain.Length <= MostDigits + 4
        && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value < 1e15m
            ? value
            : null;
}
