using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>Computes the fused score of a passage, with all channels from one pass over its words.</summary>
internal sealed class PassageScorer(LanguageIndex index, QueryPlan plan, Scratch scratch) : IDisposable
{
    private readonly MatchCounter counter = new(index, plan, scratch);

    /// <summary>
    /// Whether passages that have only character n-grams in common with the question score as well; otherwise their score is 0.
    /// </summary>
    public bool AllowCharacterOnlyMatches { get; set; }

    public void Dispose() => counter.Dispose();

    /// <summary>The score of a passage; when it is below the floor, any value below the floor.</summary>
    public double Score(int doc, double floor) => Shares(doc, floor, null).Sum;

    /// <param name="onTerm">Receives the contribution of each term: channel, index in the plan, count, share.</param>
    public ChannelShares Shares(int doc, double floor, Action<TermChannel, int, int, double>? onTerm)
    {
        var w = plan.Weights;
        var shares = default(ChannelShares);
        counter.Count(doc);
        var (windowsMax, sentenceMax) = ScoreWords(doc, ref shares, onTerm);
        var (pairWindowsMax, pairSentenceMax) = ScorePairs(doc, ref shares, onTerm);
        windowsMax = (windowsMax + pairWindowsMax) * w.Windows / 2;
        sentenceMax = (sentenceMax + pairSentenceMax) * w.Sentence / 2;
        shares.Phrasings = plan.PhrasingShare(index.Classifier, doc);
        if (plan.Grams.Length > 0 && (AllowCharacterOnlyMatches || shares.Sum > 0))
        {
            shares.Characters = ScoreCharacters(doc, onTerm);
        }

        counter.Clear();
        if (counter.WordHitCount == 0 || shares.Sum + windowsMax + sentenceMax < floor)
        {
            return shares;
        }

        if (w.Sentence > 0)
        {
            shares.Sentence = w.Sentence * BestSentence(doc);
        }

        if (shares.Sum + windowsMax < floor)
        {
            return shares;
        }

        shares.Window15 = w.Window15 * BestWindow(15);
        shares.Window30 = w.Window30 * BestWindow(30);
        shares.Window80 = w.Window80 * BestWindow(80);
        return shares;
    }

    /// <returns>The upper bounds of the window and sentence scores.</returns>
    private (double Windows, double Sentence) ScoreWords(int doc, ref ChannelShares shares, Action<TermChannel, int, int, double>? onTerm)
    {
        var w = plan.Weights;
        var length = counter.Length / index.MeanPassageLength;
        var titleLength = index.TitleLengths[doc] / index.MeanTitleLength;
        var k = WindowGains.MinK(counter.Length);
        double windows = 0,
            sentence = 0;
        for (var i = 0; i < plan.Exact.Length && counter.WordHitCount > 0; i++)
        {
            var count = scratch.ExactCounts[i];
            if (count == 0)
            {
                continue;
            }

            var unit = plan.Exact[i].UnitScore;
            var share = w.ExactUnigram * unit * Saturation.Word.Of(count, length);
            shares.ExactUnigram += share;
            shares.Coverage += w.Coverage * unit;
            windows += unit * count / (count + k);
            sentence += unit * count / (count + WindowGains.MinSentenceK);
            onTerm?.Invoke(TermChannel.ExactUnigram, i, count, share);
            onTerm?.Invoke(TermChannel.Coverage, i, count, w.Coverage * unit);
            if (scratch.TitleCounts[i] is var inTitle and > 0)
            {
                share = w.TitleUnigram * plan.TitleUnitScores[i] * Saturation.Title.Of(inTitle, titleLength);
                shares.TitleUnigram += share;
                onTerm?.Invoke(TermChannel.TitleUnigram, i, inTitle, share);
            }
        }

        for (var i = 0; i < plan.Loose.Length; i++)
        {
            if (scratch.LooseCounts[i] is not (var count and > 0))
            {
                continue;
            }

            var share = w.LooseUnigram * plan.Loose[i].UnitScore * Saturation.Word.Of(count, length);
            shares.LooseUnigram += share;
            onTerm?.Invoke(TermChannel.LooseUnigram, i, count, share);
        }

        return (windows, sentence);
    }

