using PolicyAssistantBot.Knowledge.Understanding.Numerals;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>Finds the period of an amount.</summary>
internal sealed class PeriodFinder(TokenList tokens, List<PlacedQuantity> quantities, IReadOnlyList<DateMention> dates, ClauseMap clauses)
{
    /// <summary>The nearest period in the clause of the amount, else the period in the clause before when no quantity is there.</summary>
    public DateMention? FindPeriod(int index)
    {
        var span = GetSpan(quantities[index]);
        var clause = clauses.GetClause(quantities[index].NumberIndex);
        var periods = dates.Where(date => date.Exists && date.Unit != DateUnit.Day).ToList();
        return periods.Where(date => GetClause(date) == clause).MinBy(date => Math.Abs(date.Span.Start - span.Start))
            ?? periods.LastOrDefault(date =>
                GetClause(date) == clause - 1
                && GetSentence(date) == clauses.GetSentence(quantities[index].NumberIndex)
                && !quantities.Exists(other => clauses.GetClause(other.NumberIndex) == clause - 1)
            );
    }

    private int GetClause(DateMention date) => clauses.GetClause(FindToken(date));

    private int GetSentence(DateMention date) => clauses.GetSentence(FindToken(date));

    private int FindToken(DateMention date)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].End > date.Span.Start)
            {
                return i;
            }
        }

        return tokens.Count - 1;
    }

    private TextSpan GetSpan(PlacedQuantity placed) =>
        new(tokens[placed.FirstIndex].Start, tokens[placed.NextIndex - 1].End - tokens[placed.FirstIndex].Start);
}
