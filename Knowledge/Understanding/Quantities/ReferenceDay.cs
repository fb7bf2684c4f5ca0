namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>
/// Finds the day as of which a question asks for the law: a date with a preposition ("trước 1/7/2025", "as of 1 July 2025"), the last day
/// of a past period or the first day of a future one. The day on which a company was founded and the year of an account or of a document do
/// not count.
/// </summary>
public static class ReferenceDay
{
    /// <returns>Null when the question is about today.</returns>
    public static DateOnly? Find(QuantityReading reading, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var candidates = reading.Dates.Where(date => date.Exists && date.Role != DateRole.OtherEvent).ToList();
        foreach (var date in candidates.Where(one => one.Unit == DateUnit.Day && !one.IsRelative && !one.YearIsAssumed))
        {
            if (FromDay(date, today) is { } day)
            {
                return day;
            }
        }

        var isAboutNow = candidates.Exists(date => date.Unit == DateUnit.Year && date.Last >= today && date.First <= today);
        foreach (var period in candidates.Where(date => date.Unit != DateUnit.Day && date.Unit != DateUnit.Years && !date.YearIsAssumed))
        {
            // A past year beside the present one is compared with it: the rule of today tells both.
            if (!(isAboutNow && period.Role == DateRole.None && period.Last < today) && FromPeriod(period, today) is { } day)
            {
                return day;
            }
        }

        return null;
    }

    private static DateOnly? FromDay(DateMention day, DateOnly today) =>
        day.Role switch
        {
            DateRole.Before => day.First.AddDays(-1),
            DateRole.After => day.First.AddDays(1),
            DateRole.From => day.First > today ? day.First : null,
            DateRole.Until when day.First < today => day.First.AddDays(-1),
            DateRole.PointInTime or DateRole.Until => day.First,
            _ => null,
        };

    private static DateOnly? FromPeriod(DateMention period, DateOnly today) =>
        period switch
        {
            { Role: DateRole.Before } when period.First <= today => period.First.AddDays(-1),
            { Role: DateRole.After } => period.Last.AddDays(1),
            { Role: DateRole.From } => period.First > today ? period.First : null,
            { IsRelative: true } when period.Last < today && period.Role != DateRole.PointInTime => null,
            _ when period.Last < today => period.Last,
            _ when period.First > today => period.First,
            _ => null,
        };
}
