using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>The fused score of one passage, all channels from one walk over its words.</summary>
internal sealed class PassageScorer(LanguageIndex index, QueryPlan plan, Scratch scratch) : IDisposable
{
    private readonly PassageReader reader = new(index, plan, scratch);

    /// <summary>Score passages that share nothing but character runs with the question too; else those score nothing.</summary>
    public bool ByCharacters { get; set; }

    public void Dispose() => reader.Dispose();

    /// <summary>A passage's score, or, when that is below the floor, anything below the floor.</summary>
    public double Score(int doc, double floor) => Shares(doc, floor, null).Sum;

    /// <param name="each">Receives what each term adds: channel, place in the plan, count, share.</param>
    public ChannelShares Shares(int doc, double floor, Action<Channel, int, int, double>? each)
    {
        var w = plan.Weights;
        var shares = default(ChannelShares);
        reader.Read(doc);
        var (windowsMost, sentenceMost) = Words(doc, ref shares, each);
        var (windowsMore, sentenceMore) = Pairs(doc, ref shares, each);
        windowsMost = (windowsMost + windowsMore) * w.Windows / 2;
        sentenceMost = (sentenceMost + sentenceMore) * w.Sentence / 2;
        shares.Phrasings = plan.PhrasingsOf(index.Classifier, doc);
        if (plan.Grams.Length > 0 && (ByCharacters || shares.Sum > 0))
        {
            shares.Characters = Characters(doc, each);
        }

        reader.Clear();
        if (reader.Words == 0 || shares.Sum + windowsMost + sentenceMost < floor)
        {
            return shares;
        }

        if (w.Sentence > 0)
        {
            shares.Sentence = w.Sentence * BestSentence(doc);
        }

        if (shares.Sum + windowsMost < floor)
        {
            return shares;
        }

        shares.Window15 = w.Window15 * BestWindow(15);
        shares.Window30 = w.Window30 * BestWindow(30);
        shares.Window80 = w.Window80 * BestWindow(80);
        return shares;
    }

    /// <returns>The most that windows and sentences can be worth.</returns>
    private (double Windows, double Sentence) Words(int doc, ref ChannelShares shares, Action<Channel, int, int, double>? each)
    {
        var w = plan.Weights;
        var length = reader.Length / index.MeanLength;
        var titleLength = index.TitleLengths[doc] / index.MeanTitleLength;
        var k = WindowSteps.LeastK(reader.Length);
        double windows = 0,
            sentence = 0;
        for (var i = 0; i < plan.Exact.Length && reader.Words > 0; i++)
        {
            var count = scratch.ExactCounts[i];
            if (count == 0)
            {
                continue;
            }

            var unit = plan.Exact[i].Unit;
            var share = w.ExactUnigram * unit * Saturation.Word.Of(count, length);
            shares.ExactUnigram += share;
            shares.Coverage += w.Coverage * unit;
            windows += unit * count / (count + k);
            sentence += unit * count / (count + WindowSteps.LeastSentenceK);
            each?.Invoke(Channel.ExactUnigram, i, count, share);
            each?.Invoke(Channel.Coverage, i, count, w.Coverage * unit);
            if (scratch.TitleCounts[i] is var inTitle and > 0)
            {
                share = w.TitleUnigram * plan.TitleUnits[i] * Saturation.Short.Of(inTitle, titleLength);
                shares.TitleUnigram += share;
                each?.Invoke(Channel.TitleUnigram, i, inTitle, share);
            }
        }

        for (var i = 0; i < plan.Loose.Length; i++)
        {
            if (scratch.LooseCounts[i] is not (var count and > 0))
            {
                continue;
            }

            var share = w.LooseUnigram * plan.Loose[i].Unit * Saturation.Word.Of(count, length);
            shares.LooseUnigram += share;
            each?.Invoke(Channel.LooseUnigram, i, count, share);
        }

        return (windows, sentence);
    }

