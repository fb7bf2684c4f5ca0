namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>
/// The keys of the words of a text. A word that has no marks may be one that is written without them, or its marks were left out; which of
/// the two, the words around it tell. So one word with marks, in a text of somebody who types none, decides about itself alone.
/// </summary>
internal sealed class NameMarks
{
    /// <summary>How many words on either side are asked.</summary>
    private const int Window = 12;

    private readonly bool[] isMarked;
    private readonly ulong[] keys;
    private readonly ulong[] unmarked;

    public NameMarks(List<NameToken> tokens, NameVocabulary vocabulary)
    {
        (keys, unmarked) = (new ulong[tokens.Count], new ulong[tokens.Count]);
        var votes = new sbyte[tokens.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            (keys[i], unmarked[i]) = (NameHash.Compute(tokens[i].Canonical), NameHash.ComputeUnmarked(tokens[i].Folded));
            votes[i] = (sbyte)(
                tokens[i].HasMarks ? 1
                : vocabulary.IsMostlyMarked(keys[i], unmarked[i]) ? -1
                : 0
            );
        }

        var (isAnyMarked, isAnyUnmarked) = (votes.Contains((sbyte)1), votes.Contains((sbyte)-1));
        isMarked = new bool[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            isMarked[i] =
                tokens[i].HasMarks
                || (isAnyMarked && (!isAnyUnmarked || IsMarkedAround(votes, i)) && VietnameseSyllables.IsPossible(tokens[i].Folded));
            keys[i] = isMarked[i] ? keys[i] : unmarked[i];
        }
    }

    /// <summary>The key of each word: with its marks, or without them where none are typed.</summary>
    public ReadOnlySpan<ulong> Keys => keys;

    public bool IsMarked(int index) => isMarked[index];

    /// <summary>The keys of a phrase; without marks when they are typed in a part of it only.</summary>
    public ReadOnlySpan<ulong> GetPhrase(int start, int count)
    {
        var isUniform = !isMarked.AsSpan(start, count).Contains(!isMarked[start]);
        return (isUniform ? keys : unmarked).AsSpan(start, count);
    }

    private static bool IsMarkedAround(ReadOnlySpan<sbyte> votes, int index)
    {
        var sum = 0;
        for (var i = Math.Max(0, index - Window); i < Math.Min(votes.Length, index + Window + 1); i++)
        {
            sum += votes[i] * 60 / (3 + Math.Abs(i - index));
        }

        return sum >= 0;
    }
}
