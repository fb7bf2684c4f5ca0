using PolicyAssistantBot.Knowledge.Answers.Evidence;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Search.External;

namespace PolicyAssistantBot.Knowledge.Answers.Propositions;

/// <summary>
/// Decides whether a message that contains the words of a statement is about its matter: search must find that matter about as well as any
/// other, unless the message continues it. A few shared words with another meaning do not make it a question about the statement.
/// </summary>
internal static class StatementRelevance
{
    /// <summary>The minimum share of the best score that the statement's matter must have.</summary>
    private const double MinScoreShare = 0.7;

    /// <summary>The minimum score of another matter to end the current one.</summary>
    private const double OtherMatterMinScore = 0.5;

    /// <summary>The minimum share of a message, in words and in word pairs, that the statement's articles must cover.</summary>
    private const double MinWordShare = 0.5;
    private const double MinPairShare = 0.15;

    /// <summary>The minimum probability that the message asks for the statement's matter.</summary>
    private const double MinProbability = 0.3;

    /// <summary>The content words from which on a message is long.</summary>
    private const int LongMessageWords = 10;

    /// <summary>The minimum share of a long message's words that the statement must have.</summary>
    private const double MinShareOfLongMessage = 0.43;

    private static readonly Dictionary<string, ExternalScores> NoScores = [];

    public static bool IsAbout(Statement statement, KnowledgeBase knowledge, Understanding understanding, ConversationContext context)
    {
        if (
            statement.FindPeriod(understanding.AskedAbout) is { } period
            && AudienceFit.IsForOthers(
                AudienceFit.FindAsked(understanding),
                ConversationPolicy.Current.Audiences.Find(period.Text[understanding.Language])
            )
        )
        {
            return false;
        }

        var lastArticle = context.PastQuestions.Count > 0 ? context.PastQuestions[^1].ArticleKey : null;
        var retrieval = Retrieval.Find(knowledge, understanding, null, NoScores);
        if (retrieval.Candidates is not [var best, ..])
        {
            return true;
        }

        var statementMatters = statement.ArticleKeys.Select(knowledge.Find).Select(article => article?.SubjectKey).ToHashSet();
        var ownScores = retrieval
            .Candidates.Where(candidate => statementMatters.Contains(candidate.Article.SubjectKey))
            .Select(candidate => candidate.Score);
        var share = ownScores.DefaultIfEmpty().Max() / best.Score;
        if (lastArticle is not null && statement.ArticleKeys.Contains(lastArticle))
        {
            return share > 0 || best.Score < OtherMatterMinScore || Statements.NamesSubject(statement, understanding.Folded);
        }

        if (!IsAskedByLongMessage(statement, knowledge, understanding))
        {
            return false;
        }

        var coverages = statement
            .ArticleKeys.Select(article => knowledge.ArticleCoverage.ComputeShares(article, understanding.Language, understanding.Text))
            .ToList();
        return share >= MinScoreShare
            && ComputeProbability(statementMatters, knowledge, understanding, retrieval, context) >= MinProbability
            && coverages.Exists(one => one.Pairs >= MinPairShare || one.Words >= MinWordShare || one.UnknownPairs < MinWordShare);
    }

    /// <summary>A long message with few words of the statement is about another matter, in which its phrases happen to occur.</summary>
    private static bool IsAskedByLongMessage(Statement statement, KnowledgeBase knowledge, Understanding understanding) =>
        ContentWords
            .ExtractFromQuestion(understanding.Message, understanding.Language)
            .Distinct(StringComparer.Ordinal)
            .Count(word => !ConversationPolicy.Current.Fields.IsGeneralWord(word)) < LongMessageWords
        || statement.FindPeriod(understanding.AskedAbout) is not { } period
        || StatementWords.ComputeShare(statement, period, understanding, knowledge) >= MinShareOfLongMessage;

    private static double ComputeProbability(
        HashSet<string?> matters,
        KnowledgeBase knowledge,
        Understanding understanding,
        Retrieval retrieval,
        ConversationContext context
    ) =>
        retrieval.IsPhrasing
            ? 1
            : Interpreter
                .Rank(knowledge, understanding, context, retrieval, null)
                .Where(reading => reading.Article is { } article && matters.Contains(article.SubjectKey))
                .Sum(reading => reading.Probability);
}
