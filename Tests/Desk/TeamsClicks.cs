using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Channel;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Tests.Desk;

/// <summary>People of a tenant who click on cards in the officials' channel.</summary>
internal static class TeamsClicks
{
    public const string Channel = "19:officials@thread.tacv2";

    public static readonly (string Key, string Value)[] Settings =
    [
        ("Teams:OfficialsChannelId", Channel),
        ("Teams:ServiceUrl", "https://smba.trafficmanager.net/apac/"),
        ("Teams:BotId", "28:bot"),
        ("Teams:TenantId", "tenant"),
        ("Teams:PublicUrl", "https://troly.example.vn"),
    ];

    /// <summary>A person's object id, the same each time.</summary>
    public static string ObjectId(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString("D");

    /// <summary>Creates an account and links it to the person of that name.</summary>
    public static async Task<Account> LinkAsync(DeskHost desk, string name, Roles roles)
    {
        var account = await desk.CreateAsync(name, roles);
        return Assert
            .IsType<AccountOutcome.Succeeded>(await desk.Get<AccountStore>().SetEntraIdAsync(account.Id, ObjectId(name), default))
            .Account;
    }

    public static Activity Invoke(
        string name,
        string action,
        string number,
        int version,
        string? text = null,
        string? reason = null,
        string trigger = "manual"
    ) =>
        new()
        {
            Type = ActivityTypes.Invoke,
            Name = "adaptiveCard/action",
            Id = $"f:{Guid.NewGuid()}",
            ChannelId = ChannelIds.Msteams,
            ServiceUrl = "https://smba.trafficmanager.net/apac/",
            From = new ChannelAccount
            {
                Id = $"29:{name}",
                Name = name,
                AadObjectId = ObjectId(name),
            },
            Recipient = new ChannelAccount { Id = "28:bot" },
            Conversation = new ConversationAccount
            {
                Id = $"{Channel};messageid=1",
                IsGroup = true,
                ConversationType = "channel",
                TenantId = "tenant",
            },
            ReplyToId = "1",
            Value = new JsonObject
            {
                ["trigger"] = trigger,
                ["action"] = new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["verb"] = action,
                    ["data"] = Data(action, number, version, text, reason),
                },
            },
        };

    public static JsonObject Data(string action, string number, int version, string? text, string? reason)
    {
        var data = new JsonObject
        {
            [CardActions.ActionField] = action,
            [ChannelCaseCard.NumberField] = number,
            [ChannelCaseCard.VersionField] = version,
        };
        if (text is not null)
        {
            data[$"{action}.text"] = text;
        }

        if (reason is not null)
        {
            data["reason"] = reason;
        }

        return data;
    }

    /// <summary>Clicks without the HTTP endpoint.</summary>
    public static Task<ChannelCaseAnswer> SendAsync(
        DeskHost desk,
        string name,
        string action,
        CaseNumber number,
        int version,
        string? text = null,
        string? reason = null
    )
    {
        var activity = Invoke(name, action, number.ToString(), version, text, reason);
        return desk.Get<ChannelCaseService>().AnswerAsync(activity, ChannelCaseClick.Read(activity, DeskActions.Default)!, default);
    }
}
