using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Switches;

/// <summary>
/// Web chats that an administrator ended: their tokens and resume tokens are refused. Erased conversations are marked in the database
/// instead.
/// </summary>
internal sealed class EndedChats(DataFolder dataFolder, TimeProvider time)
{
    /// <summary>No token of a chat that ended before is still valid.</summary>
    private static readonly TimeSpan MaxTokenLifetime = TimeSpan.FromDays(366);

    private readonly StateFile<State> file = new(Path.Combine(dataFolder.Path, "ended-chats.json"), new State(null, []), time);

    public bool IsEnded(string conversationId, DateTimeOffset? startedAt)
    {
        var state = file.Read();
        return (state.StartedBefore is { } limit && (startedAt is null || startedAt <= limit)) || state.Chats.ContainsKey(conversationId);
    }

    /// <summary>Ends all web chats that have started until now; their visitors begin new ones.</summary>
    public void EndAll() => file.Change(_ => new State(time.GetUtcNow(), []));

    public void End(string conversationId) =>
        file.Change(state =>
            state with
            {
                Chats = new(state.Chats.Where(chat => time.GetUtcNow() - chat.Value < MaxTokenLifetime))
                {
                    [conversationId] = time.GetUtcNow(),
                },
            }
        );

    /// <param name="StartedBefore">Chats that started until then have ended.</param>
    /// <param name="Chats">Single chats by their conversation, with the time of their end.</param>
    internal sealed record State(DateTimeOffset? StartedBefore, Dictionary<string, DateTimeOffset> Chats);
}
