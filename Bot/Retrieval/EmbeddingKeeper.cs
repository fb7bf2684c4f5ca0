using System.Diagnostics.CodeAnalysis;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.Outside;

namespace PolicyAssistantBot.Retrieval;

/// <summary>Keeps the vectors of the published passages: at the start, and after each change. Nobody waits for it; a service that fails is
/// tried again.</summary>
/// <param name="channel">Null when there is none: then nothing is done.</param>
internal sealed partial class EmbeddingKeeper(
    AnswerPipeline pipeline,
    EmbeddingChannel? channel,
    TimeProvider time,
    ILogger<EmbeddingKeeper> log
) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    private SearchIndex? kept;

    /// <summary>Has the passages' vectors that are not there yet made; nothing when the articles are the same. Throws whatever the service
    /// throws.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var index = pipeline.Knowledge.Index;
        if (channel is null || index == kept)
        {
            return;
        }

        var refresh = await channel.RefreshAsync(index.Passages, cancellationToken);
        kept = index;
        LogRefresh(refresh.Vectors, refresh.Embedded, refresh.IsKept);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Search works without vectors; the next look tries again.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (channel is not null && !stoppingToken.IsCancellationRequested)
        {
            var wait = BetweenLooks;
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                LogFailed(fault is InvalidDataException ? fault.Message : fault.GetType().Name);
                wait = AfterFailure;
            }

            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Embeddings: {Vectors} vectors in use, {Embedded} of them new; kept on disk: {IsKept}"
    )]
    private partial void LogRefresh(int vectors, int embedded, bool isKept);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Embeddings: passages could not be embedded ({Fault}); tried again in a minute")]
    private partial void LogFailed(string fault);
}
