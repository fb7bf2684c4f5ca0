using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;

namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>The outcome of a call.</summary>
/// <param name="Fault">Null when the whole reply was received; else what failed, without any text of the conversation.</param>
public sealed record ModelCallResult(string? Fault, long Tokens);

/// <summary>
/// Calls the language model within a time limit, and stops calling it for a while when it keeps failing. The only exception that it
/// throws is the caller's own cancellation.
/// </summary>
public sealed class ModelCall
{
    /// <summary>A longer reply is an error of the model.</summary>
    private const int MaxReplyLength = 20_000;

    /// <summary>The estimate where the service does not report its usage.</summary>
    private const int CharactersPerToken = 3;

    private readonly IChatClient client;
    private readonly ModelOptions options;
    private readonly TimeProvider time;
    private readonly Action<OutgoingData>? onSending;
    private readonly ResiliencePipeline breaker;

    /// <param name="onSending">Called before the data of each prompt leave the service.</param>
    public ModelCall(IChatClient client, ModelOptions options, TimeProvider time, Action<OutgoingData>? onSending = null)
    {
        (this.client, this.options, this.time, this.onSending) = (client, options, time, onSending);
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

    /// <param name="onText">Receives the reply piece by piece.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled the call.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "The asker gets an answer whatever the model does.")]
    public async Task<ModelCallResult> RunAsync(ModelPrompt prompt, Func<string, Task> onText, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentNullException.ThrowIfNull(onText);
        var tokenCount = new StrongBox<long>(prompt.Length / CharactersPerToken);
        try
        {
            await breaker.ExecuteAsync(async token => await ReadAsync(prompt, onText, tokenCount, token), cancellationToken);
            return new ModelCallResult(null, tokenCount.Value);
        }
        catch (BrokenCircuitException)
        {
            return new ModelCallResult("not called after repeated failures", 0);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception)
        {
            return new ModelCallResult(exception is TimeoutException ? exception.Message : exception.GetType().Name, tokenCount.Value);
        }
    }

    private async Task ReadAsync(
        ModelPrompt prompt,
        Func<string, Task> onText,
        StrongBox<long> tokenCount,
        CancellationToken cancellationToken
    )
    {
        using var firstTokenTimeout = new CancellationTokenSource(options.FirstTokenTimeout, time);
        using var totalTimeout = new CancellationTokenSource(options.TotalTimeout, time);
        using var anyCancellation = CancellationTokenSource.CreateLinkedTokenSource(
            firstTokenTimeout.Token,
            totalTimeout.Token,
            cancellationToken
        );
        var (promptLength, length) = (prompt.Length, 0);
        onSending?.Invoke(prompt.Data);
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync(Messages(prompt), Options(prompt), anyCancellation.Token))
            {
                var tokens = update.Contents.OfType<UsageContent>().FirstOrDefault()?.Details.TotalTokenCount ?? 0;
                if (update.Text.Length == 0 && tokens == 0)
                {
                    continue;
                }

                firstTokenTimeout.CancelAfter(Timeout.InfiniteTimeSpan);
                length += update.Text.Length;
                tokenCount.Value = Math.Max(tokenCount.Value, tokens > 0 ? tokens : (promptLength + length) / CharactersPerToken);
                if (length > MaxReplyLength)
                {
                    throw new InvalidDataException("The reply is too long.");
                }

                await onText(update.Text);
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new AbandonedException();
        }
        catch (Exception exception)
            when (totalTimeout.IsCancellationRequested || (firstTokenTimeout.IsCancellationRequested && length == 0))
        {
            throw new TimeoutException(length == 0 ? "no first word in time" : "no end in time", exception);
        }
    }

    private static ChatMessage[] Messages(ModelPrompt prompt) =>
        [new(ChatRole.System, prompt.Instructions), new(ChatRole.User, prompt.Data.ToJson())];

    private ChatOptions Options(ModelPrompt prompt) =>
        new()
        {
            MaxOutputTokens = options.MaxOutputTokens,
            ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonElement.Parse(prompt.Schema), prompt.SchemaName),
            AdditionalProperties = new() { ["strict"] = true },
        };

    /// <summary>The caller cancelled the call, which is no failure of the model.</summary>
    private sealed class AbandonedException : Exception;
}
