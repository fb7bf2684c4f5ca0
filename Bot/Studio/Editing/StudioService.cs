using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Checks;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Knowledge.Evaluation.Gate;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Studio.Pages;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.Studio.Editing;

/// <summary>What came of a save.</summary>
internal abstract record SaveOutcome
{
    private SaveOutcome() { }

    /// <param name="IsMerged">Another person had saved meanwhile; both changes are kept.</param>
    internal sealed record Saved(bool IsMerged) : SaveOutcome;

    /// <summary>Another person changed the same field or section.</summary>
    /// <param name="Mine">What was typed, merged with the rest of the other change.</param>
    /// <param name="Draft">The draft as it is now.</param>
    internal sealed record Conflict(Article Mine, ArticleDraft Draft, IReadOnlyList<MergeConflict> Conflicts) : SaveOutcome;

    internal sealed record Refused(StudioRefusal Refusal) : SaveOutcome;
}

/// <summary>What people of the Studio do with drafts.</summary>
internal sealed class StudioService(KnowledgeStore store, StudioTransaction transaction, DatabaseArticles articles, TimeProvider time)
{
    /// <summary>Begins a change of a published article with its present text.</summary>
    public async Task<StudioDecision> StartAsync(string key, StudioPerson by, CancellationToken cancellationToken)
    {
        await articles.RefreshAsync(cancellationToken);
        return articles.Live.Files.FirstOrDefault(file => PreparedFile.KeyOf(file.Path) == key) is { } file
            ? await StartAsync(key, file, by, cancellationToken)
            : new StudioDecision.Refused(StudioRefusal.Missing);
    }

    /// <summary>Begins a draft with an earlier text of the article.</summary>
    public async Task<StudioDecision> RestoreAsync(string key, int number, StudioPerson by, CancellationToken cancellationToken) =>
        await store.FindRevisionAsync(key, number, cancellationToken) is { } revision
            ? await StartAsync(key, new ArticleFile(revision.Path, revision.Text), by, cancellationToken)
            : new StudioDecision.Refused(StudioRefusal.Missing);

    /// <summary>Begins a new article.</summary>
    public async Task<StudioDecision> CreateAsync(
        string key,
        string topic,
        LocalizedText title,
        StudioPerson by,
        CancellationToken cancellationToken
    )
    {
        if ((await store.ListRevisionsAsync(key, cancellationToken)).Count > 0 || articles.Current.Find(key) is not null)
        {
            return new StudioDecision.Refused(StudioRefusal.AlreadyOpen);
        }

        var article = ArticleForm.Create(key, topic, title, HanoiTime.DayOf(time.GetUtcNow()));
        return await StartAsync(key, new ArticleFile(article.Path, ArticleWriter.Write(article)), by, cancellationToken);
    }

    /// <summary>Stores what was typed. Where another person saved meanwhile, changes of different fields and sections are merged.</summary>
    /// <param name="head">The revision that was on the page.</param>
    /// <param name="change">Makes the article of the page the one that was typed.</param>
    public async Task<SaveOutcome> SaveAsync(
        string key,
        int version,
        int head,
        Func<Article, Article> change,
        StudioPerson by,
        CancellationToken cancellationToken
    )
    {
        if (
            await store.FindDraftAsync(key, cancellationToken) is not { } draft
            || await store.FindRevisionAsync(key, head, cancellationToken) is not { } shown
            || Read(shown) is not { } origin
        )
        {
            return new SaveOutcome.Refused(StudioRefusal.Missing);
        }

        var mine = change(origin);
        if (draft.Version == version)
        {
            return await StoreAsync(
                key,
                version,
                shown.Path,
                ArticleWriter.Change(shown.Text, mine),
                by,
                isMerged: false,
                cancellationToken
            );
        }

        var now = await store.FindRevisionAsync(key, draft.Head, cancellationToken);
        if (now is null || Read(now) is not { } theirs)
        {
            return new SaveOutcome.Refused(StudioRefusal.Stale);
        }

        var merged = ArticleMerge.Merge(origin, mine, theirs);
        return merged.Conflicts.Count > 0
            ? new SaveOutcome.Conflict(merged.Article, draft, merged.Conflicts)
            : await StoreAsync(
                key,
                draft.Version,
                now.Path,
                ArticleWriter.Change(now.Text, merged.Article),
                by,
                isMerged: true,
                cancellationToken
            );
    }

    /// <summary>Stores the whole file as it was typed.</summary>
    public async Task<SaveOutcome> SaveTextAsync(
        string key,
        int version,
        string text,
        StudioPerson by,
        CancellationToken cancellationToken
    ) =>
        await FindHeadAsync(key, cancellationToken) is { } head
            ? await StoreAsync(key, version, head.Path, text, by, isMerged: false, cancellationToken)
            : new SaveOutcome.Refused(StudioRefusal.Missing);

    public async Task<StudioDecision> SubmitAsync(
        string key,
        int version,
        string? reason,
        StudioPerson by,
        CancellationToken cancellationToken
    )
    {
        var head = await FindHeadAsync(key, cancellationToken);
        var findings = head is null ? 0 : FindFindings(head).Count;
        return await DecideAsync(key, by, c => StudioRules.Submit(c.Draft!, version, reason, findings, by, c.Now), cancellationToken);
    }

