using System.Diagnostics.CodeAnalysis;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.External;

namespace PolicyAssistantBot.Retrieval;

/// <summary>
/// Embeds the published passages in the background: at the start, and after each change of the articles. After a failure it tries again.
/// </summary>
/// <param name="retriever">Null if embeddings are switched off.</param>
internal sealed partial class EmbeddingRefreshService(
    AnswerPipeline pipeline,
    EmbeddingRetriever? retriever,
    TimeProvider time,
    ILogger<EmbeddingRefreshService> log
) : BackgroundService
{
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMinutes(1);

    private SearchIndex? embeddedIndex;

    /// <summary>Embeds the passages that have no vector yet, if the articles changed. Throws what the service throws.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var index = pipeline.Knowledge.Index;
        if (retriever is null || index == embeddedIndex)
        {
            return;
        }

        var refresh = await retriever.RefreshAsync(index.Passages, cancellationToken);
        embeddedIndex = index;
        LogRefresh(refresh.VectorCount, refresh.EmbeddedCount, refresh.IsSaved);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Search works without vectors; it is tried again.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (retriever is not null && !stoppingToken.IsCancellationRequested)
        {
            var wait = CheckInterval;
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogFailed(exception is InvalidDataException ? exception.Message : exception.GetType().Name);
                wait = RetryDelay;
            }

            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Embeddings: {Vectors} vectors in use, {Embedded} of them new; saved on disk: {IsSaved}"
    )]
    private partial void LogRefresh(int vectors, int embedded, bool isSaved);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Embeddings: passages could not be embedded ({Fault}); tried again in a minute")]
    private partial void LogFailed(string fault);
}
