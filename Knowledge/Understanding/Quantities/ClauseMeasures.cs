using PolicyAssistantBot.Knowledge.Understanding.Numerals;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>Binds percentages and durations, whose measure follows from several words of their clause together.</summary>
internal static class ClauseMeasures
{
    public static Quantity? Measure(TokenList tokens, ClauseMap clauses, PlacedQuantity placed) =>
        placed.Quantity.Kind switch
        {
            QuantityKind.Percent => MeasureShare(tokens, clauses, placed),
            QuantityKind.Years or QuantityKind.Months => MeasureTime(tokens, clauses, placed),
            _ => null,
        };

    private static Quantity? MeasureShare(TokenList tokens, ClauseMap clauses, PlacedQuantity placed)
    {
        var hasStake = IsInClause("stake", tokens, clauses, placed);
        if (!IsInClause("womencue", tokens, clauses, placed) && !(hasStake && IsInSentence("womencue", tokens, clauses, placed)))
        {
            return IsInClause("ratecue", tokens, clauses, placed)
                ? placed.Quantity with
                {
                    Measure = Quantities.Measure.InterestRate,
                    BindingConfidence = 0.95,
                }
                : null;
        }

        return hasStake
            ? placed.Quantity with
            {
                Measure = Quantities.Measure.WomenOwnership,
                BindingConfidence = 0.9,
            }
            : placed.Quantity with
            {
                Measure = Quantities.Measure.WomenShare,
                BindingConfidence = 0.85,
            };
    }

    private static Quantity? MeasureTime(TokenList tokens, ClauseMap clauses, PlacedQuantity placed) =>
        Lexicon.Find("agecueafter", tokens, placed.NextIndex) is not null
            ? placed.Quantity with
            {
                Measure = Quantities.Measure.FirmAge,
                BindingConfidence = 0.85,
            }
        : IsInClause("agecue", tokens, clauses, placed) && Lexicon.IsMatch("ago", tokens, placed.NextIndex)
            ? placed.Quantity with
            {
                Measure = Quantities.Measure.FirmAge,
                BindingConfidence = 0.85,
            }
        : IsBeforeInClause("termcue", tokens, clauses, placed)
            ? placed.Quantity with
            {
                Measure = Quantities.Measure.Term,
                Comparator = Comparator.Equal,
                BindingConfidence = 0.7,
            }
        : null;

    private static bool IsInClause(string category, TokenList tokens, ClauseMap clauses, PlacedQuantity placed) =>
        IsInClauseUntil(category, tokens, clauses, placed, tokens.Count);

    private static bool IsInSentence(string category, TokenList tokens, ClauseMap clauses, PlacedQuantity placed) =>
        Enumerable
            .Range(0, tokens.Count)
            .Any(tokenIndex =>
                clauses.GetSentence(tokenIndex) == clauses.GetSentence(placed.NumberIndex)
                && Lexicon.Find(category, tokens, tokenIndex) is { IsExact: true }
            );

    private static bool IsBeforeInClause(string category, TokenList tokens, ClauseMap clauses, PlacedQuantity placed) =>
        IsInClauseUntil(category, tokens, clauses, placed, placed.NumberIndex);

    private static bool IsInClauseUntil(string category, TokenList tokens, ClauseMap clauses, PlacedQuantity placed, int end)
    {
        for (var tokenIndex = 0; tokenIndex < end; tokenIndex++)
        {
            if (
                clauses.GetClause(tokenIndex) == clauses.GetClause(placed.NumberIndex)
                && Lexicon.Find(category, tokens, tokenIndex) is { } found
                && (found.IsExact || !tokens.IsEnglish)
            )
            {
                return true;
            }
        }

        return false;
    }
}
