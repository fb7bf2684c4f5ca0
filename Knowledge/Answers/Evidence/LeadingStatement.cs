using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>
/// The statement that an answer begins with, where what is asked stands in a section that is not shown: the share, the term, the exception
/// that the short answer leaves out.
/// </summary>
internal static class LeadingStatement
{
    /// <summary>A statement that shares less of the question's words does not answer it.</summary>
    private const double LeastOverlap = 0.6;

    /// <summary>How much better than what is shown a statement must be.</summary>
    private const double Margin = 0.6;

    /// <summary>The same where no figure is asked for: the short answer tells the matter as a whole.</summary>
    private const double MarginWithoutKind = 1.5;

    /// <summary>Statements of the same section with this share of the best score belong to it.</summary>
    private const double AlsoShare = 0.75;

    private const int Most = 3;

    /// <param name="shown">The sections that the answer shows anyway.</param>
    /// <returns>Null where what is shown answers as well as anything.</returns>
    public static string? Of(KnowledgeBase knowledge, Article article, Understanding asked, IReadOnlyList<Section> shown)
    {
        var ranked = knowledge.Evidence.Rank(article.Key, asked.Language, asked.Message);
        if (ranked is not [{ IsKind: true, Overlap: >= LeastOverlap } best, ..] || IsShown(best))
        {
            return null;
        }

        var ofShown = ranked.Where(IsShown).Select(unit => unit.Score).DefaultIfEmpty().Max();
        var asksKind = WantedAnswer.Of(KnowledgeBase.FoldPhrase(asked.Message), asked.Message) != WantedAnswers.None;
        if (best.Score < ofShown + (asksKind ? Margin : MarginWithoutKind))
        {
            return null;
        }

        var also = ranked
            .Where(unit => unit.Unit.SectionId == best.Unit.SectionId && unit.Score >= AlsoShare * best.Score)
            .Take(Most)
            .Select(unit => unit.Unit)
            .ToHashSet();
        return string.Join(' ', knowledge.Evidence.Units(article.Key, asked.Language).Where(also.Contains).Select(unit => unit.Markdown));

        bool IsShown(ScoredUnit unit) => shown.Any(section => section.Id == unit.Unit.SectionId);
    }
}
