using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Deadlines;

/// <summary>Warns of deadlines, and computes them again when the calendar, the hours or the times were edited.</summary>
internal sealed class DeadlineMonitor(
    IDbContextFactory<AssistantDb> dbContextFactory,
    DeskSettingsStore settingsStore,
    TimeProvider time,
    IEnumerable<IDeadlineObserver> observers
)
{
    private const int BatchSize = 100;

    /// <summary>Many deadlines end when work ends, so warnings are still given a little later. Later warnings, after a restart for
    /// instance, wait for the next working time.</summary>
    private static readonly TimeSpan WarningGracePeriod = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Gives every warning that is due, each once, and only the highest of several that are due. Outside working hours none is given: a
    /// service that starts at night must not wake anyone.
    /// </summary>
    /// <returns>The number of warnings.</returns>
    public async Task<int> SendDueWarningsAsync(CancellationToken cancellationToken)
    {
        var (warningCount, lastCaseNumber) = (0, "");
        while (true)
        {
            var now = time.GetUtcNow();
            var hours = (await settingsStore.GetAsync(cancellationToken)).Hours;
            if (!hours.IsWorkingTime(now, WarningGracePeriod))
            {
                return warningCount;
            }

            await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
            var due = await db.Set<CaseRow>()
                .AsNoTracking()
                .Where(r => r.NextWarningAt <= now && r.CaseNumber.CompareTo(lastCaseNumber) > 0)
                .OrderBy(r => r.CaseNumber)
                .Take(BatchSize)
                .ToListAsync(cancellationToken);
            if (due.Count == 0)
            {
                return warningCount;
            }

            foreach (var row in due)
            {
                warningCount += await SendDueWarningsAsync(db, row, now, hours, cancellationToken);
            }

            lastCaseNumber = due[^1].CaseNumber;
        }
    }

    /// <summary>Computes the deadlines of all open cases again.</summary>
    public async Task RecomputeAllAsync(CancellationToken cancellationToken)
    {
        var deskSettings = await settingsStore.GetAsync(cancellationToken);
        for (var lastCaseNumber = ""; ; )
        {
            await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
            var rows = await db.Set<CaseRow>()
                .AsNoTracking()
                .Where(r => r.Group != CaseGroup.Ended && r.CaseNumber.CompareTo(lastCaseNumber) > 0)
                .OrderBy(r => r.CaseNumber)
                .Take(BatchSize)
                .ToListAsync(cancellationToken);
            if (rows.Count == 0)
            {
                return;
            }

            var numbers = rows.Select(r => r.CaseNumber).ToList();
            var histories = (
                await db.Set<CaseEvent>().AsNoTracking().Where(e => numbers.Contains(e.CaseNumber)).ToListAsync(cancellationToken)
            ).ToLookup(e => e.CaseNumber, StringComparer.Ordinal);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            foreach (var request in rows.Select(CaseRowMapper.ToRequest))
            {
                var history = histories[request.CaseNumber].Where(e => e.Sequence <= request.Version).OrderBy(e => e.Sequence).ToList();
                await CaseWriter.UpdateDeadlinesAsync(
                    db,
                    DeadlineRules.UpdateDeadlines(request, history, deskSettings),
                    deskSettings.Hours,
                    cancellationToken
                );
            }

            await transaction.CommitAsync(cancellationToken);
            lastCaseNumber = rows[^1].CaseNumber;
        }
    }

    private async Task<int> SendDueWarningsAsync(
        AssistantDb db,
        CaseRow row,
        DateTimeOffset now,
        WorkingHours hours,
        CancellationToken cancellationToken
    )
    {
        var request = CaseRowMapper.ToRequest(row);
        var deadlines = request.Deadlines!;
        var warnings = deadlines
            .Running.Select(deadline =>
                (
                    Deadline: deadline,
                    Percent: DeadlineRules.WarningPercents.LastOrDefault(percent =>
                        percent > deadline.WarnedPercent && DeadlineRules.GetTimeAtPercent(deadline, percent, hours) <= now
                    )
                )
            )
            .Where(reached => reached.Percent > 0)
            .Select(reached => new DeadlineWarning
            {
                CaseNumber = request.CaseNumber,
                DeadlineKey = reached.Deadline.Key,
                StartedAt = reached.Deadline.StartedAt,
                Percent = reached.Percent,
                At = now,
                DueAt = reached.Deadline.DueAt!.Value,
                OwnerId = request.OwnerId,
                Team = request.Routing?.Team,
            })
            .ToList();
        var warned = request with { Deadlines = new CaseDeadlines([.. deadlines.All.Select(WithWarning)]) };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (
            await db.Set<CaseRow>().AnyAsync(r => r.CaseNumber == row.CaseNumber && r.NextWarningAt != row.NextWarningAt, cancellationToken)
            || await CaseWriter.UpdateDeadlinesAsync(db, warned, hours, cancellationToken) == 0
        )
        {
            // Since it was read, the case changed or another replica gave the warning.
            return 0;
        }

        db.AddRange(warnings);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var warning in warnings)
        {
            foreach (var observer in observers)
            {
                await observer.OnDeadlineWarningAsync(db, warned, warning, cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return warnings.Count;

        CaseDeadline WithWarning(CaseDeadline deadline) =>
            deadline with
            {
                WarnedPercent = Math.Max(deadline.WarnedPercent, warnings.Find(w => w.DeadlineKey == deadline.Key)?.Percent ?? 0),
            };
    }
}
