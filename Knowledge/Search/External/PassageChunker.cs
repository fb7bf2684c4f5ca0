using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search.External;

/// <summary>
/// Splits a passage into chunks that are embedded one by one, because one vector for a long text represents none of its parts well.
/// </summary>
internal static class PassageChunker
{
    /// <summary>The longest chunk in UTF-16 code units, without the title: about one clause with its points.</summary>
    private const int MaxLength = 1_200;

    /// <summary>
    /// Chunks of the text, split by clauses and long clauses by sentences, each with the title before it; then chunks of the phrasings.
    /// </summary>
    public static IEnumerable<string> Split(Passage passage)
    {
        var title = passage.Heading.Length > 0 ? $"{passage.Title}. {passage.Heading}" : passage.Title;
        var chunks = JoinUnits(SplitIntoUnits(passage.Text), "\n")
            .Select(chunk => $"{title}\n{chunk}")
            .Concat(JoinUnits(passage.Phrasings.SelectMany(SplitLongText), "\n"));
        return chunks.DefaultIfEmpty(title);
    }

    private static IEnumerable<string> SplitIntoUnits(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text.Trim() is { Length: > 0 } whole ? [whole] : [];
        }

        return TextSplitter
            .SplitIntoClauses(text)
            .SelectMany(clause =>
                clause.Text.Length <= MaxLength
                    ? [clause]
                    : TextSplitter.SplitIntoSentences(clause.Text).Select((part, i) => i == 0 ? part with { Marker = clause.Marker } : part)
            )
            .SelectMany(part => SplitLongText(part.Marker.Length > 0 ? $"{part.Marker} {part.Text}" : part.Text));
    }

    /// <summary>Joins units into chunks that are as long as possible.</summary>
    private static IEnumerable<string> JoinUnits(IEnumerable<string> units, string separator)
    {
        var chunk = "";
        foreach (var unit in units)
        {
            if (chunk.Length > 0 && chunk.Length + separator.Length + unit.Length > MaxLength)
            {
                yield return chunk;
                chunk = "";
            }

            chunk = chunk.Length == 0 ? unit : chunk + separator + unit;
        }

        if (chunk.Length > 0)
        {
            yield return chunk;
        }
    }

    /// <summary>Splits a text that is longer than a chunk, between words where possible.</summary>
    private static IEnumerable<string> SplitLongText(string text)
    {
        while (text.Length > MaxLength)
        {
            var space = text.LastIndexOf(' ', MaxLength - 1, MaxLength / 2);
            var end =
                space > 0 ? space
                : char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1
                : MaxLength;
            yield return text[..end].TrimEnd();
            text = text[end..].TrimStart();
        }

        if (text.Length > 0)
        {
            yield return text;
        }
    }
}
