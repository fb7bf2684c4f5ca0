using PolicyAssistantBot.Knowledge.Understanding.Numerals;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>
/// Binds quantities to what they measure by the cues of their clause: the cue precedes in "doanh thu 3 tỷ" and follows in "9 người đóng bảo
/// hiểm". In a clause with several, cues and quantities alternate in the order with which the clause begins; a cue without a quantity is
/// bound to one in the next clause.
/// </summary>
internal sealed class QuantityBinder
{
    private const int FarGap = 8;
    private const int TooFarGap = 14;

    /// <summary>The smallest number without a unit that is read as an amount of money, VND.</summary>
    internal const decimal MinBareAmount = 100_000;

    private readonly TokenList tokens;
    private readonly List<PlacedQuantity> quantities;
    private readonly ClauseMap clauses;
    private readonly PeriodFinder periods;
    private readonly QuantityMeasurer measurer;
    private readonly List<Cue> cues;
    private readonly HashSet<Cue> usedCues = [];
    private readonly (Cue Cue, double Confidence)?[] bindings;

    public QuantityBinder(TokenList tokens, List<PlacedQuantity> quantities, IReadOnlyList<DateMention> dates)
    {
        (this.tokens, this.quantities) = (tokens, quantities);
        clauses = new ClauseMap(tokens, quantities);
        periods = new PeriodFinder(tokens, quantities, dates, clauses);
        measurer = new QuantityMeasurer(tokens, clauses, periods);
        cues = Cue.Find(tokens, quantities);
        bindings = new (Cue, double)?[quantities.Count];
    }

    public List<Quantity> Bind()
    {
        BindParts();
        foreach (var kind in Enum.GetValues<CueKind>())
        {
            BindRespectively(kind);
            for (var clause = 0; clause < clauses.Count; clause++)
            {
                BindClause(kind, clause);
            }
        }

        BindToNextClause();
        return [.. quantities.Select((_, i) => measurer.Apply(i, quantities[i], bindings[i]))];
    }

    /// <summary>"5 người có hợp đồng và đóng bảo hiểm": the clause after says more of the same people.</summary>
    private void BindToNextClause()
    {
        for (var index = 0; index < quantities.Count; index++)
        {
            var clause = clauses.GetClause(quantities[index].NumberIndex);
            if (
                bindings[index] is null
                && quantities[index].Quantity.Kind == QuantityKind.People
                && cues.Find(cue =>
                    clauses.GetClause(cue.FirstIndex) == clause + 1 && cue.Kind == CueKind.People && !usedCues.Contains(cue)
                )
                    is { } cue
                && Lexicon.FindBefore("soft", tokens, cue.FirstIndex) is not null
                && !quantities.Exists(other => clauses.GetClause(other.NumberIndex) == clause + 1)
            )
            {
                BindTo(index, cue, 0.8);
            }
        }
    }

    private bool Accepts(CueKind kind, int index) =>
        quantities[index].Quantity.Kind switch
        {
            QuantityKind.Money => kind == CueKind.Money,
            QuantityKind.People => kind == CueKind.People,
            QuantityKind.Percent => kind == CueKind.Share,
            QuantityKind.Years or QuantityKind.Months => kind == CueKind.Time,
            QuantityKind.Plain => kind is CueKind.Money or CueKind.People,
            _ => false,
        };

    /// <summary>"9/15 người đóng bảo hiểm": the cue is the part's; the whole is all employees.</summary>
    private void BindParts()
    {
        for (var index = 0; index < quantities.Count; index++)
        {
            var clause = clauses.GetClause(quantities[index].NumberIndex);
            if (
                quantities[index].IsPartOfNext
                && cues.Find(cue =>
                    clauses.GetClause(cue.FirstIndex) == clause && cue.Measure is Measure.InsuredEmployees or Measure.UninsuredEmployees
                )
                    is { } cue
            )
            {
                BindTo(index, cue, 0.9);
                bindings[index + 1] = (cue with { Measure = Measure.Employees }, 0.9);
            }
        }
    }

