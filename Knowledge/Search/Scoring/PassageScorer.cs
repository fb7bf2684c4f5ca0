using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>Computes the fused score of a passage, with all retrievers from one pass over its words.</summary>
internal sealed class PassageScorer(LanguageIndex index, QueryPlan plan, SearchBuffers scratch) : IDisposable
{
    private readonly MatchCounter counter = new(index, plan, scratch);

    /// <summary>
    /// Whether passages that have only character n-grams in common with the question score as well; otherwise their score is 0.
    /// </summary>
    public bool AllowCharacterOnlyMatches { get; set; }

    public void Dispose() => counter.Dispose();

    /// <summary>The score of a passage; when it is below the floor, any value below the floor.</summary>
    public double ComputeScore(int doc, double minScore) => ComputeShares(doc, minScore, null).Sum;

    /// <param name="onTerm">Receives the contribution of each term: retriever, index in the plan, count, share.</param>
    public RetrieverShares ComputeShares(int doc, double minScore, Action<TermRetriever, int, int, double>? onTerm)
    {
        var weights = plan.Weights;
        var shares = default(RetrieverShares);
        counter.Count(doc);
        var (windowsMax, sentenceMax) = ScoreWords(doc, ref shares, onTerm);
        var (pairWindowsMax, pairSentenceMax) = ScorePairs(doc, ref shares, onTerm);
        windowsMax = (windowsMax + pairWindowsMax) * weights.Windows / 2;
        sentenceMax = (sentenceMax + pairSentenceMax) * weights.Sentence / 2;
        shares.Phrasings = plan.GetPhrasingShare(index.Classifier, doc);
        if (plan.Grams.Length > 0 && (AllowCharacterOnlyMatches || shares.Sum > 0))
        {
            shares.Characters = ScoreCharacters(doc, onTerm);
        }

        counter.Clear();
        if (counter.WordHitCount == 0 || shares.Sum + windowsMax + sentenceMax < minScore)
        {
            return shares;
        }

        if (weights.Sentence > 0)
        {
            shares.Sentence = weights.Sentence * ScoreBestSentence(doc);
        }

        if (shares.Sum + windowsMax < minScore)
        {
            return shares;
        }

        shares.Window15 = weights.Window15 * ScoreBestWindow(15);
        shares.Window30 = weights.Window30 * ScoreBestWindow(30);
        shares.Window80 = weights.Window80 * ScoreBestWindow(80);
        return shares;
    }

    /// <returns>The upper bounds of the window and sentence scores.</returns>
    private (double Windows, double Sentence) ScoreWords(
        int doc,
        ref RetrieverShares shares,
        Action<TermRetriever, int, int, double>? onTerm
    )
    {
        var weights = plan.Weights;
        var length = counter.Length / index.MeanPassageLength;
        var titleLength = index.TitleLengths[doc] / index.MeanTitleLength;
        var k = WindowGains.GetMinK(counter.Length);
        double windows = 0,
            sentence = 0;
        for (var i = 0; i < plan.ExactTerms.Length && counter.WordHitCount > 0; i++)
        {
            var count = scratch.ExactCounts[i];
            if (count == 0)
            {
                continue;
            }

            var unitScore = plan.ExactTerms[i].UnitScore;
            var share = weights.ExactUnigram * unitScore * Saturation.Word.Compute(count, length);
            shares.ExactUnigram += share;
            shares.Coverage += weights.Coverage * unitScore;
            windows += unitScore * count / (count + k);
            sentence += unitScore * count / (count + WindowGains.MinSentenceK);
            onTerm?.Invoke(TermRetriever.ExactUnigram, i, count, share);
            onTerm?.Invoke(TermRetriever.Coverage, i, count, weights.Coverage * unitScore);
            if (scratch.TitleCounts[i] is var inTitle and > 0)
            {
                share = weights.TitleUnigram * plan.TitleUnitScores[i] * Saturation.Title.Compute(inTitle, titleLength);
                shares.TitleUnigram += share;
                onTerm?.Invoke(TermRetriever.TitleUnigram, i, inTitle, share);
            }
        }

        for (var i = 0; i < plan.LooseTerms.Length; i++)
        {
            if (scratch.LooseCounts[i] is not (var count and > 0))
            {
                continue;
            }

            var share = weights.LooseUnigram * plan.LooseTerms[i].UnitScore * Saturation.Word.Compute(count, length);
            shares.LooseUnigram += share;
            onTerm?.Invoke(TermRetriever.LooseUnigram, i, count, share);
        }

        return (windows, sentence);
    }

