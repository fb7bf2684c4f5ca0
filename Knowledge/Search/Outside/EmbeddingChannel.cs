using Microsoft.Extensions.AI;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search.Outside;

/// <summary>The result of refreshing the vectors of the passages.</summary>
/// <param name="Vectors">The number of vectors in use.</param>
/// <param name="Embedded">The number of chunks that were embedded by this refresh; the others were known.</param>
/// <param name="IsSaved">Whether the vectors were written to the file.</param>
public sealed record EmbeddingRefresh(int Vectors, int Embedded, bool IsSaved);

/// <summary>Settings of the embedding channel.</summary>
/// <param name="File">The file that keeps the vectors over a restart.</param>
/// <param name="QuestionPrefix">The instruction that the model expects before a question, such as <c>query: </c>.</param>
/// <param name="PassagePrefix">The instruction that the model expects before a passage.</param>
/// <param name="Batch">The number of texts in one call of the service.</param>
public sealed record EmbeddingSettings(
    string File,
    OutsideWeight Weight,
    string QuestionPrefix = "",
    string PassagePrefix = "",
    int Batch = 64
);

/// <summary>
/// Finds passages whose meaning is near to that of the question, by embeddings. Finds nothing until the passages are embedded.
/// </summary>
public sealed class EmbeddingChannel(IEmbeddingGenerator<string, Embedding<float>> generator, EmbeddingSettings settings)
    : IOutsideChannel,
        IDisposable
{
    private readonly SemaphoreSlim refreshing = new(1, 1);
    private volatile VectorIndex current = VectorIndex.Empty;

    public string Name => "embeddings";

    public OutsideWeight Weight => settings.Weight;

    public async Task<IReadOnlyList<OutsideHit>> FindAsync(OutgoingText question, Lang lang, int count, CancellationToken cancellationToken)
    {
        var index = current;
        if (index.Vectors == 0)
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
        await refreshing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var model = ModelName();
            var chunks = passages
                .Select(passage => (passage, Texts: PassageChunks.Split(passage).Select(text => settings.PassagePrefix + text).ToList()))
                .ToList();
            var texts = chunks
                .SelectMany(chunk => chunk.Texts)
                .Distinct(StringComparer.Ordinal)
                .ToDictionary(text => VectorFile.Key(model, text), StringComparer.Ordinal);
            var known = VectorFile.Read(settings.File).Where(pair => texts.ContainsKey(pair.Key)).ToDictionary(StringComparer.Ordinal);
            var knownBefore = known.Count;
            try
            {
                await EmbedMissingAsync(texts, known, cancellationToken).ConfigureAwait(false);
            }
            catch when (known.Count > knownBefore)
            {
                VectorFile.TryWrite(settings.File, known);
                throw;
            }

            var isSaved = VectorFile.TryWrite(settings.File, known);
            current = new VectorIndex([
                .. chunks.Select(chunk =>
                    (chunk.passage, (IReadOnlyList<sbyte[]>)[.. chunk.Texts.Select(text => known[VectorFile.Key(model, text)])])
                ),
            ]);
            return new EmbeddingRefresh(current.Vectors, known.Count - knownBefore, isSaved);
        }
        finally
        {
            refreshing.Release();
        }
    }

    public void Dispose() => refreshing.Dispose();

    private async Task EmbedMissingAsync(
        Dictionary<string, string> texts,
        Dictionary<string, sbyte[]> known,
        CancellationToken cancellationToken
    )
    {
        foreach (var batch in texts.Where(text => !known.ContainsKey(text.Key)).Chunk(settings.Batch))
        {
            var vectors = await EmbedAsync([.. batch.Select(text => OutgoingText.FromPublicText(text.Value))], cancellationToken)
                .ConfigureAwait(false);
            foreach (var (text, vector) in batch.Zip(vectors))
            {
                if (known.Count > 0 && known.Values.First().Length != vector.Length)
                {
                    throw new InvalidDataException(
                        "The service's vectors do not have the same length; after a change of the model, delete the file of vectors."
                    );
                }

                known[text.Key] = QuantizedVector.Quantize(vector.Span);
            }
        }
    }

    /// <summary>Identifies the model of the vectors: vectors of different models cannot be compared.</summary>
    private string ModelName()
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
