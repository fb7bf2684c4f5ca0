using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>The assistant with the articles of this repository.</summary>
public sealed class TalkHost : ConversationHost
{
    private protected override AnswerPipeline CreatePipeline(TimeProvider clock) => RealKnowledge.Pipeline(clock);
}

/// <summary>
/// Conversations that depend on earlier messages: follow-ups, rules, clarifications, corrections. The format is that of
/// <see cref="ConversationTables"/>; "= KEY" is the key of the expected article, or its beginning.
/// </summary>
public sealed class TalkTests(TalkHost host) : IClassFixture<TalkHost>
{
    public static TheoryData<string> Tables() => [.. FollowUpTables.All.Keys, .. GuideTables.All.Keys, .. ManyQuestionsTables.All.Keys];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task The_conversation_matches_its_table(string name)
    {
        var table = FollowUpTables.All.GetValueOrDefault(name) ?? GuideTables.All.GetValueOrDefault(name) ?? ManyQuestionsTables.All[name];
        var lines = table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var chat = new TestConversation(host, lines[0]);
        await chat.SendAsync(
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
                    await chat.SayAsync(line[1..].Trim());
                    break;
                case '!':
                    Assert.DoesNotContain(line[1..].Trim(), chat.LastText, StringComparison.Ordinal);
                    break;
                case '=':
                    Assert.True(
                        AnsweredKeys(chat).Contains(line[1..].Trim(), StringComparer.Ordinal),
                        $"{line}: answered from {string.Join(", ", AnsweredKeys(chat))}: {chat.LastText}"
                    );
                    break;
                default:
                    Assert.Contains(line, chat.LastText, StringComparison.Ordinal);
                    break;
            }
        }
    }

    /// <summary>The articles whose short answer or sections are contained in the last reply.</summary>
    private static List<string> AnsweredKeys(TestConversation chat) =>
        [
            .. from article in RealKnowledge.Knowledge.Articles
            where
                article
                    .SectionsVi.Concat(article.SectionsEn)
                    .Any(section => chat.LastText.Contains(section.Markdown, StringComparison.Ordinal))
            select article.Key,
        ];
}
