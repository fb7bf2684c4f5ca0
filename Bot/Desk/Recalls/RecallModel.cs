using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Recalls;

/// <summary>The page on which answers are recalled.</summary>
/// <param name="Choices">Articles from whose earlier revisions someone was answered.</param>
/// <param name="Preview">The correction to send; null while no article is chosen.</param>
public sealed record RecallModel(IReadOnlyList<RecallChoice> Choices, RecallPreview? Preview)
{
    /// <summary>The result of sending; null before.</summary>
    public RecallOutcome? Outcome { get; init; }

    /// <summary>Whether the article changed after the preview, so that nothing was sent.</summary>
    public bool IsStale { get; init; }
}

/// <param name="Title">Null when the article is gone.</param>
/// <param name="AnswerCount">The number of answers from an earlier revision, corrected or not.</param>
public sealed record RecallChoice(string Key, LocalizedText? Title, int AnswerCount);

/// <param name="Revision">The current revision; empty when the article is gone.</param>
/// <param name="CurrentText">The current text of the article; null when it is gone.</param>
/// <param name="ConversationCount">The number of conversations to notify.</param>
/// <param name="Conversations">The first of these conversations.</param>
public sealed record RecallPreview(
    string Key,
    LocalizedText? Title,
    string Revision,
    LocalizedText? CurrentText,
    int ConversationCount,
    IReadOnlyList<RecallConversation> Conversations
);

/// <param name="Question">With personal data masked.</param>
public sealed record RecallConversation(DateTimeOffset LastAsked, string Channel, string Question);

public sealed record RecallOutcome(int NotifiedCount, int AlreadyNotifiedCount, int UnreachableCount);
