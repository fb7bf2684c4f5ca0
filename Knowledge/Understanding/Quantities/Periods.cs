using PolicyAssistantBot.Knowledge.Understanding.Numerals;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>Which period an amount is of.</summary>
internal sealed class Periods(Tokens tokens, List<PlacedQuantity> quantities, IReadOnlyList<DateMention> dates, Clauses clauses)
{
    /// <summary>The period beside an amount: in its clause the nearest, else alone in the clause before.</summary>
    public DateMention? Of(int index)
    {
        var span = Span(quantities[index]);
        var clause = clauses.Of(quantities[index].Number);
        var named = dates.Where(date => date.Exists && date.Unit != DateUnit.Day).ToList();
        return named.Where(date => ClauseOf(date) == clause).MinBy(date => Math.Abs(date.Span.Start - span.Start))
            ?? named.LastOrDefault(date =>
                ClauseOf(date) == clause - 1
                && SentenceOf(date) == clauses.SentenceOf(quantities[index].Number)
                && !quantities.Exists(other => clauses.Of(other.Number) == clause - 1)
            );
    }

    private int ClauseOf(DateMention date) => clauses.Of(TokenAt(date));

    private int SentenceOf(DateMention date) => clauses.SentenceOf(TokenAt(date));

    private int TokenAt(DateMention date)
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

    private TextSpan Span(PlacedQuantity placed) =>
        new(tokens[placed.First].Start, tokens[placed.Next - 1].End - tokens[placed.First].Start);
}
