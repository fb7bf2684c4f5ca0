using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>A day as people type it: <c>20/11/2026</c>, <c>3/11</c>, <c>ngày 3 tháng 11</c>, <c>hôm nay</c>, <c>20 November</c>.</summary>
internal static partial class DayReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <param name="folded">Folded, with its punctuation.</param>
    /// <returns>Null when no day is named, or one that does not exist.</returns>
    public static DateOnly? Read(string folded, DateOnly today)
    {
        var match = Day().Match(folded);
        if (!match.Success)
        {
            return Today().IsMatch(folded) ? today
                : Tomorrow().IsMatch(folded) ? today.AddDays(1)
                : Yesterday().IsMatch(folded) ? today.AddDays(-1)
                : null;
        }

        var month = match.Groups["name"].Success
            ? Array.IndexOf(Months, match.Groups["name"].Value[..3]) + 1
            : int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture);
        var year = match.Groups["y"].Success ? match.Groups["y"].Value : today.Year.ToString(CultureInfo.InvariantCulture);
        return DateOnly.TryParseExact(
            $"{match.Groups["d"].Value}/{month}/{year}",
            "d/M/yyyy",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
    }

    private const string Names =
        "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?";

    [GeneratedRegex(
        @"(?<![0-9/.])((?<d>[0-9]{1,2})[/.\-](?<m>[0-9]{1,2})([/.\-](?<y>20[0-9]{2}))?(?![0-9/])|(?<d>[0-9]{1,2}) thang (?<m>[0-9]{1,2})( nam (?<y>20[0-9]{2}))?|(?<d>[0-9]{1,2})(st|nd|rd|th)?( of)? (?<name>"
            + Names
            + @")\b(,? (?<y>20[0-9]{2}))?|\b(?<name>"
            + Names
            + @") (?<d>[0-9]{1,2})(st|nd|rd|th)?\b(,? (?<y>20[0-9]{2}))?)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Day();

    [GeneratedRegex(@"\b(hom nay|hnay|bay gio|today|now)\b")]
    private static partial Regex Today();

    [GeneratedRegex(@"\b(ngay mai|mai nop|tomorrow)\b")]
    private static partial Regex Tomorrow();

    [GeneratedRegex(@"\b(hom qua|yesterday)\b")]
    private static partial Regex Yesterday();
}
