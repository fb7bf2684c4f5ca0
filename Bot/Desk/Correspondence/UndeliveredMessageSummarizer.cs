using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;

namespace PolicyAssistantBot.Desk.Correspondence;

/// <summary>The undelivered messages that matter to one official.</summary>
/// <param name="OwnCaseNumbers">Cases in which a message of this official was not delivered.</param>
/// <param name="Total">The number of undelivered messages; 0 for officials who may not see the list.</param>
internal sealed record UndeliveredSummary(IReadOnlyList<string> OwnCaseNumbers, int Total);

/// <summary>Finds the undelivered messages to show on the desk.</summary>
internal sealed class UndeliveredMessageSummarizer(IDbContextFactory<AssistantDb> dbContextFactory, UndeliveredActivities undelivered)
{
    /// <summary>The number of undelivered messages that are searched for the reader's own.</summary>
    private const int MaxSearchedMessages = 200;

    public async Task<UndeliveredSummary> SummarizeAsync(SignedInAccount account, CancellationToken cancellationToken)
    {
        var total = await undelivered.CountAsync(cancellationToken);
        if (total == 0)
        {
            return new UndeliveredSummary([], 0);
        }

        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var ownCaseNumbers = new List<string>();
        foreach (var activity in await undelivered.ListAsync(MaxSearchedMessages, cancellationToken))
        {
            if (await UndeliveredNoticeFinder.FindAsync(db, activity, cancellationToken) is { } notice && notice.Author?.Id == account.Id)
            {
                ownCaseNumbers.Add(notice.CaseNumber);
            }
        }

        return new UndeliveredSummary(
            [.. ownCaseNumbers.Distinct(StringComparer.Ordinal)],
            account.HasAny(Roles.Supervisor | Roles.Administrator) ? total : 0
        );
    }
}
