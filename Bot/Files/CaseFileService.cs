using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Files;

/// <summary>Lists, adds, removes and opens the files of cases. The two sides of a case are its asker and the officials.</summary>
internal sealed class CaseFileService(
    IDbContextFactory<AssistantDb> dbContextFactory,
    FileStore store,
    IOptions<CaseFileOptions> options,
    TimeProvider time
)
{
    public CaseFileOptions Options => options.Value;

    /// <summary>Whether files are scanned before they can be downloaded.</summary>
    public bool IsScanningEnabled => options.Value.ClamAv is not null;

    public static CaseFileRow CreateRow(
        string caseNumber,
        StoredFile file,
        FileOrigin origin,
        string? addedById,
        CaseFileOptions options,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = file.Id,
            CaseNumber = caseNumber,
            Origin = origin,
            AddedById = addedById,
            Name = file.Name,
            ContentType = file.ContentType,
            Size = file.Size,
            Sha256 = file.Sha256,
            State = options.ClamAv is null ? FileState.NotScanned : FileState.AwaitingScan,
            AddedAt = at.ToUnixTimeMilliseconds(),
        };

    /// <summary>A case's files, the oldest first.</summary>
    public async Task<IReadOnlyList<CaseFileRow>> ListAsync(string caseNumber, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<CaseFileRow>()
            .AsNoTracking()
            .Where(f => f.CaseNumber == caseNumber)
            .OrderBy(f => f.AddedAt)
            .ThenBy(f => f.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The files that officials sent and that the asker may download.</summary>
    public async Task<IReadOnlyList<CaseFileRow>> ListSentAsync(string caseNumber, CancellationToken cancellationToken) =>
        [
            .. (await ListAsync(caseNumber, cancellationToken)).Where(f =>
                f.Origin == FileOrigin.Official && f.ReplyEventSequence is not null && f.IsDownloadable
            ),
        ];

    /// <summary>The number of files that the asker (or the officials, by <paramref name="origin"/>) may still add to a case.</summary>
    public async Task<int> CountRemainingAsync(string caseNumber, FileOrigin origin, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return options.Value.MaxFilesPerSide
            - await db.Set<CaseFileRow>()
                .CountAsync(f => f.CaseNumber == caseNumber && f.Origin == origin && f.State != FileState.Infected, cancellationToken);
    }

    public bool CanDownload(CaseFileRow file) => file.IsDownloadable && store.Exists(file.Id);

    /// <summary>The content of a file.</summary>
    public Stream OpenRead(CaseFileRow file) => store.OpenRead(file.Id);

    /// <summary>A file that may be downloaded; null for any other.</summary>
    public async Task<CaseFileRow?> FindDownloadableAsync(string caseNumber, string id, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var row = await db.Set<CaseFileRow>()
            .AsNoTracking()
            .FirstOrDefaultAsync(f => f.Id == id && f.CaseNumber == caseNumber, cancellationToken);
        return row is { IsDownloadable: true } && store.Exists(row.Id) ? row : null;
    }

    /// <summary>A file that was sent to the asker of a case, with that asker; null for any other.</summary>
    public async Task<SentFile?> FindSentAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var row = await db.Set<CaseFileRow>()
            .AsNoTracking()
            .FirstOrDefaultAsync(f => f.Id == id && f.Origin == FileOrigin.Official && f.ReplyEventSequence != null, cancellationToken);
        if (row is not { IsDownloadable: true } || !store.Exists(row.Id))
        {
            return null;
        }

        var caseRow = await db.Set<CaseRow>().AsNoTracking().FirstAsync(r => r.CaseNumber == row.CaseNumber, cancellationToken);
        return new SentFile(row, CaseRowMapper.ToRequest(caseRow).Asker);
    }

    /// <summary>
    /// Attaches a file to the official's next reply. A second upload of a file that this official has already attached is accepted without
    /// a second copy in two cases: the first one is not sent yet, or it was sent after the official loaded the page, which means that the
    /// form was submitted twice.
    /// </summary>
    /// <param name="seenVersion">The version of the case on the page that the official submitted.</param>
    public async Task<FileReceipt> AddForReplyAsync(
        string caseNumber,
        string officialId,
        Stream content,
        string name,
        int seenVersion,
        CancellationToken cancellationToken
    )
    {
        var receipt = await store.SaveAsync(content, name, cancellationToken);
        if (receipt is not FileReceipt.Accepted { File: var file })
        {
            return receipt;
        }

        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var sentOrOwnFiles = await db.Set<CaseFileRow>()
            .AsNoTracking()
            .Where(f => f.CaseNumber == caseNumber && f.Origin == FileOrigin.Official && f.State != FileState.Infected)
            .Where(f => f.ReplyEventSequence != null || f.AddedById == officialId)
            .ToListAsync(cancellationToken);
        if (sentOrOwnFiles.Exists(f => f.IsSameFile(file, officialId) && (f.ReplyEventSequence is not { } sent || sent > seenVersion)))
        {
            // The case has this file already, so the official's wish is met; only the second copy is deleted.
            store.Delete(file.Id);
            return receipt;
        }

        if (sentOrOwnFiles.Count >= options.Value.MaxFilesPerSide)
        {
            store.Delete(file.Id);
            return new FileReceipt.Refused(name, FileProblem.TooMany);
        }

        db.Add(CreateRow(caseNumber, file, FileOrigin.Official, officialId, options.Value, time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return receipt;
    }

    /// <summary>Removes a file that the official added and that has not been sent yet.</summary>
    public async Task RemoveUnsentAsync(string caseNumber, string officialId, string id, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var removed = await db.Set<CaseFileRow>()
            .UnsentBy(caseNumber, officialId)
            .Where(f => f.Id == id)
            .ExecuteDeleteAsync(cancellationToken);
        if (removed > 0)
        {
            store.Delete(id);
        }
    }
}

/// <summary>A file that an official sent, and the asker of its case.</summary>
internal sealed record SentFile(CaseFileRow Row, Asker Asker);
