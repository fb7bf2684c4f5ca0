using Microsoft.Extensions.Logging;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.External;
using PolicyAssistantBot.Retrieval;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Retrieval;

public sealed class RetrieverGuardTests
{
    private const int SentEventId = 1401;

    private readonly List<string> log = [];

    [Fact]
    public async Task Failure_and_recovery_are_each_logged_once_without_any_text()
    {
        var isWell = false;
        var guard = CreateGuard(_ =>
            isWell ? Task.FromResult<IReadOnlyList<ExternalHit>>([new("p", 1)]) : throw new InvalidDataException("the question was: bí mật")
        );
        for (var i = 0; i < 3; i++)
        {
            Assert.Empty(await guard.FindAsync(OutgoingText.FromUserInput("bí mật"), Lang.Vi, default));
        }

        isWell = true;
        for (var i = 0; i < 3; i++)
        {
            Assert.Single(await guard.FindAsync(OutgoingText.FromUserInput("bí mật"), Lang.Vi, default));
        }

        isWell = false;
        await guard.FindAsync(OutgoingText.FromUserInput("bí mật"), Lang.Vi, default);
        Assert.Equal(["Warning", "Information", "Warning"], log.Select(line => line.Split(' ')[0]));
        Assert.DoesNotContain(log, line => line.Contains("bí mật", StringComparison.Ordinal));
        Assert.Contains("InvalidDataException", log[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_call_returns_at_once_and_is_no_failure_of_the_retriever()
    {
        using var stop = new CancellationTokenSource();
        var guard = CreateGuard(async token =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return [];
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            guard.FindAsync(OutgoingText.FromUserInput("vay"), Lang.Vi, stop.Token)
        );
        Assert.Empty(log);
    }

    [Fact]
    public async Task A_retriever_that_ignores_cancellation_delays_no_caller()
    {
        var time = new FakeTime();
        var callStarted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var guard = CreateGuard(
            _ =>
            {
                callStarted.SetResult();
                return new TaskCompletionSource<IReadOnlyList<ExternalHit>>().Task;
            },
            time
        );
        var asking = Task.Run(() => guard.FindAsync(OutgoingText.FromUserInput("vay"), Lang.Vi, default));
        await callStarted.Task.WaitAsync(Wait.Limit);
        Assert.Empty(await Wait.WhileAdvancingAsync(asking, time, TimeSpan.FromMilliseconds(400)));
        Assert.Contains("no reply in time", Assert.Single(log), StringComparison.Ordinal);
    }

    private RetrieverGuard CreateGuard(Func<CancellationToken, Task<IReadOnlyList<ExternalHit>>> find, FakeTime? time = null) =>
        new(
            new TestRetriever(find),
            new RetrieverLimits(TimeSpan.FromMilliseconds(400), 100, TimeSpan.FromSeconds(30)),
            time ?? new FakeTime(),
            new ListLogger(log)
        );

    private sealed class TestRetriever(Func<CancellationToken, Task<IReadOnlyList<ExternalHit>>> find) : IExternalRetriever
    {
        public string Name => "test";

        public ExternalWeight Weight => new(1, 0);

        public Task<IReadOnlyList<ExternalHit>> FindAsync(
            OutgoingText question,
            Lang lang,
            int count,
            CancellationToken cancellationToken
        ) => find(cancellationToken);
    }

    private sealed class ListLogger(List<string> lines) : ILogger<RetrieverGuard>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            // That something was sent is logged with each call, and tested elsewhere.
            if (eventId.Id != SentEventId)
            {
                lines.Add($"{logLevel} {formatter(state, exception)} {exception}");
            }
        }
    }
}
