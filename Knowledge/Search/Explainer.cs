using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>Takes one passage's score apart, channel by channel and term by term.</summary>
internal static class Explainer
{
    /// <summary>One passage's score by the words it shares with the question.</summary>
    public static double Score(LanguageIndex index, QueryPlan plan, int doc) =>
        plan.Exact.Length == 0
            ? 0
            : Scratch.Use(scratch =>
            {
                scratch.Prepare(index, plan);
                using var scorer = new PassageScorer(index, plan, scratch);
                return scorer.Score(doc, double.NegativeInfinity);
            });

    public static List<ChannelShare> Explain(LanguageIndex index, QueryPlan plan, int doc)
    {
        if (plan.Exact.Length == 0)
        {
            return [];
        }

        var byCharacters = ByCharacters(index, plan);
        var terms = new Dictionary<Channel, List<TermShare>>();
        var shares = Scratch.Use(scratch =>
        {
            scratch.Prepare(index, plan);
            using var scorer = new PassageScorer(index, plan, scratch) { ByCharacters = byCharacters };
            return scorer.Shares(doc, double.NegativeInfinity, Add);
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

        void Add(Channel channel, int place, int count, double share)
        {
            if (!terms.TryGetValue(channel, out var of))
            {
                terms[channel] = of = [];
            }

            of.Add(Term(index, plan, channel, place, count, share));
        }

        ChannelShare Of(string name, double weight, double share, Channel channel) =>
            new(name, weight, share, terms.GetValueOrDefault(channel, []));
    }

    /// <summary>Whether no passage shares a word with the question, so that they are compared by characters.</summary>
    private static bool ByCharacters(LanguageIndex index, QueryPlan plan) =>
        TopSearch.Run(index, plan, 1, exhaustive: false) is [var best] && Score(index, plan, best.Doc) <= 0;

    private static TermShare Term(LanguageIndex index, QueryPlan plan, Channel channel, int place, int count, double share)
    {
        var (text, idf) = channel switch
        {
            Channel.ExactUnigram or Channel.Coverage or Channel.TitleUnigram => (plan.Exact[place].Text, plan.Exact[place].Idf),
            Channel.LooseUnigram => (plan.Loose[place].Text, plan.Loose[place].Idf),
            Channel.Characters => (plan.Grams[place].Text, plan.Grams[place].Idf),
            _ => (plan.Pairs[place].Text, plan.Pairs[place].Idf),
        };
        return new TermShare(channel == Channel.Characters ? text : Spelt(index, text), idf, count, share);
    }

    /// <summary>Words as people write them, for the forms in which they are compared.</summary>
    private static string Spelt(LanguageIndex index, string forms) =>
        string.Join(' ', forms.Split(' ').Select(form => index.Words.Find(form) is >= 0 and var id ? index.Words.Surface(id) : form));

    /// <summary>A channel that has no terms of its own.</summary>
    private static ChannelShare Whole(string name, double weight, double share) =>
        new(name, weight, share, share > 0 ? [new TermShare("(" + name + ")", 0, 1, share)] : []);
}
