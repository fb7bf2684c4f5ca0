using PolicyAssistantBot.Knowledge.Understanding.Numerals;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>Sets the measure of a quantity from the cue that it is bound to, from its clause or from its noun.</summary>
internal sealed class QuantityMeasurer(TokenList tokens, ClauseMap clauses, PeriodFinder periods)
{
    /// <param name="bound">The cue that the quantity is bound to; null when there is none.</param>
    public Quantity Apply(int index, PlacedQuantity placed, (Cue Cue, double Confidence)? bound)
    {
        var quantity = placed.Quantity;
        if (quantity.Kind == QuantityKind.People && Lexicon.FindBefore("staffchange", tokens, placed.NumberIndex) is not null)
        {
            return quantity with { Measure = Measure.StaffChange, BindingConfidence = 0.9 };
        }

        if (bound is not { } binding)
        {
            return ClauseMeasures.Measure(tokens, clauses, placed) ?? MeasureByNoun(placed);
        }

        if (quantity.Kind == QuantityKind.Percent)
        {
            return ClauseMeasures.Measure(tokens, clauses, placed)
                ?? quantity with
                {
                    Measure = binding.Cue.Measure,
                    BindingConfidence = binding.Confidence,
                };
        }

        var measured = quantity with
        {
            Measure = binding.Cue.Measure,
            BindingConfidence = binding.Cue.Measure == Measure.Unbound ? 0 : binding.Confidence,
        };
        if (quantity.Kind == QuantityKind.Plain)
        {
            measured =
                binding.Cue.Kind == CueKind.People ? measured with { Kind = QuantityKind.People }
                : quantity.Value >= QuantityBinder.MinBareAmount ? measured with { Kind = QuantityKind.Money }
                : measured with { Confidence = 0.3 };
        }

        if (binding.Cue.Measure == Measure.Employees && (placed.IsWomen || placed.IsInsured))
        {
            return MeasureByNoun(placed);
        }

        return binding.Cue.Measure is Measure.Revenue or Measure.Profit or Measure.Tax
            ? measured with
            {
                Period = periods.FindPeriod(index),
            }
            : measured;
    }

    private static Quantity MeasureByNoun(PlacedQuantity placed) =>
        placed.Quantity.Kind != QuantityKind.People ? placed.Quantity
        : placed.IsInsured ? placed.Quantity with { Measure = Measure.InsuredEmployees, BindingConfidence = 0.95 }
        : placed.IsWomen ? placed.Quantity with { Measure = Measure.WomenEmployees, BindingConfidence = 0.9 }
        : placed.Quantity with { Measure = Measure.Employees, BindingConfidence = 0.9 };
}
