namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>What a message says in figures and dates, in the order of its words.</summary>
/// <param name="Text">The text that the spans point into: the message in NFC.</param>
public sealed record QuantityReading(string Text, IReadOnlyList<Quantity> Quantities, IReadOnlyList<DateMention> Dates)
{
    /// <summary>Dates that do not exist.</summary>
    public IEnumerable<DateMention> Impossible => Dates.Where(date => !date.Exists);

    /// <summary>Quantities that must be said back before anything is computed with them.</summary>
    public IEnumerable<Quantity> Unsure => Quantities.Where(quantity => quantity.Confidence < QuantityReader.Sure);

    /// <summary>Quantities whose measure the words do not tell; see <see cref="QuantityReader.Bind"/>.</summary>
    public IEnumerable<Quantity> Unbound => Quantities.Where(quantity => quantity.Measure == Measure.Unbound);

    /// <summary>What is said of a measure, in order.</summary>
    public IEnumerable<Quantity> Of(Measure measure) => Quantities.Where(quantity => quantity.Measure == measure);

    /// <summary>
    /// The one sure value said of a measure; null when none is, several differ, or it is unsure, vague or a range. Of revenue by year,
    /// the latest year counts.
    /// </summary>
    public decimal? Fact(Measure measure)
    {
        var said = Of(measure).ToList();
        if (said.Exists(quantity => !quantity.IsFact))
        {
            return null;
        }

        var latest = said.Max(quantity => quantity.Period?.First);
        var values = said.Where(quantity => quantity.Period?.First == latest).Select(quantity => quantity.Value).Distinct().ToList();
        return values is [var one] ? one : null;
    }
}
