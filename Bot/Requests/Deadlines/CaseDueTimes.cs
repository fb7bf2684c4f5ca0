namespace PolicyAssistantBot.Requests.Deadlines;

/// <summary>The times that decide whether a case is overdue or due soon, for every list, count and colour.</summary>
/// <param name="SoonUntil">What is due by then is due soon: the end of the next working day.</param>
public sealed record CaseDueTimes(DateTimeOffset Now, DateTimeOffset SoonUntil)
{
    public static CaseDueTimes Create(WorkingHours hours, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(hours);
        return new CaseDueTimes(now, hours.GetEndOfNextWorkingDay(now));
    }

    /// <summary>Whether a case is due soon: by the end of the next working day, or because most of its time is used up.</summary>
    /// <param name="dueSoonAt">When most of the time is used up.</param>
    public bool IsDueSoon(DateTimeOffset? dueAt, DateTimeOffset? dueSoonAt) => dueAt >= Now && (dueAt <= SoonUntil || dueSoonAt <= Now);
}
