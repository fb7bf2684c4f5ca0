using System.Globalization;

namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>A number in digits, which Vietnamese and English separate the other way round.</summary>
/// <param name="Alternative">The other reading of a separator that may be either.</param>
internal readonly record struct DigitText(decimal Value, decimal? Alternative, double Confidence)
{
    private const int MaxDigits = 18;

    /// <param name="text">Digits with spaces, apostrophes, points and commas between them.</param>
    /// <param name="scale">The factor of the scale word after it, such as a million; 1 when there is none.</param>
    /// <param name="isEnglish">Whether the surrounding text is English.</param>
    /// <param name="isPercent">Whether it is a percentage; three digits after a separator are then decimals.</param>
    public static DigitText? Parse(string text, decimal scale, bool isEnglish, bool isPercent)
    {
        var isSpaced = text.Contains(' ', StringComparison.Ordinal);
        var digits = text.Replace(" ", "", StringComparison.Ordinal)
            .Replace("'", "", StringComparison.Ordinal)
            .Replace("’", "", StringComparison.Ordinal);
        if (digits.Length > MaxDigits + 4)
        {
            return null;
        }

        var parts = digits.Split('.', ',');
        var separators = string.Concat(digits.Where(c => c is '.' or ','));
        if (separators.Length == 0)
        {
            return Create(digits, null, isSpaced && text.Count(c => c == ' ') == 1 && scale == 1 ? 0.8 : 1);
        }

        var whole = string.Concat(parts);
        var areGroups = parts[0].Length is >= 1 and <= 3 && parts[0][0] != '0' && parts.Skip(1).All(part => part.Length == 3);
        var hasOneSeparator = separators.Distinct().Count() == 1;
        if (separators.Length == 1)
        {
            var withPoint = $"{parts[0]}.{parts[1]}";
            return !areGroups ? Create(withPoint, null, parts[1].Length <= 2 || parts[0] == "0" ? 1 : 0.9)
                : isSpaced ? Create(withPoint, null, 0.9)
                : ReadSingleGroup(whole, withPoint, separators[0], scale, isEnglish, isPercent);
        }

        if (hasOneSeparator)
        {
            return areGroups ? Create(whole, null, 1) : Create(whole, null, 0.2);
        }

        // Groups of three, then another separator before the decimals.
        var areGroupsBefore =
            parts[0].Length <= 3 && parts[1..^1].All(part => part.Length == 3) && separators[..^1].Distinct().Count() == 1;
        return areGroupsBefore && separators[^1] != separators[0]
            ? Create($"{string.Concat(parts[..^1])}.{parts[^1]}", null, parts[^1].Length == 3 ? 0.6 : 1)
            : Create(whole, null, 0.2);
    }

    private static DigitText? ReadSingleGroup(string whole, string withPoint, char separator, decimal scale, bool isEnglish, bool isPercent)
    {
        var isDecimalSign = separator == (isEnglish ? '.' : ',');
        if (isPercent)
        {
            return Create(withPoint, null, 0.9);
        }

        // Counts of people have no thousandths. For billions both readings occur, so the asker must confirm "1.250 tỷ".
        return scale switch
        {
            1 or 1_000 => Create(whole, isDecimalSign && scale == 1 ? withPoint : null, isDecimalSign ? 0.8 : 1),
            < 1_000_000_000 when !isDecimalSign => Create(whole, null, 1),
            _ when isDecimalSign => Create(withPoint, whole, isEnglish ? 0.9 : 0.5),
            _ => Create(whole, withPoint, isEnglish ? 0.9 : 0.5),
        };
    }

    private static DigitText? Create(string digits, string? alternative, double confidence) =>
        ParseDecimal(digits) is { } value ? new DigitText(value, alternative is null ? null : ParseDecimal(alternative), confidence) : null;

    private static decimal? ParseDecimal(string digits) =>
        digits.Length <= MaxDigits + 4
        && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value < 1e15m
            ? value
            : null;
}
