using System.Diagnostics.CodeAnalysis;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.External;
using Polly;
using Polly.CircuitBreaker;

namespace PolicyAssistantBot.Retrieval;

/// <summary>The timeout of a retriever, and when its circuit breaker opens.</summary>
/// <param name="FailuresToBreak">The number of failures within half a minute that open the circuit breaker.</param>
/// <param name="BreakDuration">How long the circuit breaker stays open.</param>
internal sealed record RetrieverLimits(TimeSpan Timeout, int FailuresToBreak, TimeSpan BreakDuration);

/// <summary>
/// Calls a retriever within its limits: when it is slow, fails or returns invalid data, it contributes nothing. The beginning and the end
/// of an outage are logged once each, without any text of the question.
/// </summary>
internal sealed partial class RetrieverGuard(
    IExternalRetriever retriever,
    RetrieverLimits limits,
    TimeProvider time,
    ILogger<RetrieverGuard> log
)
{
    /// <summary>Passages of lower rank do not change the result.</summary>
    private const int MaxPassages = 10;

    private readonly ResiliencePipeline breaker = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddCircuitBreaker(
            new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = limits.FailuresToBreak,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = limits.BreakDuration,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is not null),
            }
        )
        .Build();

    private int isFailing;

    public string Name => retriever.Name;

    public ExternalWeight Weight => retriever.Weight;

    /// <exception cref="OperationCanceledException">The caller cancelled the call.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a service does, the question is answered from the index.")]
    public async Task<IReadOnlyList<ExternalHit>> FindAsync(OutgoingText question, Lang lang, CancellationToken cancellationToken)
    {
        try
        {
            var hits = await breaker.ExecuteAsync(async token => await FindWithTimeoutAsync(question, lang, token), cancellationToken);
            if (Interlocked.Exchange(ref isFailing, 0) == 1)
            {
                LogRecovered(Name);
            }

            return hits;
        }
        catch (BrokenCircuitException)
        {
            return [];
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception)
        {
            if (Interlocked.Exchange(ref isFailing, 1) == 0)
            {
                LogFailing(Name, exception is TimeoutException ? "no reply in time" : exception.GetType().Name);
            }

            return [];
        }
    }

    /// <summary>Ends on time even if the client ignores the cancellation.</summary>
    private async Task<IReadOnlyList<ExternalHit>> FindWithTimeoutAsync(
        OutgoingText question,
        Lang lang,
        CancellationToken cancellationToken
    )
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (log.IsEnabled(LogLevel.Information))
        {
            var kinds = question.Describe();
            LogSent(Name, kinds);
        }

        try
        {
            return await retriever
                .FindAsync(question, lang, MaxPassages, cancellation.Token)
                .WaitAsync(limits.Timeout, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            await cancellation.CancelAsync();
            throw;
        }
    }

    [LoggerMessage(EventId = 1401, Level = LogLevel.Information, Message = "Sent to the retriever {Retriever}: {Data}")]
    private partial void LogSent(string retriever, string data);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The retriever {Retriever} fails: {Fault}. Questions are answered from the index alone until it recovers."
    )]
    private partial void LogFailing(string retriever, string fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "The retriever {Retriever} has recovered.")]
    private partial void LogRecovered(string retriever);
}
