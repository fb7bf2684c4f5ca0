using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.State;

namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>The result of a turn.</summary>
/// <param name="WasAlreadyCompleted">True when an earlier run had completed the activity: nothing new was stored.</param>
public sealed record TurnResult(IReadOnlyList<Activity> Outgoing, InvokeResponse? InvokeResponse, bool WasAlreadyCompleted);

/// <summary>
/// Runs one accepted activity: loads the state, calls the bot, commits. A conflict runs it again; an exception of the bot is answered with
/// an apology, so that the activity never stays pending; a failure of the store leaves it pending and is thrown.
/// </summary>
public sealed partial class TurnRunner(
    ITurnStore store,
    IBot bot,
    IFaultResponder faultResponder,
    IEphemeralSender ephemeralSender,
    IOptions<TurnOptions> options,
    TimeProvider time,
    ILogger<TurnRunner> log,
    IEnumerable<ITurnMiddleware>? middleware = null
)
{
    private readonly ITurnMiddleware[] middleware = [.. middleware ?? []];

    /// <exception cref="TurnConflictException">Other turns kept changing the same state; the caller retries later.</exception>
    public Task<TurnResult> RunAsync(Activity activity, CancellationToken cancellationToken) =>
        RunAsync(activity, states => RunBotAsync(activity, states, cancellationToken), cancellationToken);

    /// <summary>Completes an activity with only an apology, after the store has repeatedly refused the result of the turn.</summary>
    /// <exception cref="TurnConflictException">As for <see cref="RunAsync(Activity, CancellationToken)"/>.</exception>
    public Task<TurnResult> CompleteWithApologyAsync(Activity activity, CancellationToken cancellationToken) =>
        RunAsync(activity, states => ApologizeAsync(exception: null, activity, states, cancellationToken), cancellationToken);

    private async Task<TurnResult> RunAsync(
        Activity activity,
        Func<TurnStates, Task<CompletedTurn>> createTurn,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt <= options.Value.ConflictRetries; attempt++)
        {
            var turn = await createTurn(await store.LoadStatesAsync(activity, cancellationToken));
            switch (await store.CommitAsync(turn, cancellationToken))
            {
                case CommitResult.Committed:
                    return new TurnResult(turn.Outgoing, turn.InvokeResponse, WasAlreadyCompleted: false);
                case CommitResult.AlreadyCompleted:
                    return new TurnResult([], null, WasAlreadyCompleted: true);
                default:
                    LogConflict(activity.Id, attempt + 1);
                    break;
            }
        }

        throw new TurnConflictException($"Activity {activity.Id} met a state conflict {options.Value.ConflictRetries + 1} times.");
    }

    private async Task<CompletedTurn> RunBotAsync(Activity activity, TurnStates states, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.TurnTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var context = CreateContext(activity, states);
            await InvokeAsync(context, 0, linked.Token).WaitAsync(linked.Token);
            return CreateCompletedTurn(activity, context);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever the bot throws, the user is told and the activity is completed.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return await ApologizeAsync(exception, activity, states, cancellationToken);
        }
    }

    private Task InvokeAsync(TurnContext context, int index, CancellationToken cancellationToken) =>
        index < middleware.Length
            ? middleware[index].OnTurnAsync(context, token => InvokeAsync(context, index + 1, token), cancellationToken)
            : bot.OnTurnAsync(context, cancellationToken);

    private async Task<CompletedTurn> ApologizeAsync(
        Exception? exception,
        Activity activity,
        TurnStates states,
        CancellationToken cancellationToken
    )
    {
        var reference = Convert.ToHexStringLower(Guid.CreateVersion7(time.GetUtcNow()).ToByteArray().AsSpan(12, 4));
        LogTurnFailed(exception, reference, activity.Id);
        var context = CreateContext(activity, states);
        context.InvokeResponse = new InvokeResponse(500, null);
        try
        {
            await faultResponder.RespondAsync(context, reference, cancellationToken);
            return CreateCompletedTurn(activity, context);
        }
#pragma warning disable CA1031 // A failing apology must not leave the activity pending either.
        catch (Exception apologyException) when (apologyException is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogApologyFailed(apologyException, reference);
            return CreateCompletedTurn(activity, CreateContext(activity, states));
        }
    }

    /// <summary>
    /// Collects the result of the bot. Serializes the state here, so that a state that cannot be serialized counts as an exception of the
    /// bot.
    /// </summary>
    private static CompletedTurn CreateCompletedTurn(Activity activity, TurnContext context) =>
        new(
            activity,
            StateCache.GetChangedDocuments(context),
            [.. context.Outgoing],
            [.. context.Effects],
            activity.Type == ActivityTypes.Invoke ? context.InvokeResponse ?? new InvokeResponse(501, null) : null
        );

    /// <summary>The bot gets a copy of the activity, so that a run that fails or conflicts leaves no changes in it.</summary>
    private TurnContext CreateContext(Activity activity, TurnStates states) =>
        new(SchemaJson.Clone(activity), states, new BestEffortSender(ephemeralSender, log));

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn failed, reference {Reference}, activity {ActivityId}")]
    private partial void LogTurnFailed(Exception? exception, string reference, string? activityId);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The apology for {Reference} failed too")]
    private partial void LogApologyFailed(Exception exception, string reference);

    [LoggerMessage(Level = LogLevel.Debug, Message = "State conflict on activity {ActivityId}, attempt {Attempt}")]
    private partial void LogConflict(string? activityId, int attempt);

    /// <summary>An ephemeral activity that cannot be sent must not fail the turn.</summary>
    private sealed partial class BestEffortSender(IEphemeralSender inner, ILogger log) : IEphemeralSender
    {
        public async Task SendAsync(Activity activity, CancellationToken cancellationToken)
        {
            try
            {
                await inner.SendAsync(activity, cancellationToken);
            }
#pragma warning disable CA1031 // A typing indicator is optional.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogNotSent(log, exception);
            }
        }

        [LoggerMessage(Level = LogLevel.Debug, Message = "An ephemeral activity was not sent")]
        private static partial void LogNotSent(ILogger log, Exception exception);
    }
}

/// <summary>A turn conflicted more often than it may be rerun immediately.</summary>
public sealed class TurnConflictException(string message) : Exception(message);