    private (double Windows, double Sentence) ScorePairs(
        int doc,
        ref RetrieverShares shares,
        Action<TermRetriever, int, int, double>? onTerm
    )
    {
        var weights = plan.Weights;
        var length = counter.Length / index.MeanPassageLength;
        var k = WindowGains.GetMinK(counter.Length);
        double windows = 0,
            sentence = 0;
        for (var i = 0; i < plan.Pairs.Length; i++)
        {
            var pair = plan.Pairs[i];
            if (pair.Id < 0 || scratch.LoosePairCounts[pair.LoosePair] is not (var count and > 0))
            {
                continue;
            }

            var share = weights.LooseBigram * pair.UnitScore * Saturation.Pair.Compute(count, length);
            shares.LooseBigram += share;
            shares.BigramCoverage += weights.BigramCoverage * pair.UnitScore;
            onTerm?.Invoke(TermRetriever.LooseBigram, i, count, share);
            onTerm?.Invoke(TermRetriever.BigramCoverage, i, count, weights.BigramCoverage * pair.UnitScore);
        }

        for (var i = 0; i < plan.Pairs.Length && counter.PairHitCount > 0; i++)
        {
            if (scratch.PairCounts[i] is not (var count and > 0))
            {
                continue;
            }

            var unitScore = plan.Pairs[i].UnitScore;
            var share = weights.ExactBigram * unitScore * Saturation.Pair.Compute(count, length);
            shares.ExactBigram += share;
            windows += unitScore * count / (count + k);
            sentence += unitScore * count / (count + WindowGains.MinSentenceK);
            onTerm?.Invoke(TermRetriever.ExactBigram, i, count, share);
            if (scratch.TitlePairCounts[i] is var inTitle and > 0)
            {
                share =
                    weights.TitleBigram
                    * plan.TitlePairUnitScores[i]
                    * Saturation.Title.Compute(inTitle, index.TitleLengths[doc] / index.MeanTitleLength);
                shares.TitleBigram += share;
                onTerm?.Invoke(TermRetriever.TitleBigram, i, inTitle, share);
            }
        }

        return (windows, sentence);
    }

    private double ScoreCharacters(int doc, Action<TermRetriever, int, int, double>? onTerm)
    {
        var length = index.GramLengths[doc] / index.MeanGramLength;
        var sum = 0.0;
        for (var i = 0; i < plan.Grams.Length; i++)
        {
            if (scratch.GramCounts[i] is not (var count and > 0))
            {
                continue;
            }

            var share = plan.Weights.Characters * plan.Grams[i].UnitScore * Saturation.Gram.Compute(count, length);
            sum += share;
            onTerm?.Invoke(TermRetriever.Characters, i, count, share);
        }

        return sum;
    }

    /// <summary>The score of the best window of this many words; windows overlap by half.</summary>
    private double ScoreBestWindow(int size)
    {
        var best = 0.0;
        int firstWord = 0,
            firstPair = 0,
            wordCount = counter.WordHitCount,
            pairCount = counter.PairHitCount,
            length = counter.Length;
        var step = Math.Max(1, size / 2);
        var gains = WindowGains.GetTables(size);
        for (var start = 0; ; start += step)
        {
            var end = Math.Min(length, start + size);
            while (firstWord < wordCount && scratch.WordHits[firstWord].Position < start)
            {
                firstWord++;
            }

            while (firstPair < pairCount && scratch.PairHits[firstPair].Position < start)
            {
                firstPair++;
            }

            if (firstWord == wordCount)
            {
                return best;
            }

            best = Math.Max(best, ScoreWindow(firstWord, firstPair, wordCount, pairCount, end, gains[end - start]));
            if (end == length)
            {
                return best;
            }
        }
    }

    /// <summary>The score of the best sentence, title, heading or list item, normalised by its length.</summary>
    private double ScoreBestSentence(int doc)
    {
        var best = 0.0;
        int start = 0,
            firstWord = 0,
            firstPair = 0,
            wordCount = counter.WordHitCount,
            pairCount = counter.PairHitCount;
        foreach (var length in index.Sentences.GetLengths(doc))
        {
            var end = start + length;
            while (firstPair < pairCount && scratch.PairHits[firstPair].Position < start)
            {
                firstPair++;
            }

            if (firstWord < wordCount && scratch.WordHits[firstWord].Position < end)
            {
                best = Math.Max(best, ScoreWindow(firstWord, firstPair, wordCount, pairCount, end, WindowGains.GetSentenceTable(length)));
                while (firstWord < wordCount && scratch.WordHits[firstWord].Position < end)
                {
                    firstWord++;
                }
            }

            if (firstWord == wordCount)
            {
                return best;
            }

            start = end;
        }

        return best;
    }

    private double ScoreWindow(int word, int pair, int wordCount, int pairCount, int end, double[] gains)
    {
        double value = 0;
        var counts = scratch.WindowCounts;
        var lastWord = word;
        for (; lastWord < wordCount && scratch.WordHits[lastWord].Position < end; lastWord++)
        {
            var term = scratch.WordHits[lastWord].Term;
            value += plan.ExactTerms[term].UnitScore * WindowGains.GetTables(gains, ++counts[term]);
        }

        for (var i = word; i < lastWord; i++)
        {
            counts[scratch.WordHits[i].Term] = 0;
        }

        counts = scratch.WindowPairCounts;
        var lastPair = pair;
        for (; lastPair < pairCount && scratch.PairHits[lastPair].Position + 1 < end; lastPair++)
        {
            var term = scratch.PairHits[lastPair].Term;
            value += plan.Pairs[term].UnitScore * WindowGains.GetTables(gains, ++counts[term]);
        }

        for (var i = pair; i < lastPair; i++)
        {
            counts[scratch.PairHits[i].Term] = 0;
        }

        return value / 2;
    }
}
