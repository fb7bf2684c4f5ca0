using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>Receives activities from clients: assigns them to the token's user, stores them and queues their turn.</summary>
internal sealed partial class DirectLineInbox(
    ITurnStore store,
    TurnQueue queue,
    IOptions<DirectLineOptions> options,
    ILogger<DirectLineInbox> log
)
{
    /// <summary>Activity types that only the channel itself may create.</summary>
    private static readonly HashSet<string> ChannelOnlyTypes = new(StringComparer.Ordinal)
    {
        ActivityTypes.ConversationUpdate,
        ActivityTypes.InstallationUpdate,
        ActivityTypes.ContactRelationUpdate,
        ActivityTypes.Invoke,
        ActivityTypes.Handoff,
        ActivityTypes.Trace,
        ActivityTypes.MessageUpdate,
        ActivityTypes.MessageDelete,
    };

    /// <summary>Notifies the bot that the user has joined; once per conversation, however often it is started.</summary>
    /// <returns>True when the conversation is new; null when it was erased.</returns>
    public async Task<bool?> StartAsync(DirectLineToken token, string? locale, JsonObject? channelData, CancellationToken cancellationToken)
    {
        var bot = CreateBotAccount();
        var start = new Activity
        {
            Type = ActivityTypes.ConversationUpdate,
            Locale = locale,
            ChannelData = channelData,
            MembersAdded = [bot, new ChannelAccount { Id = token.UserId, Name = token.UserName }],
        };
        var accepted = await AcceptAsync(token, start, "start", cancellationToken);
        return accepted.IsConversationErased ? null : !accepted.IsDuplicate;
    }

    /// <summary>Stores the activity and returns its id; a refused activity is not stored.</summary>
    public async Task<IResult> PostAsync(DirectLineToken token, Activity activity, CancellationToken cancellationToken)
    {
        if (ChannelOnlyTypes.Contains(activity.Type!))
        {
            return DirectLineErrors.BadArgument($"A client cannot send an activity of type {activity.Type}.");
        }

        if (
            activity.From?.Id is { } claimedUserId
            && claimedUserId != token.UserId
            && claimedUserId.StartsWith(DirectLineTokens.UserPrefix, StringComparison.Ordinal)
        )
        {
            return DirectLineErrors.Forbidden($"A user id that begins with {DirectLineTokens.UserPrefix} must be the token's.");
        }

        if (activity.Type == ActivityTypes.Typing)
        {
            return CreateStoredResult($"{token.ConversationId}|{DirectLineTokens.NewId()}");
        }

        if (!queue.HasRoomFor(ChannelIds.Directline, token.ConversationId))
        {
            return DirectLineErrors.TooManyWaiting;
        }

        try
        {
            var deduplicationKey = ReadClientActivityId(activity) is { Length: > 0 and <= 200 } id ? $"client:{id}" : null;
            var accepted = await AcceptAsync(token, activity, deduplicationKey, cancellationToken);
            return accepted.IsConversationErased ? DirectLineErrors.UnknownConversation : CreateStoredResult(accepted.Activity.Id);
        }
        catch (Exception exception) when (DirectLineErrors.IsStorageException(exception))
        {
            return LogAndCreateError(exception);
        }
    }

    /// <summary>Logs that nothing was stored, and creates the error response.</summary>
    public IResult LogAndCreateError(Exception exception)
    {
        var reference = DirectLineTokens.NewId()[..8];
        LogNotStored(exception, reference);
        return DirectLineErrors.NotStored(reference);
    }

    private static IResult CreateStoredResult(string? id) =>
        Results.Json(new ResourceResponse { Id = id }, SchemaJson.TypeInfo<ResourceResponse>());

    private static string? ReadClientActivityId(Activity activity) =>
        activity.ChannelData is JsonObject data
        && data["clientActivityID"] is JsonValue value
        && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : null;

    private ChannelAccount CreateBotAccount() =>
        new()
        {
            Id = options.Value.BotId,
            Name = options.Value.BotName,
            Role = RoleTypes.Bot,
        };

    /// <summary>Stores the activity; overwrites what the client claims about identity, conversation and time.</summary>
    private async Task<AcceptedActivity> AcceptAsync(
        DirectLineToken token,
        Activity activity,
        string? deduplicationKey,
        CancellationToken cancellationToken
    )
    {
        activity.Id = null;
        activity.ChannelId = ChannelIds.Directline;
        activity.ServiceUrl = null;
        activity.CallerId = null;
        activity.DeliveryMode = null;
        activity.Conversation = new ConversationAccount { Id = token.ConversationId };
        activity.From = new ChannelAccount
        {
            Id = token.UserId,
            Name = token.UserName ?? activity.From?.Name,
            Role = RoleTypes.User,
        };
        activity.Recipient = CreateBotAccount();
        var accepted = await store.AcceptAsync(activity, deduplicationKey, cancellationToken);
        if (accepted is { IsDuplicate: false, IsConversationErased: false })
        {
            queue.Enqueue(accepted.Activity);
        }

        return accepted;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An activity could not be stored, reference {Reference}")]
    private partial void LogNotStored(Exception exception, string reference);
}
