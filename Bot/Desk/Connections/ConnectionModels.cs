using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Connections;

/// <summary>Asks Microsoft for the bot's token; registered by the host, which knows the identity of the bot.</summary>
/// <param name="FindProblemAsync">Null when the token was issued; otherwise why not, as the identity platform says it.</param>
internal sealed record TeamsTokenCheck(Func<CancellationToken, Task<string?>> FindProblemAsync);

public enum ConnectionStatus
{
    Connected,
    Missing,

    /// <summary>The program cannot know it.</summary>
    Unknown,
}

/// <summary>One part of the surroundings that the service needs or can use.</summary>
/// <param name="Key">Names the part in addresses.</param>
/// <param name="Text">What it is for, and what is set.</param>
/// <param name="Request">What to ask the operator of the server for; null when nothing is missing.</param>
/// <param name="CanBeTried">Whether there is a test for it.</param>
public sealed record Connection(
    string Key,
    LocalizedText Title,
    ConnectionStatus Status,
    LocalizedText Text,
    LocalizedText? Request,
    bool CanBeTried = false
);

/// <summary>The result of a test.</summary>
/// <param name="Request">What to ask the operator for; null when the test succeeded.</param>
public sealed record ConnectionTrial(string Key, bool IsGood, LocalizedText Text, LocalizedText? Request);

public sealed record ConnectionsModel(IReadOnlyList<Connection> Connections, ConnectionTrial? Trial);
