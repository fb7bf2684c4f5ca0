using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Legal;

public enum DocumentKind
{
    Law,
    Resolution,
    Decree,
    Circular,
    Decision,
}

/// <summary>A legal document in the register.</summary>
public sealed record LegalDocument
{
    /// <summary>The official number: <c>80/2021/NĐ-CP</c>.</summary>
    public string Number { get; init; } = "";

    public DocumentKind Kind { get; init; }

    public LocalizedText Title { get; init; } = new("", "");

    public string Issuer { get; init; } = "";

    public DateOnly? Signed { get; init; }

    /// <summary>The first day in force; null when not known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day in force, inclusive; null when open or not known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The numbers of the documents that replaced it.</summary>
    public IReadOnlyList<string> ReplacedBy { get; init; } = [];

    /// <summary>The numbers of the documents that amended it while it stays in force.</summary>
    public IReadOnlyList<string> AmendedBy { get; init; } = [];

    /// <summary>
    /// The day on which this entry was last changed, so that articles which were checked before are checked again; null when it never was.
    /// </summary>
    public DateOnly? Changed { get; init; }

    /// <summary>How well the status was verified: the dates, the replacement and the amendments.</summary>
    public Confidence Confidence { get; init; }

    public string Source { get; init; } = "";

    /// <summary>A note that must be shown with the status; null when there is none.</summary>
    public LocalizedText? Note { get; init; }

    /// <summary>Kind and number: <c>Nghị định 80/2021/NĐ-CP</c>, <c>Decree 80/2021/NĐ-CP</c>.</summary>
    public LocalizedText Name =>
        Kind switch
        {
            DocumentKind.Law => new($"Luật {Number}", $"Law {Number}"),
            DocumentKind.Resolution => new($"Nghị quyết {Number}", $"Resolution {Number}"),
            DocumentKind.Decree => new($"Nghị định {Number}", $"Decree {Number}"),
            DocumentKind.Circular => new($"Thông tư {Number}", $"Circular {Number}"),
            _ => new($"Quyết định {Number}", $"Decision {Number}"),
        };
}
