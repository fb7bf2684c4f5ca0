using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// The day whose law is asked about, where the text names one. Only a date with a word that makes it a point of view counts
/// ("trước 1/7/2025", "quy định năm 2023", "as of 1 July 2025"); the year in which a company was founded does not.
/// </summary>
internal static partial class DateAsked
{
    /// <param name="folded">Folded text.</param>
    /// <returns>The day, or null where none is named.</returns>
    public static DateOnly? Read(string folded)
    {
        var day = FullDate().Match(folded);
        if (day.Success && TryDate(day, out var date))
        {
            return day.Groups["cue"].Value is "truoc" or "truoc ngay" or "before" ? date.AddDays(-1) : date;
        }

        var year = Year().Match(folded);
        return year.Success && !Founded().IsMatch(folded)
            ? new DateOnly(int.Parse(year.Groups["y"].ValueSpan, CultureInfo.InvariantCulture), 12, 31)
            : null;
    }

    private static bool TryDate(Match match, out DateOnly date) =>
        DateOnly.TryParseExact(
            $"{match.Groups["d"].Value}/{match.Groups["m"].Value}/{match.Groups["y"].Value}",
            "d/M/yyyy",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out date);

    [GeneratedRegex(@"\b(?<cue>truoc ngay|truoc|vao ngay|tinh den|tai thoi diem|tai ngay|den ngay|before|as of|as at|on) (?<d>\d{1,2})[/.\-](?<m>\d{1,2})[/.\-](?<y>20\d\d)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FullDate();

    [GeneratedRegex(@"\b(hoi nam|quy dinh nam|luat nam|vao nam|thoi diem nam|back in|law of|rules of|rules in) (?<y>20\d\d)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(thanh lap|lap|mo|founded|established|set up|registered)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Founded();
}
