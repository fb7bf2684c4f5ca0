using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search.Outside;

/// <summary>Splits a passage into parts that get a vector each: the vector of a long text represents none of its topics well.</summary>
internal static class EmbeddedText
{
    /// <summary>Characters of a piece, its title not counted: about what one clause with its points takes.</summary>
    private const int Longest = 1_200;

    /// <summary>
    /// The text by clauses, long clauses by sentences, each piece after the title; then the ways in which people ask for it.
    /// </summary>
    public static IEnumerable<string> Pieces(Passage passage)
    {
        var title = passage.Heading.Length > 0 ? $"{passage.Title}. {passage.Heading}" : passage.Title;
        var pieces = Packed(Units(passage.Text), "\n")
            .Select(piece => $"{title}\n{piece}")
            .Concat(Packed(passage.Phrasings.SelectMany(Cut), "\n"));
        return pieces.DefaultIfEmpty(title);
    }

    private static IEnumerable<string> Units(string text)
    {
        if (text.Length <= Longest)
        {
            return text.Trim() is { Length: > 0 } whole ? [whole] : [];
        }

        return TextSplitter
            .Clauses(text)
            .SelectMany(clause =>
                clause.Text.Length <= Longest
                    ? [clause]
                    : TextSplitter.Sentences(clause.Text).Select((part, i) => i == 0 ? part with { Marker = clause.Marker } : part)
            )
            .SelectMany(part => Cut(part.Marker.Length > 0 ? $"{part.Marker} {part.Text}" : part.Text));
    }

    /// <summary>Pieces made of as many whole units as fit.</summary>
    private static IEnumerable<string> Packed(IEnumerable<string> units, string between)
    {
        var piece = "";
        foreach (var unit in units)
        {
            if (piece.Length > 0 && piece.Length + between.Length + unit.Length > Longest)
            {
                yield return piece;
                piece = "";
            }

            piece = piece.Length == 0 ? unit : piece + between + unit;
        }

        if (piece.Length > 0)
        {
            yield return piece;
        }
    }

    /// <summary>What is longer than a piece may be, cut where a word ends if there is such a place.</summary>
    private static IEnumerable<string> Cut(string text)
    {
        while (text.Length > Longest)
        {
            var space = text.LastIndexOf(' ', Longest - 1, Longest / 2);
            var end =
                space > 0 ? space
                : char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1
                : Longest;
            yield return text[..end].TrimEnd();
            text = text[end..].TrimStart();
        }

        if (text.Length > 0)
        {
            yield return text;
        }
    }
}
