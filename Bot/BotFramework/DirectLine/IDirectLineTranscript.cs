namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>The transcript of a conversation, which is the outbox of the Direct Line service.</summary>
public interface IDirectLineTranscript
{
    /// <summary>
    /// The visible activities after a position, oldest first; null when the conversation does not exist. A
    /// position past the end counts as the end.
    /// </summary>
    /// <exception cref="System.Data.Common.DbException">The store cannot be read now.</exception>
    TranscriptPage? Read(string conversationId, long afterPosition, int limit);

    /// <summary>Whether the conversation was erased at the user's request, so that its tokens are no longer valid.</summary>
    bool IsErased(string conversationId);

    /// <summary>
    /// Calls <paramref name="onNewActivities"/> after each commit that appended activities, until disposed: with a page of exactly these,
    /// or with null when the transcript must be read. It must return immediately.
    /// </summary>
    IDisposable Listen(string conversationId, Action<TranscriptPage?> onNewActivities);
}

/// <summary>A page of a transcript.</summary>
/// <param name="AfterPosition">The position before the first activity, visible or not.</param>
/// <param name="Activities">The visible ones, each as the UTF-8 JSON that clients receive.</param>
/// <param name="LastPosition">The position after which the next page begins.</param>
/// <param name="EndPosition">The last position of the conversation when the page was made, visible or not.</param>
public sealed record TranscriptPage(long AfterPosition, IReadOnlyList<byte[]> Activities, long LastPosition, long EndPosition);
