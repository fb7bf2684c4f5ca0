namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>
/// The day whose law is asked about: a date with a word that makes it a point of view ("trước 1/7/2025", "as of 1 July 2025"), a period of
/// the past or the future. Of a period gone by the last day counts, of one to come the first. The day on which a company was founded, the
/// year of an account or of a document are none.
/// </summary>
public static class DayAskedAbout
{
    /// <returns>Null where no other day than today is asked about.</returns>
    public static DateOnly? Of(QuantityReading reading, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var candidates = reading.Dates.Where(date => date.Exists && date.Role != DateRole.OfSomethingElse).ToList();
        foreach (var day in candidates.Where(date => date.Unit == DateUnit.Day && !date.IsRelative && !date.YearIsAssumed))
        {
            if (OfDay(day, today) is { } seen)
            {
                return seen;
            }
        }

        foreach (var period in candidates.Where(date => date.Unit != DateUnit.Day && date.Unit != DateUnit.Years && !date.YearIsAssumed))
        {
            if (OfPeriod(period, today) is { } seen)
            {
                return seen;
            }
        }

        return null;
    }

    private static DateOnly? OfDay(DateMention day, DateOnly today) =>
        day.Role switch
        {
            DateRole.Before => day.First.AddDays(-1),
            DateRole.After => day.First.AddDays(1),
            DateRole.From => day.First > today ? day.First : null,
            DateRole.Until when day.First < today => day.First.AddDays(-1),
            DateRole.At or DateRole.Until => day.First,
            _ => null,
        };

    private static DateOnly? OfPeriod(DateMention period, DateOnly today) =>
        period switch
        {
            { Role: DateRole.Before } when period.First <= today => period.First.AddDays(-1),
            { Role: DateRole.After } => period.Last.AddDays(1),
            { Role: DateRole.From } => period.First > today ? period.First : null,
            { IsRelative: true } when period.Last < today && period.Role != DateRole.At => null,
            _ when period.Last < today => period.Last,
            _ when period.First > today => period.First,
            _ => null,
        };
}
