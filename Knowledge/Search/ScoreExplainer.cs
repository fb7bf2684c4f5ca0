using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>Explains the score of one passage by channel and by term.</summary>
internal static class ScoreExplainer
{
    /// <summary>The score of one passage from its common words with the question; 0 for a question without terms.</summary>
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

        var allowCharacterOnly = NeedsCharacterOnlyMatches(index, plan);
        var terms = new Dictionary<TermChannel, List<TermShare>>();
        var shares = Scratch.Use(scratch =>
        {
            scratch.Prepare(index, plan);
            using var scorer = new PassageScorer(index, plan, scratch) { AllowCharacterOnlyMatches = allowCharacterOnly };
            return scorer.Shares(doc, double.NegativeInfinity, Add);
        });
        var w = plan.Weights;
        return
        [
            WithTerms("exact-unigram", w.ExactUnigram, shares.ExactUnigram, TermChannel.ExactUnigram),
            WithTerms("coverage", w.Coverage, shares.Coverage, TermChannel.Coverage),
            WithTerms("loose-unigram", w.LooseUnigram, shares.LooseUnigram, TermChannel.LooseUnigram),
            WithTerms("title-unigram", w.TitleUnigram, shares.TitleUnigram, TermChannel.TitleUnigram),
            WithTerms("loose-bigram", w.LooseBigram, shares.LooseBigram, TermChannel.LooseBigram),
            WithTerms("bigram-coverage", w.BigramCoverage, shares.BigramCoverage, TermChannel.BigramCoverage),
            WithTerms("characters", w.Characters, shares.Characters, TermChannel.Characters),
            WithTerms("exact-bigram", w.ExactBigram, shares.ExactBigram, TermChannel.ExactBigram),
            WithTerms("title-bigram", w.TitleBigram, shares.TitleBigram, TermChannel.TitleBigram),
            WithoutTerms("window-15", w.Window15, shares.Window15),
            WithoutTerms("window-30", w.Window30, shares.Window30),
            WithoutTerms("window-80", w.Window80, shares.Window80),
            WithoutTerms("sentence", w.Sentence, shares.Sentence),
            WithoutTerms("phrasings", w.Phrasings, shares.Phrasings),
        ];

        void Add(TermChannel channel, int termIndex, int count, double share)
        {
            if (!terms.TryGetValue(channel, out var ofChannel))
            {
                terms[channel] = ofChannel = [];
            }

            ofChannel.Add(Term(index, plan, channel, termIndex, count, share));
        }

        ChannelShare WithTerms(string name, double weight, double share, TermChannel channel) =>
            new(name, weight, share, terms.GetValueOrDefault(channel, []));
    }

    /// <summary>Whether no passage has a word in common with the question, so that the search compared character n-grams only.</summary>
    private static bool NeedsCharacterOnlyMatches(LanguageIndex index, QueryPlan plan) =>
        TopKSearch.Run(index, plan, 1, exhaustive: false) is [var best] && Score(index, plan, best.Doc) <= 0;

    private static TermShare Term(LanguageIndex index, QueryPlan plan, TermChannel channel, int termIndex, int count, double share)
    {
        var (text, idf) = channel switch
        {
            TermChannel.ExactUnigram or TermChannel.Coverage or TermChannel.TitleUnigram => (
                plan.Exact[termIndex].Text,
                plan.Exact[termIndex].Idf
            ),
            TermChannel.LooseUnigram => (plan.Loose[termIndex].Text, plan.Loose[termIndex].Idf),
            TermChannel.Characters => (plan.Grams[termIndex].Text, plan.Grams[termIndex].Idf),
            _ => (plan.Pairs[termIndex].Text, plan.Pairs[termIndex].Idf),
        };
        return new TermShare(channel == TermChannel.Characters ? text : Spelling(index, text), idf, count, share);
    }

    /// <summary>The original spelling of words, given their exact forms.</summary>
    private static string Spelling(LanguageIndex index, string forms) =>
        string.Join(
            ' ',
            forms
                .Split(' ')
                .Select(form => index.Vocabulary.FindExact(form) is >= 0 and var id ? index.Vocabulary.GetSurfaceForm(id) : form)
        );

    /// <summary>The share of a channel that is not computed per term.</summary>
    private static ChannelShare WithoutTerms(string name, double weight, double share) =>
        new(name, weight, share, share > 0 ? [new TermShare("(" + name + ")", 0, 1, share)] : []);
}