    private (double Windows, double Sentence) ScorePairs(int doc, ref ChannelShares shares, Action<TermChannel, int, int, double>? onTerm)
    {
        var w = plan.Weights;
        var length = counter.Length / index.MeanPassageLength;
        var k = WindowGains.MinK(counter.Length);
        double windows = 0,
            sentence = 0;
        for (var i = 0; i < plan.Pairs.Length; i++)
        {
            var pair = plan.Pairs[i];
            if (pair.Id < 0 || scratch.LoosePairCounts[pair.LoosePair] is not (var count and > 0))
            {
                continue;
            }

            var share = w.LooseBigram * pair.UnitScore * Saturation.Pair.Of(count, length);
            shares.LooseBigram += share;
            shares.BigramCoverage += w.BigramCoverage * pair.UnitScore;
            onTerm?.Invoke(TermChannel.LooseBigram, i, count, share);
            onTerm?.Invoke(TermChannel.BigramCoverage, i, count, w.BigramCoverage * pair.UnitScore);
        }

        for (var i = 0; i < plan.Pairs.Length && counter.PairHitCount > 0; i++)
        {
            if (scratch.PairCounts[i] is not (var count and > 0))
            {
                continue;
            }

            var unit = plan.Pairs[i].UnitScore;
            var share = w.ExactBigram * unit * Saturation.Pair.Of(count, length);
            shares.ExactBigram += share;
            windows += unit * count / (count + k);
            sentence += unit * count / (count + WindowGains.MinSentenceK);
            onTerm?.Invoke(TermChannel.ExactBigram, i, count, share);
            if (scratch.TitlePairCounts[i] is var inTitle and > 0)
            {
                share =
                    w.TitleBigram
                    * plan.TitlePairUnitScores[i]
                    * Saturation.Title.Of(inTitle, index.TitleLengths[doc] / index.MeanTitleLength);
                shares.TitleBigram += share;
                onTerm?.Invoke(TermChannel.TitleBigram, i, inTitle, share);
            }
        }

        return (windows, sentence);
    }

    private double ScoreCharacters(int doc, Action<TermChannel, int, int, double>? onTerm)
    {
        var length = index.GramLengths[doc] / index.MeanGramLength;
        var sum = 0.0;
        for (var i = 0; i < plan.Grams.Length; i++)
        {
            if (scratch.GramCounts[i] is not (var count and > 0))
            {
                continue;
            }

            var share = plan.Weights.Characters * plan.Grams[i].UnitScore * Saturation.Gram.Of(count, length);
            sum += share;
            onTerm?.Invoke(TermChannel.Characters, i, count, share);
        }

        return sum;
    }

    /// <summary>The score of the best window of this many words; windows overlap by half.</summary>
    private double BestWindow(int size)
    {
        var best = 0.0;
        int firstWord = 0,
            firstPair = 0,
            words = counter.WordHitCount,
            pairs = counter.PairHitCount,
            length = counter.Length;
        var step = Math.Max(1, size / 2);
        var steps = WindowGains.Of(size);
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

            best = Math.Max(best, ScoreWindow(firstWord, firstPair, words, pairs, end, steps[end - start]));
            if (end == length)
            {
                return best;
            }
        }
    }

    /// <summary>The score of the best sentence, title, heading or list item, normalised by its length.</summary>
    private double BestSentence(int doc)
    {
        var best = 0.0;
        int start = 0,
            firstWord = 0,
            firstPair = 0,
            words = counter.WordHitCount,
            pairs = counter.PairHitCount;
        foreach (var length in index.Sentences.GetLengths(doc))
        {
            var end = start + length;
            while (firstPair < pairs && scratch.PairHits[firstPair].Position < start)
            {
                firstPair++;
            }

            if (firstWord < words && scratch.WordHits[firstWord].Position < end)
            {
                best = Math.Max(best, ScoreWindow(firstWord, firstPair, words, pairs, end, WindowGains.ForSentence(length)));
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

    private double ScoreWindow(int word, int pair, int words, int pairs, int end, double[] steps)
    {
        double value = 0;
        var counts = scratch.WindowCounts;
        var lastWord = word;
        for (; lastWord < words && scratch.WordHits[lastWord].Position < end; lastWord++)
        {
            var term = scratch.WordHits[lastWord].Term;
            value += plan.Exact[term].UnitScore * WindowGains.Of(steps, ++counts[term]);
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
            value += plan.Pairs[term].UnitScore * WindowGains.Of(steps, ++counts[term]);
        }

        for (var i = pair; i < lastPair; i++)
        {
            counts[scratch.PairHits[i].Term] = 0;
        }

        return value / 2;
    }
}
