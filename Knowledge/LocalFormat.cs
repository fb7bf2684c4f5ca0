using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge;

/// <summary>Writes numbers, amounts, dates and clauses as each language does. Times are Hanoi's.</summary>
public static partial class LocalFormat
{
    private static readonly NumberFormatInfo Vietnamese = NumberFormatInfo.ReadOnly(
        new NumberFormatInfo { NumberGroupSeparator = ".", NumberDecimalSeparator = "," }
    );

    /// <summary>Separators of a language, for formats other than <see cref="Number"/>.</summary>
    public static NumberFormatInfo Numbers(Lang lang) => lang == Lang.En ? NumberFormatInfo.InvariantInfo : Vietnamese;

    /// <summary><c>1.234,5</c>, <c>1,234.5</c>.</summary>
    public static string Number(decimal number, Lang lang) => number.ToString("#,0.###", Numbers(lang));

    /// <summary><c>1.500.000 đồng</c>, <c>VND 1,500,000</c>.</summary>
    public static string Amount(decimal vnd, Lang lang) => lang == Lang.En ? $"VND {Number(vnd, lang)}" : $"{Number(vnd, lang)} đồng";

    /// <summary><c>1,5 tỷ đồng</c>, <c>VND 1.5 billion</c>; below a million in full.</summary>
    public static string Money(decimal vnd, Lang lang) =>
        (vnd, lang) switch
        {
            (>= 1_000_000_000m, Lang.Vi) => $"{Number(vnd / 1_000_000_000m, lang)} tỷ đồng",
            (>= 1_000_000m, Lang.Vi) => $"{Number(vnd / 1_000_000m, lang)} triệu đồng",
            (_, Lang.Vi) => $"{Number(vnd, lang)} đồng",
            (>= 1_000_000_000m, _) => $"VND {Number(vnd / 1_000_000_000m, lang)} billion",
            (>= 1_000_000m, _) => $"VND {Number(vnd / 1_000_000m, lang)} million",
            _ => $"VND {Number(vnd, lang)}",
        };

    /// <summary><c>21/11/2026</c>, <c>21 November 2026</c>.</summary>
    public static string Day(DateOnly day, Lang lang) =>
        day.ToString(lang == Lang.En ? "d MMMM yyyy" : "dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>For sentences: <c>09:30 21/11/2026</c>, <c>21 November 2026, 09:30</c>.</summary>
    public static string Moment(DateTimeOffset at, Lang lang) =>
        at.ToHanoi().ToString(lang == Lang.En ? "d MMMM yyyy, HH:mm" : "HH:mm dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>For tables: <c>21/11/2026 09:30</c>, <c>21 Nov 2026 09:30</c>.</summary>
    public static string Time(DateTimeOffset at, Lang lang) =>
        at.ToHanoi().ToString(lang == Lang.En ? "d MMM yyyy HH:mm" : "dd'/'MM'/'yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>As <see cref="Time"/>, to the second.</summary>
    public static string TimeToTheSecond(DateTimeOffset at, Lang lang) =>
        at.ToHanoi().ToString(lang == Lang.En ? "d MMM yyyy HH:mm:ss" : "dd'/'MM'/'yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A clause as each language names it: <c>Điều 11 khoản 1</c>, <c>Article 11 clause 1</c>.</summary>
    [return: NotNullIfNotNull(nameof(clause))]
    public static string? Clause(string? clause, Lang lang) =>
        clause is null || lang == Lang.Vi
            ? clause
            : ClauseWord()
                .Replace(
                    clause,
                    match =>
                        match.Value.ToLowerInvariant() switch
                        {
                            "điều" => "Article",
                            "khoản" => "clause",
                            "điểm" => "point",
                            "phụ lục" => "Annex",
                            "chương" => "Chapter",
                            "mục" => "Section",
                            "sửa" => "amending",
                            "của nghị định" => "of Decree",
                            "đến" => "to",
                            "lĩnh vực xúc tiến thương mại" => "trade promotion",
                            _ => "and",
                        }
                );

    [GeneratedRegex(
        @"\b(điều|khoản|điểm|phụ lục|chương|mục|và|sửa|của nghị định|đến|lĩnh vực xúc tiến thương mại)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ClauseWord();
}
