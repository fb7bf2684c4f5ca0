using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Deadlines;

/// <summary>Warns of deadlines, and computes them again when the calendar, the hours or the times were edited.</summary>
internal sealed class DeadlineMonitor(
    IDbContextFactory<AssistantDb> databases,
    DeskSettingsStore settings,
    TimeProvider time,
    IEnumerable<IDeadlineObserver> observers
)
{
    private const int AtATime = 100;

    /// <summary>Many deadlines are the end of work, so warnings are given a little longer. Later ones, after a restart for instance, wait
    /// for the next working time.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Gives every warning that is due, each once, and only the highest of several that are due. Outside working hours none is given: a
    /// service that starts at night must not wake anyone.
    /// </summary>
    /// <returns>The number of warnings.</returns>
    public async Task<int> WarnAsync(CancellationToken cancellationToken)
    {
        var (given, last) = (0, "");
        while (true)
        {
            var now = time.GetUtcNow();
            var hours = (await settings.GetAsync(cancellationToken)).Hours;
            if (!hours.IsOpen(now, Grace))
            {
                return given;
            }

            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var due = await db.Set<CaseRow>()
                .AsNoTracking()
                .Where(r => r.NextWarningAt <= now && r.CaseNumber.CompareTo(last) > 0)
                .OrderBy(r => r.CaseNumber)
                .Take(AtATime)
                .ToListAsync(cancellationToken);
            if (due.Count == 0)
            {
                return given;
            }

            foreach (var row in due)
            {
                given += await WarnAsync(db, row, now, hours, cancellationToken);
            }

            last = due[^1].CaseNumber;
        }
    }

    /// <summary>Computes the deadlines of all open cases.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var rules = await settings.GetAsync(cancellationToken);
        for (var last = ""; ; )
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var rows = await db.Set<CaseRow>()
                .AsNoTracking()
                .Where(r => r.Pile != CaseGroup.Ended && r.CaseNumber.CompareTo(last) > 0)
                .OrderBy(r => r.CaseNumber)
                .Take(AtATime)
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
                await CaseWriter.SetClocksAsync(db, DeadlineRules.Tick(request, history, rules), rules.Hours, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            last = rows[^1].CaseNumber;
        }
    }

    private async Task<int> WarnAsync(
        AssistantDb db,
        CaseRow row,
        DateTimeOffset now,
        WorkingHours hours,
        CancellationToken cancellationToken
    )
    {
        var request = CaseRowMapper.ToRequest(row);
        var clocks = request.Clocks!;
        var warnings = clocks
            .Running.Select(clock =>
                (
                    Clock: clock,
                    Percent: DeadlineRules.Warnings.LastOrDefault(percent =>
                        percent > clock.Warned && DeadlineRules.Reaches(clock, percent, hours) <= now
                    )
                )
            )
            .Where(reached => reached.Percent > 0)
            .Select(reached => new DeadlineWarning
            {
                CaseNumber = request.CaseNumber,
                Clock = reached.Clock.Key,
                StartedAt = reached.Clock.StartedAt,
                Percent = reached.Percent,
                At = now,
                DueAt = reached.Clock.DueAt!.Value,
                OwnerId = request.OwnerId,
                Team = request.Routing?.Team,
            })
            .ToList();
        var warned = request with { Clocks = new CaseDeadlines([.. clocks.All.Select(Warned)]) };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (
            await db.Set<CaseRow>().AnyAsync(r => r.CaseNumber == row.CaseNumber && r.NextWarningAt != row.NextWarningAt, cancellationToken)
            || await CaseWriter.SetClocksAsync(db, warned, hours, cancellationToken) == 0
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
                await observer.WarnedAsync(db, warned, warning, cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return warnings.Count;

        CaseDeadline Warned(CaseDeadline clock) =>
            clock with
            {
                Warned = Math.Max(clock.Warned, warnings.Find(w => w.Clock == clock.Key)?.Percent ?? 0),
            };
    }
}
