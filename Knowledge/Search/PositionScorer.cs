namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>
/// The channels that need to know where words stand: windows, pairs of exact forms and pairs in the title. Reads one passage's
/// words at a time, so it is asked only for passages that can still come among the first.
/// </summary>
internal sealed class PositionScorer : IDisposable
{
    private readonly LanguageIndex index;
    private readonly QueryPlan plan;
    private readonly Scratch scratch;

    public PositionScorer(LanguageIndex index, QueryPlan plan, Scratch scratch)
    {
        this.index = index;
        this.plan = plan;
        this.scratch = scratch;
        for (var term = 0; term < plan.Exact.Length; term++)
        {
            if (plan.Exact[term].Id >= 0)
                scratch.TermOf[plan.Exact[term].Id] = (byte)(term + 1);
        }

        for (var pair = 0; pair < plan.Pairs.Length; pair++)
        {
            scratch.Matrix[Cell(plan.Pairs[pair].First, plan.Pairs[pair].Second)] = (byte)(pair + 1);
        }
    }

    public void Dispose()
    {
        foreach (var term in plan.Exact)
        {
            if (term.Id >= 0)
                scratch.TermOf[term.Id] = 0;
        }

        foreach (var pair in plan.Pairs)
        {
            scratch.Matrix[Cell(pair.First, pair.Second)] = 0;
        }
    }

    /// <summary>What the channels of position add to a passage's score.</summary>
    public double Score(int doc) => Parts(doc, null).Sum;

    /// <param name="addPair">Receives each matched pair's count: the pair, in the text, in the title.</param>
    public PositionShares Parts(int doc, Action<int, int, int>? addPair)
    {
        var (words, pairs, length) = Find(doc);
        var w = plan.Weights;
        double exactPairs = 0, titlePairs = 0;
        for (var i = 0; i < pairs; i++)
        {
            var pair = scratch.Pairs[i].Term;
            if (scratch.PairCounts[pair] == 0)
                continue;

            exactPairs += plan.Pairs[pair].Unit * Saturation.Pair.Of(scratch.PairCounts[pair], length / index.MeanLength);
            titlePairs += plan.TitlePairUnits[pair]
                * (scratch.TitlePairCounts[pair] == 0 ? 0 : Saturation.Short.Of(scratch.TitlePairCounts[pair], index.TitleLengths[doc] / index.MeanTitleLength));
            addPair?.Invoke(pair, scratch.PairCounts[pair], scratch.TitlePairCounts[pair]);
            scratch.PairCounts[pair] = scratch.TitlePairCounts[pair] = 0;
        }

        return words == 0
            ? default
            : new PositionShares(
                w.ExactBigram * exactPairs,
                w.TitleBigram * titlePairs,
                w.Window15 * BestWindow(15, length, words, pairs),
                w.Window30 * BestWindow(30, length, words, pairs),
                w.Window80 * BestWindow(80, length, words, pairs));
    }

    private static int Cell(int first, int second) => ((first + 1) * (QueryPlan.MaxTerms + 1)) + second + 1;

    private (int Words, int Pairs, int Length) Find(int doc)
    {
        var length = index.Tokens.Read(doc, scratch.Tokens);
        int words = 0, pairs = 0, previous = 0, title = index.TitleLengths[doc];
        var (termOf, tokens) = (scratch.TermOf, scratch.Tokens);
        for (var i = 0; i < length; i++)
        {
            int term = termOf[tokens[i]];
            if (term > 0)
            {
                scratch.Words[words++] = new(i, term - 1);
                if (previous > 0 && scratch.Matrix[(previous * (QueryPlan.MaxTerms + 1)) + term] is var pair and > 0)
                {
                    scratch.Pairs[pairs++] = new(i - 1, pair - 1);
                    scratch.PairCounts[pair - 1]++;
                    if (i < title)
                        scratch.TitlePairCounts[pair - 1]++;
                }
            }

            previous = term;
        }

        return (words, pairs, length);
    }

    /// <summary>The best-filled stretch of so many words; stretches overlap by half.</summary>
    private double BestWindow(int size, int length, int words, int pairs)
    {
        var best = 0.0;
        int firstWord = 0, firstPair = 0;
        var step = Math.Max(1, size / 2);
        for (var start = 0; ; start += step)
        {
            var end = Math.Min(length, start + size);
            while (firstWord < words && scratch.Words[firstWord].Position < start)
            {
                firstWord++;
            }

            while (firstPair < pairs && scratch.Pairs[firstPair].Position < start)
            {
                firstPair++;
            }

            if (firstWord == words)
                return best;

            best = Math.Max(best, Window(firstWord, firstPair, words, pairs, end, (double)(end - start) / size));
            if (end == length)
                return best;
        }
    }

    private double Window(int word, int pair, int words, int pairs, int end, double relativeLength)
    {
        double value = 0;
        var k = 1.2 * (0.5 + (0.5 * relativeLength));
        var counts = scratch.Counts;
        var lastWord = word;
        for (; lastWord < words && scratch.Words[lastWord].Position < end; lastWord++)
        {
            var term = scratch.Words[lastWord].Term;
            var count = ++counts[term];
            value += plan.Exact[term].Unit * Step(count, k);
        }

        for (var i = word; i < lastWord; i++)
        {
            counts[scratch.Words[i].Term] = 0;
        }

        var lastPair = pair;
        for (; lastPair < pairs && scratch.Pairs[lastPair].Position + 1 < end; lastPair++)
        {
            var term = scratch.Pairs[lastPair].Term;
            var count = ++scratch.PairCounts[term];
            value += plan.Pairs[term].Unit * Step(count, k);
        }

        for (var i = pair; i < lastPair; i++)
        {
            scratch.PairCounts[scratch.Pairs[i].Term] = 0;
        }

        return value / 2;
    }

    /// <summary>What the count-th occurrence adds to count × 2.2 / (count + k) / 2.2.</summary>
    private static double Step(int count, double k) => k / ((count + k) * (count - 1 + k));
}

/// <summary>What each channel of position adds to one passage's score.</summary>
internal readonly record struct PositionShares(double ExactBigram, double TitleBigram, double Window15, double Window30, double Window80)
{
    public double Sum => ExactBigram + TitleBigram + Window15 + Window30 + Window80;
}
