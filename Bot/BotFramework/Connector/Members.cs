using System.Text.Json;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>Who is in a conversation.</summary>
internal static class Members
{
    /// <summary>A team has at most 25,000 members; a service that always names a next page is not followed for ever.</summary>
    private const int MaxPages = 100;

    /// <summary>All members, page by page; fewer when the channel stops answering.</summary>
    public static async Task<IReadOnlyList<ChannelAccount>> ListAsync(
        ConnectorClient connector,
        string serviceUrl,
        string conversationId,
        CancellationToken cancellationToken
    )
    {
        var members = new List<ChannelAccount>();
        string? continuation = null;
        for (var page = 0; page < MaxPages; page++)
        {
            if (
                await connector.MembersPageAsync(serviceUrl, conversationId, continuation, cancellationToken)
                is not ConnectorResult.Done done
            )
            {
                break;
            }

            continuation = Read(done.Body, members);
            if (continuation is null)
            {
                break;
            }
        }

        return members;
    }

    /// <returns>The token of the next page; null when this was the last.</returns>
    private static string? Read(string body, List<ChannelAccount> members)
    {
        try
        {
            using var page = JsonDocument.Parse(body);
            foreach (var member in page.RootElement.GetProperty("members").EnumerateArray())
            {
                if (SchemaJson.FromJson<ChannelAccount>(member.GetRawText()) is { } account)
                {
                    members.Add(account);
                }
            }

            return page.RootElement.TryGetProperty("continuationToken", out var token) && token.GetString() is { Length: > 0 } next
                ? next
                : null;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
