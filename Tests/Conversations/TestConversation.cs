using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Cards;

namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>One person's conversation with the assistant.</summary>
internal sealed partial class TestConversation(ConversationHost host, string locale = "vi-VN", string? id = null, string user = "u1")
{
    public string Id { get; } = id ?? Guid.NewGuid().ToString("N");

    public string User => user;

    /// <summary>The messages of the assistant in the last turn.</summary>
    public IReadOnlyList<Activity> Last { get; private set; } = [];

    /// <summary>The text of the last turn without source numbers.</summary>
    public string LastText => SourceMarkRegex().Replace(string.Join('\n', Last.Select(a => a.Text)), "");

    /// <summary>The last card that was sent, in any turn.</summary>
    public JsonNode? Card { get; private set; }

    /// <summary>The id of the last form that was shown.</summary>
    public string FormId => FindData("form");

    public int Revision => int.Parse(FindData("revision"), System.Globalization.CultureInfo.InvariantCulture);

    public Task<string> SayAsync(string text) => SendAsync(new Activity { Type = ActivityTypes.Message, Text = text });

    public Task<string> ClickAsync(JsonObject data) =>
        SendAsync(
            new Activity
            {
                Type = ActivityTypes.Message,
                Value = data.DeepClone(),
                ChannelData = new JsonObject { ["postBack"] = true },
            }
        );

    /// <summary>Submits the last form card with these inputs replacing its values.</summary>
    public Task<string> SubmitAsync(params (string Field, string Value)[] inputs)
    {
        var data = CardActions.FormData(CardActions.SubmitForm, FormId, Revision);
        foreach (var input in Find(Card!, node => node["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true))
        {
            data[input["id"]!.ToString()] = input["value"]?.ToString() ?? "";
        }

        foreach (var (field, value) in inputs)
        {
            data[field] = value;
        }

        return ClickAsync(data);
    }

    public async Task<string> SendAsync(Activity activity)
    {
        activity.ChannelId = ChannelIds.Directline;
        activity.Conversation = new ConversationAccount { Id = Id };
        activity.From = new ChannelAccount { Id = user, Role = RoleTypes.User };
        activity.Recipient = new ChannelAccount { Id = "bot" };
        activity.Locale = locale;
        var accepted = (await host.Storage.Turns.AcceptAsync(activity, Guid.NewGuid().ToString(), CancellationToken.None)).Activity;
        var result = await host.Storage.Get<TurnRunner>().RunAsync(accepted, CancellationToken.None);
        Last = result.Outgoing;
        Card = Last.SelectMany(a => a.Attachments ?? []).LastOrDefault(a => a.ContentType == Attachment.AdaptiveCard)?.Content ?? Card;
        return LastText;
    }

    /// <summary>All objects of the card that satisfy the condition.</summary>
    public static IEnumerable<JsonObject> Find(JsonNode node, Func<JsonObject, bool> test) =>
        node switch
        {
            JsonObject found => (test(found) ? [found] : Enumerable.Empty<JsonObject>()).Concat(
                found.Where(p => p.Value is not null).SelectMany(p => Find(p.Value!, test))
            ),
            JsonArray array => array.Where(item => item is not null).SelectMany(item => Find(item!, test)),
            _ => [],
        };

    [GeneratedRegex(@" \[\d+\]")]
    private static partial Regex SourceMarkRegex();

    private string FindData(string name) => Find(Card!, node => node.ContainsKey(name)).Last()[name]!.ToString();
}
