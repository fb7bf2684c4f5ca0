using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>How dates and clauses are written in each language.</summary>
internal static partial class Wording
{
    public static string Date(DateOnly day, Lang lang) =>
        lang == Lang.En
            ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            : day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

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

    /// <summary><c>1.234,5</c>, <c>1,234.5</c>.</summary>
    public static string Number(decimal number, Lang lang) =>
        number.ToString("#,0.###", lang == Lang.En ? CultureInfo.InvariantCulture : Vietnamese);

    /// <summary>Kind and number, with the clause where there is one: <c>Nghị định 80/2021/NĐ-CP, Điều 5</c>.</summary>
    public static string Basis(RuleBasis basis, Lang lang)
    {
        var name = LegalRegister.Default.Find(basis.Document) is { } document
            ? document.Name[lang]
            : DocumentNames.In(basis.Document, lang);
        return basis.Clause.Length == 0 ? name : $"{name}, {Clause(basis.Clause, lang)}";
    }

    private static readonly CultureInfo Vietnamese = CultureInfo.ReadOnly(
        new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } }
    );

    /// <summary>A clause as the articles name it, in the answer's language: <c>Điều 11 khoản 1</c> is <c>Article 11 clause 1</c>.</summary>
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
