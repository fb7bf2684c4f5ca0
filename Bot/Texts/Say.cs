using System.Globalization;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>Fills texts in, and writes numbers and days as each language does.</summary>
internal static class Say
{
    /// <summary>Vietnam keeps UTC+7 all year.</summary>
    private static readonly TimeSpan Hanoi = TimeSpan.FromHours(7);

    private static readonly CultureInfo Vietnamese = CultureInfo.ReadOnly(
        new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } }
    );

    /// <summary>The part of a number that tells a document's kind. What the National Assembly passed may be a law or a resolution: its number tells neither.</summary>
    private static readonly (string Mark, string Vi, string En)[] DocumentKinds =
    [
        ("/NĐ-", "Nghị định {0}", "Decree {0}"),
        ("/TT-", "Thông tư {0}", "Circular {0}"),
        ("/NQ-", "Nghị quyết {0}", "Resolution {0}"),
        ("/QĐ-", "Quyết định {0}", "Decision {0}"),
    ];

    public static string With(this string text, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, text, values);

    /// <summary><c>21/11/2026</c>, <c>21 November 2026</c>.</summary>
    public static string Day(DateOnly day, Lang lang) =>
        day.ToString(lang == Lang.En ? "d MMMM yyyy" : "dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day on Hanoi's calendar.</summary>
    public static DateOnly HanoiDay(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Hanoi).DateTime);

    /// <summary>In Hanoi's time: <c>09:30 21/11/2026</c>, <c>21 November 2026, 09:30</c>.</summary>
    public static string Moment(DateTimeOffset at, Lang lang) =>
        at.ToOffset(Hanoi).ToString(lang == Lang.En ? "d MMMM yyyy, HH:mm" : "HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>1.234,5</c>, <c>1,234.5</c>.</summary>
    public static string Number(decimal number, Lang lang) =>
        number.ToString("#,0.##", lang == Lang.En ? CultureInfo.InvariantCulture : Vietnamese);

    /// <summary>A document's number with its kind before it: <c>Nghị định 80/2021/NĐ-CP</c>, <c>Decree 80/2021/NĐ-CP</c>; a name that is no mere number stays as it is.</summary>
    public static string Document(string document, Lang lang)
    {
        if (document.Length == 0 || !char.IsAsciiDigit(document[0]) || document.Contains(' ', StringComparison.Ordinal))
        {
            return document;
        }

        foreach (var (mark, vi, en) in DocumentKinds)
        {
            if (document.Contains(mark, StringComparison.Ordinal))
            {
                return (lang == Lang.En ? en : vi).With(document);
            }
        }

        return document;
    }

    /// <summary>A clause as each language names it: <c>Điều 5 khoản 2</c>, <c>Article 5 clause 2</c>.</summary>
    public static string Clause(string clause, Lang lang) =>
        lang == Lang.Vi
            ? clause
            : clause
                .Replace("Điều", "Article", StringComparison.Ordinal)
                .Replace("khoản", "clause", StringComparison.Ordinal)
                .Replace("điểm", "point", StringComparison.Ordinal);
}
