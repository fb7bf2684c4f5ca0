using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// Amounts and counts as people type them: <c>2 tỷ</c>, <c>500tr</c>, <c>1,5 tỉ</c>, <c>2 tỷ rưỡi</c>, <c>VND 2bn</c>, <c>khoảng 45 người</c>.
/// What could mean two things is not read: the caller asks.
/// </summary>
public static partial class TypedAmount
{
    /// <summary>Below this, a bare number is hardly an amount in VND: somebody left the unit out.</summary>
    private const decimal SmallestBareAmount = 100_000;

    /// <summary>An amount in VND; null when there is none, more than one, or no unit where one is needed.</summary>
    public static decimal? ReadVnd(string text)
    {
        var read = Read(text);
        return read is { HasUnit: false, Value: > 0 and < SmallestBareAmount } ? null : read?.Value;
    }

    /// <summary>A head count; null when there is none, more than one, or no whole number.</summary>
    public static int? ReadCount(string text) =>
        Read(text) is { Value: var value } && value == decimal.Truncate(value) && value <= 10_000_000 ? (int)value : null;

    private static (decimal Value, bool HasUnit)? Read(string text)
    {
        var folded = VietnameseText.Fold(text);
        var matches = Part().Matches(folded);
        if (matches.Count == 0 || Minus().IsMatch(folded))
        {
            return null;
        }

        var (total, lastUnit) = (0m, 0m);
        for (var i = 0; i < matches.Count; i++)
        {
            var unit = UnitOf(matches[i].Groups["thousand"].Value, matches[i].Groups["unit"].Value);
            if (Number(matches[i].Groups["number"].Value, unit > 1) is not { } number)
            {
                return null;
            }

            if (i > 0 && unit == 1 && number < 10 && lastUnit >= 1_000_000)
            {
                number *= lastUnit / 10; // "1 tỷ 2" is 1.2 tỷ.
            }
            else if (i > 0 && (lastUnit <= unit || unit == 1))
            {
                return null;
            }

            total += (number + (matches[i].Groups["half"].Success ? 0.5m : 0)) * unit;
            lastUnit = unit;
        }

        return (total, lastUnit > 1 || matches.Count > 1);
    }

    private static decimal UnitOf(string thousand, string unit) =>
        (thousand.Length > 0 ? 1_000m : 1m)
        * unit switch
        {
            "ty" or "ti" or "billion" or "bn" or "b" => 1_000_000_000m,
            "trieu" or "tr" or "million" or "mil" or "mn" or "m" => 1_000_000m,
            "nghin" or "ngan" or "thousand" or "k" => 1_000m,
            _ => 1m,
        };

    /// <summary>
    /// Three digits after a separator are a group, unless a unit follows a single short number (<c>1,250 tỷ</c> stays unread);
    /// one or two are a fraction, whichever separator.
    /// </summary>
    private static decimal? Number(string digits, bool hasUnit)
    {
        if (Words.TryGetValue(digits, out var word))
        {
            return word;
        }

        if (Grouped().IsMatch(digits))
        {
            return hasUnit && digits.Length <= 7 && digits.Contains(',', StringComparison.Ordinal)
                ? null
                : Parse(Separators().Replace(digits, ""));
        }

        return Fraction().IsMatch(digits) ? Parse(digits.Replace(',', '.')) : null;
    }

    private static decimal? Parse(string plain) =>
        decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1e12m
            ? value
            : null;

    private static readonly Dictionary<string, decimal> Words = new(StringComparer.Ordinal)
    {
        ["mot"] = 1,
        ["hai"] = 2,
        ["ba"] = 3,
        ["bon"] = 4,
        ["nam"] = 5,
        ["sau"] = 6,
        ["bay"] = 7,
        ["tam"] = 8,
        ["chin"] = 9,
        ["muoi"] = 10,
    };

    [GeneratedRegex(
        @"(?:(?<number>[0-9]+(?:[.,][0-9]+)*(?:\s[0-9]{3}(?![0-9]))*)\s*(?:(?<thousand>nghin|ngan)\s+(?=t[yi]\b))?(?:(?<unit>ty|ti|trieu|tr|nghin|ngan|billion|bn|b|million|mil|mn|m|thousand|k)(?![\p{L}]))?|\b(?<number>mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\s+(?<unit>ty|ti|trieu|tr|nghin|ngan)(?![\p{L}\p{N}]))(?<half>\s*ruoi\b)?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Part();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[-−–]\s*[0-9]|[0-9]\s*(?:-|–|den|toi|to)\s*[0-9]")]
    private static partial Regex Minus();

    [GeneratedRegex(@"^[0-9]{1,3}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+|(?:\s[0-9]{3})+)\z")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^[0-9]{1,18}(?:[.,][0-9]{1,2})?\z")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"[.,\s]")]
    private static partial Regex Separators();
}