    /// <summary>Publishes an approved draft; when it returns, questions are answered from the new text.</summary>
    public async Task<StudioDecision> PublishAsync(string key, int version, StudioPerson by, CancellationToken cancellationToken)
    {
        var decision = await DecideAsync(key, by, c => StudioRules.Publish(c.Draft!, version, c.Live, c.Gate, by), cancellationToken);
        await articles.RefreshAsync(cancellationToken);
        return decision;
    }

    /// <inheritdoc cref="StudioRules.PublishUrgently"/>
    public async Task<StudioDecision> PublishUrgentlyAsync(
        string key,
        int version,
        string? reason,
        StudioPerson by,
        CancellationToken cancellationToken
    )
    {
        var decision = await DecideAsync(
            key,
            by,
            c => StudioRules.PublishUrgently(c.Draft!, version, c.Live, c.Gate, reason, by),
            cancellationToken
        );
        await articles.RefreshAsync(cancellationToken);
        return decision;
    }

    public async Task<StudioRefusal?> RollBackAsync(int number, string? reason, StudioPerson by, CancellationToken cancellationToken)
    {
        var refusal = await transaction.RollBackAsync(number, reason, by, cancellationToken);
        await articles.RefreshAsync(cancellationToken);
        return refusal;
    }

    /// <summary>Decides on an open draft.</summary>
    public Task<StudioDecision> DecideAsync(
        string key,
        StudioPerson by,
        Func<DraftCase, StudioDecision> decide,
        CancellationToken cancellationToken
    ) =>
        transaction.DecideAsync(
            key,
            by,
            null,
            c => c.Draft is null ? new StudioDecision.Refused(StudioRefusal.Missing) : decide(c),
            cancellationToken
        );

    /// <summary>The check's findings about a text beside the published articles.</summary>
    public IReadOnlyList<Problem> FindFindings(RevisionRow revision) => FindFindings(new ArticleFile(revision.Path, revision.Text));

    /// <inheritdoc cref="FindFindings(RevisionRow)"/>
    private IReadOnlyList<Problem> FindFindings(ArticleFile file) =>
        KnowledgeCheck.RunOne(articles.Current.Articles, file, LegalRegister.Default, HanoiTime.DayOf(time.GetUtcNow()));

    /// <summary>What the typed text would say to askers, and what the check finds in it; null when there is no such revision.</summary>
    /// <param name="head">The revision that was on the page.</param>
    public async Task<ArticlePreviewModel?> PreviewAsync(
        string key,
        int head,
        Func<Article, Article> change,
        CancellationToken cancellationToken
    ) =>
        await store.FindRevisionAsync(key, head, cancellationToken) is { } shown && Read(shown) is { } origin
            ? Preview(new ArticleFile(shown.Path, ArticleWriter.Change(shown.Text, change(origin))))
            : null;

    /// <inheritdoc cref="PreviewAsync"/>
    public ArticlePreviewModel Preview(ArticleFile file) =>
        new(
            FindingPlace.Group(file.Text, FindFindings(file)),
            ArticleReader.Read(file.Path, file.Text) is ArticleReadResult.Valid { Article: var article }
                ? ArticlePreview.Create(article, time)
                : []
        );

    public async Task<RevisionRow?> FindHeadAsync(string key, CancellationToken cancellationToken) =>
        await store.FindDraftAsync(key, cancellationToken) is { } draft
            ? await store.FindRevisionAsync(key, draft.Head, cancellationToken)
            : null;

    /// <summary>The article with its references to amounts; null when the text cannot be read.</summary>
    public static Article? Read(RevisionRow revision) => Read(new ArticleFile(revision.Path, revision.Text));

    /// <inheritdoc cref="Read(RevisionRow)"/>
    public static Article? Read(ArticleFile file) => ArticleWriter.ReadDraft(file.Path, file.Text);

    private Task<StudioDecision> StartAsync(string key, ArticleFile file, StudioPerson by, CancellationToken cancellationToken) =>
        transaction.DecideAsync(
            key,
            by,
            PreparedFile.Of(file),
            c => StudioRules.Start(c.Draft, key, c.Text!, c.BasedOn, by, c.Now),
            cancellationToken
        );

    private async Task<SaveOutcome> StoreAsync(
        string key,
        int version,
        string path,
        string text,
        StudioPerson by,
        bool isMerged,
        CancellationToken cancellationToken
    )
    {
        var decision = await transaction.DecideAsync(
            key,
            by,
            PreparedFile.Of(new ArticleFile(path, text)),
            c =>
                c.Draft is null
                    ? new StudioDecision.Refused(StudioRefusal.Missing)
                    : StudioRules.Save(c.Draft, version, c.Text!, by, c.Now),
            cancellationToken
        );
        return decision is StudioDecision.Refused { Refusal: var refusal }
            ? new SaveOutcome.Refused(refusal)
            : new SaveOutcome.Saved(isMerged);
    }
}
