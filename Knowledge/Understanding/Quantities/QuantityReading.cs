namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>What a message says in figures and dates, in the order of its words.</summary>
/// <param name="Text">The text that the spans point into: the message in NFC.</param>
public sealed record QuantityReading(string Text, IReadOnlyList<Quantity> Quantities, IReadOnlyList<DateMention> Dates, DateOnly Today)
{
    /// <summary>Dates that do not exist.</summary>
    public IEnumerable<DateMention> Impossible => Dates.Where(date => !date.Exists);

    /// <summary>Quantities that must be said back before anything is computed with them.</summary>
    public IEnumerable<Quantity> Unsure => Quantities.Where(quantity => quantity.Confidence < Quantity.Sure);

    /// <summary>Quantities whose measure the words do not tell; see <see cref="QuantityReader.Bind"/>.</summary>
    public IEnumerable<Quantity> Unbound => Quantities.Where(quantity => quantity.Measure == Measure.Unbound);

    /// <summary>The day that is named, in figures or as "today"; null where there is none, or the first one does not exist.</summary>
    public DateOnly? Day =>
        (
            Dates.FirstOrDefault(date => date is { Unit: DateUnit.Day, IsRelative: false })
            ?? Dates.FirstOrDefault(date => date.Unit == DateUnit.Day)
        )
            is { Exists: true } day
            ? day.First
            : null;

    /// <summary>A term in working days; null where none or no exact one is said.</summary>
    public int? WorkingDays =>
        Quantities.FirstOrDefault(quantity => quantity.Kind == QuantityKind.WorkingDays)
            is { Comparator: Comparator.Equal, Value: > 0 and < 1_000, Confidence: >= Quantity.Sure } days
            ? (int)days.Value
            : null;

    /// <summary>What is said of a measure, in order.</summary>
    public IEnumerable<Quantity> Of(Measure measure) => Quantities.Where(quantity => quantity.Measure == measure);

    /// <summary>
    /// The one sure value said of a measure; null when none is, several differ, or one is unsure, vague, a range or of part of a year.
    /// Of several years the last one that is over counts; what is hoped for a year to come is no fact.
    /// </summary>
    public decimal? Fact(Measure measure)
    {
        var said = Of(measure).Where(quantity => quantity.Period is null || quantity.Period.First <= Today).ToList();
        if (said.Count == 0 || said.Exists(quantity => !quantity.IsFact))
        {
            return null;
        }

        var latest = said.Where(quantity => quantity.Period?.Last < Today).Max(quantity => quantity.Period?.Last);
        var values = said.Where(quantity => latest is null || quantity.Period?.Last == latest)
            .Select(quantity => quantity.Value)
            .Distinct();
        return values.ToList() is [var one] ? one : null;
    }
}
