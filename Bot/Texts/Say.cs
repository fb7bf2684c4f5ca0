using System.Globalization;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>Fills texts in, and writes numbers and days as each language does.</summary>
internal static class Say
{
    /// <summary>Vietnam keeps UTC+7 all year.</summary>
    private static readonly TimeSpan Hanoi = TimeSpan.FromHours(7);

    private static readonly CultureInfo Vietnamese = CultureInfo.ReadOnly(new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } });

    public static string With(this string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, text, values);

    /// <summary><c>21/11/2026</c>, <c>21 November 2026</c>.</summary>
    public static string Day(DateOnly day, Lang lang) => day.ToString(lang == Lang.En ? "d MMMM yyyy" : "dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day on Hanoi's calendar.</summary>
    public static DateOnly HanoiDay(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Hanoi).DateTime);

    /// <summary>In Hanoi's time: <c>09:30 21/11/2026</c>, <c>21 November 2026, 09:30</c>.</summary>
    public static string Moment(DateTimeOffset at, Lang lang) =>
        at.ToOffset(Hanoi).ToString(lang == Lang.En ? "d MMMM yyyy, HH:mm" : "HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>1.234,5</c>, <c>1,234.5</c>.</summary>
    public static string Number(decimal number, Lang lang) => number.ToString("#,0.##", lang == Lang.En ? CultureInfo.InvariantCulture : Vietnamese);

    /// <summary>A clause as each language names it: <c>Điều 5 khoản 2</c>, <c>Article 5 clause 2</c>.</summary>
    public static string Clause(string clause, Lang lang) => lang == Lang.Vi
        ? clause
        : clause.Replace("Điều", "Article", StringComparison.Ordinal).Replace("khoản", "clause", StringComparison.Ordinal).Replace("điểm", "point", StringComparison.Ordinal);
}
