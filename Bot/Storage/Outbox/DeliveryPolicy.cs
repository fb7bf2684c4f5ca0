using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Storage.Outbox;

/// <summary>How long a message is tried.</summary>
/// <param name="FirstWait">After the first failed attempt; doubles with each further one.</param>
/// <param name="MinAttempts">Attempts before it is given up, however long they take.</param>
/// <param name="MinDuration">Time before it is given up, however many attempts that takes.</param>
internal sealed record DeliveryLimits(TimeSpan FirstWait, TimeSpan LongestWait, int MinAttempts, TimeSpan MinDuration);

/// <summary>What happened to a message before the attempt that is judged.</summary>
/// <param name="AmbiguousAttempts">Attempts that may have delivered it.</param>
/// <param name="Since">When it was due for the first time.</param>
internal readonly record struct DeliveryHistory(int Attempts, int AmbiguousAttempts, DateTimeOffset Since);

/// <summary>Why a message is parked, and with it who may send it again.</summary>
internal enum ParkedAs
{
    /// <summary>Certainly not delivered: sent again by itself when its conversation accepts messages again.</summary>
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

    public sealed record Park(ParkedAs As, int AmbiguousAttempts, string Problem) : DeliveryStep;
}

/// <summary>
/// Decides whether a message is sent again. Sending is not idempotent, so a message that may have arrived is sent once more at most; one
/// that certainly did not is repeated with growing waits until its limits are reached.
/// </summary>
internal static class DeliveryPolicy
{
    /// <summary>The maximum number of attempts that may have delivered the message: after these, two copies may exist.</summary>
    public const int MaxAmbiguous = 2;

    /// <summary>The wait before an ambiguous attempt is repeated: an overloaded service needs time.</summary>
    public static readonly TimeSpan AmbiguousWait = TimeSpan.FromSeconds(30);

    /// <summary>The longest <c>Retry-After</c> that is honoured; a longer one is shortened to it.</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(6);

    public static DeliveryStep Next(DeliveryResult result, DeliveryHistory history, DateTimeOffset now, DeliveryLimits limits)
    {
        var ambiguous = history.AmbiguousAttempts;
        return result switch
        {
            DeliveryResult.Delivered delivered => new DeliveryStep.Done(delivered.Id),
            DeliveryResult.Refused refused => new DeliveryStep.Park(As(ParkedAs.Refused, ambiguous), ambiguous, refused.Reason),
            DeliveryResult.ConversationEnded ended => new DeliveryStep.Park(As(ParkedAs.NotAccepted, ambiguous), ambiguous, ended.Reason),
            DeliveryResult.Ambiguous unknown when ambiguous + 1 >= MaxAmbiguous => new DeliveryStep.Park(
                ParkedAs.MayHaveArrived,
                ambiguous + 1,
                unknown.Reason
            ),
            DeliveryResult.Ambiguous unknown => new DeliveryStep.Retry(
                now + Longer(AmbiguousWait, Backoff(history.Attempts, limits)),
                ambiguous + 1,
                unknown.Reason
            ),
            DeliveryResult.NotAccepted later when IsOver(history, now, limits) => new DeliveryStep.Park(
                As(ParkedAs.NotAccepted, ambiguous),
                ambiguous,
                later.Reason
            ),
            DeliveryResult.NotAccepted later => new DeliveryStep.Retry(
                now + Longer(Shorter(later.After ?? TimeSpan.Zero, LongestAsked), Backoff(history.Attempts, limits)),
                ambiguous,
                later.Reason
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(result)),
        };
    }

    private static bool IsOver(DeliveryHistory history, DateTimeOffset now, DeliveryLimits limits) =>
        history.Attempts + 1 >= limits.MinAttempts && now - history.Since >= limits.MinDuration;

    private static ParkedAs As(ParkedAs otherwise, int ambiguousAttempts) => ambiguousAttempts > 0 ? ParkedAs.MayHaveArrived : otherwise;

    private static TimeSpan Backoff(int failuresBefore, DeliveryLimits limits) =>
        TimeSpan.FromTicks(Math.Min(limits.LongestWait.Ticks, limits.FirstWait.Ticks << Math.Min(failuresBefore, 20)));

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
