using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Recalls;

/// <summary>The page on which answers are recalled.</summary>
/// <param name="Choices">Articles from earlier revisions of which somebody was answered.</param>
/// <param name="Preview">What would be sent; null while no article is chosen.</param>
public sealed record RecallModel(IReadOnlyList<RecallChoice> Choices, RecallPreview? Preview)
{
    /// <summary>What was sent; null before.</summary>
    public RecallOutcome? Sent { get; init; }

    /// <summary>The article changed after the preview: nothing was sent.</summary>
    public bool IsStale { get; init; }
}

/// <param name="Title">Null when the article is gone.</param>
/// <param name="Answers">Given from an earlier revision, whether corrected since or not.</param>
public sealed record RecallChoice(string Key, LocalizedText? Title, int Answers);

/// <param name="Revision">The present one; empty when the article is gone.</param>
/// <param name="Now">What the article says now; null when it is gone.</param>
/// <param name="Count">Conversations that would be told.</param>
/// <param name="Lines">The first of them.</param>
public sealed record RecallPreview(
    string Key,
    LocalizedText? Title,
    string Revision,
    LocalizedText? Now,
    int Count,
    IReadOnlyList<RecallLine> Lines
);

/// <param name="Question">Personal data masked.</param>
public sealed record RecallLine(DateTimeOffset LastAsked, string Channel, string Question);

public sealed record RecallOutcome(int Told, int Known, int Unreachable);
