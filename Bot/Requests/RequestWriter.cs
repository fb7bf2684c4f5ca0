using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests;

/// <summary>Stores what <see cref="RequestRules"/> decided, inside the caller's transaction.</summary>
internal static class RequestWriter
{
    public static async Task AddAsync(AssistantDb db, SupportRequest request, RequestEvent first, CancellationToken cancellationToken)
    {
        db.Add(RequestRows.ToRow(request));
        db.Add(first);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Stores a change; false, and nothing stored, when the case is no longer at the version that the rule saw.</summary>
    public static async Task<bool> ChangeAsync(AssistantDb db, Decision.Changed change, CancellationToken cancellationToken)
    {
        var (request, entry) = change;
        var seen = request.Version - 1;
        var pile = RequestRows.PileOf(request);
        var changed = await db.Set<RequestRow>()
            .Where(r => r.CaseNumber == request.CaseNumber && r.Version == seen)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(r => r.Version, request.Version)
                    .SetProperty(r => r.Status, request.Status)
                    .SetProperty(r => r.Pile, pile)
                    .SetProperty(r => r.OwnerId, request.OwnerId)
                    .SetProperty(r => r.OwnerName, request.OwnerName)
                    .SetProperty(r => r.ChangedAt, request.ChangedAt)
                    .SetProperty(r => r.LastHash, request.LastHash),
                cancellationToken);
        if (changed == 0)
        {
            return false;
        }

        db.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
