namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>The place of a word: outside of names, or which word of a name it is.</summary>
internal enum NameTag
{
    Outside,
    Begin,
    Inside,
    End,
    Single,
}

/// <summary>Finds the tags of a text's words: the possible sequence with the greatest sum of scores (Viterbi).</summary>
internal static class NameTagger
{
    private const int Tags = 5;

    /// <param name="scores">For each word the scores of the tags of a name.</param>
    /// <param name="canContinue">Whether each word can belong to the same name as the word before it.</param>
    public static NameTag[] Tag(ReadOnlySpan<NameWeights> scores, ReadOnlySpan<bool> canContinue)
    {
        var count = scores.Length;
        Span<byte> from = count <= 256 ? stackalloc byte[count * Tags] : new byte[count * Tags];
        Span<int> best = stackalloc int[Tags];
        Span<int> next = stackalloc int[Tags];
        best.Fill(int.MinValue / 2);
        best[(int)NameTag.Outside] = 0;
        for (var i = 0; i < count; i++)
        {
            var closed = FindClosed(best);
            var open = best[(int)NameTag.Begin] >= best[(int)NameTag.Inside] ? NameTag.Begin : NameTag.Inside;
            var toInside = canContinue[i] ? best[(int)open] : int.MinValue / 2;
            next[(int)NameTag.Outside] = best[(int)closed];
            next[(int)NameTag.Begin] = best[(int)closed] + scores[i].Begin;
            next[(int)NameTag.Single] = best[(int)closed] + scores[i].Single;
            next[(int)NameTag.Inside] = toInside + scores[i].Inside;
            next[(int)NameTag.End] = toInside + scores[i].End;
            var row = from.Slice(i * Tags, Tags);
            row.Fill((byte)closed);
            row[(int)NameTag.Inside] = (byte)open;
            row[(int)NameTag.End] = (byte)open;
            next.CopyTo(best);
        }

        var tags = new NameTag[count];
        var tag = FindClosed(best);
        for (var i = count - 1; i >= 0; i--)
        {
            tags[i] = tag;
            tag = (NameTag)from[(i * Tags) + (int)tag];
        }

        return tags;
    }

    /// <summary>The best of the tags after which no name is open.</summary>
    private static NameTag FindClosed(ReadOnlySpan<int> best)
    {
        var found = NameTag.Outside;
        found = best[(int)NameTag.End] > best[(int)found] ? NameTag.End : found;
        return best[(int)NameTag.Single] > best[(int)found] ? NameTag.Single : found;
    }
}
