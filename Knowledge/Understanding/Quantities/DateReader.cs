using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>Reads the days, months, quarters and years that a message names, including those that do not exist.</summary>
internal static class DateReader
{
    private static readonly string[] MonthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <param name="folded">The text without diacritics, of the same length.</param>
    public static List<DateMention> Read(string text, string folded, DateOnly today)
    {
        var isEnglish = LanguageDetector.Detect(text) is { Lang: Lang.En, IsRecognised: true };
        var mentions = new List<DateMention>();
        foreach (var (pattern, read) in Patterns)
        {
            foreach (Match match in pattern.Matches(folded))
            {
                // "may 2" without diacritics is "máy 2".
                var isVietnameseWord = match.Groups["name"].Value is "may" or "mar" or "dec" && !isEnglish;
                if (
                    isVietnameseWord
                    || mentions.Exists(other => match.Index < other.Span.End && match.Index + match.Length > other.Span.Start)
                )
                {
                    continue;
                }

                if (read(match, text, today) is { } mention)
                {
                    mentions.Add(
                        mention with
                        {
                            Role = DateRoles.Determine(folded, match.Index, match.Length, mention, today),
                            Written = text.Substring(match.Index, match.Length).Trim(),
                            Span = new(match.Index, match.Length),
                        }
                    );
                }
            }
        }

        return [.. mentions.OrderBy(mention => mention.Span.Start)];
    }

    private static readonly (Regex Pattern, Func<Match, string, DateOnly, DateMention?> Read)[] Patterns =
    [
        (DatePatterns.Iso(), static (match, _, today) => ReadDay(match, today)),
        (DatePatterns.FullDay(), static (match, _, today) => ReadDay(match, today)),
        (DatePatterns.NamedDay(), static (match, _, today) => ReadDay(match, today)),
        (DatePatterns.Years(), static (match, _, _) => ReadYears(match)),
        (DatePatterns.FirstMonths(), static (match, text, today) => ReadFirstMonths(match, today)),
        (DatePatterns.Quarter(), ReadQuarter),
        (DatePatterns.Month(), ReadMonth),
        (DatePatterns.ShortDay(), ReadShortDay),
        (DatePatterns.PartOfYear(), static (match, _, today) => ReadPartOfYear(match, today)),
        (DatePatterns.RelativeDay(), static (match, _, today) => ReadRelativeDay(match, today)),
        (DatePatterns.RelativePeriod(), static (match, _, today) => ReadRelativePeriod(match, today)),
        (DatePatterns.Year(), static (match, _, _) => CreatePeriod(DateUnit.Year, new DateOnly(ParseNumber(match, "y"), 1, 1), 12)),
    ];

    private static DateMention? ReadShortDay(Match match, string text, DateOnly today)
    {
        var (day, month) = (ParseNumber(match, "d"), ParseNumber(match, "m"));
        var isCued = match.Groups["cue"].Success;
        return (day is < 1 or > 31 || month is < 1 or > 12) && !isCued ? null : ReadDay(match, today);
    }

    private static DateMention ReadDay(Match match, DateOnly today)
    {
        var (day, month) = (ParseNumber(match, "d"), ParseMonth(match));
        var year = ParseYear(match) ?? today.Year;
        var fault =
            month is < 1 or > 12 ? DateFault.NoSuchMonth
            : day < 1 || day > DateTime.DaysInMonth(year, month) ? DateFault.NoSuchDay
            : DateFault.None;
        var date = fault == DateFault.None ? new DateOnly(year, month, day) : default;
        return new(DateUnit.Day, date, date, default, "", default) { Fault = fault, YearIsAssumed = ParseYear(match) is null };
    }

    private static DateMention? ReadMonth(Match match, string text, DateOnly today)
    {
        var month = ParseMonth(match);
        if (month is < 1 or > 12 && char.IsAsciiDigit(text[match.Index]))
        {
            return null; // "61/2018" is the number of a document.
        }

        return month is < 1 or > 12
            ? CreateImpossible(DateUnit.Month, DateFault.NoSuchMonth)
            : CreatePeriod(DateUnit.Month, new DateOnly(ParseYear(match) ?? ReadYear(match, today, month) ?? today.Year, month, 1), 1) with
            {
                YearIsAssumed = ParseYear(match) is null && ReadYear(match, today, month) is null,
            };
    }

