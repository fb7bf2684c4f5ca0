using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// The day whose law is asked about, where the text names one: a date with a word that makes it a point of view ("trước 1/7/2025",
/// "as of 1 July 2025"), a quarter, or a year. The day on which a company was founded, the year of an account or of a document are none.
/// Of a quarter or a year gone by the last day counts, of one to come the first.
/// </summary>
internal static partial class DateAsked
{
    /// <summary>So many characters before a year tell what it is the year of.</summary>
    private const int LooksBack = 34;

    /// <param name="folded">Folded text.</param>
    /// <returns>The day, or null where none is named, or it is today's year.</returns>
    public static DateOnly? Read(string folded, DateOnly today)
    {
        foreach (Match match in FullDate().Matches(folded))
        {
            if (!IsOfSomethingElse(folded, match.Index) && Day(match) is { } day && Seen(match.Groups["cue"].Value, day, today) is { } seen)
            {
                return seen;
            }
        }

        if (Quarter().Match(folded) is { Success: true } quarter && !IsOfSomethingElse(folded, quarter.Index))
        {
            var first = new DateOnly(Number(quarter, "y"), (QuarterOf(quarter.Groups["q"].Value) * 3) - 2, 1);
            return Within(first, first.AddMonths(3).AddDays(-1), today);
        }

        if (NextYear().IsMatch(folded))
        {
            return new DateOnly(today.Year + 1, 1, 1);
        }

        foreach (Match year in Year().Matches(folded))
        {
            if (year.Groups["cue"].Success || !IsOfSomethingElse(folded, year.Index))
            {
                var y = Number(year, "y");
                return Within(new DateOnly(y, 1, 1), new DateOnly(y, 12, 31), today);
            }
        }

        return null;
    }

    private static DateOnly? Within(DateOnly first, DateOnly last, DateOnly today) =>
        last < today ? last
        : first > today ? first
        : null;

    private static DateOnly? Seen(string cue, DateOnly day, DateOnly today) =>
        cue switch
        {
            "truoc" or "truoc ngay" or "before" or "prior to" or "until" => day.AddDays(-1),
            "sau" or "sau ngay" or "after" => day.AddDays(1),
            "tu" or "tu ngay" or "ke tu" or "ke tu ngay" or "from" or "since" => day > today ? day : null,
            _ => day,
        };

    private static DateOnly? Day(Match match)
    {
        var month = match.Groups["name"].Success ? Array.IndexOf(Months, match.Groups["name"].Value[..3]) + 1 : Number(match, "m");
        return DateOnly.TryParseExact(
            string.Create(CultureInfo.InvariantCulture, $"{Number(match, "d")}/{month}/{Number(match, "y")}"),
            "d/M/yyyy",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
    }

    private static bool IsOfSomethingElse(string folded, int at) => OfSomethingElse().IsMatch(folded[Math.Max(0, at - LooksBack)..at]);

    private static int QuarterOf(string written) =>
        written switch
        {
            "1" or "i" => 1,
            "2" or "ii" => 2,
            "3" or "iii" => 3,
            _ => 4,
        };

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private const string MonthNames =
        "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec";

    [GeneratedRegex(
        @"\b(?<cue>truoc ngay|truoc|sau ngay|sau|ke tu ngay|ke tu|tu ngay|tu|vao ngay|tinh den( ngay)?|tai thoi diem|tai ngay|den( het)? ngay|thoi diem|before|prior to|after|from|since|as of|as at|on|until) ((?<d>\d{1,2})[/.\-](?<m>\d{1,2})[/.\-](?<y>20\d\d)|(?<d>\d{1,2}) thang (?<m>\d{1,2})( nam|,|/) ?(?<y>20\d\d)|(?<d>\d{1,2})(st|nd|rd|th)?( of)? (?<name>"
            + MonthNames
            + @"),? (?<y>20\d\d)|(?<name>"
            + MonthNames
            + @") (?<d>\d{1,2})(st|nd|rd|th)?,? (?<y>20\d\d))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex FullDate();

    [GeneratedRegex(
        @"\b(quy|q|quarter) ?(?<q>[1-4]|iv|iii|ii|i)( |/|-| nam | of |, ?)(?<y>20\d\d)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Quarter();

    [GeneratedRegex(
        @"\b((?<cue>hoi nam|quy dinh nam|luat nam|vao nam|thoi diem nam|back in|law of|rules of|rules in|as of)|trong nam|nam|in|during|for)( nam)? (?<y>20\d\d)\b(?![/.\-–]\d| ?[-–] ?20)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(sang nam|nam toi|next year)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NextYear();

    // What a date or a year belongs to when it is no point of view: a founding, an account, a document, a span.
    [GeneratedRegex(
        @"\b(thanh lap|lap|mo|dang ky( kinh doanh| lan dau)?|cap( giay)?|duoc cap|hoat dong|ra doi|doanh thu|loi nhuan|bao cao|tai chinh|nghi dinh|luat|nghi quyet|thong tu|quyet dinh|nd|tt|nq|qd|giai doan|den|mua|sinh|founded|established|set up|registered|incorporated|started|opened|revenue|accounts|statements|decree|law|circular|resolution|decision|filed|nop (ho so|don)|submitted|iso)( [^ ]+){0,3} ?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OfSomethingElse();
}
