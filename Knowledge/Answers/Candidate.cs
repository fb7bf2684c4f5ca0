using PolicyAssistantBot.Knowledge.Answers.Asked;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.External;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>An article that may answer, with its best section.</summary>
/// <param name="Score">Of the best section, 0 to about 1.</param>
internal sealed record Candidate(Article Article, string SectionId, double Score)
{
    /// <summary>The section itself was asked for: it is shown in the short answer's place.</summary>
    public bool IsSectionAsked { get; init; }
}

/// <summary>Third step: the articles that hold what was asked, best first.</summary>
/// <param name="Relevance">How much of the question the best passage holds, 0 to 1; low means outside the field.</param>
/// <param name="Certainty">The share of the first article in the scores of the ten best, 0 to 1; low means that readings compete.</param>
internal sealed record Retrieval(IReadOnlyList<Candidate> Candidates, double Relevance, double Certainty)
{
    /// <summary>The question is, word for word, a title or a question of the first article.</summary>
    public bool ByPhrasing { get; init; }

    /// <summary>The share of the first article's matter in the scores: sisters of one matter that compete leave no doubt about the
    /// matter.</summary>
    public double FamilyCertainty { get; init; } = 1;

    /// <summary>The question with its typing slips mended, as search read it; null where nothing was searched for.</summary>
    public string? Decoded { get; init; }

    /// <summary>Scores are spread over about 0 to 1, so a difference of this size is one step of likelihood.</summary>
    private const double Temperature = 0.04;

    private const int Passages = 30;

    /// <summary>What a document named by its number is worth: as much as half of the question's words.</summary>
    private const double NamedByNumber = 0.5;

    /// <summary>From this share of the best score.</summary>
    private const double AboutAsLikely = 0.6;

    /// <summary>What was found without a search: a follow-up that asks for another section.</summary>
    public static Retrieval Of(Candidate known) => new([known], 1, known.Score) { ByPhrasing = true };

    /// <param name="preferred">The article that answered the question before; it stays first where it is about as likely as the
    /// best.</param>
    /// <param name="outside">What other services say, by the text searched for.</param>
    public static Retrieval Of(
        KnowledgeBase knowledge,
        Understanding understanding,
        Article? preferred,
        IReadOnlyDictionary<string, ExternalScores> outside
    )
    {
        if (knowledge.FindByPhrasing(understanding.Folded) is { } named)
        {
            return new([new(named, AnswerSections.Short, 1)], 1, 1) { ByPhrasing = true };
        }

        var text = Matter.Of(understanding.Text);
        var found = knowledge.Index.Search(
            text,
            new SearchOptions
            {
                Lang = understanding.Language,
                Count = Passages,
                ExternalScores = outside.GetValueOrDefault(text),
            }
        );
        var candidates = found
            .Hits.GroupBy(hit => hit.Passage.ArticleKey, StringComparer.Ordinal)
            .Select(hits => hits.MaxBy(hit => hit.Score)!)
            .Select(hit => new Candidate(knowledge.Find(hit.Passage.ArticleKey)!, hit.Passage.SectionId, hit.Score))
            .Select(candidate => candidate with { Score = candidate.Score * Audience.Share(candidate.Article, understanding.Folded) })
            .OrderByDescending(candidate => candidate.Score)
            .ToList();
        Promote(candidates, knowledge, understanding);
        Keep(candidates, preferred);
        return new([.. candidates.Take(10)], Math.Max(found.Relevance, candidates.FirstOrDefault()?.Score ?? 0), Share(candidates))
        {
            Decoded = found.Query.Decoded,
            FamilyCertainty = Share(candidates, candidates.FirstOrDefault()?.Article.Matter),
        };
    }

    /// <summary>An article about an ended rule that the question names by its number comes first, whatever words surround the
    /// number.</summary>
    private static void Promote(List<Candidate> candidates, KnowledgeBase knowledge, Understanding understanding)
    {
        if (understanding.Documents.Count == 0)
        {
            return;
        }

        foreach (var article in knowledge.Articles.Where(article => EndedRules.NamedIn(article, understanding) is not null))
        {
            var at = candidates.FindIndex(candidate => candidate.Article == article);
            var score = NamedByNumber + (at < 0 ? 0 : candidates[at].Score);
            if (at >= 0)
            {
                candidates.RemoveAt(at);
            }

            candidates.Add(new(article, AnswerSections.Short, score));
        }

        candidates.Sort((a, b) => b.Score.CompareTo(a.Score));
    }

    private static void Keep(List<Candidate> candidates, Article? preferred)
    {
        var at = candidates.FindIndex(candidate => candidate.Article == preferred);
        if (at > 0 && candidates[at].Score >= AboutAsLikely * candidates[0].Score)
        {
            candidates.Insert(0, candidates[at] with { Score = candidates[0].Score });
            candidates.RemoveAt(at + 1);
        }
    }

    /// <param name="matter">Whose share it is; the first article's alone when null.</param>
    private static double Share(List<Candidate> candidates, string? matter = null)
    {
        if (candidates.Count == 0)
        {
            return 0;
        }

        List<double> weights = [.. candidates.Select(candidate => Math.Exp((candidate.Score - candidates[0].Score) / Temperature))];
        return weights.Where((_, i) => i == 0 || (matter is not null && candidates[i].Article.Matter == matter)).Sum() / weights.Sum();
    }
}
