namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>The fused score of one passage, all channels from one walk over its words.</summary>
internal sealed class PassageScorer(LanguageIndex index, QueryPlan plan, Scratch scratch) : IDisposable
{
    /// <summary>Words of a sentence of the usual length, and of one below which being shorter is no merit.</summary>
    private const double UsualSentence = 25;
    private const double ShortSentence = 10;

    private readonly PassageReader reader = new(index, plan, scratch);

    /// <summary>Score passages that share nothing but character runs with the question too; else those score nothing.</summary>
    public bool ByCharacters { get; set; }

    public void Dispose() => reader.Dispose();

    /// <summary>A passage's score, or, when that is below the floor, anything below the floor.</summary>
    public double Score(int doc, double floor) => Shares(doc, floor, null).Sum;

    /// <param name="each">Receives what each term adds: channel, place in the plan, count, share.</param>
    public ChannelShares Shares(int doc, double floor, Action<Channel, int, int, double>? each)
    {
        reader.Read(doc);
        var (shares, mayAdd) = Words(doc, each);
        shares = Pairs(doc, shares, ref mayAdd, each);
        shares = shares with { Phrasings = plan.PhrasingsOf(index.Classifier, doc) };
        if (shares.Sum > 0 || ByCharacters)
            shares = shares with { Characters = Characters(doc, each) };
        reader.Clear();
        var w = plan.Weights;
        if (reader.Words == 0 || shares.Sum + (mayAdd * w.Stretches / 2) < floor)
            return shares;

        return shares with
        {
            Window15 = w.Window15 * BestWindow(15),
            Window30 = w.Window30 * BestWindow(30),
            Window80 = w.Window80 * BestWindow(80),
            Sentence = w.Sentence * BestSentence(doc),
        };
    }

    private (ChannelShares Shares, double WindowsMost) Words(int doc, Action<Channel, int, int, double>? each)
    {
        var w = plan.Weights;
        var length = reader.Length / index.MeanLength;
        var titleLength = index.TitleLengths[doc] / index.MeanTitleLength;
        double exact = 0, coverage = 0, title = 0, loose = 0, most = 0;
        for (var i = 0; i < plan.Exact.Length && reader.Words > 0; i++)
        {
            var count = scratch.ExactCounts[i];
            if (count == 0)
                continue;

            var unit = plan.Exact[i].Unit;
            var share = w.ExactUnigram * unit * Saturation.Word.Of(count, length);
            exact += share;
            coverage += w.Coverage * unit;
            most += unit * count / (count + 0.6);
            each?.Invoke(Channel.ExactUnigram, i, count, share);
            each?.Invoke(Channel.Coverage, i, count, w.Coverage * unit);
            if (scratch.TitleCounts[i] is var inTitle and > 0)
            {
                share = w.TitleUnigram * plan.TitleUnits[i] * Saturation.Short.Of(inTitle, titleLength);
                title += share;
                each?.Invoke(Channel.TitleUnigram, i, inTitle, share);
            }
        }

        for (var i = 0; i < plan.Loose.Length; i++)
        {
            if (scratch.LooseCounts[i] is not (var count and > 0))
                continue;

            var share = w.LooseUnigram * plan.Loose[i].Unit * Saturation.Word.Of(count, length);
            loose += share;
            each?.Invoke(Channel.LooseUnigram, i, count, share);
        }

        return (new ChannelShares { ExactUnigram = exact, Coverage = coverage, TitleUnigram = title, LooseUnigram = loose }, most);
    }

