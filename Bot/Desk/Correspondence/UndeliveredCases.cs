using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;

namespace PolicyAssistantBot.Desk.Correspondence;

/// <summary>What a person should know of undelivered messages.</summary>
/// <param name="Mine">Cases in which a message of this official was not delivered.</param>
/// <param name="Total">All undelivered messages; 0 for who may not see their list.</param>
internal sealed record UndeliveredSummary(IReadOnlyList<string> Mine, int Total);

/// <summary>Tells whoever opens the desk what was not delivered.</summary>
internal sealed class UndeliveredCases(IDbContextFactory<AssistantDb> databases, ParkedActivities parked)
{
    /// <summary>Undelivered messages that are looked through for the reader's own.</summary>
    private const int Most = 200;

    public async Task<UndeliveredSummary> SummariseAsync(SignedInAccount reader, CancellationToken cancellationToken)
    {
        var total = await parked.CountAsync(cancellationToken);
        if (total == 0)
        {
            return new UndeliveredSummary([], 0);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var mine = new List<string>();
        foreach (var activity in await parked.ListAsync(Most, cancellationToken))
        {
            if (await NoticeAuthors.FindAsync(db, activity, cancellationToken) is { } notice && notice.Author?.Id == reader.Id)
            {
                mine.Add(notice.CaseNumber);
            }
        }

        return new UndeliveredSummary(
            [.. mine.Distinct(StringComparer.Ordinal)],
            reader.Has(Roles.Supervisor | Roles.Administrator) ? total : 0
        );
    }
}
