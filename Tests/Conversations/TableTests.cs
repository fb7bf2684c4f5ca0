using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>
/// Conversations as tables. A line "> …" is a message, the lines below it are expected in the reply; text after "! …" must not be in it;
/// "# form", "# summary", "# answer", "# case", "# readiness" are the expected kind of card. The first line is the locale.
/// </summary>
public sealed class TableTests(ConversationHost host) : IClassFixture<ConversationHost>
{
    public static TheoryData<string> Tables() => [.. ConversationTables.All.Keys, .. ReadinessTables.All.Keys];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task The_conversation_matches_its_table(string name)
    {
        var table = ConversationTables.All.GetValueOrDefault(name) ?? ReadinessTables.All[name];
        var lines = table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var conversation = new TestConversation(host, lines[0], user: $"{name} in {lines[0]}");
        await conversation.SendAsync(
            new Activity
            {
                Type = ActivityTypes.ConversationUpdate,
                MembersAdded = [new ChannelAccount { Id = "bot" }, new ChannelAccount { Id = "u1" }],
            }
        );
        foreach (var line in lines[1..])
        {
            switch (line[0])
            {
                case '>':
                    await conversation.SayAsync(line[1..].Trim());
                    break;
                case '!':
                    Assert.DoesNotContain(line[1..].Trim(), conversation.LastText, StringComparison.Ordinal);
                    break;
                case '#':
                    Assert.Equal(line[1..].Trim(), CardKind(conversation));
                    break;
                default:
                    Assert.Contains(line, conversation.LastText, StringComparison.Ordinal);
                    break;
            }
        }
    }

    private static string CardKind(TestConversation conversation)
    {
        var card = conversation.Last.SelectMany(a => a.Attachments ?? []).LastOrDefault()?.Content?.ToJsonString() ?? "";
        return card switch
        {
            _ when card.Contains("\"Input.Toggle\"", StringComparison.Ordinal) => "form",
            _ when card.Contains("\"confirm\"", StringComparison.Ordinal) => "summary",
            _ when card.Contains("\"vote\"", StringComparison.Ordinal) => "answer",
            _ when card.Contains("\"Action.OpenUrl\"", StringComparison.Ordinal) => "readiness",
            _ when card.Contains("HN-2026-", StringComparison.Ordinal) => "case",
            "" => "none",
            _ => "other",
        };
    }
}