    private ChannelShares Pairs(int doc, ChannelShares shares, ref double most, Action<Channel, int, int, double>? each)
    {
        var w = plan.Weights;
        var length = reader.Length / index.MeanLength;
        double exact = 0, loose = 0, coverage = 0, title = 0;
        for (var i = 0; i < plan.Pairs.Length; i++)
        {
            var pair = plan.Pairs[i];
            if (pair.Id < 0 || scratch.LoosePairCounts[pair.LoosePair] is not (var count and > 0))
                continue;

            var share = w.LooseBigram * pair.Unit * Saturation.Pair.Of(count, length);
            loose += share;
            coverage += w.BigramCoverage * pair.Unit;
            each?.Invoke(Channel.LooseBigram, i, count, share);
            each?.Invoke(Channel.BigramCoverage, i, count, w.BigramCoverage * pair.Unit);
        }

        for (var i = 0; i < plan.Pairs.Length && reader.Pairs > 0; i++)
        {
            if (scratch.PairCounts[i] is not (var count and > 0))
                continue;

            var share = w.ExactBigram * plan.Pairs[i].Unit * Saturation.Pair.Of(count, length);
            exact += share;
            most += plan.Pairs[i].Unit * count / (count + 0.6);
            each?.Invoke(Channel.ExactBigram, i, count, share);
            if (scratch.TitlePairCounts[i] is var inTitle and > 0)
            {
                share = w.TitleBigram * plan.TitlePairUnits[i] * Saturation.Short.Of(inTitle, index.TitleLengths[doc] / index.MeanTitleLength);
                title += share;
                each?.Invoke(Channel.TitleBigram, i, inTitle, share);
            }
        }

        return shares with { ExactBigram = exact, LooseBigram = loose, BigramCoverage = coverage, TitleBigram = title };
    }

    private double Characters(int doc, Action<Channel, int, int, double>? each)
    {
        if (plan.Grams.Length == 0)
            return 0;

        var length = index.GramLengths[doc] / index.MeanGramLength;
        var sum = 0.0;
        for (var i = 0; i < plan.Grams.Length; i++)
        {
            if (scratch.GramCounts[i] is not (var count and > 0))
                continue;

            var share = plan.Weights.Characters * plan.Grams[i].Unit * Saturation.Gram.Of(count, length);
            sum += share;
            each?.Invoke(Channel.Characters, i, count, share);
        }

        return sum;
    }

    /// <summary>The best-filled stretch of so many words; stretches overlap by half.</summary>
    private double BestWindow(int size)
    {
        var best = 0.0;
        int firstWord = 0, firstPair = 0, words = reader.Words, pairs = reader.Pairs, length = reader.Length;
        var step = Math.Max(1, size / 2);
        for (var start = 0; ; start += step)
        {
            var end = Math.Min(length, start + size);
            while (firstWord < words && scratch.WordHits[firstWord].Position < start)
            {
                firstWord++;
            }

            while (firstPair < pairs && scratch.PairHits[firstPair].Position < start)
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

    /// <summary>The best-filled sentence, title, heading or item of a list; long ones count less, as any short text does.</summary>
    private double BestSentence(int doc)
    {
        var best = 0.0;
        int start = 0, firstWord = 0, firstPair = 0, words = reader.Words, pairs = reader.Pairs;
        foreach (var length in index.Sentences.Of(doc))
        {
            var end = start + length;
            while (firstPair < pairs && scratch.PairHits[firstPair].Position < start)
            {
                firstPair++;
            }

            if (firstWord < words && scratch.WordHits[firstWord].Position < end)
            {
                best = Math.Max(best, Window(firstWord, firstPair, words, pairs, end, Math.Max(ShortSentence, length) / UsualSentence));
                while (firstWord < words && scratch.WordHits[firstWord].Position < end)
                {
                    firstWord++;
                }
            }

            if (firstWord == words)
                return best;

            start = end;
        }

        return best;
    }

    private double Window(int word, int pair, int words, int pairs, int end, double relativeLength)
    {
        double value = 0;
        var k = 1.2 * (0.5 + (0.5 * relativeLength));
        var counts = scratch.WindowCounts;
        var lastWord = word;
        for (; lastWord < words && scratch.WordHits[lastWord].Position < end; lastWord++)
        {
            var term = scratch.WordHits[lastWord].Term;
            value += plan.Exact[term].Unit * Step(++counts[term], k);
        }

        for (var i = word; i < lastWord; i++)
        {
            counts[scratch.WordHits[i].Term] = 0;
        }

        counts = scratch.WindowPairCounts;
        var lastPair = pair;
        for (; lastPair < pairs && scratch.PairHits[lastPair].Position + 1 < end; lastPair++)
        {
            var term = scratch.PairHits[lastPair].Term;
            value += plan.Pairs[term].Unit * Step(++counts[term], k);
        }

        for (var i = pair; i < lastPair; i++)
        {
            counts[scratch.PairHits[i].Term] = 0;
        }

        return value / 2;
    }

    /// <summary>What the count-th occurrence adds to count × 2.2 / (count + k) / 2.2.</summary>
    private static double Step(int count, double k) => k / ((count + k) * (count - 1 + k));
}
