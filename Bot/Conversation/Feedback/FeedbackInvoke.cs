using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Feedback;

namespace PolicyAssistantBot.Conversation.Feedback;

/// <summary>
/// Thumbs under a message, as the channel itself draws them: on Teams an invoke, whose comment is an object in a string or a plain
/// string; in Web Chat an event. Both are votes on the answer.
/// </summary>
internal sealed class FeedbackInvoke(ChatMemories memories, IConversationReferences references, TimeProvider time) : IInvokeHandler
{
    public const string WebChatEvent = "webchat:activity-status/feedback";

    private const string InvokeName = "message/submitAction";
    private const int MaxComment = 2000;

    public bool Handles(Activity invoke) =>
        invoke.Name == InvokeName && invoke.Value is JsonObject value && FormClick.Text(value["actionName"]) == "feedback";

    public async Task<InvokeResponse> HandleAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        var given = (activity.Value as JsonObject)?["actionValue"] as JsonObject;
        if (IsUp(FormClick.Text(given?["reaction"])) is { } isUp)
        {
            var sent = activity.ReplyToId is { } id
                ? await references.SentAsync(activity.ChannelId ?? "", activity.Conversation?.Id ?? "", id, cancellationToken)
                : null;
            await VoteAsync(turnContext, sent?.ReplyToId, isUp, Comment(given!["feedback"]), cancellationToken);
        }

        return new InvokeResponse(StatusCodes.Status200OK, new JsonObject());
    }

    /// <summary>The event form; Web Chat shows the vote itself, so that only a reason is asked for.</summary>
    public async Task OnEventAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        foreach (var entity in (turnContext.Activity.Entities ?? []).OfType<Entity>())
        {
            if (IsUp(Property(entity, "actionOption") ?? Property(entity, "@type")) is { } isUp)
            {
                await VoteAsync(
                    turnContext,
                    Property(entity, "@id") is { Length: > 0 } id ? id : turnContext.Activity.ReplyToId,
                    isUp,
                    null,
                    cancellationToken
                );
            }
        }
    }

    /// <param name="answerId">Null when the channel does not say which answer is meant: then it is the last.</param>
    private async Task VoteAsync(ITurnContext turn, string? answerId, bool isUp, string? comment, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        var memory = await memories.GetAsync(turn, cancellationToken);
        var answer = memory.Answers.Find(a => a.Id == answerId) ?? (answerId is null ? memory.Answers.LastOrDefault() : null);
        if ((answer?.Id ?? answerId) is not { Length: > 0 and <= 200 } id)
        {
            return;
        }

        turn.AddEffect(
            new CastVote(
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
            await Downvote.AskWhyAsync(turn, answer, await memories.LanguageAsync(turn, cancellationToken), cancellationToken);
        }
    }

    private static bool? IsUp(string? reaction) =>
        reaction switch
        {
            "like" or "LikeAction" or "upvote" => true,
            "dislike" or "DislikeAction" or "downvote" => false,
            _ => null,
        };

    /// <summary>The comment of either form; null when nothing was written.</summary>
    private static string? Comment(JsonNode? feedback)
    {
        var text = feedback is JsonObject direct ? FormClick.Text(direct["feedbackText"]) : FormClick.Text(feedback);
        if (text.StartsWith('{'))
        {
            try
            {
                text = FormClick.Text((JsonNode.Parse(text) as JsonObject)?["feedbackText"]);
            }
            catch (Exception fault) when (fault is JsonException or ArgumentException)
            {
                // A plain text that begins with a brace.
            }
        }

        text = text.Trim();
        return text.Length == 0 ? null : text[..Math.Min(text.Length, MaxComment)];
    }

    private static string? Property(Entity entity, string name) =>
        entity.Properties?.TryGetValue(name, out var value) == true && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
