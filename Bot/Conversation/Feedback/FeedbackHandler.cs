using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Feedback;

namespace PolicyAssistantBot.Conversation.Feedback;

/// <summary>
/// Votes with the buttons (thumbs) that the channel itself shows under a message: on Teams an invoke, whose comment is a JSON object in a
/// string or a plain string; in Web Chat an event.
/// </summary>
internal sealed class FeedbackHandler(ChatMemoryAccessor memories, IConversationReferences references, TimeProvider time) : IInvokeHandler
{
    public const string WebChatEventName = "webchat:activity-status/feedback";

    private const string InvokeName = "message/submitAction";
    private const int MaxCommentLength = 2000;

    public bool CanHandle(Activity invoke) =>
        invoke.Name == InvokeName && invoke.Value is JsonObject value && FormClick.ToText(value["actionName"]) == "feedback";

    public async Task<InvokeResponse> HandleAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        var actionValue = (activity.Value as JsonObject)?["actionValue"] as JsonObject;
        if (ParseReaction(FormClick.ToText(actionValue?["reaction"])) is { } isUp)
        {
            var sentActivity = activity.ReplyToId is { } id
                ? await references.FindSentActivityAsync(activity.ChannelId ?? "", activity.Conversation?.Id ?? "", id, cancellationToken)
                : null;
            await AddVoteAsync(turnContext, sentActivity?.ReplyToId, isUp, ReadComment(actionValue!["feedback"]), cancellationToken);
        }

        return new InvokeResponse(StatusCodes.Status200OK, new JsonObject());
    }

    /// <summary>Handles the event of Web Chat, which shows the vote itself: only the reason is asked for.</summary>
    public async Task HandleEventAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        foreach (var entity in (turnContext.Activity.Entities ?? []).OfType<Entity>())
        {
            if (ParseReaction(ReadProperty(entity, "actionOption") ?? ReadProperty(entity, "@type")) is { } isUp)
            {
                await AddVoteAsync(
                    turnContext,
                    ReadProperty(entity, "@id") is { Length: > 0 } id ? id : turnContext.Activity.ReplyToId,
                    isUp,
                    null,
                    cancellationToken
                );
            }
        }
    }

    /// <param name="answerId">Null when the channel does not say which answer is meant; then the last one is.</param>
    private async Task AddVoteAsync(ITurnContext turn, string? answerId, bool isUp, string? comment, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        var memory = await memories.GetAsync(turn, cancellationToken);
        var answer = memory.PastAnswers.Find(a => a.Id == answerId) ?? (answerId is null ? memory.PastAnswers.LastOrDefault() : null);
        if ((answer?.Id ?? answerId) is not { Length: > 0 and <= 200 } id)
        {
            return;
        }

        turn.AddEffect(
            new CastVoteEffect(
                activity.ChannelId ?? "",
                activity.Conversation?.Id ?? "",
                activity.From?.Id ?? "",
                id,
                answer?.ArticleKey,
                isUp,
                time.GetUtcNow(),
                comment
            )
        );
        if (!isUp && comment is null && answer is not null)
        {
            await DownvoteReplies.AskWhyAsync(turn, answer, await memories.GetLanguageAsync(turn, cancellationToken), cancellationToken);
        }
    }

    private static bool? ParseReaction(string? reaction) =>
        reaction switch
        {
            "like" or "LikeAction" or "upvote" => true,
            "dislike" or "DislikeAction" or "downvote" => false,
            _ => null,
        };

    /// <summary>The comment, in either form; null when it is empty.</summary>
    private static string? ReadComment(JsonNode? feedback)
    {
        var text = feedback is JsonObject direct ? FormClick.ToText(direct["feedbackText"]) : FormClick.ToText(feedback);
        if (text.StartsWith('{'))
        {
            try
            {
                text = FormClick.ToText((JsonNode.Parse(text) as JsonObject)?["feedbackText"]);
            }
            catch (Exception exception) when (exception is JsonException or ArgumentException)
            {
                // It is plain text that begins with a brace.
            }
        }

        text = text.Trim();
        return text.Length == 0 ? null : text[..Math.Min(text.Length, MaxCommentLength)];
    }

    private static string? ReadProperty(Entity entity, string name) =>
        entity.Properties?.TryGetValue(name, out var value) == true && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
