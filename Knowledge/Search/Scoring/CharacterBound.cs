using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>
/// An upper bound of the character channel for a passage, with one addition for each of its words. A run's share grows more slowly than its
/// count, so the sum over single words is never less. Runs that most passages contain count with their maximum.
/// </summary>
internal sealed class CharacterBound : IDisposable
{
    private readonly LanguageIndex index;
    private readonly QueryPlan plan;
    private readonly float[] alike;
    private readonly double common;

    public CharacterBound(LanguageIndex index, QueryPlan plan, Scratch scratch)
    {
        (this.index, this.plan, alike) = (index, plan, scratch.Alike);
        foreach (var gram in plan.Grams)
        {
            if (gram.Id < 0)
            {
                continue;
            }

            var unit = plan.Weights.Characters * gram.Unit;
            Most += unit * index.Grams!.Most(gram.Id);
            if (IsCommon(gram.Id))
            {
                common += unit * index.Grams.Most(gram.Id);
                continue;
            }

            foreach (var word in index.Grams.Words(gram.Id))
            {
                alike[word] += (float)unit;
            }
        }
    }

    /// <summary>The most for any passage.</summary>
    public double Most { get; }

    /// <summary>The most for one passage.</summary>
    public double Of(int doc) =>
        plan.Grams.Length == 0
            ? 0
            : Math.Min(
                Most,
                common + (Saturation.Gram.Of(1, index.GramLengths[doc] / index.MeanGramLength) * index.Tokens.Sum(doc, alike))
            );

    public void Dispose()
    {
        foreach (var gram in plan.Grams)
        {
            if (gram.Id < 0 || IsCommon(gram.Id))
            {
                continue;
            }

            foreach (var word in index.Grams!.Words(gram.Id))
            {
                alike[word] = 0;
            }
        }
    }

    private bool IsCommon(int gram) => index.Grams!.Count(gram) > index.Count / 3;
}
