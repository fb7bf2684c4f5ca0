using Microsoft.Extensions.AI;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search.External;

/// <summary>The result of refreshing the vectors of the passages.</summary>
/// <param name="VectorCount">The number of vectors in use.</param>
/// <param name="EmbeddedCount">The number of chunks that were embedded by this refresh; the others were known.</param>
/// <param name="IsSaved">Whether the vectors were written to the file.</param>
public sealed record EmbeddingRefresh(int VectorCount, int EmbeddedCount, bool IsSaved);

/// <summary>Settings of the embedding retriever.</summary>
/// <param name="FilePath">The file that keeps the vectors over a restart.</param>
/// <param name="QuestionPrefix">The instruction that the model expects before a question, such as <c>query: </c>.</param>
/// <param name="PassagePrefix">The instruction that the model expects before a passage.</param>
/// <param name="BatchSize">The number of texts in one call of the service.</param>
public sealed record EmbeddingSettings(
    string FilePath,
    ExternalWeight Weight,
    string QuestionPrefix = "",
    string PassagePrefix = "",
    int BatchSize = 64
);

/// <summary>
/// Finds passages whose meaning is near to that of the question, by embeddings. Finds nothing until the passages are embedded.
/// </summary>
public sealed class EmbeddingRetriever(IEmbeddingGenerator<string, Embedding<float>> generator, EmbeddingSettings settings)
    : IExternalRetriever,
        IDisposable
{
    private readonly SemaphoreSlim refreshLock = new(1, 1);
    private volatile VectorIndex currentIndex = VectorIndex.Empty;

    public string Name => "embeddings";

    public ExternalWeight Weight => settings.Weight;

    public async Task<IReadOnlyList<ExternalHit>> FindAsync(
        OutgoingText question,
        Lang lang,
        int count,
        CancellationToken cancellationToken
    )
    {
        var index = currentIndex;
        if (index.VectorCount == 0)
        {
            return [];
        }

        var vectors = await EmbedAsync([question.WithPrefix(settings.QuestionPrefix)], cancellationToken).ConfigureAwait(false);
        return index.Find(vectors[0].Span, lang, count);
    }

    /// <summary>
    /// Replaces the vectors in use by those of these passages; embeds only chunks whose vector is not known. Vectors that were
    /// made before a failure are saved.
    /// </summary>
    /// <remarks>Exceptions of the connection pass through; the vectors in use do not change then.</remarks>
    /// <exception cref="InvalidDataException">The reply of the service is not valid.</exception>
    public async Task<EmbeddingRefresh> RefreshAsync(IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(passages);
        await refreshLock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var model = GetModelName();
            var chunks = passages
                .Select(passage => (passage, Texts: PassageChunker.Split(passage).Select(text => settings.PassagePrefix + text).ToList()))
                .ToList();
            var texts = chunks
                .SelectMany(chunk => chunk.Texts)
                .Distinct(StringComparer.Ordinal)
                .ToDictionary(text => VectorFile.ComputeKey(model, text), StringComparer.Ordinal);
            var vectorsByKey = VectorFile
                .Read(settings.FilePath)
                .Where(pair => texts.ContainsKey(pair.Key))
                .ToDictionary(StringComparer.Ordinal);
            var knownCount = vectorsByKey.Count;
            try
            {
                await EmbedMissingAsync(texts, vectorsByKey, cancellationToken).ConfigureAwait(false);
            }
            catch when (vectorsByKey.Count > knownCount)
            {
                VectorFile.TryWrite(settings.FilePath, vectorsByKey);
                throw;
            }

            var isSaved = VectorFile.TryWrite(settings.FilePath, vectorsByKey);
            currentIndex = new VectorIndex([
                .. chunks.Select(chunk =>
                    (
                        chunk.passage,
                        (IReadOnlyList<sbyte[]>)[.. chunk.Texts.Select(text => vectorsByKey[VectorFile.ComputeKey(model, text)])]
                    )
                ),
            ]);
            return new EmbeddingRefresh(currentIndex.VectorCount, vectorsByKey.Count - knownCount, isSaved);
        }
        finally
        {
            refreshLock.Release();
        }
    }

    public void Dispose() => refreshLock.Dispose();

    private async Task EmbedMissingAsync(
        Dictionary<string, string> texts,
        Dictionary<string, sbyte[]> vectorsByKey,
        CancellationToken cancellationToken
    )
    {
        foreach (var batch in texts.Where(text => !vectorsByKey.ContainsKey(text.Key)).Chunk(settings.BatchSize))
        {
            var vectors = await EmbedAsync([.. batch.Select(text => OutgoingText.FromPublicText(text.Value))], cancellationToken)
                .ConfigureAwait(false);
            foreach (var (text, vector) in batch.Zip(vectors))
            {
                if (vectorsByKey.Count > 0 && vectorsByKey.Values.First().Length != vector.Length)
                {
                    throw new InvalidDataException(
                        "The service's vectors do not have the same length; after a change of the model, delete the file of vectors."
                    );
                }

                vectorsByKey[text.Key] = QuantizedVector.Quantize(vector.Span);
            }
        }
    }

    /// <summary>Identifies the model of the vectors: vectors of different models cannot be compared.</summary>
    private string GetModelName()
    {
        var metadata = generator.GetService<EmbeddingGeneratorMetadata>();
        return $"{metadata?.DefaultModelId}/{metadata?.DefaultModelDimensions}";
    }

    /// <summary>One vector for each text, in the same order.</summary>
    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(
        IReadOnlyList<OutgoingText> texts,
        CancellationToken cancellationToken
    )
    {
        var vectors = await generator
            .GenerateAsync(texts.Select(text => text.Value), cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return vectors.Count == texts.Count && vectors.All(vector => vector.Vector.Length > 0)
            ? [.. vectors.Select(vector => vector.Vector)]
            : throw new InvalidDataException("The service did not return one vector for each text.");
    }
}
