namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>The written form of <see cref="Confidence"/>: <c>V1-high</c>, <c>V2-medium</c>, <c>V3</c>, <c>R-low</c>, <c>?</c>.</summary>
public static class ConfidenceText
{
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
