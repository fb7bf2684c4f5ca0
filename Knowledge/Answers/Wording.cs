using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>How dates and clauses are written in each language.</summary>
internal static partial class Wording
{
    public static string Date(DateOnly day, Lang lang) => lang == Lang.En
        ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>A clause as the articles name it, in the answer's language: <c>Điều 11 khoản 1</c> is <c>Article 11 clause 1</c>.</summary>
    public static string? Clause(string? clause, Lang lang) => clause is null || lang == Lang.Vi
        ? clause
        : ClauseWord().Replace(clause, match => match.Value.ToLowerInvariant() switch
        {
            "điều" => "Article",
            "khoản" => "clause",
            "điểm" => "point",
            "phụ lục" => "Annex",
            "chương" => "Chapter",
            "mục" => "Section",
            _ => "and",
        });

    [GeneratedRegex(@"\b(điều|khoản|điểm|phụ lục|chương|mục|và)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ClauseWord();
}
