namespace PolicyAssistantBot.Tests.Support;

/// <summary>A clock that only a test advances; timers fire when it passes their due time.</summary>
internal sealed class FakeTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock sync = new();
    private readonly List<Timer> timers = [];
    private DateTimeOffset now = start;

    public FakeTime()
        : this(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero)) { }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (sync)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan by)
    {
        var target = GetUtcNow() + by;
        while (NextDue(target) is { } timer)
        {
            timer.Fire();
        }

        lock (sync)
        {
            now = target;
        }
    }

    /// <summary>
    /// Sets the clock on by months or years: a timer that has become due fires once, and not as often as its period has passed.
    /// </summary>
    public void Jump(TimeSpan by)
    {
        List<Timer> due;
        lock (sync)
        {
            now += by;
            due = [.. timers.Where(timer => timer.Due <= now)];
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private Timer? NextDue(DateTimeOffset limit)
    {
        lock (sync)
        {
            var next = timers.Where(t => t.Due <= limit).MinBy(t => t.Due);
            if (next is not null && next.Due > now)
            {
                now = next.Due;
            }

            return next;
        }
    }

    private sealed class Timer(FakeTime clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.sync)
            {
                this.period = period;
                clock.timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    Due = DateTimeOffset.MaxValue;
                    return true;
                }

                Due = clock.now + dueTime;
                clock.timers.Add(this);
                return true;
            }
        }

        public void Fire()
        {
            lock (clock.sync)
            {
                if (period > TimeSpan.Zero)
                {
                    Due += period;
                    Due = Due > clock.now ? Due : clock.now + period;
                }
                else
                {
                    Due = DateTimeOffset.MaxValue;
                    clock.timers.Remove(this);
                }
            }

            callback(state);
        }

        public void Dispose()
        {
            lock (clock.sync)
            {
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
