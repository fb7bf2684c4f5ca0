using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Drafts;

/// <summary>What an official typed and did not send yet.</summary>
/// <param name="Mode">The key of an action, or <c>note</c>.</param>
/// <param name="Values">The values of the inputs, by their names.</param>
public sealed record DraftContent(string Mode, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, DateTimeOffset SavedAt);

/// <summary>What came of saving a draft.</summary>
internal enum DraftState
{
    Saved,

    /// <summary>There was nothing to keep.</summary>
    Empty,
    TooLong,

    /// <summary>The case does not exist or was erased.</summary>
    NoCase,
}

/// <param name="At">When it was saved.</param>
internal sealed record DraftReceipt(DraftState State, DateTimeOffset? At = null);

/// <summary>Keeps the drafts of officials, so that nothing typed is lost with a page, a session or a computer.</summary>
internal sealed class CaseDraftStore(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time)
{
    /// <summary>The longest draft, as JSON: more than every input of the bar accepts.</summary>
    private const int MaxLength = 64 * 1024;

    /// <summary>Vietnamese letters are not escaped: six characters for each would make long drafts too long.</summary>
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Replaces the draft; one without any text is deleted. An erased case gets no draft.</summary>
    public async Task<DraftReceipt> SaveAsync(
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
            return new DraftReceipt(DraftState.Empty);
        }

        var json = JsonSerializer.Serialize(values, Json);
        if (json.Length > MaxLength)
        {
            return new DraftReceipt(DraftState.TooLong);
        }

        var now = time.GetUtcNow();
        var savedAt = now.ToUnixTimeMilliseconds();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);

        // Transactions exclude each other: an erasure that is under way finishes first, or sees the draft.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var saved = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "CaseDrafts" ("AccountId", "CaseNumber", "Mode", "Values", "SavedAt")
            SELECT {accountId}, r."CaseNumber", {mode}, {json}, {savedAt}
            FROM "Requests" r WHERE r."CaseNumber" = {caseNumber} AND r."ErasedAt" IS NULL
            ON CONFLICT ("AccountId", "CaseNumber") DO UPDATE SET
                "Mode" = excluded."Mode", "Values" = excluded."Values", "SavedAt" = excluded."SavedAt"
            """,
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return saved == 0 ? new DraftReceipt(DraftState.NoCase) : new DraftReceipt(DraftState.Saved, now);
    }

    /// <summary>
    /// Removes what was sent from the writer's draft, in the transaction that stores the sent text. A draft with another text stays: it was
    /// not what was sent.
    /// </summary>
    /// <param name="textInput">The name of the input for the sent text.</param>
    /// <param name="isSentWithIt">Whether the input of this name was sent with it.</param>
    public static async Task RemoveSentAsync(
        AssistantDb db,
        string accountId,
        string caseNumber,
        string textInput,
        string? sentText,
        Func<string, bool> isSentWithIt,
        CancellationToken cancellationToken
    )
    {
        var own = db.Set<CaseDraft>().Where(d => d.AccountId == accountId && d.CaseNumber == caseNumber);
        if (await own.AsNoTracking().FirstOrDefaultAsync(cancellationToken) is not { } draft)
        {
            return;
        }

        var values = Read(draft);
        var draftText = string.Concat(values.GetValueOrDefault(textInput) ?? []).Trim();
        if (sentText?.Contains(draftText, StringComparison.Ordinal) != true)
        {
            return;
        }

        var unsent = values
            .Where(value => !isSentWithIt(value.Key) && value.Value.Any(text => !string.IsNullOrWhiteSpace(text)))
            .ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal);
        if (unsent.Count == 0)
        {
            await own.ExecuteDeleteAsync(cancellationToken);
        }
        else
        {
            var json = JsonSerializer.Serialize(unsent, Json);
            await own.ExecuteUpdateAsync(set => set.SetProperty(d => d.ValuesJson, json), cancellationToken);
        }
    }

    /// <summary>
    /// Puts a text that was sent and taken back into the writer's draft, in the caller's transaction, before what was typed since.
    /// </summary>
    /// <param name="sent">By the names of the inputs.</param>
    public static async Task PutBackAsync(
        AssistantDb db,
        string accountId,
        string caseNumber,
        string mode,
        IReadOnlyDictionary<string, string> sent,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var own = db.Set<CaseDraft>().Where(d => d.AccountId == accountId && d.CaseNumber == caseNumber);
        var values = await own.AsNoTracking().FirstOrDefaultAsync(cancellationToken) is { } draft ? Read(draft) : [];
        await own.ExecuteDeleteAsync(cancellationToken);
        foreach (var (name, text) in sent)
        {
            var typedSince = string.Concat(values.GetValueOrDefault(name) ?? []).Trim();
            values[name] = [typedSince.Length == 0 || typedSince == text ? text : $"{text}\n\n{typedSince}"];
        }

        db.Add(
            new CaseDraft
            {
                AccountId = accountId,
                CaseNumber = caseNumber,
                Mode = mode,
                ValuesJson = JsonSerializer.Serialize(values, Json),
                SavedAt = at.ToUnixTimeMilliseconds(),
            }
        );
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<DraftContent?> FindAsync(string accountId, string caseNumber, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var draft = await db.Set<CaseDraft>()
            .AsNoTracking()
            .FirstOrDefaultAsync(d => d.AccountId == accountId && d.CaseNumber == caseNumber, cancellationToken);
        return draft is null ? null : new DraftContent(draft.Mode, Read(draft), DateTimeOffset.FromUnixTimeMilliseconds(draft.SavedAt));
    }

    private static Dictionary<string, IReadOnlyList<string>> Read(CaseDraft draft) =>
        JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(draft.ValuesJson) ?? [];

    public async Task DeleteAsync(string accountId, string caseNumber, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await db.Set<CaseDraft>().Where(d => d.AccountId == accountId && d.CaseNumber == caseNumber).ExecuteDeleteAsync(cancellationToken);
    }
}