    private (double Windows, double Sentence) Pairs(int doc, ref ChannelShares shares, Action<Channel, int, int, double>? each)
    {
        var w = plan.Weights;
        var length = reader.Length / index.MeanLength;
        var k = WindowSteps.LeastK(reader.Length);
        double windows = 0,
            sentence = 0;
        for (var i = 0; i < plan.Pairs.Length; i++)
        {
            var pair = plan.Pairs[i];
            if (pair.Id < 0 || scratch.LoosePairCounts[pair.LoosePair] is not (var count and > 0))
            {
                continue;
            }

            var share = w.LooseBigram * pair.Unit * Saturation.Pair.Of(count, length);
            shares.LooseBigram += share;
            shares.BigramCoverage += w.BigramCoverage * pair.Unit;
            each?.Invoke(Channel.LooseBigram, i, count, share);
            each?.Invoke(Channel.BigramCoverage, i, count, w.BigramCoverage * pair.Unit);
        }

        for (var i = 0; i < plan.Pairs.Length && reader.Pairs > 0; i++)
        {
            if (scratch.PairCounts[i] is not (var count and > 0))
            {
                continue;
            }

            var unit = plan.Pairs[i].Unit;
            var share = w.ExactBigram * unit * Saturation.Pair.Of(count, length);
            shares.ExactBigram += share;
            windows += unit * count / (count + k);
            sentence += unit * count / (count + WindowSteps.LeastSentenceK);
            each?.Invoke(Channel.ExactBigram, i, count, share);
            if (scratch.TitlePairCounts[i] is var inTitle and > 0)
            {
                share =
                    w.TitleBigram * plan.TitlePairUnits[i] * Saturation.Short.Of(inTitle, index.TitleLengths[doc] / index.MeanTitleLength);
                shares.TitleBigram += share;
                each?.Invoke(Channel.TitleBigram, i, inTitle, share);
            }
        }

        return (windows, sentence);
    }

    private double Characters(int doc, Action<Channel, int, int, double>? each)
    {
        var length = index.GramLengths[doc] / index.MeanGramLength;
        var sum = 0.0;
        for (var i = 0; i < plan.Grams.Length; i++)
        {
            if (scratch.GramCounts[i] is not (var count and > 0))
            {
                continue;
            }

            var share = plan.Weights.Characters * plan.Grams[i].Unit * Saturation.Gram.Of(count, length);
            sum += share;
            each?.Invoke(Channel.Characters, i, count, share);
        }

        return sum;
    }

    /// <summary>The score of the best window of this many words; windows overlap by half.</summary>
    private double BestWindow(int size)
    {
        var best = 0.0;
        int firstWord = 0,
            firstPair = 0,
            words = reader.Words,
            pairs = reader.Pairs,
            length = reader.Length;
        var step = Math.Max(1, size / 2);
        var steps = WindowSteps.Of(size);
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
            {
                return best;
            }

            best = Math.Max(best, Window(firstWord, firstPair, words, pairs, end, steps[end - start]));
            if (end == length)
            {
                return best;
            }
        }
    }

    /// <summary>The best-filled sentence, title, heading or item of a list; long ones count less, as any short text does.</summary>
    private double BestSentence(int doc)
    {
        var best = 0.0;
        int start = 0,
            firstWord = 0,
            firstPair = 0,
            words = reader.Words,
            pairs = reader.Pairs;
        foreach (var length in index.Sentences.Of(doc))
        {
            var end = start + length;
            while (firstPair < pairs && scratch.PairHits[firstPair].Position < start)
            {
                firstPair++;
            }

            if (firstWord < words && scratch.WordHits[firstWord].Position < end)
            {
                best = Math.Max(best, Window(firstWord, firstPair, words, pairs, end, WindowSteps.OfSentence(length)));
                while (firstWord < words && scratch.WordHits[firstWord].Position < end)
                {
                    firstWord++;
                }
            }

            if (firstWord == words)
            {
                return best;
            }

            start = end;
        }

        return best;
    }

    private double Window(int word, int pair, int words, int pairs, int end, double[] steps)
    {
        double value = 0;
        var counts = scratch.WindowCounts;
        var lastWord = word;
        for (; lastWord < words && scratch.WordHits[lastWord].Position < end; lastWord++)
        {
            var term = scratch.WordHits[lastWord].Term;
            value += plan.Exact[term].Unit * WindowSteps.Of(steps, ++counts[term]);
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
            value += plan.Pairs[term].Unit * WindowSteps.Of(steps, ++counts[term]);
        }

        for (var i = pair; i < lastPair; i++)
        {
            counts[scratch.PairHits[i].Term] = 0;
        }

        return value / 2;
    }
}
