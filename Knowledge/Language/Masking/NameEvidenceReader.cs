namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>Collects the evidence of all words of a text.</summary>
internal static class NameEvidenceReader
{
    private static readonly NameFact[] Gaps = [.. Enum.GetNames<NameGap>().Select(name => new NameFact(name))];
    private static readonly NameFact NoEnding = new("");
    private static readonly NameFact NoPair = new("|");
    private static readonly NameFact[] Flags = [new("-"), new("s"), new("b"), new("p"), new("c")];
    private static readonly NameFact[] CueFacts =
    [
        .. Enumerable.Range(0, 2 * (int)NameCues.UnmarkedLead).Select(cues => new NameFact(((NameCues)cues).ToString())),
    ];
    private static readonly NameFact[] RunFacts =
    [
        .. Enumerable.Range(0, 2 * (int)NameCues.UnmarkedLead).Select(cues => new NameFact("after " + (NameCues)cues)),
    ];

    /// <param name="leftOut">For each token how often it was counted in the vocabulary from this very text.</param>
    public static NameEvidence[] Read(
        string text,
        List<NameToken> tokens,
        NameLists lists,
        NameVocabulary vocabulary,
        ReadOnlySpan<int> leftOut = default
    )
    {
        var marks = new NameMarks(tokens, vocabulary);
        var styles = NameShape.FindStyles(text, tokens);
        var others = FindOthers(tokens, marks, lists);
        var result = new NameEvidence[tokens.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var token = tokens[i];
            var key = marks.Keys[i];
            var own = leftOut.IsEmpty ? 0 : leftOut[i];
            var foreign = lists.TryGetForeign(token, out var listed) ? listed : NameForm.Find(token.Folded);
            result[i] = new NameEvidence
            {
                Word = new NameFact(marks.IsMarked(i) ? token.Canonical : token.Folded, key),
                Shape = NameShape.Get(text, token, styles[i], NameShape.IsStart(tokens, i)),
                Parts = lists.GetParts(token, key, marks.IsMarked(i)),
                Foreign = foreign,
                Level = vocabulary.GetLevel(key, own),
                Pair =
                    i == 0 || token.Gap != NameGap.Space
                        ? NoPair
                        : vocabulary.GetPairLevel(marks.GetPhrase(i - 1, 2), leftOut.IsEmpty ? 0 : Math.Min(own, leftOut[i - 1])),
                Cue = FindCue(text, tokens, marks, lists, i),
                Other = Flags[others[i]],
                Gap = Gaps[(int)token.Gap],
                Ending =
                    foreign == NameForm.Syllable || token.HasMarks || token.Folded.Length < 3 ? NoEnding : new NameFact(token.Folded[^3..]),
                CanContinue =
                    token.Gap is NameGap.Space or NameGap.Join || (token.Gap == NameGap.Stop && i > 0 && tokens[i - 1].IsAbbreviation),
            };
        }

        return result;
    }

    /// <summary>For each word the place in "-sbpc" of the phrase to which it belongs.</summary>
    private static int[] FindOthers(List<NameToken> tokens, NameMarks marks, NameLists lists)
    {
        var result = new int[tokens.Count];
        for (var i = 0; i < result.Length; i++)
        {
            for (var count = 1; count <= NameLists.LongestPhrase && i + count <= result.Length; count++)
            {
                if (count > 1 && tokens[i + count - 1].Gap != NameGap.Space)
                {
                    break;
                }

                var cues = lists.GetCues(marks.GetPhrase(i, count));
                var found =
                    cues.HasFlag(NameCues.Country) ? 4
                    : cues.HasFlag(NameCues.Place) ? 3
                    : cues.HasFlag(NameCues.Brand) ? 2
                    : cues.HasFlag(NameCues.Street) ? 1
                    : 0;
                if (found > 0)
                {
                    result.AsSpan(i, count).Fill(found);
                }
            }
        }

        return result;
    }

    /// <summary>What the longest phrase before a word says; within a run of capitals, what the phrase before the run says.</summary>
    private static NameFact FindCue(string text, List<NameToken> tokens, NameMarks marks, NameLists lists, int index)
    {
        if (index == 0)
        {
            return CueFacts[0];
        }

        var own = FindCues(tokens, marks, lists, index);
        if (own != NameCues.None)
        {
            return CueFacts[(int)own];
        }

        var start = index;
        while (start > 0 && index - start < 4 && tokens[start].Gap == NameGap.Space && char.IsUpper(text[tokens[start - 1].Start]))
        {
            start--;
        }

        return start == index || !char.IsUpper(text[tokens[index].Start])
            ? CueFacts[0]
            : RunFacts[(int)FindCues(tokens, marks, lists, start)];
    }

    private static NameCues FindCues(List<NameToken> tokens, NameMarks marks, NameLists lists, int index)
    {
        const NameCues Announcing = NameCues.UnmarkedLead | (NameCues.UnmarkedLead - 1);
        var found = NameCues.None;
        if (tokens[index].Gap is NameGap.Space or NameGap.Stop or NameGap.Colon)
        {
            for (var count = 1; count <= NameLists.LongestPhrase && count <= index; count++)
            {
                var cues = lists.GetCues(marks.GetPhrase(index - count, count)) & Announcing;
                found = cues == NameCues.None ? found : cues;
                if (tokens[index - count].Gap != NameGap.Space)
                {
                    break;
                }
            }
        }

        return found;
    }
}
