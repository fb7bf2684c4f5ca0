using System.Diagnostics.CodeAnalysis;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Outside;
using Polly;
using Polly.CircuitBreaker;

namespace PolicyAssistantBot.Retrieval;

/// <summary>How long a channel may take, and when it is left alone.</summary>
/// <param name="Failures">Within half a minute.</param>
internal sealed record ChannelLimits(TimeSpan Timeout, int Failures, TimeSpan Break);

/// <summary>One channel within its limits: slow, failing or talking nonsense it is silent. That it fell silent is said once in the log,
/// without any text.</summary>
internal sealed partial class ChannelGuard(IOutsideChannel channel, ChannelLimits limits, TimeProvider time, ILogger<ChannelGuard> log)
{
    /// <summary>Passages asked for; those further down add nothing that matters.</summary>
    private const int Passages = 10;

    private readonly ResiliencePipeline breaker = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddCircuitBreaker(
            new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = limits.Failures,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = limits.Break,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is not null),
            }
        )
        .Build();

    private int isSilent;

    public string Name => channel.Name;

    public OutsideWeight Weight => channel.Weight;

    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a service does, the question is answered from the index.")]
    public async Task<IReadOnlyList<OutsideHit>> FindAsync(OutgoingText question, Lang lang, CancellationToken cancellationToken)
    {
        try
        {
            var hits = await breaker.ExecuteAsync(async token => await InTimeAsync(question, lang, token), cancellationToken);
            if (Interlocked.Exchange(ref isSilent, 0) == 1)
            {
                LogBack(Name);
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
        catch (Exception fault)
        {
            if (Interlocked.Exchange(ref isSilent, 1) == 0)
            {
                LogSilent(Name, fault is TimeoutException ? "no reply in time" : fault.GetType().Name);
            }

            return [];
        }
    }

    /// <summary>Does not wait longer, even where the connection does not hear that it is to stop.</summary>
    private async Task<IReadOnlyList<OutsideHit>> InTimeAsync(OutgoingText question, Lang lang, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return await channel.FindAsync(question, lang, Passages, stop.Token).WaitAsync(limits.Timeout, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync();
            throw;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The retrieval channel {Channel} is silent: {Fault}. Questions are answered from the index alone until it speaks again."
    )]
    private partial void LogSilent(string channel, string fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "The retrieval channel {Channel} speaks again.")]
    private partial void LogBack(string channel);
}
