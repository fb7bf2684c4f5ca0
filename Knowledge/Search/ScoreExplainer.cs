using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>Explains the score of one passage by channel and by term.</summary>
internal static class ScoreExplainer
{
    /// <summary>The score of one passage from its common words with the question; 0 for a question without terms.</summary>
    public static double Score(LanguageIndex index, QueryPlan plan, int doc) =>
        plan.ExactTerms.Length == 0
            ? 0
            : SearchBuffers.Run(scratch =>
            {
                scratch.Prepare(index, plan);
                using var scorer = new PassageScorer(index, plan, scratch);
                return scorer.ComputeScore(doc, double.NegativeInfinity);
            });

    public static List<ChannelShare> Explain(LanguageIndex index, QueryPlan plan, int doc)
    {
        if (plan.ExactTerms.Length == 0)
        {
            return [];
        }

        var allowCharacterOnly = NeedsCharacterOnlyMatches(index, plan);
        var terms = new Dictionary<TermChannel, List<TermShare>>();
        var shares = SearchBuffers.Run(scratch =>
        {
            scratch.Prepare(index, plan);
            using var scorer = new PassageScorer(index, plan, scratch) { AllowCharacterOnlyMatches = allowCharacterOnly };
            return scorer.ComputeShares(doc, double.NegativeInfinity, Add);
        });
        var weights = plan.Weights;
        return
        [
            CreateShare("exact-unigram", weights.ExactUnigram, shares.ExactUnigram, TermChannel.ExactUnigram),
            CreateShare("coverage", weights.Coverage, shares.Coverage, TermChannel.Coverage),
            CreateShare("loose-unigram", weights.LooseUnigram, shares.LooseUnigram, TermChannel.LooseUnigram),
            CreateShare("title-unigram", weights.TitleUnigram, shares.TitleUnigram, TermChannel.TitleUnigram),
            CreateShare("loose-bigram", weights.LooseBigram, shares.LooseBigram, TermChannel.LooseBigram),
            CreateShare("bigram-coverage", weights.BigramCoverage, shares.BigramCoverage, TermChannel.BigramCoverage),
            CreateShare("characters", weights.Characters, shares.Characters, TermChannel.Characters),
            CreateShare("exact-bigram", weights.ExactBigram, shares.ExactBigram, TermChannel.ExactBigram),
            CreateShare("title-bigram", weights.TitleBigram, shares.TitleBigram, TermChannel.TitleBigram),
            CreateShareWithoutTerms("window-15", weights.Window15, shares.Window15),
            CreateShareWithoutTerms("window-30", weights.Window30, shares.Window30),
            CreateShareWithoutTerms("window-80", weights.Window80, shares.Window80),
            CreateShareWithoutTerms("sentence", weights.Sentence, shares.Sentence),
            CreateShareWithoutTerms("phrasings", weights.Phrasings, shares.Phrasings),
        ];

        void Add(TermChannel channel, int termIndex, int count, double share)
        {
            if (!terms.TryGetValue(channel, out var channelTerms))
            {
                terms[channel] = channelTerms = [];
            }

            channelTerms.Add(DescribeTerm(index, plan, channel, termIndex, count, share));
        }

        ChannelShare CreateShare(string name, double weight, double share, TermChannel channel) =>
            new(name, weight, share, terms.GetValueOrDefault(channel, []));
    }

    /// <summary>Whether no passage has a word in common with the question, so that the search compared character n-grams only.</summary>
    private static bool NeedsCharacterOnlyMatches(LanguageIndex index, QueryPlan plan) =>
        TopKSearch.Run(index, plan, 1, exhaustive: false) is [var best] && Score(index, plan, best.Doc) <= 0;

    private static TermShare DescribeTerm(LanguageIndex index, QueryPlan plan, TermChannel channel, int termIndex, int count, double share)
    {
        var (text, idf) = channel switch
        {
            TermChannel.ExactUnigram or TermChannel.Coverage or TermChannel.TitleUnigram => (
                plan.ExactTerms[termIndex].Text,
                plan.ExactTerms[termIndex].Idf
            ),
            TermChannel.LooseUnigram => (plan.LooseTerms[termIndex].Text, plan.LooseTerms[termIndex].Idf),
            TermChannel.Characters => (plan.Grams[termIndex].Text, plan.Grams[termIndex].Idf),
            _ => (
                $"{plan.ExactTerms[plan.Pairs[termIndex].First].Text} {plan.ExactTerms[plan.Pairs[termIndex].Second].Text}",
                plan.Pairs[termIndex].Idf
            ),
        };
        return new TermShare(channel == TermChannel.Characters ? text : GetOriginalSpelling(index, text), idf, count, share);
    }

    /// <summary>The original spelling of words, given their exact forms.</summary>
    private static string GetOriginalSpelling(LanguageIndex index, string forms) =>
        string.Join(
            ' ',
            forms
                .Split(' ')
                .Select(form => index.Vocabulary.FindExact(form) is >= 0 and var id ? index.Vocabulary.GetSurfaceForm(id) : form)
        );

    /// <summary>The share of a channel that is not computed per term.</summary>
    private static ChannelShare CreateShareWithoutTerms(string name, double weight, double share) =>
        new(name, weight, share, share > 0 ? [new TermShare("(" + name + ")", 0, 1, share)] : []);
}
