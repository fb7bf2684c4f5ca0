using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Checks;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Evaluation;
using PolicyAssistantBot.Knowledge.Evaluation.Gate;
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
    /// Makes the articles of a folder live as one set, if the check has no finding about them and the gate lets them through. Drafts stay,
    /// and are stale where their article changed.
    /// </summary>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="isGateSkipped">The set questions are not asked; the record says so.</param>
    public async Task<ImportOutcome> ImportAsync(
        string folder,
        string reason,
        CancellationToken cancellationToken,
        bool isGateSkipped = false
    )
    {
        var below = Path.Combine(folder, ArticlesFolder);
        var files = ArticleStore.ReadFolder(Directory.Exists(below) ? below : folder);
        var report = KnowledgeCheck.Run(files, LegalRegister.Default, HanoiTime.DayOf(time.GetUtcNow()));
        if (files.Count == 0 || report.Findings.Count > 0)
        {
            return new ImportOutcome.Refused(files.Count == 0 ? [NoArticles(folder)] : report.Findings);
        }

        var prepared = files.Select(PreparedFile.Of).ToList();
        if (!isGateSkipped && await RunGateAsync(files, prepared, cancellationToken) is { Count: > 0 } stopped)
        {
            return new ImportOutcome.Refused(stopped);
        }

        reason = isGateSkipped ? $"{reason} (without the gate)" : reason;
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

    /// <summary>What the gate finds beside the live articles; empty for the first set.</summary>
    private async Task<IReadOnlyList<Problem>> RunGateAsync(
        IReadOnlyList<ArticleFile> files,
        IReadOnlyList<PreparedFile> prepared,
        CancellationToken cancellationToken
    )
    {
        if (await store.FindSetAsync(null, cancellationToken) is not { } set)
        {
            return [];
        }

        var before = set.Members.ToDictionary(member => member.Key, member => member.Digest, StringComparer.Ordinal);
        var after = prepared.ToDictionary(file => file.Key, file => file.Digest, StringComparer.Ordinal);
        var changed = before.Keys.Union(after.Keys, StringComparer.Ordinal);
        var keys = changed.Where(key => before.GetValueOrDefault(key) != after.GetValueOrDefault(key)).ToHashSet(StringComparer.Ordinal);
        if (keys.Count == 0)
        {
            return [];
        }

        var liveFiles = await store.ReadFilesAsync(set, null, cancellationToken);
        var gate = new PublishGate(QuestionSet.Read(FactCoverage.DefaultQuestionsFile));
        var report = gate.Run(KnowledgeBase.Build(ArticleSet.Read(liveFiles).Articles), liveFiles, files, keys, time.GetUtcNow());
        return
        [
            .. report.Findings,
            .. report.Blocking.Select(change => Stopped($"“{change.Question}”: {Name(change.Before)} → {Name(change.After)}")),
            .. report.LostPhrasings.Select(text => Stopped($"“{text}” → ?")),
        ];

        static string Name(GateAnswer answer) => $"{answer.Article} ({answer.Outcome})";

        static Problem Stopped(string text) => new("", 1, "gate", new LocalizedText(text, text));
    }

    private static Problem NoArticles(string folder) =>
        new(folder, 1, "folder", new LocalizedText("Thư mục không có bài viết nào.", "The folder has no articles."));
}
