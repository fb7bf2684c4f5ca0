using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Drafts;

/// <summary>What an official typed and did not send yet.</summary>
/// <param name="Mode">The key of an action, or <c>note</c>.</param>
/// <param name="Values">The values of the inputs, by their names.</param>
public sealed record DraftContent(string Mode, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, DateTimeOffset SavedAt);

/// <summary>Keeps the drafts of officials, so that nothing typed is lost with a page, a session or a computer.</summary>
internal sealed class CaseDraftStore(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time)
{
    /// <summary>The longest draft, as JSON: more than every input of the bar accepts.</summary>
    private const int MaxLength = 64 * 1024;

    /// <summary>Replaces the draft; one without any text is deleted.</summary>
    /// <returns>When it was saved; null when there is nothing to keep or it is too long.</returns>
    public async Task<DateTimeOffset?> SaveAsync(
        string accountId,
        string caseNumber,
        string mode,
        IReadOnlyDictionary<string, IReadOnlyList<string>> values,
        CancellationToken cancellationToken
    )
    {
        if (values.Values.All(list => list.All(string.IsNullOrWhiteSpace)))
        {
            await DeleteAsync(accountId, caseNumber, cancellationToken);
            return null;
        }

        var json = JsonSerializer.Serialize(values);
        if (json.Length > MaxLength || mode.Length > 60)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var savedAt = now.ToUnixTimeMilliseconds();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "CaseDrafts" ("AccountId", "CaseNumber", "Mode", "Values", "SavedAt")
            VALUES ({accountId}, {caseNumber}, {mode}, {json}, {savedAt})
            ON CONFLICT ("AccountId", "CaseNumber") DO UPDATE SET
                "Mode" = excluded."Mode", "Values" = excluded."Values", "SavedAt" = excluded."SavedAt"
            """,
            cancellationToken
        );
        return now;
    }

    public async Task<DraftContent?> FindAsync(string accountId, string caseNumber, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var draft = await db.Set<CaseDraft>()
            .AsNoTracking()
            .FirstOrDefaultAsync(d => d.AccountId == accountId && d.CaseNumber == caseNumber, cancellationToken);
        return draft is null
            ? null
            : new DraftContent(
                draft.Mode,
                JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(draft.ValuesJson) ?? [],
                DateTimeOffset.FromUnixTimeMilliseconds(draft.SavedAt)
            );
    }

    public async Task DeleteAsync(string accountId, string caseNumber, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await db.Set<CaseDraft>().Where(d => d.AccountId == accountId && d.CaseNumber == caseNumber).ExecuteDeleteAsync(cancellationToken);
    }
}
