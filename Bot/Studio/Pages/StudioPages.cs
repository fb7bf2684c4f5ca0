using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Studio.Editing;
using PolicyAssistantBot.Studio.Gate;
using PolicyAssistantBot.Studio.Holds;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;
using PolicyAssistantBot.Studio.Texts;
using PolicyAssistantBot.Studio.Transfer;
using PolicyAssistantBot.Studio.Unsaved;
using PolicyAssistantBot.Studio.Urgent;

namespace PolicyAssistantBot.Studio.Pages;

/// <summary>Collects what the pages of the Studio show.</summary>
internal sealed class StudioPages(
    KnowledgeStore store,
    DatabaseArticles articles,
    StudioService service,
    GateRunner gates,
    StudioVerifier verifier,
    LiveHolds holds,
    UnsavedWork unsaved,
    UrgentStore urgent,
    TimeProvider time
)
{
    private const int ListedSets = 50;

    public async Task<IResult> ShowTodayAsync(HttpContext context, CancellationToken token)
    {
        var lines = new List<DraftLine>();
        foreach (var draft in await store.ListDraftsAsync(token))
        {
            lines.Add(new DraftLine(draft, await FindTitleAsync(draft, token)));
        }

        var live = articles.Live;
        return PageResults.Show<TodayPage>(
            context,
            new TodayModel(
                live.Number,
                live.Articles.Articles.Count,
                lines,
                StudioResults.Person(context),
                await urgent.ListWaitingAsync(token),
                time.GetUtcNow()
            )
        );
    }

    public async Task<IResult> ShowArticlesAsync(
        HttpContext context,
        string? search,
        string? topic,
        string? state,
        string? after,
        CancellationToken token
    )
    {
        DraftState? wantedState = Enum.TryParse<DraftState>(state, out var parsed) ? parsed : null;
        var drafts = (await store.ListDraftsAsync(token)).ToDictionary(draft => draft.Key, StringComparer.Ordinal);
        var lines = articles
            .Current.Articles.Select(article => new ArticleLine(article.Key, article.Title, article, drafts.GetValueOrDefault(article.Key)))
            .ToList();
        foreach (var draft in drafts.Values.Where(draft => articles.Current.Find(draft.Key) is null))
        {
            lines.Add(new ArticleLine(draft.Key, await FindTitleAsync(draft, token), null, draft));
        }

        var words = (search ?? "").Trim();
        var found = lines
            .Where(line => string.IsNullOrEmpty(topic) || line.Article?.Topic == topic)
            .Where(line => wantedState is null || line.Draft?.State == wantedState)
            .Where(line => words.Length == 0 || ArticleSearch.Matches(line, words))
            .OrderBy(line => line.Key, StringComparer.Ordinal)
            .ToList();
        var page = found
            .Where(line => after is null || string.CompareOrdinal(line.Key, after) > 0)
            .Take(KnowledgeStore.PageSize + 1)
            .ToList();
        return PageResults.Show<ArticlesPage>(
            context,
            new ArticlesModel(
                [.. page.Take(KnowledgeStore.PageSize)],
                found.Count,
                page.Count > KnowledgeStore.PageSize ? page[KnowledgeStore.PageSize - 1].Key : null,
                words,
                topic ?? "",
                wantedState,
                StudioResults.Person(context).HasAny(Roles.Editor)
            )
        );
    }

    public async Task<IResult> ShowArticleAsync(HttpContext context, string key, CancellationToken token)
    {
        var revisions = await store.ListRevisionsAsync(key, token);
        if (revisions.Count == 0)
        {
            return StudioResults.Refuse(context, StudioRefusal.Missing);
        }

        var live = (await store.FindSetAsync(null, token))?.Members.FirstOrDefault(member => member.Key == key);
        return PageResults.Show<ArticlePage>(
            context,
            new ArticleModel(
                key,
                articles.Current.Find(key),
                await store.FindDraftAsync(key, token),
                revisions,
                [.. (await store.ListEventsAsync(key, null, token)).Take(KnowledgeStore.PageSize)],
                live?.Revision ?? 0,
                StudioResults.Person(context).HasAny(Roles.Editor)
            )
            {
                Hold = articles.Current.Find(key) is { } article ? holds.Current.Find(article) : null,
                CanHold = StudioResults.Person(context).HasAny(Roles.Reviewer | Roles.Publisher | Roles.Supervisor),
            }
        );
    }

    public async Task<IResult> CompareAsync(HttpContext context, string key, int? before, int? after, CancellationToken token) =>
        await store.FindRevisionAsync(key, before ?? 0, token) is { } old
        && await store.FindRevisionAsync(key, after ?? 0, token) is { } now
            ? PageResults.Show<ComparePage>(context, new CompareModel(key, old.Number, now.Number, ArticleComparison.Compare(old, now)))
            : StudioResults.Refuse(context, StudioRefusal.Missing);

    public async Task<IResult> ShowEditorAsync(
        HttpContext context,
        string key,
        string? done,
        CancellationToken token,
        StudioRefusal? refusal = null
    )
    {
        if (
            await store.FindDraftAsync(key, token) is not { } draft
            || await store.FindRevisionAsync(key, draft.Head, token) is not { } head
        )
        {
            return StudioResults.Refuse(context, StudioRefusal.Missing);
        }

        var (article, kept) = (StudioService.Read(head), await unsaved.FindAsync(key, StudioResults.Person(context).Id, token));
        if (
            article is not null
            && kept is not null
            && await store.FindRevisionAsync(key, kept.Head, token) is { } shown
            && StudioService.Read(shown) is { } origin
        )
        {
            article = ArticleForm.Apply(origin, UnsavedWork.ToForm(kept));
        }

        var notice = done switch
        {
            _ when kept is not null => EditorTexts.UnsavedNotice,
            "saved" => EditorTexts.Saved,
            "merged" => EditorTexts.Merged,
            _ => null,
        };
        return PageResults.Show<EditorPage>(
            context,
            new EditorModel(
                draft,
                head.Text,
                article,
                service.FindFindings(head),
                [],
                notice,
                refusal is { } reason ? StudioTexts.Explain(reason) : null
            )
            {
                Unsaved = kept,
                Preview = service.Preview(new ArticleFile(head.Path, head.Text)),
            },
            refusal is { } refused ? StudioResults.StatusOf(refused) : StatusCodes.Status200OK
        );
    }

    /// <summary>What was typed, with what another person changed at the same places.</summary>
    public static RazorComponentResult ShowConflict(HttpContext context, SaveOutcome.Conflict conflict)
    {
        var text = ArticleWriter.Write(conflict.Mine);
        return PageResults.Show<EditorPage>(
            context,
            new EditorModel(conflict.Draft, text, conflict.Mine, [], conflict.Conflicts, null, null),
            StatusCodes.Status409Conflict
        );
    }

    /// <summary>The whole file that was typed, while another text was saved.</summary>
    public async Task<IResult> ShowStaleFileAsync(HttpContext context, string key, string text, CancellationToken token)
    {
        if (
            await store.FindDraftAsync(key, token) is not { } draft
            || await store.FindRevisionAsync(key, draft.Head, token) is not { } head
        )
        {
            return StudioResults.Refuse(context, StudioRefusal.Missing);
        }

        return PageResults.Show<EditorPage>(
            context,
            new EditorModel(draft, text, null, [], [new MergeConflict("", "", text, head.Text)], null, null),
            StatusCodes.Status409Conflict
        );
    }

    public async Task<IResult> ShowReviewAsync(HttpContext context, string key, StudioRefusal? refusal, CancellationToken token)
    {
        if (
            await store.FindDraftAsync(key, token) is not { } draft
            || await store.FindRevisionAsync(key, draft.Head, token) is not { } head
        )
        {
            return StudioResults.Refuse(context, StudioRefusal.Missing);
        }

        var before = await store.FindRevisionAsync(key, draft.BasedOn, token);
        return PageResults.Show<ReviewPage>(
            context,
            new ReviewModel(
                draft,
                StudioService.Read(head)?.Title ?? new LocalizedText(key, key),
                ArticleComparison.Compare(before, head),
                service.FindFindings(head),
                await gates.FindAsync(draft, token),
                [.. (await store.ListEventsAsync(key, null, token)).Take(KnowledgeStore.PageSize)],
                StudioResults.Person(context),
                refusal is { } reason ? StudioTexts.Explain(reason) : null
            ),
            refusal is { } refused ? StudioResults.StatusOf(refused) : StatusCodes.Status200OK
        );
    }

    public async Task<IResult> ShowSetsAsync(HttpContext context, string? done, CancellationToken token)
    {
        var notice = done switch
        {
            "published" => EditorTexts.PublishedNotice,
            "back" => EditorTexts.RolledBack,
            _ => null,
        };
        return PageResults.Show<SetsPage>(
            context,
            new SetsModel(await store.ListSetsAsync(ListedSets, token), StudioResults.Person(context).HasAny(Roles.Publisher), notice)
        );
    }

    public async Task<IResult> ShowRollBackAsync(HttpContext context, int number, StudioRefusal? refusal, CancellationToken token)
    {
        if (await store.FindSetAsync(number, token) is not { } set || await store.FindSetAsync(null, token) is not { } live)
        {
            return StudioResults.Refuse(context, StudioRefusal.Missing);
        }

        var then = set.Members.ToDictionary(member => member.Key, member => member.Revision, StringComparer.Ordinal);
        var now = live.Members.ToDictionary(member => member.Key, member => member.Revision, StringComparer.Ordinal);
        var changed = now
            .Keys.Union(then.Keys, StringComparer.Ordinal)
            .Select(key => (key, Find(now, key), Find(then, key)))
            .Where(one => one.Item2 != one.Item3)
            .OrderBy(one => one.key, StringComparer.Ordinal);
        return PageResults.Show<RollBackPage>(
            context,
            new RollBackModel(set, [.. changed], refusal is { } reason ? StudioTexts.Explain(reason) : null),
            refusal is { } refused ? StudioResults.StatusOf(refused) : StatusCodes.Status200OK
        );

        static int? Find(Dictionary<string, int> revisions, string key) => revisions.TryGetValue(key, out var revision) ? revision : null;
    }

    public async Task<IResult> ShowAuditAsync(HttpContext context, long? before, bool isProved, CancellationToken token)
    {
        var events = await store.ListEventsAsync(null, before, token);
        return PageResults.Show<AuditPage>(
            context,
            new AuditModel(
                [.. events.Take(KnowledgeStore.PageSize)],
                events.Count > KnowledgeStore.PageSize ? events[KnowledgeStore.PageSize - 1].Number : null,
                isProved ? await verifier.VerifyAsync(token) : null,
                StudioResults.Person(context),
                await urgent.ListWaitingAsync(token),
                time.GetUtcNow()
            )
        );
    }

    private async Task<LocalizedText> FindTitleAsync(ArticleDraft draft, CancellationToken token) =>
        await store.FindRevisionAsync(draft.Key, draft.Head, token) is { } head && StudioService.Read(head) is { } article
            ? article.Title
            : new LocalizedText(draft.Key, draft.Key);
}
