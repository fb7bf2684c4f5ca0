using System.Globalization;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Channels;

/// <summary>The activities that Teams sends for one person in one conversation.</summary>
internal sealed class TeamsChat(string id = "a:personal", string user = "29:an", string type = "personal")
{
    private static int next;

    public const string Bot = "28:bot";

    public string Id => id;

    public string User => user;

    public Activity Message(string? text) => Of(new Activity { Type = ActivityTypes.Message, Text = text });

    public Activity Submit(JsonNode data, string? card = null) =>
        Of(
            new Activity
            {
                Type = ActivityTypes.Message,
                Value = data.DeepClone(),
                ReplyToId = card,
            }
        );

    public Activity Execute(JsonObject data, string? card = null, string verb = "verb", string trigger = "manual") =>
        Invoke(
            "adaptiveCard/action",
            new JsonObject
            {
                ["trigger"] = trigger,
                ["action"] = new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["verb"] = verb,
                    ["data"] = data.DeepClone(),
                },
            },
            card
        );

    public Activity Invoke(string name, JsonNode? value, string? replyTo = null) =>
        Of(
            new Activity
            {
                Type = ActivityTypes.Invoke,
                Name = name,
                Value = value,
                ReplyToId = replyTo,
            }
        );

    /// <summary>The message, preceded by a mention of the bot.</summary>
    public Activity Mention(string text)
    {
        var message = Message($"<at>Trợ lý</at> {text}");
        message.Entities =
        [
            SchemaJson
                .FromJson<Activity>(
                    $$"""{"entities":[{"type":"mention","mentioned":{"id":"{{Bot}}","name":"Trợ lý"},"text":"<at>Trợ lý</at>"}]}"""
                )!
                .Entities![0],
        ];
        return message;
    }

    public Activity Added() =>
        Of(
            new Activity
            {
                Type = ActivityTypes.ConversationUpdate,
                MembersAdded = [new ChannelAccount { Id = user }, new ChannelAccount { Id = Bot }],
            }
        );

    public Activity Installation(string action) => Of(new Activity { Type = ActivityTypes.InstallationUpdate, Action = action });

    public Activity Of(Activity activity)
    {
        activity.Id ??= Interlocked.Increment(ref next).ToString(CultureInfo.InvariantCulture);
        activity.ChannelId = ChannelIds.Msteams;
        activity.ServiceUrl ??= FakeAuthority.ServiceUrl;
        activity.Locale ??= "vi-VN";
        activity.From = new ChannelAccount
        {
            Id = user,
            Name = "An",
            AadObjectId = "00000000-0000-0000-0000-00000000000a",
        };
        activity.Recipient = new ChannelAccount { Id = Bot, Name = "Trợ lý" };
        activity.Conversation = new ConversationAccount
        {
            Id = id,
            ConversationType = type,
            TenantId = "tenant",
            IsGroup = type == "personal" ? null : true,
        };
        return activity;
    }
}
