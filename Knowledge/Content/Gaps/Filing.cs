namespace PolicyAssistantBot.Knowledge.Content.Gaps;

/// <summary>What an owner must know to apply for a scheme.</summary>
public enum FilingFact
{
    Where,
    Form,
    Deadline,
    Decides,
    Contact,
}

/// <summary>One fact of how a scheme is applied for.</summary>
public sealed record FilingLine(FilingFact Fact, LocalizedText Text);

/// <summary>How the scheme of an article is applied for.</summary>
/// <param name="SameAs">The key of the article whose facts hold where this one has none; null when there is none.</param>
/// <param name="IsNone">Nothing is applied for: the article explains a rule.</param>
public sealed record Filing(IReadOnlyList<FilingLine> Known, string? SameAs, bool IsNone);

/// <summary>What sources do not say, and who can be asked.</summary>
/// <param name="About">What is missing besides the facts of applying, as a noun phrase; null when nothing is.</param>
/// <param name="Ask">The Vietnamese name of a body of <see cref="PublicBodies"/>.</param>
public sealed record KnowledgeGap(IReadOnlyList<FilingFact> Facts, LocalizedText? About, string Ask);
