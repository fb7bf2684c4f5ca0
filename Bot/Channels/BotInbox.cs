using System.Globalization;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Limits;

namespace PolicyAssistantBot.Channels;

/// <summary>
/// Receives activities from channels. A message is stored and acknowledged at once, because a channel waits 15 seconds at most; only an
/// activity that is answered in the response (invokes, <c>expectReplies</c>) waits for its turn.
/// </summary>
internal sealed partial class BotInbox(
    ITurnStore store,
    TurnQueue queue,
    IConversationReferences references,
    MessageLimiter limiter,
    SlowDownNotice slowDownNotice,
    TimeProvider time,
    ILogger<BotInbox> log
)
{
    /// <summary>A channel stops waiting for the response to an invoke soon after this time.</summary>
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(14);

    public async Task<IResult> ReceiveAsync(Activity activity, CancellationToken cancellationToken)
    {
        var wait =
            limiter.Check(activity)
            ?? (queue.HasRoomFor(activity.ChannelId, activity.Conversation?.Id) ? null : (TimeSpan?)TimeSpan.FromSeconds(5));
        if (wait is { } retryAfter)
        {
            slowDownNotice.Send(activity, retryAfter);
            return new TooManyRequestsResult(retryAfter);
        }

        try
        {
            await UpdateReferenceAsync(activity, cancellationToken);
            Normalize(activity);
            return activity.Type switch
            {
                ActivityTypes.Invoke => await RunAndRespondAsync(activity, cancellationToken),
                ActivityTypes.Message when IsNotForBot(activity) => Results.Ok(),
                ActivityTypes.Message or ActivityTypes.Event when activity.DeliveryMode == DeliveryModes.ExpectReplies =>
                    await RunAndRespondAsync(activity, cancellationToken),
                ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate =>
                    await EnqueueAsync(activity, cancellationToken),
                _ => Results.Ok(), // Reactions, edits, typing, and unknown types (Activity schema, A2014).
            };
        }
        catch (Exception exception) when (DirectLineErrors.IsStorageException(exception))
        {
            LogNotStored(exception);
            return MessagesEndpoint.CreateProblem(
                StatusCodes.Status503ServiceUnavailable,
                "ServiceUnavailable",
                "The activity could not be stored."
            );
        }
    }

    private sealed class TooManyRequestsResult(TimeSpan wait) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var seconds = SlowDownNotice.ToSeconds(wait).ToString(CultureInfo.InvariantCulture);
            httpContext.Response.Headers.RetryAfter = seconds;
            return MessagesEndpoint
                .CreateProblem(StatusCodes.Status429TooManyRequests, "TooManyRequests", $"Retry after {seconds} seconds.")
                .ExecuteAsync(httpContext);
        }
    }

    /// <summary>Stores the conversation's reference, or that the conversation has ended.</summary>
    private Task UpdateReferenceAsync(Activity activity, CancellationToken cancellationToken)
    {
        var isRemoved =
            activity is { Type: ActivityTypes.InstallationUpdate, Action: "remove" }
            || (
                activity.Type == ActivityTypes.ConversationUpdate
                && activity.MembersRemoved?.Any(m => m?.Id is { } id && id == activity.Recipient?.Id) == true
            );
        return isRemoved
            ? references.MarkEndedAsync(activity.ChannelId!, activity.Conversation!.Id!, "the bot was removed", cancellationToken)
            : references.RecordAsync(activity, cancellationToken);
    }

    /// <summary>Removes the mention of the bot and the HTML copy of the text that Teams adds.</summary>
    private static void Normalize(Activity activity)
    {
        Mentions.RemoveRecipientMentions(activity);
        QuotedMessage.MoveToEntity(activity);
        if (activity.Attachments is { Count: > 0 } attachments)
        {
            activity.Attachments = [.. attachments.Where(a => a is not null && !(a.ContentType == "text/html" && a.ContentUrl is null))];
        }
    }

    /// <summary>In a group, messages are for the bot only if they mention it; a click on its card needs no mention.</summary>
    private static bool IsNotForBot(Activity activity) =>
        activity.IsInGroup() && activity.Value is null && !Mentions.MentionsRecipient(activity);

    private async Task<IResult> EnqueueAsync(Activity activity, CancellationToken cancellationToken)
    {
        var accepted = await store.AcceptAsync(activity, GetDeduplicationKey(activity), cancellationToken);
        if (!accepted.IsDuplicate)
        {
            queue.Enqueue(accepted.Activity);
        }

        return Results.Accepted();
    }

    private async Task<IResult> RunAndRespondAsync(Activity activity, CancellationToken cancellationToken)
    {
        var key = GetDeduplicationKey(activity);
        var accepted = await store.AcceptAsync(activity, key, cancellationToken);
        if (accepted is not { IsDuplicate: true, InvokeResponse: not null })
        {
            using var timeout = new CancellationTokenSource(ResponseTimeout, time);
            using var linkedSource = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            try
            {
                var result = await queue.RunAsync(accepted.Activity, linkedSource.Token);
                accepted = result.InvokeResponse is { } response
                    ? accepted with
                    {
                        InvokeResponse = response,
                    }
                    : await store.AcceptAsync(activity, key, cancellationToken);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return Results.StatusCode(StatusCodes.Status504GatewayTimeout);
            }
        }

        return accepted.InvokeResponse switch
        {
            null => Results.StatusCode(StatusCodes.Status501NotImplemented),
            { Body: null } responseWithoutBody => Results.StatusCode(responseWithoutBody.Status),
            var responseWithBody => Results.Text(
                responseWithBody.Body.ToJsonString(SchemaJson.Options),
                "application/json",
                System.Text.Encoding.UTF8,
                responseWithBody.Status
            ),
        };
    }

    /// <summary>A channel that repeats an activity repeats its id.</summary>
    private static string GetDeduplicationKey(Activity activity) =>
        activity.Id is { Length: > 0 } id ? $"channel:{id}" : $"own:{DirectLineTokens.NewId()}";

    [LoggerMessage(Level = LogLevel.Error, Message = "An activity of a channel could not be stored")]
    private partial void LogNotStored(Exception exception);
}
