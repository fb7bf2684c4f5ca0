using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Studio.Unsaved;

/// <summary>Keeps what is typed in the editor until it is saved or dropped: a closed browser or an ended session loses nothing.</summary>
internal sealed class UnsavedWork(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time)
{
    private const string TokenField = "__RequestVerificationToken";

    public async Task KeepAsync(
        string key,
        string personId,
        int version,
        int head,
        IFormCollection form,
        CancellationToken cancellationToken
    )
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Set<UnsavedRow>().Where(u => u.Key == key && u.PersonId == personId).ExecuteDeleteAsync(cancellationToken);
        db.Add(
            new UnsavedRow
            {
                Key = key,
                PersonId = personId,
                Version = version,
                Head = head,
                Fields = form.Where(field => field.Key != TokenField)
                    .ToDictionary(
                        field => field.Key,
                        field => (IReadOnlyList<string>)[.. field.Value.Select(value => value ?? "")],
                        StringComparer.Ordinal
                    ),
                At = time.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<UnsavedRow?> FindAsync(string key, string personId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<UnsavedRow>()
            .AsNoTracking()
            .FirstOrDefaultAsync(u => u.Key == key && u.PersonId == personId, cancellationToken);
    }

    public async Task DropAsync(string key, string personId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await db.Set<UnsavedRow>().Where(u => u.Key == key && u.PersonId == personId).ExecuteDeleteAsync(cancellationToken);
    }

    public static IFormCollection ToForm(UnsavedRow row) =>
        new FormCollection(
            row.Fields.ToDictionary(field => field.Key, field => new StringValues([.. field.Value]), StringComparer.Ordinal)
        );
}
