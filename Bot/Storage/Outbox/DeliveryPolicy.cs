using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Storage.Outbox;

/// <summary>How often and for how long an undelivered message is sent again.</summary>
/// <param name="FirstRetryDelay">The wait after the first failed attempt; doubles with each further one.</param>
/// <param name="MinAttempts">The minimum number of attempts before it is given up, however long they take.</param>
/// <param name="MinDuration">The minimum time before it is given up, however many attempts that takes.</param>
internal sealed record DeliveryLimits(TimeSpan FirstRetryDelay, TimeSpan MaxRetryDelay, int MinAttempts, TimeSpan MinDuration);

/// <summary>The attempts on a message before the current one.</summary>
/// <param name="AmbiguousAttempts">Attempts whose outcome is unknown: they may have delivered it.</param>
/// <param name="FirstDueAt">When the message was due for the first time.</param>
internal readonly record struct DeliveryHistory(int Attempts, int AmbiguousAttempts, DateTimeOffset FirstDueAt);

/// <summary>Why the delivery of a message was given up, which decides who may send it again.</summary>
internal enum UndeliveredReason
{
    /// <summary>Certainly not delivered: sent again automatically when its conversation accepts messages again.</summary>
    NotAccepted,

    /// <summary>Sending it again may produce a copy: a person decides.</summary>
    MayHaveArrived,

    /// <summary>The receiver refuses this message: a person decides.</summary>
    Refused,
}

/// <summary>What to do after an attempt.</summary>
internal abstract record DeliveryStep
{
    private DeliveryStep() { }

    /// <param name="Id">The id that the channel assigned.</param>
    public sealed record Done(string? Id) : DeliveryStep;

    public sealed record Retry(DateTimeOffset At, int AmbiguousAttempts, string Problem) : DeliveryStep;

    /// <summary>Sends it no more; see <see cref="UndeliveredReason"/> for who may send it again.</summary>
    public sealed record GiveUp(UndeliveredReason Reason, int AmbiguousAttempts, string Problem) : DeliveryStep;
}

/// <summary>
/// Decides whether a message is sent again. Sending is not idempotent, so a message that may have arrived is sent once more at most; one
/// that certainly did not is repeated with growing waits until its limits are reached.
/// </summary>
internal static class DeliveryPolicy
{
    /// <summary>The maximum number of attempts that may have delivered the message: after these, two copies may exist.</summary>
    public const int MaxAmbiguousAttempts = 2;

    /// <summary>The wait before an ambiguous attempt is repeated: an overloaded service needs time.</summary>
    public static readonly TimeSpan AmbiguousRetryDelay = TimeSpan.FromSeconds(30);

    /// <summary>The longest <c>Retry-After</c> that is respected; a longer one is shortened to it.</summary>
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromHours(6);

    public static DeliveryStep DecideNextStep(DeliveryResult result, DeliveryHistory history, DateTimeOffset now, DeliveryLimits limits)
    {
        var ambiguous = history.AmbiguousAttempts;
        return result switch
        {
            DeliveryResult.Delivered delivered => new DeliveryStep.Done(delivered.Id),
            DeliveryResult.Refused refused => new DeliveryStep.GiveUp(
                ReasonAfter(UndeliveredReason.Refused, ambiguous),
                ambiguous,
                refused.Reason
            ),
            DeliveryResult.ConversationEnded ended => new DeliveryStep.GiveUp(
                ReasonAfter(UndeliveredReason.NotAccepted, ambiguous),
                ambiguous,
                ended.Reason
            ),
            DeliveryResult.Ambiguous ambiguousResult when ambiguous + 1 >= MaxAmbiguousAttempts => new DeliveryStep.GiveUp(
                UndeliveredReason.MayHaveArrived,
                ambiguous + 1,
                ambiguousResult.Reason
            ),
            DeliveryResult.Ambiguous ambiguousResult => new DeliveryStep.Retry(
                now + Max(AmbiguousRetryDelay, Backoff(history.Attempts, limits)),
                ambiguous + 1,
                ambiguousResult.Reason
            ),
            DeliveryResult.NotAccepted notAccepted when IsOver(history, now, limits) => new DeliveryStep.GiveUp(
                ReasonAfter(UndeliveredReason.NotAccepted, ambiguous),
                ambiguous,
                notAccepted.Reason
            ),
            DeliveryResult.NotAccepted notAccepted => new DeliveryStep.Retry(
                now + Max(Min(notAccepted.RetryAfter ?? TimeSpan.Zero, MaxRetryAfter), Backoff(history.Attempts, limits)),
                ambiguous,
                notAccepted.Reason
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(result)),
        };
    }

    private static bool IsOver(DeliveryHistory history, DateTimeOffset now, DeliveryLimits limits) =>
        history.Attempts + 1 >= limits.MinAttempts && now - history.FirstDueAt >= limits.MinDuration;

    private static UndeliveredReason ReasonAfter(UndeliveredReason reason, int ambiguousAttempts) =>
        ambiguousAttempts > 0 ? UndeliveredReason.MayHaveArrived : reason;

    private static TimeSpan Backoff(int failuresBefore, DeliveryLimits limits) =>
        TimeSpan.FromTicks(Math.Min(limits.MaxRetryDelay.Ticks, limits.FirstRetryDelay.Ticks << Math.Min(failuresBefore, 20)));

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
