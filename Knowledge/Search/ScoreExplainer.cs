using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>Explains the score of one passage by retriever and by term.</summary>
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

    public static List<RetrieverShare> Explain(LanguageIndex index, QueryPlan plan, int doc)
    {
        if (plan.ExactTerms.Length == 0)
        {
            return [];
        }

        var allowCharacterOnly = NeedsCharacterOnlyMatches(index, plan);
        var terms = new Dictionary<TermRetriever, List<TermShare>>();
        var shares = SearchBuffers.Run(scratch =>
        {
            scratch.Prepare(index, plan);
            using var scorer = new PassageScorer(index, plan, scratch) { AllowCharacterOnlyMatches = allowCharacterOnly };
            return scorer.ComputeShares(doc, double.NegativeInfinity, Add);
        });
        var weights = plan.Weights;
        return
        [
            CreateShare("exact-unigram", weights.ExactUnigram, shares.ExactUnigram, TermRetriever.ExactUnigram),
            CreateShare("coverage", weights.Coverage, shares.Coverage, TermRetriever.Coverage),
            CreateShare("loose-unigram", weights.LooseUnigram, shares.LooseUnigram, TermRetriever.LooseUnigram),
            CreateShare("title-unigram", weights.TitleUnigram, shares.TitleUnigram, TermRetriever.TitleUnigram),
            CreateShare("loose-bigram", weights.LooseBigram, shares.LooseBigram, TermRetriever.LooseBigram),
            CreateShare("bigram-coverage", weights.BigramCoverage, shares.BigramCoverage, TermRetriever.BigramCoverage),
            CreateShare("characters", weights.Characters, shares.Characters, TermRetriever.Characters),
            CreateShare("exact-bigram", weights.ExactBigram, shares.ExactBigram, TermRetriever.ExactBigram),
            CreateShare("title-bigram", weights.TitleBigram, shares.TitleBigram, TermRetriever.TitleBigram),
            CreateShareWithoutTerms("window-15", weights.Window15, shares.Window15),
            CreateShareWithoutTerms("window-30", weights.Window30, shares.Window30),
            CreateShareWithoutTerms("window-80", weights.Window80, shares.Window80),
            CreateShareWithoutTerms("sentence", weights.Sentence, shares.Sentence),
            CreateShareWithoutTerms("phrasings", weights.Phrasings, shares.Phrasings),
        ];

        void Add(TermRetriever retriever, int termIndex, int count, double share)
        {
            if (!terms.TryGetValue(retriever, out var retrieverTerms))
            {
                terms[retriever] = retrieverTerms = [];
            }

            retrieverTerms.Add(DescribeTerm(index, plan, retriever, termIndex, count, share));
        }

        RetrieverShare CreateShare(string name, double weight, double share, TermRetriever retriever) =>
            new(name, weight, share, terms.GetValueOrDefault(retriever, []));
    }

    /// <summary>Whether no passage has a word in common with the question, so that the search compared character n-grams only.</summary>
    private static bool NeedsCharacterOnlyMatches(LanguageIndex index, QueryPlan plan) =>
        TopKSearch.Run(index, plan, 1, exhaustive: false) is [var best] && Score(index, plan, best.Doc) <= 0;

    private static TermShare DescribeTerm(
        LanguageIndex index,
        QueryPlan plan,
        TermRetriever retriever,
        int termIndex,
        int count,
        double share
    )
    {
        var (text, idf) = retriever switch
        {
            TermRetriever.ExactUnigram or TermRetriever.Coverage or TermRetriever.TitleUnigram => (
                plan.ExactTerms[termIndex].Text,
                plan.ExactTerms[termIndex].Idf
            ),
            TermRetriever.LooseUnigram => (plan.LooseTerms[termIndex].Text, plan.LooseTerms[termIndex].Idf),
            TermRetriever.Characters => (plan.Grams[termIndex].Text, plan.Grams[termIndex].Idf),
            _ => (
                $"{plan.ExactTerms[plan.Pairs[termIndex].First].Text} {plan.ExactTerms[plan.Pairs[termIndex].Second].Text}",
                plan.Pairs[termIndex].Idf
            ),
        };
        return new TermShare(retriever == TermRetriever.Characters ? text : GetOriginalSpelling(index, text), idf, count, share);
    }

    /// <summary>The original spelling of words, given their exact forms.</summary>
    private static string GetOriginalSpelling(LanguageIndex index, string forms) =>
        string.Join(
            ' ',
            forms
                .Split(' ')
                .Select(form => index.Vocabulary.FindExact(form) is >= 0 and var id ? index.Vocabulary.GetSurfaceForm(id) : form)
        );

    /// <summary>The share of a retriever that is not computed per term.</summary>
    private static RetrieverShare CreateShareWithoutTerms(string name, double weight, double share) =>
        new(name, weight, share, share > 0 ? [new TermShare("(" + name + ")", 0, 1, share)] : []);
}
