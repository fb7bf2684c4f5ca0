using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Clocks;

/// <summary>Warns of deadlines, and works them out anew when the calendar, the hours or the times were edited.</summary>
internal sealed class CaseClockKeeper(
    IDbContextFactory<AssistantDb> databases,
    DeskSettings settings,
    TimeProvider time,
    IEnumerable<IDeadlineObserver> observers
)
{
    private const int AtATime = 100;

    /// <summary>Deadlines end when work ends: a warning may be given until then. Later ones, after a stop for instance, wait for the next
    /// working time.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Gives every warning that is due, once each; of several shares that were reached meanwhile only the highest. Outside working hours
    /// nothing
    /// is given: a service that starts at night must not wake anybody.
    /// </summary>
    /// <returns>How many were given.</returns>
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
            var due = await db.Set<RequestRow>()
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

    /// <summary>Works out the deadlines of all cases that are open.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var rules = await settings.GetAsync(cancellationToken);
        for (var last = ""; ; )
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var rows = await db.Set<RequestRow>()
                .AsNoTracking()
                .Where(r => r.Pile != RequestPile.Ended && r.CaseNumber.CompareTo(last) > 0)
                .OrderBy(r => r.CaseNumber)
                .Take(AtATime)
                .ToListAsync(cancellationToken);
            if (rows.Count == 0)
            {
                return;
            }

            var numbers = rows.Select(r => r.CaseNumber).ToList();
            var histories = (
                await db.Set<RequestEvent>().AsNoTracking().Where(e => numbers.Contains(e.CaseNumber)).ToListAsync(cancellationToken)
            ).ToLookup(e => e.CaseNumber, StringComparer.Ordinal);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            foreach (var request in rows.Select(RequestRows.ToRequest))
            {
                var history = histories[request.CaseNumber].Where(e => e.Sequence <= request.Version).OrderBy(e => e.Sequence).ToList();
                await RequestWriter.SetClocksAsync(db, ClockRules.Tick(request, history, rules), rules.Hours, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            last = rows[^1].CaseNumber;
        }
    }

    private async Task<int> WarnAsync(
        AssistantDb db,
        RequestRow row,
        DateTimeOffset now,
        WorkingHours hours,
        CancellationToken cancellationToken
    )
    {
        var request = RequestRows.ToRequest(row);
        var clocks = request.Clocks!;
        var warnings = clocks
            .Running.Select(clock =>
                (
                    Clock: clock,
                    Percent: ClockRules.Warnings.LastOrDefault(percent =>
                        percent > clock.Warned && ClockRules.Reaches(clock, percent, hours) <= now
                    )
                )
            )
            .Where(reached => reached.Percent > 0)
            .Select(reached => new DeadlineWarning
            {
                CaseNumber = request.CaseNumber,
                Clock = reached.Clock.Kind,
                StartedAt = reached.Clock.StartedAt,
                Percent = reached.Percent,
                At = now,
                DueAt = reached.Clock.DueAt!.Value,
                OwnerId = request.OwnerId,
                Team = request.Routing?.Team,
            })
            .ToList();
        var warned = request with { Clocks = new CaseClocks(Warned(clocks.FirstReply), Warned(clocks.Resolution)) };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (
            await db.Set<RequestRow>()
                .AnyAsync(r => r.CaseNumber == row.CaseNumber && r.NextWarningAt != row.NextWarningAt, cancellationToken)
            || await RequestWriter.SetClocksAsync(db, warned, hours, cancellationToken) == 0
        )
        {
            // The case changed, or somebody else has warned, since it was read.
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

        CaseClock Warned(CaseClock clock) =>
            clock with
            {
                Warned = Math.Max(clock.Warned, warnings.Find(w => w.Clock == clock.Kind)?.Percent ?? 0),
            };
    }
}
