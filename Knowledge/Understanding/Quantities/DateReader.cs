using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>Days, months, quarters and years that a message names, those that do not exist among them.</summary>
internal static class DateReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <param name="folded">The text without diacritics, of the same length.</param>
    public static List<DateMention> Read(string text, string folded, DateOnly today)
    {
        var isEnglish = LanguageDetector.Detect(text) is { Lang: Lang.En, IsRecognised: true };
        var found = new List<DateMention>();
        foreach (var (pattern, read) in Patterns)
        {
            foreach (Match match in pattern.Matches(folded))
            {
                // "may 2" without diacritics is "máy 2".
                var isWordOfBoth = match.Groups["name"].Value is "may" or "mar" or "dec" && !isEnglish;
                if (isWordOfBoth || found.Exists(other => match.Index < other.Span.End && match.Index + match.Length > other.Span.Start))
                {
                    continue;
                }

                if (read(match, text, today) is { } mention)
                {
                    found.Add(
                        mention with
                        {
                            Role = DateRoles.Of(folded, match.Index, mention),
                            Written = text.Substring(match.Index, match.Length).Trim(),
                            Span = new(match.Index, match.Length),
                        }
                    );
                }
            }
        }

        return [.. found.OrderBy(mention => mention.Span.Start)];
    }

    private static readonly (Regex Pattern, Func<Match, string, DateOnly, DateMention?> Read)[] Patterns =
    [
        (DatePatterns.Iso(), static (match, _, today) => Day(match, today)),
        (DatePatterns.FullDay(), static (match, _, today) => Day(match, today)),
        (DatePatterns.NamedDay(), static (match, _, today) => Day(match, today)),
        (DatePatterns.Years(), static (match, _, _) => Years(match)),
        (DatePatterns.FirstMonths(), static (match, text, today) => FirstMonths(match, today)),
        (DatePatterns.Quarter(), Quarter),
        (DatePatterns.Month(), Month),
        (DatePatterns.ShortDay(), ShortDay),
        (DatePatterns.PartOfYear(), static (match, _, today) => PartOfYear(match, today)),
        (DatePatterns.RelativeDay(), static (match, _, today) => RelativeDay(match, today)),
        (DatePatterns.RelativePeriod(), static (match, _, today) => RelativePeriod(match, today)),
        (DatePatterns.Year(), static (match, _, _) => Of(DateUnit.Year, new DateOnly(Number(match, "y"), 1, 1), 12)),
    ];

    private static DateMention? ShortDay(Match match, string text, DateOnly today)
    {
        var (day, month) = (Number(match, "d"), Number(match, "m"));
        var isCued = match.Groups["cue"].Success;
        return (day is < 1 or > 31 || month is < 1 or > 12) && !isCued ? null : Day(match, today);
    }

    private static DateMention Day(Match match, DateOnly today)
    {
        var (day, month) = (Number(match, "d"), MonthOf(match));
        var year = YearOf(match) ?? today.Year;
        var fault =
            month is < 1 or > 12 ? DateFault.NoSuchMonth
            : day < 1 || day > DateTime.DaysInMonth(year, month) ? DateFault.NoSuchDay
            : DateFault.None;
        var date = fault == DateFault.None ? new DateOnly(year, month, day) : default;
        return new(DateUnit.Day, date, date, default, "", default) { Fault = fault, YearIsAssumed = YearOf(match) is null };
    }

    private static DateMention? Month(Match match, string text, DateOnly today)
    {
        var month = MonthOf(match);
        if (month is < 1 or > 12 && char.IsAsciiDigit(text[match.Index]))
        {
            return null; // "61/2018" is the number of a document.
        }

        return month is < 1 or > 12
            ? Impossible(DateUnit.Month, DateFault.NoSuchMonth)
            : Of(DateUnit.Month, new DateOnly(YearOf(match) ?? RelativeYear(match, today) ?? today.Year, month, 1), 1) with
            {
                YearIsAssumed = YearOf(match) is null && RelativeYear(match, today) is null,
            };
    }

    private static DateMention? Quarter(Match match, string text, DateOnly today)
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
        var year = YearOf(match) ?? RelativeYear(match, today);
        if (word is "quỹ" or "quy" && word == "quỹ" || (word == "q" && year is null && quarter > 4))
        {
            return null;
        }

        return quarter is < 1 or > 4
            ? Impossible(DateUnit.Quarter, DateFault.NoSuchQuarter)
            : Of(DateUnit.Quarter, new DateOnly(year ?? today.Year, (quarter * 3) - 2, 1), 3) with
            {
                YearIsAssumed = year is null,
            };
    }

    private static DateMention? FirstMonths(Match match, DateOnly today)
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

        var year = YearOf(match) ?? RelativeYear(match, today) ?? today.Year;
        var first = new DateOnly(year, match.Groups["last"].Success ? 13 - count : 1, 1);
        return Of(DateUnit.Months, first, count) with { YearIsAssumed = YearOf(match) is null && RelativeYear(match, today) is null };
    }

    private static DateMention PartOfYear(Match match, DateOnly today)
    {
        var year = YearOf(match) ?? RelativeYear(match, today) ?? today.Year;
        var (month, count) =
            match.Groups["begin"].Success ? (1, 3)
            : match.Groups["middle"].Success ? (5, 3)
            : (10, 3);
        return Of(DateUnit.Months, new DateOnly(year, month, 1), count) with { IsRelative = YearOf(match) is null };
    }

    private static DateMention RelativeDay(Match match, DateOnly today)
    {
        var day = today.AddDays(
            match.Groups["tomorrow"].Success ? 1
            : match.Groups["yesterday"].Success ? -1
            : 0
        );
        return new(DateUnit.Day, day, day, default, "", default) { IsRelative = true };
    }

    private static DateMention RelativePeriod(Match match, DateOnly today)
    {
        var shift = Shift(match);
        var unit = match.Groups["unit"].Value;
        var mention =
            unit is "thang" or "month" ? Of(DateUnit.Month, new DateOnly(today.Year, today.Month, 1).AddMonths(shift), 1)
            : unit is "quy" or "quarter"
                ? Of(DateUnit.Quarter, new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1).AddMonths(3 * shift), 3)
            : Of(DateUnit.Year, new DateOnly(today.Year + shift, 1, 1), 12);
        return mention with { IsRelative = true };
    }

    private static DateMention? Years(Match match)
    {
        var (first, last) = (Number(match, "y"), Number(match, "y2"));
        return last <= first ? null : new(DateUnit.Years, new DateOnly(first, 1, 1), new DateOnly(last, 12, 31), default, "", default);
    }

    private static int Shift(Match match) =>
        match.Groups["before2"].Success ? -2
        : match.Groups["past"].Success ? -1
        : match.Groups["next"].Success ? 1
        : 0;

    private static int? RelativeYear(Match match, DateOnly today) =>
        match.Groups["past"].Success || match.Groups["next"].Success || match.Groups["this"].Success || match.Groups["before2"].Success
            ? today.Year + Shift(match)
            : null;

    private static DateMention Impossible(DateUnit unit, DateFault fault) =>
        new(unit, default, default, default, "", default) { Fault = fault };

    private static DateMention Of(DateUnit unit, DateOnly first, int months) =>
        new(unit, first, first.AddMonths(months).AddDays(-1), default, "", default);

    private static int MonthOf(Match match) =>
        match.Groups["name"].Success ? Array.IndexOf(Months, match.Groups["name"].Value[..3]) + 1 : Number(match, "m");

    private static int? YearOf(Match match) =>
        !match.Groups["y"].Success ? null
        : match.Groups["y"].Length == 2 ? 2000 + Number(match, "y")
        : Number(match, "y");

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
}
