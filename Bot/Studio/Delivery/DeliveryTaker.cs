using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.Studio.Delivery;

/// <summary>What came of the articles delivered with the program.</summary>
internal abstract record DeliveryOutcome
{
    private DeliveryOutcome() { }

    /// <summary>The same articles as at the last start: nothing was written.</summary>
    internal sealed record Unchanged : DeliveryOutcome;

    internal sealed record Taken(DeliveryPlan Plan) : DeliveryOutcome;

    /// <summary>They cannot be read, so that the live set stays.</summary>
    /// <param name="Problems">At least one.</param>
    internal sealed record Refused(IReadOnlyList<Problem> Problems) : DeliveryOutcome;
}

/// <summary>
/// Takes the articles delivered with the program into the database: all of them at the first start; later, what a new version changed and
/// nobody changed here.
/// </summary>
internal sealed class DeliveryTaker(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time)
{
    private static readonly Problem NoArticles = new(
        "",
        1,
        "folder",
        new LocalizedText("Thư mục bài viết trống hoặc không còn.", "The articles' folder is empty or missing.")
    );

    /// <param name="folder">The folder <c>Articles</c> of the program.</param>
    public async Task<DeliveryOutcome> TakeAsync(string folder, CancellationToken cancellationToken)
    {
        var files = ArticleStore.ReadFolder(folder);
        var digest = ArticleSet.ComputeDigest(files);
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var last = await db.Set<DeliveryRow>().AsNoTracking().OrderByDescending(d => d.Number).FirstOrDefaultAsync(cancellationToken);
        if (last?.Digest == digest)
        {
            return new DeliveryOutcome.Unchanged();
        }

        var problems = files.Count == 0 ? [NoArticles] : ArticleSet.Read(files).Problems;
        if (problems.Count > 0)
        {
            await RecordRefusalAsync(db, problems[0], cancellationToken);
            return new DeliveryOutcome.Refused(problems);
        }

        var prepared = files.Select(PreparedFile.Of).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var live = await db.FindLiveSetAsync(cancellationToken);
        var known = await db.Set<RevisionRow>().Select(r => r.Key).Distinct().ToListAsync(cancellationToken);
        var plan = DeliveryPlan.Create(
            prepared,
            last?.Files ?? new Dictionary<string, string>(StringComparer.Ordinal),
            live?.Members ?? [],
            known.ToHashSet(StringComparer.Ordinal)
        );
        await StoreAsync(db, plan, live, cancellationToken);
        db.Add(
            new DeliveryRow
            {
                Number = (last?.Number ?? 0) + 1,
                Digest = digest,
                Files = prepared.ToDictionary(file => file.Key, file => file.Digest, StringComparer.Ordinal),
                At = time.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new DeliveryOutcome.Taken(plan);
    }

    private async Task StoreAsync(AssistantDb db, DeliveryPlan plan, SetRow? live, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var members = (live?.Members ?? []).ToDictionary(member => member.Key, StringComparer.Ordinal);
        foreach (var file in plan.Adopted)
        {
            var basedOn = members.GetValueOrDefault(file.Key)?.Revision ?? 0;
            var revision = await db.AddRevisionAsync(file, basedOn, RevisionOrigin.Delivery, null, now, cancellationToken);
            members[file.Key] = revision.ToMember();
        }

        foreach (var key in plan.Removed)
        {
            members.Remove(key);
        }

        var withDraft = new List<string>();
        foreach (var article in plan.Edited)
        {
            await db.AddRevisionAsync(article.Delivered, 0, RevisionOrigin.Delivery, null, now, cancellationToken);
            if (await AddDraftAsync(db, article, now, cancellationToken))
            {
                withDraft.Add(article.Delivered.Key);
            }
        }

        var happened = StudioRows.CreateEvent(StudioEventKind.Delivered, null, now) with { Text = Describe(plan, withDraft) };
        if (plan.Adopted.Count + plan.Removed.Count == 0)
        {
            await db.AppendEventAsync(happened, cancellationToken);
            return;
        }

        await db.AddSetAsync(
            new SetRow
            {
                Number = (live?.Number ?? 0) + 1,
                Digest = "",
                Members = [.. members.Values.OrderBy(member => member.Path, StringComparer.Ordinal)],
                Origin = SetOrigin.Delivery,
                At = now,
            },
            happened,
            cancellationToken
        );
    }

    /// <summary>An article that is being changed here keeps its draft; the delivered text is among its revisions.</summary>
    private static async Task<bool> AddDraftAsync(
        AssistantDb db,
        EditedArticle article,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var key = article.Delivered.Key;
        if (await db.Set<ArticleDraft>().AnyAsync(d => d.Key == key, cancellationToken))
        {
            return false;
        }

        var revisions = db.Set<RevisionRow>().AsNoTracking().Where(r => r.Key == key);
        var live = await revisions.FirstAsync(r => r.Number == article.Live.Revision, cancellationToken);
        var before = await revisions.FirstOrDefaultAsync(r => r.Digest == article.Before, cancellationToken);
        var (text, conflicts) = DeliveryPlan.Merge(before?.Text, new ArticleFile(live.Path, live.Text), article.Delivered.File);
        var merged = PreparedFile.Of(article.Delivered.File with { Text = text });
        var head = await db.AddRevisionAsync(merged, live.Number, RevisionOrigin.Delivery, null, now, cancellationToken);
        db.Add(
            new ArticleDraft
            {
                Key = key,
                Version = 1,
                Head = head.Number,
                HeadDigest = head.Digest,
                BasedOn = live.Number,
                State = DraftState.Draft,
                Contributors = [],
                Reason = conflicts.Count == 0 ? null : string.Join(", ", conflicts),
                ChangedAt = now,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Once for each fault, although it is met at every start.</summary>
    private async Task RecordRefusalAsync(AssistantDb db, Problem problem, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var text = problem.ToString();
        if (
            await db.Set<SetRow>().AnyAsync(cancellationToken)
            && await db.Set<StudioEvent>().OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancellationToken)
                is not { Kind: StudioEventKind.DeliveryRefused }
        )
        {
            var refused = StudioRows.CreateEvent(StudioEventKind.DeliveryRefused, null, time.GetUtcNow());
            await db.AppendEventAsync(refused with { Text = text }, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private static string Describe(DeliveryPlan plan, List<string> withDraft) =>
        string.Join(
            "; ",
            new[]
            {
                ("adopted", plan.Adopted.Select(file => file.Key).ToList()),
                ("removed", [.. plan.Removed]),
                ("drafts", withDraft),
                ("kept", [.. plan.Kept]),
            }
                .Where(part => part.Item2.Count > 0)
                .Select(part => $"{part.Item1} {part.Item2.Count}: {string.Join(' ', part.Item2)}")
        );
}
