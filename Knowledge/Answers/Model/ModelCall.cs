using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Polly;
using Polly.CircuitBreaker;

namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>What became of a call: how it ended, and what it used.</summary>
/// <param name="Fault">Null when the reply came whole; else what went wrong, without any text of the conversation.</param>
public sealed record ModelCallResult(string? Fault, long Tokens);

/// <summary>Calls the model within its time, and leaves it alone for a while when it keeps failing. Nothing is thrown but the caller's own
/// cancellation.</summary>
public sealed class ModelCall
{
    /// <summary>A reply of ours is never longer.</summary>
    private const int MaxReply = 20_000;

    /// <summary>Where the service does not say what was used.</summary>
    private const int CharactersPerToken = 3;

    private readonly ILanguageModel model;
    private readonly ModelOptions options;
    private readonly TimeProvider time;
    private readonly ResiliencePipeline breaker;

    public ModelCall(ILanguageModel model, ModelOptions options, TimeProvider time)
    {
        (this.model, this.options, this.time) = (model, options, time);
        breaker = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions
                {
                    FailureRatio = 0.5,
                    MinimumThroughput = options.FailuresToBreak,
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    BreakDuration = options.BreakDuration,
                    ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is not null and not AbandonedException),
                }
            )
            .Build();
    }

    /// <param name="onPiece">Gets each piece of the reply as it comes.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever the model does, the asker gets an answer.")]
    public async Task<ModelCallResult> RunAsync(ModelPrompt prompt, Func<string, Task> onPiece, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentNullException.ThrowIfNull(onPiece);
        var used = new StrongBox<long>(prompt.Length / CharactersPerToken);
        try
        {
            await breaker.ExecuteAsync(async token => await ReadAsync(prompt, onPiece, used, token), cancellationToken);
            return new ModelCallResult(null, used.Value);
        }
        catch (BrokenCircuitException)
        {
            return new ModelCallResult("left alone after failures", 0);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception fault)
        {
            return new ModelCallResult(fault is TimeoutException ? fault.Message : fault.GetType().Name, used.Value);
        }
    }

    private async Task ReadAsync(ModelPrompt prompt, Func<string, Task> onPiece, StrongBox<long> used, CancellationToken cancellationToken)
    {
        using var first = new CancellationTokenSource(options.FirstTokenTimeout, time);
        using var whole = new CancellationTokenSource(options.TotalTimeout, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(first.Token, whole.Token, cancellationToken);
        var (sent, length) = (prompt.Length, 0);
        try
        {
            await foreach (var piece in model.StreamAsync(prompt, any.Token).WithCancellation(any.Token))
            {
                first.CancelAfter(Timeout.InfiniteTimeSpan);
                length += piece.Text.Length;
                used.Value = Math.Max(used.Value, piece.Tokens > 0 ? piece.Tokens : (sent + length) / CharactersPerToken);
                if (length > MaxReply)
                {
                    throw new InvalidDataException("the reply does not end");
                }

                await onPiece(piece.Text);
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new AbandonedException();
        }
        catch (Exception late) when (whole.IsCancellationRequested || (first.IsCancellationRequested && length == 0))
        {
            throw new TimeoutException(length == 0 ? "no first word in time" : "no end in time", late);
        }
    }

    /// <summary>The caller gave up: no failure of the model's.</summary>
    private sealed class AbandonedException : Exception;
}
