using PolicyAssistantBot.Knowledge.Answers.Asked;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.External;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>An article that may answer the question, with its best section.</summary>
/// <param name="Score">The score of the best section, 0 to about 1.</param>
internal sealed record Candidate(Article Article, string SectionId, double Score)
{
    /// <summary>Whether this section was asked for, so that it is shown instead of the short answer.</summary>
    public bool IsSectionAsked { get; init; }
}

/// <summary>The third step of the pipeline: the articles that may answer, best first.</summary>
/// <param name="Relevance">How much of the question the best passage covers, 0 to 1; low for questions outside the domain.</param>
/// <param name="Certainty">The share of the first article in the scores of the ten best, 0 to 1; low when interpretations compete.</param>
internal sealed record Retrieval(IReadOnlyList<Candidate> Candidates, double Relevance, double Certainty)
{
    /// <summary>Whether the question is word for word a title or a question of the first article.</summary>
    public bool IsPhrasing { get; init; }

    /// <summary>
    /// The share of the first article's matter in the scores; competing articles about one matter leave the matter certain.
    /// </summary>
    public double FamilyCertainty { get; init; } = 1;

    /// <summary>The question with the spelling corrected by search; null when nothing was searched for.</summary>
    public string? CorrectedQuestion { get; init; }

    /// <summary>The temperature of the softmax over scores, which range from 0 to about 1.</summary>
    private const double Temperature = 0.04;

    private const int MaxPassages = 30;

    /// <summary>Added to the score of an article whose document is named by its number: as much as half of the question's words.</summary>
    private const double NamedDocumentScore = 0.5;

    /// <summary>The minimum share of the best score to count as about as likely.</summary>
    private const double SimilarScoreShare = 0.6;

    /// <summary>A candidate that is known without a search: a follow-up that asks for another section.</summary>
    public static Retrieval Find(Candidate candidate) => new([candidate], 1, candidate.Score) { IsPhrasing = true };

    /// <param name="preferred">
    /// The article that answered the previous question; it stays first when it is about as likely as the best.
    /// </param>
    /// <param name="externalScores">The scores of external retrievers by the text searched for.</param>
    public static Retrieval Find(
        KnowledgeBase knowledge,
        Understanding understanding,
        Article? preferred,
        IReadOnlyDictionary<string, ExternalScores> externalScores
    )
    {
        if (knowledge.FindByPhrasing(understanding.Folded) is { } namedArticle)
        {
            return new([new(namedArticle, AnswerSections.Short, 1)], 1, 1) { IsPhrasing = true };
        }

        var text = MatterExtractor.Extract(understanding.Text);
        var result = knowledge.Index.Search(
            text,
            new SearchOptions
            {
                Lang = understanding.Language,
                Count = MaxPassages,
                ExternalScores = externalScores.GetValueOrDefault(text),
            }
        );
        var audiences = ConversationPolicy.Current.Audiences.Find(understanding.Text);
        var candidates = result
            .Hits.GroupBy(hit => hit.Passage.ArticleKey, StringComparer.Ordinal)
            .Select(hits => hits.MaxBy(hit => hit.Score)!)
            .Select(hit => new Candidate(knowledge.Find(hit.Passage.ArticleKey)!, hit.Passage.SectionId, hit.Score))
            .Select(candidate => candidate with { Score = candidate.Score * AudienceFit.GetScoreFactor(candidate.Article, audiences) })
            .OrderByDescending(candidate => candidate.Score)
            .ToList();
        PromoteNamedDocuments(candidates, knowledge, understanding);
        KeepPreferred(candidates, preferred);
        return new(
            [.. candidates.Take(MaxCandidates)],
            Math.Max(result.Relevance, candidates.FirstOrDefault()?.Score ?? 0),
            ComputeShare(candidates)
        )
        {
            CorrectedQuestion = result.Query.Decoded,
            FamilyCertainty = ComputeShare(candidates, candidates.FirstOrDefault()?.Article.SubjectKey),
        };
    }

    /// <summary>The same in the order of the readings, with the section of each that tells what was asked.</summary>
    /// <param name="certainty">The first reading's probability.</param>
    public Retrieval InOrder(IReadOnlyList<Candidate> ranked, double certainty) =>
        this with
        {
            Candidates = [.. ranked.Take(MaxCandidates)],
            Certainty = certainty,
        };

    /// <summary>Further articles are not considered.</summary>
    public const int MaxCandidates = 10;

    /// <summary>An article about an ended rule that the question names by its number comes first, whatever words surround the
    /// number.</summary>
    private static void PromoteNamedDocuments(List<Candidate> candidates, KnowledgeBase knowledge, Understanding understanding)
    {
        if (understanding.Documents.Count == 0)
        {
            return;
        }

        foreach (var article in knowledge.Articles.Where(article => EndedRules.FindNamedBasis(article, understanding) is not null))
        {
            var index = candidates.FindIndex(candidate => candidate.Article == article);
            var score = NamedDocumentScore + (index < 0 ? 0 : candidates[index].Score);
            if (index >= 0)
            {
                candidates.RemoveAt(index);
            }

            candidates.Add(new(article, AnswerSections.Short, score));
        }

        candidates.Sort((a, b) => b.Score.CompareTo(a.Score));
    }

    private static void KeepPreferred(List<Candidate> candidates, Article? preferred)
    {
        var index = candidates.FindIndex(candidate => candidate.Article == preferred);
        if (index > 0 && candidates[index].Score >= SimilarScoreShare * candidates[0].Score)
        {
            candidates.Insert(0, candidates[index] with { Score = candidates[0].Score });
            candidates.RemoveAt(index + 1);
        }
    }

    /// <param name="matter">The matter whose share is computed; null for the first article alone.</param>
    private static double ComputeShare(List<Candidate> candidates, string? matter = null)
    {
        if (candidates.Count == 0)
        {
            return 0;
        }

        List<double> weights = [.. candidates.Select(candidate => Math.Exp((candidate.Score - candidates[0].Score) / Temperature))];
        return weights.Where((_, i) => i == 0 || (matter is not null && candidates[i].Article.SubjectKey == matter)).Sum() / weights.Sum();
    }
}
