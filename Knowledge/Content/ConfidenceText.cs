namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>The written form of <see cref="Confidence"/>: <c>V1-high</c>, <c>V2-medium</c>, <c>V3</c>, <c>R-low</c>, <c>?</c>.</summary>
public static class ConfidenceText
{
    /// <summary>Added once to every answer with a figure from a secondary source (<see cref="Confidence.NeedsConfirmation"/>).</summary>
    public static LocalizedText Caveat { get; } =
        new(
            "Nguồn là báo hoặc trang luật, chưa đối chiếu văn bản gốc: anh/chị hỏi lại trước khi dùng.",
            "The source is the press or a law website, not the original text: please check before relying on it."
        );

    /// <summary>The text with only the last occurrence of the caveat.</summary>
    public static string SaidOnce(string text, Lang lang)
    {
        var caveat = Caveat[lang];
        var last = text.LastIndexOf(caveat, StringComparison.Ordinal);
        return last < 0
            ? text
            : text[..last].Replace($" {caveat}", "", StringComparison.Ordinal).Replace(caveat, "", StringComparison.Ordinal) + text[last..];
    }

    /// <summary>Null when it is not one of the written forms. A level left out is the cautious one.</summary>
    public static Confidence? Parse(string text)
    {
        var parts = text.Trim().Split('-', 2);
        Label? label = parts[0].ToUpperInvariant() switch
        {
            "V1" => Label.V1,
            "V2" => Label.V2,
            "V3" => Label.V3,
            "R" => Label.R,
            "?" => Label.Unknown,
            _ => null,
        };
        Level? level = parts.ElementAtOrDefault(1)?.ToUpperInvariant() switch
        {
            null => label is Label.V1 or Label.V2 ? Level.Medium : Level.Low,
            "HIGH" => Level.High,
            "MEDIUM" => Level.Medium,
            "LOW" => Level.Low,
            _ => null,
        };
        return label is { } one && level is { } other ? new Confidence(one, other) : null;
    }

    public static string Write(Confidence confidence) =>
        confidence.Label == Label.Unknown ? "?" : $"{confidence.Label}-{confidence.Level.ToString().ToLowerInvariant()}";
}
