using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <param name="Replaces">It may stand without the short answer where there is no room for both.</param>
internal sealed record LeadingText(string Text, bool Replaces);

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

    /// <summary>With so many times the score of what is shown it may stand in its place.</summary>
    private const double Replacing = 2;

    /// <summary>The same, from this probability that the message asks for its section.</summary>
    private const double SectionAsked = 0.5;

    /// <summary>Fewer words in common say nothing where no figure is asked for; a Vietnamese word is mostly two syllables.</summary>
    private static int LeastWords(Lang lang) => lang == Lang.Vi ? 3 : 2;

    private const int Most = 3;

    /// <param name="shown">The sections that the answer shows anyway.</param>
    /// <returns>Null where what is shown answers as well as anything.</returns>
    public static LeadingText? Of(KnowledgeBase knowledge, Article article, Understanding asked, IReadOnlyList<Section> shown)
    {
        var wanted = WantedAnswer.Of(KnowledgeBase.FoldPhrase(asked.Message), asked.Message);
        IReadOnlyList<ScoredUnit> ranked =
        [
            .. knowledge
                .Evidence.Rank(article.Key, asked.Language, asked.Message)
                .Where(unit => unit.Unit.InForce?.Contains(asked.AskedAbout) != false),
        ];
        if (wanted != WantedAnswers.None && (wanted & WantedAnswers.Number) == WantedAnswers.None)
        {
            // A statement without such a figure does not answer, however many words it shares.
            ranked = [.. ranked.Where(unit => unit.IsKind)];
        }

        if (ranked is not [{ IsKind: true, Overlap: >= LeastOverlap } best, ..] || IsShown(best))
        {
            return null;
        }

        var ofShown = ranked.Where(IsShown).Select(unit => unit.Score).DefaultIfEmpty().Max();
        if (best.Score < ofShown + (wanted == WantedAnswers.None ? MarginWithoutKind : Margin))
        {
            return null;
        }

        var asksSection =
            knowledge.Models.Predict(asked.Language, asked.Message).SectionProbabilities.GetValueOrDefault(best.Unit.SectionId)
            >= SectionAsked;
        if (
            wanted == WantedAnswers.None
            && (best.Unit.SectionId == AnswerSections.Unconfirmed || (best.Words < LeastWords(asked.Language) && !asksSection))
        )
        {
            return null;
        }

        var replaces = wanted != WantedAnswers.None || best.Score >= Replacing * ofShown || asksSection;
        var section = article.SectionsOn(asked.AskedAbout, asked.Language).First(one => one.Id == best.Unit.SectionId);
        var units = knowledge.Evidence.Units(article.Key, asked.Language);
        if (!best.Unit.IsItem && units.Any(unit => unit.SectionId == section.Id && unit.IsItem))
        {
            // What introduces a list is nothing without it.
            return new($"**{section.Heading}**\n\n{section.Markdown}", replaces);
        }

        var also = ranked
            .Where(unit => unit.Unit.SectionId == best.Unit.SectionId && unit.Score >= AlsoShare * best.Score)
            .Take(Most)
            .Select(unit => unit.Unit)
            .ToHashSet();
        return new(string.Join(' ', units.Where(also.Contains).Select(unit => unit.Markdown)), replaces);

        bool IsShown(ScoredUnit unit) => shown.Any(section => section.Id == unit.Unit.SectionId);
    }
}
