using PolicyAssistantBot.Knowledge.Understanding.Numerals;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>Per cents of people and capital, and how long things last: what they measure is told by the words of their clause
/// together.</summary>
internal static class Shares
{
    public static Quantity? Measure(Tokens tokens, Clauses clauses, PlacedQuantity placed) =>
        placed.Quantity.Kind switch
        {
            QuantityKind.Percent => Share(tokens, clauses, placed),
            QuantityKind.Years or QuantityKind.Months => Time(tokens, clauses, placed),
            _ => null,
        };

    private static Quantity? Share(Tokens tokens, Clauses clauses, PlacedQuantity placed)
    {
        var hasStake = Has("stake", tokens, clauses, placed);
        if (!Has("womencue", tokens, clauses, placed) && !(hasStake && IsInSentence("womencue", tokens, clauses, placed)))
        {
            return Has("ratecue", tokens, clauses, placed)
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

    private static Quantity? Time(Tokens tokens, Clauses clauses, PlacedQuantity placed) =>
        Lexicon.Find("agecueafter", tokens, placed.Next) is not null
            ? placed.Quantity with
            {
                Measure = Quantities.Measure.FirmAge,
                BindingConfidence = 0.85,
            }
        : Has("agecue", tokens, clauses, placed) && Lexicon.Is("ago", tokens, placed.Next)
            ? placed.Quantity with
            {
                Measure = Quantities.Measure.FirmAge,
                BindingConfidence = 0.85,
            }
        : HasBefore("termcue", tokens, clauses, placed)
            ? placed.Quantity with
            {
                Measure = Quantities.Measure.Term,
                Comparator = Comparator.Equal,
                BindingConfidence = 0.7,
            }
        : null;

    private static bool Has(string category, Tokens tokens, Clauses clauses, PlacedQuantity placed) =>
        Any(category, tokens, clauses, placed, tokens.Count);

    private static bool IsInSentence(string category, Tokens tokens, Clauses clauses, PlacedQuantity placed) =>
        Enumerable
            .Range(0, tokens.Count)
            .Any(at =>
                clauses.SentenceOf(at) == clauses.SentenceOf(placed.Number) && Lexicon.Find(category, tokens, at) is { IsExact: true }
            );

    private static bool HasBefore(string category, Tokens tokens, Clauses clauses, PlacedQuantity placed) =>
        Any(category, tokens, clauses, placed, placed.Number);

    private static bool Any(string category, Tokens tokens, Clauses clauses, PlacedQuantity placed, int end)
    {
        for (var at = 0; at < end; at++)
        {
            if (
                clauses.Of(at) == clauses.Of(placed.Number)
                && Lexicon.Find(category, tokens, at) is { } found
                && (found.IsExact || !tokens.IsEnglish)
            )
            {
                return true;
            }
        }

        return false;
    }
}
