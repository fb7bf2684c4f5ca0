using PolicyAssistantBot.Knowledge.Understanding;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>Reads off a search what tells whether the articles speak about the question.</summary>
internal static class FloorReader
{
    /// <summary>The first candidates are looked at: sisters of one matter share what the question says.</summary>
    private const int Looked = 4;

    /// <param name="message">The vector of the corrected question.</param>
    /// <param name="question">The words of the corrected question.</param>
    public static FloorEvidence Of(
        KnowledgeBase knowledge,
        Understanding asked,
        Retrieval found,
        MessageVector message,
        WeightedQuestion question
    )
    {
        if (found.Candidates.Count == 0)
        {
            return new(1, 0, 0, 0, (-1, 0), 0, 0);
        }

        var lang = asked.Language;
        var text = found.CorrectedQuestion ?? asked.Text;
        var looked = found.Candidates.Take(Looked).Select(candidate => candidate.Article.Key).ToList();
        return new(
            knowledge.ArticleCoverage.ComputeShares(looked[0], question).UnknownWords,
            found.Candidates[0].Score,
            found.FamilyCertainty,
            looked
                .SelectMany(key => knowledge.PhrasingIndex.FindBestSimilarities(key, lang, message))
                .Select(near => near.Similarity)
                .DefaultIfEmpty()
                .Max(),
            knowledge.DomainWords.ComputeLogRatios(lang, text),
            knowledge.ArticleCoverage.CountUnknownNames(lang, asked.Text),
            asked.Folded.Count(' ') + 1
        );
    }
}
