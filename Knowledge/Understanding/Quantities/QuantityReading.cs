namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>The quantities and dates of a message, in the order of the text.</summary>
/// <param name="Text">The text that the spans point into: the message in NFC.</param>
public sealed record QuantityReading(string Text, IReadOnlyList<Quantity> Quantities, IReadOnlyList<DateMention> Dates, DateOnly Today)
{
    /// <summary>Dates that do not exist.</summary>
    public IEnumerable<DateMention> ImpossibleDates => Dates.Where(date => !date.Exists);

    /// <summary>Quantities that the asker must confirm before they are used.</summary>
    public IEnumerable<Quantity> UnsureQuantities => Quantities.Where(quantity => quantity.Confidence < Quantity.SureConfidence);

    /// <summary>Quantities whose measure is not given by the words; see <see cref="QuantityReader.Bind"/>.</summary>
    public IEnumerable<Quantity> UnboundQuantities => Quantities.Where(quantity => quantity.Measure == Measure.Unbound);

    /// <summary>The first full date in the text, else a relative one such as "today"; null when there is none or no such day.</summary>
    public DateOnly? MentionedDate =>
        (
            Dates.FirstOrDefault(date => date is { Unit: DateUnit.Day, IsRelative: false })
            ?? Dates.FirstOrDefault(date => date.Unit == DateUnit.Day)
        )
            is { Exists: true } day
            ? day.First
            : null;

    /// <summary>A term in working days; null when there is none or it is not exact.</summary>
    public int? WorkingDays =>
        Quantities.FirstOrDefault(quantity => quantity.Kind == QuantityKind.WorkingDays)
            is { Comparator: Comparator.Equal, Value: > 0 and < 1_000, Confidence: >= Quantity.SureConfidence } days
            ? (int)days.Value
            : null;

    /// <summary>All quantities of a measure, in order.</summary>
    public IEnumerable<Quantity> FindAll(Measure measure) => Quantities.Where(quantity => quantity.Measure == measure);

    /// <summary>
    /// The one reliable value of a measure; null when there is none, when values differ, or when one is unsure, vague, a range or for part
    /// of a year. Of several years the last completed one counts; a forecast for a future year is not a fact.
    /// </summary>
    public decimal? FindFact(Measure measure)
    {
        var matches = FindAll(measure).Where(quantity => quantity.Period is null || quantity.Period.First <= Today).ToList();
        if (matches.Count == 0 || matches.Exists(quantity => !quantity.IsReliable))
        {
            return null;
        }

        var latest = matches.Where(quantity => quantity.Period?.Last < Today).Max(quantity => quantity.Period?.Last);
        var values = matches
            .Where(quantity => latest is null || quantity.Period?.Last == latest)
            .Select(quantity => quantity.Value)
            .Distinct();
        return values.ToList() is [var one] ? one : null;
    }
}
