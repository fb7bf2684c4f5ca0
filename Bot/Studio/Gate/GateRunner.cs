using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Evaluation;
using PolicyAssistantBot.Knowledge.Evaluation.Gate;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.Studio.Gate;

/// <summary>
/// Runs the gate for the drafts in review, one at a time and behind everything else: again for each new text and whenever other
/// articles are live.
/// </summary>
internal sealed class GateRunner(
    IDbContextFactory<AssistantDb> dbContextFactory,
    KnowledgeStore store,
    DatabaseArticles articles,
    LiveKnowledge knowledge,
    TimeProvider time
) : IDisposable
{
    private readonly SemaphoreSlim oneRun = new(1, 1);

    // Read on first use: most processes never publish.
    private readonly Lazy<PublishGate> gate = new(() => new PublishGate(QuestionSet.Read(FactCoverage.DefaultQuestionsFile)));

    /// <summary>Runs the gate for the drafts that it has not seen yet.</summary>
    public async Task RunPendingAsync(CancellationToken cancellationToken)
    {
        foreach (var draft in await store.ListDraftsAsync(cancellationToken))
        {
            if (draft.State is DraftState.InReview or DraftState.Approved or DraftState.Scheduled)
            {
                await RunAsync(draft, cancellationToken);
            }
        }
    }

    /// <summary>The report about a draft beside the articles in use now; null while it has not run.</summary>
    public async Task<GateRow?> FindAsync(ArticleDraft draft, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.FindGateAsync(draft.Key, draft.HeadDigest, articles.Live.Number, cancellationToken);
    }

    private async Task RunAsync(ArticleDraft draft, CancellationToken cancellationToken)
    {
        await oneRun.WaitAsync(cancellationToken);
        try
        {
            var (live, current) = await articles.ReadWithAsync(() => knowledge.Current, cancellationToken);
            await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
            if (
                await db.FindGateAsync(draft.Key, draft.HeadDigest, live.Number, cancellationToken) is not null
                || await store.FindRevisionAsync(draft.Key, draft.Head, cancellationToken) is not { } head
            )
            {
                return;
            }

            var file = new ArticleFile(head.Path, head.Text);
            ArticleFile[] files =
            [
                .. live
                    .Files.Where(other => PreparedFile.KeyOf(other.Path) != draft.Key)
                    .Append(file)
                    .OrderBy(other => other.Path, StringComparer.Ordinal),
            ];
            var report = await gate.Value.RunBehindAsync(
                current,
                live.Files,
                files,
                new HashSet<string>([draft.Key], StringComparer.Ordinal),
                time.GetUtcNow()
            );
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Set<GateRow>().Where(g => g.Key == draft.Key).ExecuteDeleteAsync(cancellationToken);
            db.Add(
                new GateRow
                {
                    Key = draft.Key,
                    Digest = draft.HeadDigest,
                    BaseSet = live.Number,
                    IsPassed = report.IsPassed,
                    Report = report,
                    At = time.GetUtcNow(),
                }
            );
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            oneRun.Release();
        }
    }

    public void Dispose() => oneRun.Dispose();
}

internal static class GateQueries
{
    public static Task<GateRow?> FindGateAsync(
        this AssistantDb db,
        string key,
        string digest,
        int baseSet,
        CancellationToken cancellationToken
    ) =>
        db.Set<GateRow>()
            .AsNoTracking()
            .FirstOrDefaultAsync(g => g.Key == key && g.Digest == digest && g.BaseSet == baseSet, cancellationToken);
}
