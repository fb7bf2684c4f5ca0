using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Checks;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.Studio.Transfer;

/// <summary>What came of bringing a folder in.</summary>
internal abstract record ImportOutcome
{
    private ImportOutcome() { }

    /// <param name="Set">The number of the set that is live now; null when the folder has the same articles.</param>
    internal sealed record Imported(int? Set, int Changed, int Removed) : ImportOutcome;

    /// <param name="Findings">At least one; nothing was stored.</param>
    internal sealed record Refused(IReadOnlyList<Problem> Findings) : ImportOutcome;
}

/// <summary>Takes the live articles out as files, in the repository's layout, and brings such a folder in.</summary>
internal sealed class KnowledgeTransfer(IDbContextFactory<AssistantDb> dbContextFactory, KnowledgeStore store, TimeProvider time)
{
    private const string ArticlesFolder = "Articles";

    /// <summary>Writes the files of the live set.</summary>
    /// <returns>The number of files; null when there is no set.</returns>
    public async Task<int?> ExportAsync(string folder, CancellationToken cancellationToken)
    {
        if (await store.FindSetAsync(null, cancellationToken) is not { } set)
        {
            return null;
        }

        var files = await store.ReadFilesAsync(set, null, cancellationToken);
        foreach (var file in files)
        {
            var path = Path.Combine(folder, ArticlesFolder, file.Path.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, file.Text, cancellationToken);
        }

        return files.Count;
    }

    /// <summary>
    /// Makes the articles of a folder live as one set, if the check has no finding about them. Drafts stay, and are stale where their
    /// article changed.
    /// </summary>
    /// <param name="reason">Why, for the record.</param>
    public async Task<ImportOutcome> ImportAsync(string folder, string reason, CancellationToken cancellationToken)
    {
        var below = Path.Combine(folder, ArticlesFolder);
        var files = ArticleStore.ReadFolder(Directory.Exists(below) ? below : folder);
        var report = KnowledgeCheck.Run(files, LegalRegister.Default, HanoiTime.DayOf(time.GetUtcNow()));
        if (files.Count == 0 || report.Findings.Count > 0)
        {
            return new ImportOutcome.Refused(files.Count == 0 ? [NoArticles(folder)] : report.Findings);
        }

        var prepared = files.Select(PreparedFile.Of).ToList();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var live = await db.FindLiveSetAsync(cancellationToken);
        var before = (live?.Members ?? []).ToDictionary(member => member.Key, StringComparer.Ordinal);
        var members = new List<SetMember>();
        var changed = 0;
        foreach (var file in prepared)
        {
            var old = before.GetValueOrDefault(file.Key);
            if (old?.Digest == file.Digest)
            {
                members.Add(old);
                continue;
            }

            var row = await db.AddRevisionAsync(file, old?.Revision ?? 0, RevisionOrigin.Import, null, now, cancellationToken);
            members.Add(row.ToMember());
            changed++;
        }

        var removed = before.Keys.Except(prepared.Select(file => file.Key), StringComparer.Ordinal).Count();
        if (changed + removed == 0)
        {
            return new ImportOutcome.Imported(null, 0, 0);
        }

        var set = await db.AddSetAsync(
            new SetRow
            {
                Number = (live?.Number ?? 0) + 1,
                Digest = "",
                Members = [.. members.OrderBy(member => member.Path, StringComparer.Ordinal)],
                Origin = SetOrigin.Import,
                At = now,
                Reason = StudioRules.Shorten(reason),
            },
            StudioRows.CreateEvent(StudioEventKind.Imported, null, now) with
            {
                Text = reason,
            },
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return new ImportOutcome.Imported(set.Number, changed, removed);
    }

    private static Problem NoArticles(string folder) =>
        new(folder, 1, "folder", new LocalizedText("Thư mục không có bài viết nào.", "The folder has no articles."));
}
