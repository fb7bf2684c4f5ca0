using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight;

/// <summary>Formats figures for people.</summary>
internal static class StatisticsFormatter
{
    private const double MinutesPerDay = 24 * 60;

    public static string Format(Cell cell, Lang lang) =>
        cell switch
        {
            { Value: null } => "–",
            { Kind: CellKind.Count, Value: { } count } => FormatNumber(count, "#,0", lang),
            { Kind: CellKind.Share, Value: { } share } => $"{FormatNumber(share * 100, "0.#", lang)} %",
            { Kind: CellKind.Score, Value: { } score } => FormatNumber(score, "0.0", lang),
            { Value: { } minutes } => FormatDuration(minutes, lang),
        };

    /// <summary>A difference between two shares in percentage points.</summary>
    public static string FormatPoints(double difference, Lang lang) => FormatNumber(difference * 100, "0.#", lang);

    /// <summary>In minutes below an hour, in hours below two days, otherwise in days.</summary>
    private static string FormatDuration(double minutes, Lang lang) =>
        minutes switch
        {
            < 60 => InsightTexts.Minutes.With(lang, FormatNumber(minutes, "0", lang)),
            < 2 * MinutesPerDay => InsightTexts.Hours.With(lang, FormatNumber(minutes / 60, "0.#", lang)),
            _ => InsightTexts.Days.With(lang, FormatNumber(minutes / MinutesPerDay, "0.#", lang)),
        };

    private static string FormatNumber(double value, string format, Lang lang) => value.ToString(format, LocalFormat.Numbers(lang));
}