    /// <summary>"doanh thu và vốn lần lượt là 3 tỷ và 2 tỷ".</summary>
    private void BindRespectively(CueKind kind)
    {
        for (var tokenIndex = 0; tokenIndex < tokens.Count; tokenIndex++)
        {
            if (!Lexicon.IsMatch("respectively", tokens, tokenIndex))
            {
                continue;
            }

            var sentence = clauses.GetSentence(tokenIndex);
            var clauseCues = cues.Where(cue => cue.Kind == kind && clauses.GetSentence(cue.FirstIndex) == sentence).ToList();
            var matchingQuantities = FindIndices(kind, index => clauses.GetSentence(quantities[index].NumberIndex) == sentence);
            if (clauseCues.Count == matchingQuantities.Count && clauseCues.Count > 1)
            {
                for (var i = 0; i < clauseCues.Count; i++)
                {
                    BindTo(matchingQuantities[i], clauseCues[i], 0.9);
                }
            }
        }
    }

    private void BindClause(CueKind kind, int clause)
    {
        var unbound = FindIndices(kind, index => clauses.GetClause(quantities[index].NumberIndex) == clause && bindings[index] is null);
        if (unbound.Count == 0)
        {
            return;
        }

        var clauseCues = cues.Where(cue => cue.Kind == kind && clauses.GetClause(cue.FirstIndex) == clause && !usedCues.Contains(cue))
            .ToList();
        if (clauseCues.Count == 0)
        {
            BindToEarlierCue(kind, clause, unbound[0]);
            return;
        }

        var beginsWithCue = clauseCues[0].FirstIndex < quantities[unbound[0]].FirstIndex;
        foreach (var index in unbound)
        {
            var cueBefore = FindCueBefore(clauseCues, index, unbound);
            var cueAfter = FindCueAfter(clauseCues, index, unbound);
            if (cueAfter is not null && cueAfter.FirstIndex > quantities[index].NextIndex && StandsBeforeAnother(cueAfter, index, unbound))
            {
                // "16 tỷ với vốn 5 tỷ": the cue stands directly before the other one.
                cueAfter = null;
            }

            var cue = beginsWithCue ? cueBefore ?? cueAfter : cueAfter ?? cueBefore;
            if (cue is not null)
            {
                // Between two quantities a cue may belong to either, unless the clause says by its beginning which side it takes.
                var isContested =
                    !beginsWithCue
                    && cue == cueAfter
                    && index != unbound[^1]
                    && clauseCues.Count < unbound.Count
                    && cueAfter.NextIndex == GetNextStart(unbound, index);
                BindTo(index, cue, isContested ? 0.6 : GetConfidence(cue, index));
            }
            else if (index > 0 && bindings[index - 1] is { } lower && IsOtherBound(index))
            {
                bindings[index] = lower;
            }
        }
    }

    private bool StandsBeforeAnother(Cue cue, int index, List<int> unbound) =>
        unbound.Exists(other => other != index && quantities[other].FirstIndex == cue.NextIndex);

    /// <summary>"trên 3 tỷ dưới 10 tỷ": two bounds of one value.</summary>
    private bool IsOtherBound(int index) =>
        (
            quantities[index - 1].NextIndex + 1 == quantities[index].FirstIndex
            && tokens[quantities[index - 1].NextIndex].Folded is "len" or "xuong"
        )
        || quantities[index - 1].NextIndex == quantities[index].FirstIndex
            && quantities[index - 1].Quantity.Comparator is Comparator.GreaterThan or Comparator.AtLeast
            && quantities[index].Quantity.Comparator is Comparator.LessThan or Comparator.AtMost;

    private int GetNextStart(List<int> unbound, int index) => quantities[unbound[unbound.IndexOf(index) + 1]].FirstIndex;

