namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>What the Direct Line service reads: the transcript, which is its outbox.</summary>
public interface IDirectLineTranscript
{
    /// <summary>The shown activities after a place, oldest first; null when there is no such conversation. A place past the end counts as the end.</summary>
    /// <exception cref="System.Data.Common.DbException">The store cannot be read now.</exception>
    TranscriptPage? Read(string conversationId, long after, int limit);

    /// <summary>Calls <paramref name="wake"/> each time the conversation grew, until disposed.</summary>
    IDisposable Listen(string conversationId, Action wake);
}

/// <summary>Some activities of a transcript.</summary>
/// <param name="Activities">Each as the JSON that clients get.</param>
/// <param name="Last">The place after which the next page begins.</param>
/// <param name="End">The latest place of the conversation, shown or not.</param>
public sealed record TranscriptPage(IReadOnlyList<string> Activities, long Last, long End);
