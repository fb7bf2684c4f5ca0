using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>
/// An upper bound of the character n-grams' contribution to a passage, with one addition for each of its words. The contribution
/// of an n-gram grows more slowly than its count, so the sum over the words is never too small. N-grams that occur in many
/// passages count with their maximum.
/// </summary>
internal sealed class CharacterBound : IDisposable
{
    private readonly LanguageIndex index;
    private readonly QueryPlan plan;
    private readonly float[] gramScores;
    private readonly double commonBound;

    public CharacterBound(LanguageIndex index, QueryPlan plan, SearchBuffers scratch)
    {
        (this.index, this.plan, gramScores) = (index, plan, scratch.WordGramScores);
        foreach (var gram in plan.Grams)
        {
            if (gram.Id < 0)
            {
                continue;
            }

            var unitScore = plan.Weights.Characters * gram.UnitScore;
            MaxBound += unitScore * index.Grams!.GetMaxSaturation(gram.Id);
            if (IsCommon(gram.Id))
            {
                commonBound += unitScore * index.Grams.GetMaxSaturation(gram.Id);
                continue;
            }

            foreach (var word in index.Grams.GetWords(gram.Id))
            {
                gramScores[word] += (float)unitScore;
            }
        }
    }

    /// <summary>The upper bound for any passage.</summary>
    public double MaxBound { get; }

    /// <summary>The upper bound for one passage.</summary>
    public double GetBound(int doc) =>
        plan.Grams.Length == 0
            ? 0
            : Math.Min(
                MaxBound,
                commonBound
                    + (Saturation.Gram.Compute(1, index.GramLengths[doc] / index.MeanGramLength) * index.Tokens.SumValues(doc, gramScores))
            );

    public void Dispose()
    {
        foreach (var gram in plan.Grams)
        {
            if (gram.Id < 0 || IsCommon(gram.Id))
            {
                continue;
            }

            foreach (var word in index.Grams!.GetWords(gram.Id))
            {
                gramScores[word] = 0;
            }
        }
    }

    private bool IsCommon(int gram) => index.Grams!.GetDocumentFrequency(gram) > index.PassageCount / 3;
}
