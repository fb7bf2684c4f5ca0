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

/// <summary>A document of law as the register knows it.</summary>
public sealed record LegalDocument
{
    /// <summary>As it is officially written: <c>80/2021/NĐ-CP</c>.</summary>
    public string Number { get; init; } = "";

    public DocumentKind Kind { get; init; }

    public LocalizedText Title { get; init; } = new("", "");

    public string Issuer { get; init; } = "";

    public DateOnly? Signed { get; init; }

    /// <summary>The first day in force; null when not known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day in force, inclusive; null when open or not known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The numbers of what took its place.</summary>
    public IReadOnlyList<string> ReplacedBy { get; init; } = [];

    /// <summary>The numbers of what changed it while it stays in force.</summary>
    public IReadOnlyList<string> AmendedBy { get; init; } = [];

    /// <summary>How sure the status is: the days, the replacement and the amendments.</summary>
    public Confidence Confidence { get; init; }

    public string Source { get; init; } = "";

    /// <summary>A remark that must accompany the status; null when there is none.</summary>
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
