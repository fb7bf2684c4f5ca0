namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>Takes one passage's score apart, channel by channel and term by term.</summary>
internal static class Explainer
{
    public static List<ChannelShare> Explain(LanguageIndex index, QueryPlan plan, int doc)
    {
        var scratch = Scratch.Current;
        scratch.Prepare(index, plan);
        var terms = new Dictionary<Channel, List<TermShare>>();
        using var scorer = new PassageScorer(index, plan, scratch);
        var shares = scorer.Shares(doc, double.NegativeInfinity, (channel, place, count, share) =>
        {
            if (!terms.TryGetValue(channel, out var of))
                terms[channel] = of = [];
            of.Add(Term(plan, channel, place, count, share));
        });
        var w = plan.Weights;
        return
        [
            Of("exact-unigram", w.ExactUnigram, shares.ExactUnigram, Channel.ExactUnigram),
            Of("coverage", w.Coverage, shares.Coverage, Channel.Coverage),
            Of("loose-unigram", w.LooseUnigram, shares.LooseUnigram, Channel.LooseUnigram),
            Of("title-unigram", w.TitleUnigram, shares.TitleUnigram, Channel.TitleUnigram),
            Of("loose-bigram", w.LooseBigram, shares.LooseBigram, Channel.LooseBigram),
            Of("bigram-coverage", w.BigramCoverage, shares.BigramCoverage, Channel.BigramCoverage),
            Of("characters", w.Characters, shares.Characters, Channel.Characters),
            Of("exact-bigram", w.ExactBigram, shares.ExactBigram, Channel.ExactBigram),
            Of("title-bigram", w.TitleBigram, shares.TitleBigram, Channel.TitleBigram),
            Whole("window-15", w.Window15, shares.Window15),
            Whole("window-30", w.Window30, shares.Window30),
            Whole("window-80", w.Window80, shares.Window80),
            Whole("sentence", w.Sentence, shares.Sentence),
            Whole("phrasings", w.Phrasings, shares.Phrasings),
        ];

        ChannelShare Of(string name, double weight, double share, Channel channel) => new(name, weight, share, terms.GetValueOrDefault(channel, []));
    }

    private static TermShare Term(QueryPlan plan, Channel channel, int place, int count, double share)
    {
        var (text, idf) = channel switch
        {
            Channel.ExactUnigram or Channel.Coverage or Channel.TitleUnigram => (plan.Exact[place].Text, plan.Exact[place].Idf),
            Channel.LooseUnigram => (plan.Loose[place].Text, plan.Loose[place].Idf),
            Channel.Characters => (plan.Grams[place].Text, plan.Grams[place].Idf),
            _ => (plan.Pairs[place].Text, plan.Pairs[place].Idf),
        };
        return new TermShare(text, idf, count, share);
    }

    /// <summary>A channel that has no terms of its own.</summary>
    private static ChannelShare Whole(string name, double weight, double share) =>
        new(name, weight, share, share > 0 ? [new TermShare("(" + name + ")", 0, 1, share)] : []);
}
