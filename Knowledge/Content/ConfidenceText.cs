namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>The written form of <see cref="Confidence"/>: <c>V1-high</c>, <c>V2-medium</c>, <c>V3</c>, <c>R-low</c>, <c>?</c>.</summary>
public static class ConfidenceText
{
    /// <summary>
    /// The caveat that every answer with a figure from a secondary source contains once (<see cref="Confidence.NeedsConfirmation"/>).
    /// </summary>
    public static LocalizedText Caveat { get; } =
        new(
            "Nguồn là báo hoặc trang luật, chưa đối chiếu văn bản gốc: anh/chị hỏi lại trước khi dùng.",
            "The source is the press or a law website, not the original text: please check before relying on it."
        );

    /// <summary>Removes every occurrence of the caveat but the last.</summary>
    public static string KeepLastCaveat(string text, Lang lang)
    {
        var caveat = Caveat[lang];
        var lastIndex = text.LastIndexOf(caveat, StringComparison.Ordinal);
        return lastIndex < 0
            ? text
            : text[..lastIndex].Replace($" {caveat}", "", StringComparison.Ordinal).Replace(caveat, "", StringComparison.Ordinal)
                + text[lastIndex..];
    }

    /// <summary>
    /// Null when the text is not a label. A missing level gets the cautious default: medium for V1 and V2, low for the others.
    /// </summary>
    public static Confidence? Parse(string text)
    {
        var parts = text.Trim().Split('-', 2);
        VerificationLabel? label = parts[0].ToUpperInvariant() switch
        {
            "V1" => VerificationLabel.V1,
            "V2" => VerificationLabel.V2,
            "V3" => VerificationLabel.V3,
            "R" => VerificationLabel.R,
            "?" => VerificationLabel.Unknown,
            _ => null,
        };
        VerificationLevel? level = parts.ElementAtOrDefault(1)?.ToUpperInvariant() switch
        {
            null => label is VerificationLabel.V1 or VerificationLabel.V2 ? VerificationLevel.Medium : VerificationLevel.Low,
            "HIGH" => VerificationLevel.High,
            "MEDIUM" => VerificationLevel.Medium,
            "LOW" => VerificationLevel.Low,
            _ => null,
        };
        return label is { } parsedLabel && level is { } parsedLevel ? new Confidence(parsedLabel, parsedLevel) : null;
    }

    public static string Format(Confidence confidence) =>
        confidence.Label == VerificationLabel.Unknown ? "?" : $"{confidence.Label}-{confidence.Level.ToString().ToLowerInvariant()}";
}