    private Cue? FindCueBefore(List<Cue> clauseCues, int index, List<int> unbound) =>
        clauseCues.LastOrDefault(cue =>
            cue.NextIndex <= quantities[index].FirstIndex
            && !usedCues.Contains(cue)
            && !unbound.Exists(other =>
                quantities[other].FirstIndex >= cue.NextIndex && quantities[other].FirstIndex < quantities[index].FirstIndex
            )
            && Fits(cue, index)
        );

    private Cue? FindCueAfter(List<Cue> clauseCues, int index, List<int> unbound) =>
        clauseCues.FirstOrDefault(cue =>
            cue.FirstIndex >= quantities[index].NextIndex
            && !usedCues.Contains(cue)
            && !unbound.Exists(other =>
                quantities[other].FirstIndex > quantities[index].FirstIndex && quantities[other].FirstIndex < cue.FirstIndex
            )
            && Fits(cue, index)
        );

    /// <summary>A small number without a unit is not an amount, a large one not a number of people; distant cues do not count.</summary>
    private bool Fits(Cue cue, int index)
    {
        var (quantity, gap) = (quantities[index].Quantity, GetGap(cue, index));
        if (cue.Kind == CueKind.Time)
        {
            var isBefore = cue.NextIndex <= quantities[index].FirstIndex;
            return gap <= (isBefore ? 3 : 1)
                && !(isBefore && gap > 0 && Lexicon.FindBefore("termcue", tokens, quantities[index].NumberIndex) is not null);
        }

        return quantity.Kind != QuantityKind.Plain
            || (
                cue.Kind == CueKind.Money
                    ? quantity.Value >= MinBareAmount || (gap <= 2 && cue.Confidence >= 0.9)
                    : quantity.Value < MinBareAmount && gap <= 4
            );
    }

    /// <summary>Binds to an unused cue of earlier clauses, or to the measure of the last amount when this one names another year.</summary>
    private void BindToEarlierCue(CueKind kind, int clause, int index)
    {
        var sentence = clauses.GetSentence(quantities[index].NumberIndex);
        var earlierCue = cues.LastOrDefault(cue =>
            cue.Kind == kind && clauses.GetClause(cue.FirstIndex) < clause && clauses.GetSentence(cue.FirstIndex) == sentence
        );
        if (
            earlierCue is not null
            && !usedCues.Contains(earlierCue)
            && earlierCue.Confidence >= 0.8
            && Fits(earlierCue, index)
            && !HasQuantityBetween(earlierCue, index)
        )
        {
            BindTo(index, earlierCue, 0.85);
            return;
        }

        if (
            kind == CueKind.Money
            && index > 0
            && bindings[index - 1] is { } previous
            && periods.FindPeriod(index) is not null
            && periods.FindPeriod(index - 1) is not null
        )
        {
            bindings[index] = (previous.Cue, 0.85);
        }
    }

    private bool HasQuantityBetween(Cue cue, int index) =>
        quantities.Exists(other =>
            other.FirstIndex >= cue.NextIndex
            && other.FirstIndex < quantities[index].FirstIndex
            && other.Quantity.Kind == quantities[index].Quantity.Kind
        );

    private void BindTo(int index, Cue cue, double confidence)
    {
        usedCues.Add(cue);
        bindings[index] = (cue, confidence);
    }

    private double GetConfidence(Cue cue, int index)
    {
        var gap = GetGap(cue, index);
        return gap > TooFarGap ? 0.5
            : gap > FarGap ? Math.Min(cue.Confidence, 0.8)
            : cue.Confidence < 0.8
            && (quantities[index].Quantity.RateUnit == QuantityKind.Years || periods.FindPeriod(index) is { Unit: DateUnit.Year })
                ? 0.85
            : cue.Confidence;
    }

    private int GetGap(Cue cue, int index) =>
        cue.NextIndex <= quantities[index].FirstIndex
            ? quantities[index].FirstIndex - cue.NextIndex
            : cue.FirstIndex - quantities[index].NextIndex;

    private List<int> FindIndices(CueKind kind, Func<int, bool> condition) =>
        [.. Enumerable.Range(0, quantities.Count).Where(index => Accepts(kind, index) && condition(index))];
}
