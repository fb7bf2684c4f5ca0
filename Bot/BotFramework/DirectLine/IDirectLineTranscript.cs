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

    /// <summary>Calls <paramref name="onNewActivity"/> after each new activity, until disposed.</summary>
    IDisposable Listen(string conversationId, Action onNewActivity);
}

/// <summary>A page of a transcript.</summary>
/// <param name="Activities">Each as the JSON that clients receive.</param>
/// <param name="LastPosition">The position after which the next page begins.</param>
/// <param name="EndPosition">The last position of the conversation, visible or not.</param>
public sealed record TranscriptPage(IReadOnlyList<string> Activities, long LastPosition, long EndPosition);
