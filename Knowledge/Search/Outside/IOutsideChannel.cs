using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search.Outside;

/// <summary>
/// A service that ranks passages for a question in addition to the index. The assistant needs none; a
/// channel that fails or is slow is ignored.
/// </summary>
public interface IOutsideChannel
{
    /// <summary>As it is named in explanations, such as <c>embeddings</c>.</summary>
    string Name { get; }

    OutsideWeight Weight { get; }

    /// <summary>
    /// The passages that fit best, by the names they have in the index; empty when nothing does, or nothing is known yet.
    /// </summary>
    /// <param name="lang">Only passages in this language.</param>
    /// <param name="count">The most to give.</param>
    /// <remarks>
    /// Throws whatever the connection throws, and <see cref="InvalidDataException"/> for a reply
    /// that makes no sense; the caller falls back.
    /// </remarks>
    Task<IReadOnlyList<OutsideHit>> FindAsync(OutgoingText question, Lang lang, int count, CancellationToken cancellationToken);
}
