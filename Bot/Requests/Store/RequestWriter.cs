using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Clocks;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>Stores what <see cref="RequestRules"/> decided, inside the caller's transaction.</summary>
internal static class RequestWriter
{
    public static async Task AddAsync(
        AssistantDb db,
        SupportRequest request,
        RequestEvent first,
        WorkingHours hours,
        CancellationToken cancellationToken
    )
    {
        var (soon, warning) = DeadlinesOf(request, hours);
        db.Add(RequestRows.ToRow(request, soon, warning));
        db.Add(first);
        await db.SaveChangesAsync(cancellationToken);
        await SimilarCases.AddAsync(db, request, cancellationToken);
        await RequestSearch.AddAsync(db, request, cancellationToken);
    }

    /// <summary>Stores a change; false, and nothing stored, when the case is no longer at the version that the rule saw.</summary>
    public static async Task<bool> ChangeAsync(
        AssistantDb db,
        Decision.Changed change,
        WorkingHours hours,
        CancellationToken cancellationToken
    )
    {
        var (request, entry) = change;
        var seen = request.Version - 1;
        var (soon, warning) = DeadlinesOf(request, hours);
        var (team, due) = (request.Routing?.Team, request.Clocks?.Next?.DueAt);
        var pile = RequestRows.PileOf(request);
        var changed = await db.Set<RequestRow>()
            .Where(r => r.CaseNumber == request.CaseNumber && r.Version == seen)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(r => r.Version, request.Version)
                        .SetProperty(r => r.Status, request.Status)
                        .SetProperty(r => r.Pile, pile)
                        .SetProperty(r => r.OwnerId, request.OwnerId)
                        .SetProperty(r => r.OwnerName, request.OwnerName)
                        .SetProperty(r => r.Team, team)
                        .SetProperty(r => r.Routing, request.Routing)
                        .SetProperty(r => r.Clocks, request.Clocks)
                        .SetProperty(r => r.DueAt, due)
                        .SetProperty(r => r.SoonAt, soon)
                        .SetProperty(r => r.NextWarningAt, warning)
                        .SetProperty(r => r.ChangedAt, request.ChangedAt)
                        .SetProperty(r => r.LastHash, request.LastHash),
                cancellationToken
            );
        if (changed == 0)
        {
            return false;
        }

        db.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Stores how the deadlines stand when nothing else changed: after a warning, or when the calendar was edited.</summary>
    public static Task<int> SetClocksAsync(AssistantDb db, SupportRequest request, WorkingHours hours, CancellationToken cancellationToken)
    {
        var (soon, warning) = DeadlinesOf(request, hours);
        var due = request.Clocks?.Next?.DueAt;
        return db.Set<RequestRow>()
            .Where(r => r.CaseNumber == request.CaseNumber && r.Version == request.Version)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(r => r.Clocks, request.Clocks)
                        .SetProperty(r => r.DueAt, due)
                        .SetProperty(r => r.SoonAt, soon)
                        .SetProperty(r => r.NextWarningAt, warning),
                cancellationToken
            );
    }

    private static (DateTimeOffset? Soon, DateTimeOffset? Warning) DeadlinesOf(SupportRequest request, WorkingHours hours)
    {
        var next = request.Clocks?.Next;
        return (
            next is null ? null : ClockRules.Reaches(next, ClockRules.Soon, hours),
            request.Clocks?.Running.Select(clock => ClockRules.NextWarning(clock, hours)?.At).Min()
        );
    }
}
