using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight;

/// <summary>Formats figures for people.</summary>
internal static class FigureFormat
{
    private const double Day = 24 * 60;

    public static string Write(Cell cell, Lang lang) =>
        cell switch
        {
            { Value: null } => "–",
            { Kind: CellKind.Count, Value: { } count } => Number(count, "#,0", lang),
            { Kind: CellKind.Share, Value: { } share } => $"{Number(share * 100, "0.#", lang)} %",
            { Kind: CellKind.Score, Value: { } score } => Number(score, "0.0", lang),
            { Value: { } minutes } => Duration(minutes, lang),
        };

    /// <summary>In minutes below an hour, in hours below two days, otherwise in days.</summary>
    private static string Duration(double minutes, Lang lang) =>
        minutes switch
        {
            < 60 => InsightTexts.Minutes.With(lang, Number(minutes, "0", lang)),
            < 2 * Day => InsightTexts.Hours.With(lang, Number(minutes / 60, "0.#", lang)),
            _ => InsightTexts.Days.With(lang, Number(minutes / Day, "0.#", lang)),
        };

    private static string Number(double value, string format, Lang lang) => value.ToString(format, LocalFormat.Numbers(lang));
}
