namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>
/// The channels that a posting list alone can score, added up passage by passage, together with what the channels of position
/// may add at most: the bound that makes leaving a passage out safe.
/// </summary>
internal static class TermScorer
{
    public static void Run(LanguageIndex index, QueryPlan plan, Scratch scratch)
    {
        var (scores, rest, w) = (scratch.Scores, scratch.Rest, plan.Weights);
        var lengths = index.Lengths;
        var perWord = 1 / index.MeanLength;
        var pairShare = PairShares(plan);
        for (var i = 0; i < plan.Exact.Length; i++)
        {
            var term = plan.Exact[i];
            if (term.Id < 0)
                continue;

            var window = w.Window15 + w.Window30 + w.Window80;
            if (term.Unit > 0)
            {
                for (var reader = index.Exact.Read(term.Id); reader.Next();)
                {
                    scores[reader.Doc] += (float)(term.Unit * (w.Coverage + (w.ExactUnigram * Saturation.Word.Of(reader.Frequency, lengths[reader.Doc] * perWord))));
                    rest[reader.Doc] += (float)(term.Unit * window / 2 * reader.Frequency / (reader.Frequency + 0.6));
                }
            }

            if (plan.TitleUnits[i] + pairShare[i] > 0)
            {
                var unit = plan.TitleUnits[i] * w.TitleUnigram;
                for (var reader = index.Title.Read(term.Id); reader.Next();)
                {
                    scores[reader.Doc] += (float)(unit * Saturation.Short.Of(reader.Frequency, index.TitleLengths[reader.Doc] / index.MeanTitleLength));
                    rest[reader.Doc] += (float)pairShare[i];
                }
            }
        }

        foreach (var term in plan.Loose)
        {
            Add(index.Loose, term, w.LooseUnigram, Saturation.Word, lengths, perWord, scores);
        }

        RunPairs(index, plan, scores, rest);
        for (var c = 0; c < plan.Phrasings.Length; c++)
        {
            var share = (float)(w.Phrasings * plan.Phrasings[c] / plan.Total);
            foreach (var doc in share > 0 ? index.Classifier!.Passages[c] : [])
            {
                scores[doc] += share;
            }
        }

        foreach (var term in plan.Grams)
        {
            Add(index.GramPostings!, term, w.Characters, Saturation.Gram, index.GramLengths, 1 / index.MeanGramLength, scores);
        }
    }

    private static void RunPairs(LanguageIndex index, QueryPlan plan, float[] scores, float[] rest)
    {
        var w = plan.Weights;
        foreach (var pair in plan.Pairs)
        {
            if (pair.Id < 0)
                continue;

            for (var reader = index.Pairs.Postings!.Read(pair.Id); reader.Next();)
            {
                var saturated = Saturation.Pair.Of(reader.Frequency, index.Lengths[reader.Doc] / index.MeanLength);
                scores[reader.Doc] += (float)(pair.Unit * (w.BigramCoverage + (w.LooseBigram * saturated)));
                rest[reader.Doc] += (float)(pair.Unit * ((w.ExactBigram * saturated)
                    + ((w.Window15 + w.Window30 + w.Window80) / 2 * reader.Frequency / (reader.Frequency + 0.6))));
            }
        }
    }

    private static void Add(
        PostingLists lists, PlannedTerm term, double weight, Saturation saturation, int[] lengths, double perUnit, float[] scores)
    {
        if (term.Id < 0 || term.Unit * weight <= 0)
            return;

        for (var reader = lists.Read(term.Id); reader.Next();)
        {
            scores[reader.Doc] += (float)(term.Unit * weight * saturation.Of(reader.Frequency, lengths[reader.Doc] * perUnit));
        }
    }

    /// <summary>A pair in the title needs both its words there: half of its most counts for each.</summary>
    private static double[] PairShares(QueryPlan plan)
    {
        var shares = new double[plan.Exact.Length];
        for (var i = 0; i < plan.Pairs.Length; i++)
        {
            var half = plan.TitlePairUnits[i] * plan.Weights.TitleBigram / 2;
            shares[plan.Pairs[i].First] += half;
            shares[plan.Pairs[i].Second] += half;
        }

        return shares;
    }
}
