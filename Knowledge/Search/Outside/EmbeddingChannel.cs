using Microsoft.Extensions.AI;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search.Outside;

/// <summary>The result of refreshing the passages' vectors.</summary>
/// <param name="Vectors">The number of vectors in use.</param>
/// <param name="Embedded">The number of new ones among them.</param>
/// <param name="IsKept">Whether they are stored on disk.</param>
public sealed record EmbeddingRefresh(int Vectors, int Embedded, bool IsKept);

/// <summary>How texts are embedded.</summary>
/// <param name="File">Where vectors are kept over a restart.</param>
/// <param name="QuestionPrefix">What the model wants before a question, such as <c>query: </c>.</param>
/// <param name="PassagePrefix">What it wants before a passage.</param>
/// <param name="Batch">Texts in one call.</param>
public sealed record EmbeddingSettings(
    string File,
    OutsideWeight Weight,
    string QuestionPrefix = "",
    string PassagePrefix = "",
    int Batch = 64
);

/// <summary>Finds passages that mean what a question means, whatever words either uses; none until its passages have vectors.</summary>
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

        var vectors = await EmbedAsync([question.After(settings.QuestionPrefix)], cancellationToken).ConfigureAwait(false);
        return index.Find(vectors[0].Span, lang, count);
    }

    /// <summary>
    /// Has these passages' vectors in the place of those in use, making those that are not known
    /// yet. What was made before a failure is kept.
    /// </summary>
    /// <remarks>Throws whatever the connection throws; the vectors in use stay.</remarks>
    /// <exception cref="InvalidDataException">The service's reply makes no sense.</exception>
    public async Task<EmbeddingRefresh> RefreshAsync(IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(passages);
        await refreshing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var model = Model();
            var pieces = passages
                .Select(passage => (passage, Texts: EmbeddedText.Pieces(passage).Select(text => settings.PassagePrefix + text).ToList()))
                .ToList();
            var texts = pieces
                .SelectMany(piece => piece.Texts)
                .Distinct(StringComparer.Ordinal)
                .ToDictionary(text => VectorFile.Key(model, text), StringComparer.Ordinal);
            var known = VectorFile.Read(settings.File).Where(pair => texts.ContainsKey(pair.Key)).ToDictionary(StringComparer.Ordinal);
            var had = known.Count;
            try
            {
                await MakeAsync(texts, known, cancellationToken).ConfigureAwait(false);
            }
            catch when (known.Count > had)
            {
                VectorFile.TryWrite(settings.File, known);
                throw;
            }

            var isKept = VectorFile.TryWrite(settings.File, known);
            current = new VectorIndex([
                .. pieces.Select(piece =>
                    (piece.passage, (IReadOnlyList<sbyte[]>)[.. piece.Texts.Select(text => known[VectorFile.Key(model, text)])])
                ),
            ]);
            return new EmbeddingRefresh(current.Vectors, known.Count - had, isKept);
        }
        finally
        {
            refreshing.Release();
        }
    }

    public void Dispose() => refreshing.Dispose();

    private async Task MakeAsync(Dictionary<string, string> texts, Dictionary<string, sbyte[]> known, CancellationToken cancellationToken)
    {
        foreach (var batch in texts.Where(text => !known.ContainsKey(text.Key)).Chunk(settings.Batch))
        {
            var vectors = await EmbedAsync([.. batch.Select(text => OutgoingText.Published(text.Value))], cancellationToken)
                .ConfigureAwait(false);
            foreach (var (text, vector) in batch.Zip(vectors))
            {
                if (known.Count > 0 && known.Values.First().Length != vector.Length)
                {
                    throw new InvalidDataException(
                        "The service's vectors are not all of one length; after a change of the model, delete the file of vectors."
                    );
                }

                known[text.Key] = ByteVector.Of(vector.Span);
            }
        }
    }

    /// <summary>What the vectors depend on: vectors of different models cannot be compared.</summary>
    private string Model()
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
            : throw new InvalidDataException("The service did not give one vector for each text.");
    }
}
