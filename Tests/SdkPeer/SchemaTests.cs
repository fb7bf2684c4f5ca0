using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Tests.Cards;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Conversations;
using SdkActivity = Microsoft.Bot.Schema.Activity;

namespace PolicyAssistantBot.SdkPeer;

/// <summary>Everything that the product sends and takes, through the SDK's schema and back: nothing is lost, renamed or of another
/// type.</summary>
public sealed class SchemaTests(ConversationHost host) : IClassFixture<ConversationHost>
{
    private const int LeastActivities = 150;

    [Fact]
    public async Task Every_activity_of_the_product_comes_back_from_the_sdk_unchanged()
    {
        var activities = (await SaidAsync()).Concat(Cards()).Concat(Taken()).ToList();
        Assert.InRange(activities.Count, LeastActivities, int.MaxValue);
        List<string> differences = [];
        foreach (var activity in activities)
        {
            var sent = SchemaJson.ToJson(activity);
            var back = SdkJson.Write(SdkJson.Read<SdkActivity>(sent));
            differences.AddRange(SdkJson.Differences(JsonNode.Parse(sent), JsonNode.Parse(back)).Select(d => $"sdk: {d}"));
            var ours = SchemaJson.ToJson(SchemaJson.FromJson<Activity>(back)!);
            differences.AddRange(SdkJson.Differences(JsonNode.Parse(back), JsonNode.Parse(ours)).Select(d => $"product: {d}"));
        }

        Assert.Equal("", string.Join('\n', differences.Distinct(StringComparer.Ordinal).Take(20)));
    }

    [Fact]
    public void The_product_knows_every_property_of_an_activity()
    {
        var theirs = typeof(SdkActivity).GetProperties().Select(p => p.Name).Where(name => name != "Properties");
        Assert.Empty(theirs.Except(typeof(Activity).GetProperties().Select(p => p.Name), StringComparer.Ordinal));
    }

    /// <summary>What the assistant says in the conversations of the tests, in the shape of Teams and of the web.</summary>
    private async Task<List<Activity>> SaidAsync()
    {
        List<Activity> said = [];
        var tables = ConversationTables
            .All.Where(table => table.Key.StartsWith("whole", StringComparison.Ordinal))
            .Concat(ConversationTables.All.Where(table => table.Key.StartsWith("asks", StringComparison.Ordinal)))
            .Concat(ReadinessTables.All.Take(2));
        foreach (var (_, table) in tables)
        {
            var lines = table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var conversation = new TestConversation(host, lines[0]);
            foreach (var line in lines[1..].Where(line => line[0] == '>'))
            {
                await conversation.SayAsync(line[1..].Trim());
                foreach (var channel in new[] { ChannelIds.Msteams, ChannelIds.Directline })
                {
                    var copies = conversation.Last.Select(activity => SchemaJson.FromJson<Activity>(SchemaJson.ToJson(activity))!).ToList();
                    said.AddRange(ChannelFormatter.Format(channel, copies));
                }
            }
        }

        return said;
    }

    private static IEnumerable<Activity> Cards() => CardCatalogue.All.Select(catalogued => MessageFactory.Attachment(catalogued.Card, "x"));

    /// <summary>What channels send.</summary>
    private static IEnumerable<Activity> Taken()
    {
        var teams = new TeamsChat();
        yield return teams.Message("xin chào");
        yield return teams.Mention("hỏi");
        yield return teams.Added();
        yield return teams.Installation("add");
        yield return teams.Submit(new JsonObject { ["action"] = "vote", ["up"] = true });
        yield return teams.Execute(new JsonObject { ["action"] = "confirm", ["revision"] = 2 });
        yield return teams.Invoke("message/submitAction", new JsonObject { ["actionName"] = "feedback" });
    }
}
