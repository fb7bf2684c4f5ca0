namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>Scores one passage the slow way, channel by channel and term by term.</summary>
internal static class Explainer
{
    public static List<ChannelShare> Explain(LanguageIndex index, QueryPlan plan, int doc)
    {
        var w = plan.Weights;
        var length = index.Lengths[doc] / index.MeanLength;
        var tokens = new int[Math.Max(1, index.Lengths[doc])];
        var words = tokens.AsSpan(0, index.Tokens.Read(doc, tokens)).ToArray();
        var channels = new List<ChannelShare>
        {
            Channel("exact-unigram", w.ExactUnigram, plan.Exact, t => Count(index.Exact, t.Id, doc), n => Saturation.Word.Of(n, length)),
            Channel("coverage", w.Coverage, plan.Exact, t => Count(index.Exact, t.Id, doc), _ => 1),
            Channel("loose-unigram", w.LooseUnigram, plan.Loose, t => Count(index.Loose, t.Id, doc), n => Saturation.Word.Of(n, length)),
            Channel(
                "title-unigram",
                w.TitleUnigram,
                [.. plan.Exact.Select((t, i) => t with { Unit = plan.TitleUnits[i] })],
                t => Count(index.Title, t.Id, doc),
                n => Saturation.Short.Of(n, index.TitleLengths[doc] / index.MeanTitleLength)),
            Channel("loose-bigram", w.LooseBigram, PairTerms(plan), t => Count(index.Pairs.Postings!, t.Id, doc), n => Saturation.Pair.Of(n, length)),
            Channel("bigram-coverage", w.BigramCoverage, PairTerms(plan), t => Count(index.Pairs.Postings!, t.Id, doc), _ => 1),
        };
        if (index.GramPostings is { } grams)
        {
            channels.Add(Channel(
                "characters", w.Characters, plan.Grams, t => Count(grams, t.Id, doc), n => Saturation.Gram.Of(n, index.GramLengths[doc] / index.MeanGramLength)));
        }

        AddPositions(index, plan, doc, words, channels);
        var phrasings = Enumerable.Range(0, plan.Phrasings.Length)
            .Where(c => index.Classifier!.Passages[c].Contains(doc))
            .Sum(c => w.Phrasings * plan.Phrasings[c] / plan.Total);
        channels.Add(new("phrasings", w.Phrasings, phrasings, phrasings > 0 ? [new TermShare("(phrasings)", 0, 1, phrasings)] : []));
        return channels;
    }

    private static void AddPositions(LanguageIndex index, QueryPlan plan, int doc, int[] words, List<ChannelShare> channels)
    {
        var scratch = Scratch.Current;
        scratch.Prepare(index);
        using var positions = new PositionScorer(index, plan, scratch);
        var pairs = new List<(int Pair, int Count, int InTitle)>();
        var shares = positions.Parts(doc, (pair, count, title) => pairs.Add((pair, count, title)));
        var length = words.Length / index.MeanLength;
        var w = plan.Weights;
        channels.Add(new("exact-bigram", w.ExactBigram, shares.ExactBigram, [.. pairs.Select(p =>
            new TermShare(plan.Pairs[p.Pair].Text, plan.Pairs[p.Pair].Idf, p.Count, w.ExactBigram * plan.Pairs[p.Pair].Unit * Saturation.Pair.Of(p.Count, length)))]));
        channels.Add(new("title-bigram", w.TitleBigram, shares.TitleBigram, [.. pairs.Where(p => p.InTitle > 0).Select(p =>
            new TermShare(
                plan.Pairs[p.Pair].Text,
                plan.Pairs[p.Pair].Idf,
                p.InTitle,
                w.TitleBigram * plan.TitlePairUnits[p.Pair] * Saturation.Short.Of(p.InTitle, index.TitleLengths[doc] / index.MeanTitleLength)))]));
        foreach (var (name, weight, share) in new[]
        {
            ("window-15", w.Window15, shares.Window15), ("window-30", w.Window30, shares.Window30), ("window-80", w.Window80, shares.Window80),
        })
        {
            channels.Add(new(name, weight, share, share > 0 ? [new TermShare("(" + name + ")", 0, 1, share)] : []));
        }
    }

    private static PlannedTerm[] PairTerms(QueryPlan plan) => [.. plan.Pairs.Select(p => new PlannedTerm(p.Text, p.Id, p.Idf, p.Unit))];

    private static ChannelShare Channel(string name, double weight, PlannedTerm[] terms, Func<PlannedTerm, int> count, Func<int, double> saturate)
    {
        var shares = terms.Where(t => t.Id >= 0 && t.Unit > 0)
            .Select(t => (t, Count: count(t)))
            .Where(t => t.Count > 0)
            .Select(t => new TermShare(t.t.Text, t.t.Idf, t.Count, weight * t.t.Unit * saturate(t.Count)))
            .ToList();
        return new ChannelShare(name, weight, shares.Sum(s => s.Share), shares);
    }

    private static int Count(PostingLists lists, int term, int doc)
    {
        for (var reader = lists.Read(term); reader.Next();)
        {
            if (reader.Doc >= doc)
                return reader.Doc == doc ? reader.Frequency : 0;
        }

        return 0;
    }
}