    private static DateMention? ReadQuarter(Match match, string text, DateOnly today)
    {
        // "quỹ 3" is a fund, "q10" a district.
        var word = text.Substring(match.Groups["word"].Index, match.Groups["word"].Length).ToLowerInvariant();
        var quarter = match.Groups["q"].Value switch
        {
            "i" or "mot" or "first" or "1st" => 1,
            "ii" or "hai" or "second" or "2nd" => 2,
            "iii" or "ba" or "third" or "3rd" => 3,
            "iv" or "bon" or "tu" or "fourth" or "4th" => 4,
            var digits => int.Parse(digits, CultureInfo.InvariantCulture),
        };
        var year = ParseYear(match) ?? ReadYear(match, today, (quarter * 3) - 2);
        if (word is "quỹ" or "quy" && word == "quỹ" || (word == "q" && year is null && quarter > 4))
        {
            return null;
        }

        return quarter is < 1 or > 4
            ? CreateImpossible(DateUnit.Quarter, DateFault.NoSuchQuarter)
            : CreatePeriod(DateUnit.Quarter, new DateOnly(year ?? today.Year, (quarter * 3) - 2, 1), 3) with
            {
                YearIsAssumed = year is null,
            };
    }

    private static DateMention? ReadFirstMonths(Match match, DateOnly today)
    {
        var count = match.Groups["n"].Value switch
        {
            "ba" or "three" => 3,
            "bon" or "four" => 4,
            "sau" or "six" or "half" or "nua" => 6,
            "chin" or "nine" => 9,
            "" => 6,
            var digits => int.TryParse(digits, CultureInfo.InvariantCulture, out var n) ? n : 0,
        };
        if (count is < 1 or > 11)
        {
            return null;
        }

        var year = ParseYear(match) ?? ReadRelativeYear(match, today) ?? today.Year;
        var first = new DateOnly(year, match.Groups["last"].Success ? 13 - count : 1, 1);
        return CreatePeriod(DateUnit.Months, first, count) with
        {
            YearIsAssumed = ParseYear(match) is null && ReadRelativeYear(match, today) is null,
        };
    }

    private static DateMention ReadPartOfYear(Match match, DateOnly today)
    {
        var year = ParseYear(match) ?? ReadRelativeYear(match, today) ?? today.Year;
        var (month, count) =
            match.Groups["begin"].Success ? (1, 3)
            : match.Groups["middle"].Success ? (5, 3)
            : (10, 3);
        return CreatePeriod(DateUnit.Months, new DateOnly(year, month, 1), count) with { IsRelative = ParseYear(match) is null };
    }

    private static DateMention ReadRelativeDay(Match match, DateOnly today)
    {
        var day = today.AddDays(
            match.Groups["tomorrow"].Success ? 1
            : match.Groups["yesterday"].Success ? -1
            : 0
        );
        return new(DateUnit.Day, day, day, default, "", default) { IsRelative = true };
    }

    private static DateMention ReadRelativePeriod(Match match, DateOnly today)
    {
        var shift = GetShift(match);
        var unit = match.Groups["unit"].Value;
        var mention =
            unit is "thang" or "month" ? CreatePeriod(DateUnit.Month, new DateOnly(today.Year, today.Month, 1).AddMonths(shift), 1)
            : unit is "quy" or "quarter"
                ? CreatePeriod(DateUnit.Quarter, new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1).AddMonths(3 * shift), 3)
            : CreatePeriod(DateUnit.Year, new DateOnly(today.Year + shift, 1, 1), 12);
        return mention with { IsRelative = true };
    }

    private static DateMention? ReadYears(Match match)
    {
        var (first, last) = (ParseNumber(match, "y"), ParseNumber(match, "y2"));
        return last <= first ? null : new(DateUnit.Years, new DateOnly(first, 1, 1), new DateOnly(last, 12, 31), default, "", default);
    }

    private static int GetShift(Match match) =>
        match.Groups["before2"].Success ? -2
        : match.Groups["past"].Success ? -1
        : match.Groups["next"].Success ? 1
        : 0;

    /// <summary>"Tháng 10 vừa rồi" is the last October that has begun; the others are as far from this year as they say.</summary>
    private static int? ReadYear(Match match, DateOnly today, int month) =>
        match.Groups["recent"].Success ? (month <= today.Month ? today.Year : today.Year - 1) : ReadRelativeYear(match, today);

    private static int? ReadRelativeYear(Match match, DateOnly today) =>
        match.Groups["past"].Success || match.Groups["next"].Success || match.Groups["this"].Success || match.Groups["before2"].Success
            ? today.Year + GetShift(match)
            : null;

    private static DateMention CreateImpossible(DateUnit unit, DateFault fault) =>
        new(unit, default, default, default, "", default) { Fault = fault };

    private static DateMention CreatePeriod(DateUnit unit, DateOnly first, int months) =>
        new(unit, first, first.AddMonths(months).AddDays(-1), default, "", default);

    private static int ParseMonth(Match match) =>
        match.Groups["name"].Success ? Array.IndexOf(MonthNames, match.Groups["name"].Value[..3]) + 1 : ParseNumber(match, "m");

    private static int? ParseYear(Match match) =>
        !match.Groups["y"].Success ? null
        : match.Groups["y"].Length == 2 ? 2000 + ParseNumber(match, "y")
        : ParseNumber(match, "y");

    private static int ParseNumber(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
}
