using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Rules;

namespace PolicyAssistantBot.Studio.Store;

/// <summary>Reads what the Studio stored.</summary>
internal sealed class KnowledgeStore(IDbContextFactory<AssistantDb> dbContextFactory)
{
    public const int PageSize = 50;

    /// <summary>The number of the live set; 0 when there is none.</summary>
    public async Task<int> GetLiveNumberAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<SetRow>().MaxAsync(s => (int?)s.Number, cancellationToken) ?? 0;
    }

    /// <param name="number">Null for the live set.</param>
    public async Task<SetRow?> FindSetAsync(int? number, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return number is { } wanted
            ? await db.Set<SetRow>().AsNoTracking().FirstOrDefaultAsync(s => s.Number == wanted, cancellationToken)
            : await db.FindLiveSetAsync(cancellationToken);
    }

    /// <summary>Sets, newest first.</summary>
    public async Task<IReadOnlyList<SetRow>> ListSetsAsync(int most, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<SetRow>().AsNoTracking().OrderByDescending(s => s.Number).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>The files of a set, ordered by path.</summary>
    /// <param name="known">Texts that need not be read, by their digest.</param>
    public async Task<IReadOnlyList<ArticleFile>> ReadFilesAsync(
        SetRow set,
        IReadOnlyDictionary<string, ArticleFile>? known,
        CancellationToken cancellationToken
    )
    {
        var missing = set.Members.Where(member => known?.ContainsKey(member.Digest) != true).ToList();
        var digests = missing.Select(member => member.Digest).ToHashSet(StringComparer.Ordinal);
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var rows = db.Set<RevisionRow>().AsNoTracking();
        var read = new Dictionary<string, ArticleFile>(StringComparer.Ordinal);

        foreach (var part in digests.Chunk(500))
        {
            foreach (var row in await rows.Where(r => part.Contains(r.Digest)).ToListAsync(cancellationToken))
            {
                read[row.Digest] = new ArticleFile(row.Path, row.Text);
            }
        }

        return
        [
            .. set
                .Members.Select(member => known?.GetValueOrDefault(member.Digest) ?? read[member.Digest])
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

    public async Task<RevisionRow?> FindRevisionAsync(string key, int number, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<RevisionRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Key == key && r.Number == number, cancellationToken);
    }

    /// <summary>The revisions of an article, newest first.</summary>
    public async Task<IReadOnlyList<RevisionRow>> ListRevisionsAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<RevisionRow>()
            .AsNoTracking()
            .Where(r => r.Key == key)
            .OrderByDescending(r => r.Number)
            .ToListAsync(cancellationToken);
    }

    public async Task<ArticleDraft?> FindDraftAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<ArticleDraft>().AsNoTracking().FirstOrDefaultAsync(d => d.Key == key, cancellationToken);
    }

    /// <summary>All open drafts, the longest unchanged first.</summary>
    public async Task<IReadOnlyList<ArticleDraft>> ListDraftsAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<ArticleDraft>().AsNoTracking().OrderBy(d => d.ChangedAt).ToListAsync(cancellationToken);
    }

    /// <summary>Events, newest first, one more than a page.</summary>
    /// <param name="key">Only those of this article; null for all.</param>
    /// <param name="before">The number of the last event of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<StudioEvent>> ListEventsAsync(string? key, long? before, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var events = db.Set<StudioEvent>().AsNoTracking();
        events = key is null ? events : events.Where(e => e.Key == key);
        events = before is { } number ? events.Where(e => e.Number < number) : events;
        return await events.OrderByDescending(e => e.Number).Take(PageSize + 1).ToListAsync(cancellationToken);
    }
}
