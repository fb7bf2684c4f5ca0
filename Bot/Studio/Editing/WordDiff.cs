using DiffPlex;

namespace PolicyAssistantBot.Studio.Editing;

public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A run of words that both texts have, or only one of them.</summary>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>Compares two texts word by word.</summary>
internal static class WordDiff
{
    public static IReadOnlyList<DiffPart> Compare(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, WordsAndSpaces.Instance);
        var parts = new List<DiffPart>();
        var position = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(DiffKind.Same, diff.PiecesNew, position, block.InsertStartB);
            Add(DiffKind.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            position = block.InsertStartB + block.InsertCountB;
            Add(DiffKind.Added, diff.PiecesNew, block.InsertStartB, position);
        }

        Add(DiffKind.Same, diff.PiecesNew, position, diff.PiecesNew.Count);
        return parts;

        void Add(DiffKind kind, IReadOnlyList<string> pieces, int from, int until)
        {
            if (until > from)
            {
                parts.Add(new DiffPart(kind, string.Concat(pieces.Skip(from).Take(until - from))));
            }
        }
    }

    /// <summary>Words and the white space between them, so that the parts together are the text.</summary>
    private sealed class WordsAndSpaces : IChunker
    {
        public static readonly WordsAndSpaces Instance = new();

        public IReadOnlyList<string> Chunk(string text)
        {
            var words = new List<string>();
            for (var start = 0; start < text.Length; )
            {
                var end = start + 1;
                while (end < text.Length && char.IsWhiteSpace(text[end]) == char.IsWhiteSpace(text[start]))
                {
                    end++;
                }

                words.Add(text[start..end]);
                start = end;
            }

            return words;
        }
    }
}
