using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search.External;

/// <summary>
/// An external retrieval service that is queried in addition to the index. Optional: a retriever that fails or times out is ignored.
/// </summary>
public interface IExternalRetriever
{
    /// <summary>The name in explanations, such as <c>embeddings</c>.</summary>
    string Name { get; }

    ExternalWeight Weight { get; }

    /// <summary>The best passages by their ids in the index; empty when none fits or when the retriever has no data yet.</summary>
    /// <param name="lang">The language of the passages to find.</param>
    /// <param name="count">The most passages to return.</param>
    /// <remarks>
    /// Throws exceptions of the connection, and <see cref="InvalidDataException"/> for a reply that is not valid; the
    /// caller then uses the index alone.
    /// </remarks>
    Task<IReadOnlyList<ExternalHit>> FindAsync(OutgoingText question, Lang lang, int count, CancellationToken cancellationToken);
}
