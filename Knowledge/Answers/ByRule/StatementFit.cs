using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Search.External;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>
/// Whether a message that holds a statement's words is about the statement's matter at all: search must find that matter about as well as
/// any other, unless the message only goes on with it. A few shared words in another sense are no question about the statement.
/// </summary>
internal static class StatementFit
{
    /// <summary>The least share of the best score that the statement's matter must have.</summary>
    private const double LeastShare = 0.7;

    /// <summary>From this score on another matter is named plainly enough to leave the one spoken of.</summary>
    private const double NamesAnother = 0.5;

    /// <summary>Less of a message than this, in words and in neighbouring words, is no coverage of it.</summary>
    private const double LeastWords = 0.5;
    private const double LeastPairs = 0.15;

    private static readonly Dictionary<string, ExternalScores> Nothing = [];

    public static bool Fits(Statement statement, KnowledgeBase knowledge, Understanding asked, string? lastArticle)
    {
        var found = Retrieval.Of(knowledge, asked, null, Nothing);
        if (found.Candidates is not [var best, ..])
        {
            return true;
        }

        var matters = statement.ArticleKeys.Select(knowledge.Find).Select(article => article?.Matter).ToHashSet();
        var own = found.Candidates.Where(candidate => matters.Contains(candidate.Article.Matter)).Select(candidate => candidate.Score);
        var share = own.DefaultIfEmpty().Max() / best.Score;
        if (lastArticle is not null && statement.ArticleKeys.Contains(lastArticle))
        {
            return share > 0 || best.Score < NamesAnother || Statements.NamesSubject(statement, asked.Folded);
        }

        var covered = statement
            .ArticleKeys.Select(article => knowledge.Coverage.ComputeShares(article, asked.Language, asked.Text))
            .ToList();
        return share >= LeastShare
            && covered.Exists(one => one.Pairs >= LeastPairs || one.Words >= LeastWords || one.UnknownPairs < LeastWords);
    }
}
