using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Answers.Holds;

/// <summary>How much a hold covers. Names are stored.</summary>
public enum HoldScope
{
    /// <summary>Nothing is answered from the articles.</summary>
    Everything,
    Topic,
    Article,

    /// <summary>Every article that rests on a document of law, and every answer that cites it.</summary>
    Document,
}

/// <summary>Something the assistant does not answer about for now, or no longer.</summary>
/// <param name="Key">The topic, the article's key or the document's number; empty for everything.</param>
/// <param name="Reason">Why, as askers are told.</param>
/// <param name="Since">The day on Hanoi's calendar.</param>
public sealed record Hold(HoldScope Scope, string Key, LocalizedText Reason, DateOnly Since)
{
    /// <summary>The guidance was withdrawn for good. Only of articles.</summary>
    public bool IsWithdrawal { get; init; }

    /// <summary>The article that takes the place of a withdrawn one; null when none does.</summary>
    public string? ReplacedBy { get; init; }

    public bool Covers(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Scope switch
        {
            HoldScope.Everything => true,
            HoldScope.Topic => article.Topic == Key,
            HoldScope.Article => article.Key == Key,
            _ => article.Basis.Any(basis => basis.Document == Key),
        };
    }
}
