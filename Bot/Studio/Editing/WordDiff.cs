namespace PolicyAssistantBot.Studio.Editing;

public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A run of words that both texts have, or only one of them.</summary>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>Compares two texts word by word (longest common subsequence).</summary>
internal static class WordDiff
{
    /// <summary>Beyond this many pairs of words the texts are shown whole, one after the other.</summary>
    private const int MaxPairs = 4_000_000;

    public static IReadOnlyList<DiffPart> Compare(string before, string after)
    {
        var (old, now) = (Split(before), Split(after));
        if ((long)old.Count * now.Count > MaxPairs)
        {
            return [new DiffPart(DiffKind.Removed, before), new DiffPart(DiffKind.Added, after)];
        }

        var lengths = ComputeLengths(old, now);
        var parts = new List<DiffPart>();
        var (i, j) = (0, 0);
        while (i < old.Count || j < now.Count)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j])
            {
                Add(parts, DiffKind.Same, old[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == now.Count || (i < old.Count && lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                Add(parts, DiffKind.Removed, old[i++]);
            }
            else
            {
                Add(parts, DiffKind.Added, now[j++]);
            }
        }

        return parts;
    }

    private static int[,] ComputeLengths(List<string> old, List<string> now)
    {
        var lengths = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                lengths[i, j] = old[i] == now[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static void Add(List<DiffPart> parts, DiffKind kind, string word)
    {
        if (parts.Count > 0 && parts[^1].Kind == kind)
        {
            parts[^1] = parts[^1] with { Text = parts[^1].Text + word };
        }
        else
        {
            parts.Add(new DiffPart(kind, word));
        }
    }

    /// <summary>Words and the white space between them, so that the parts together are the text.</summary>
    private static List<string> Split(string text)
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
