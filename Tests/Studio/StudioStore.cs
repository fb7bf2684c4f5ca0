using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio;
using PolicyAssistantBot.Studio.Delivery;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>A store of articles with people of each role.</summary>
internal static class StudioStore
{
    public static readonly StudioPerson An = new("an", "An", Roles.Editor);
    public static readonly StudioPerson Binh = new("binh", "Bình", Roles.Reviewer);
    public static readonly StudioPerson Chi = new("chi", "Chi", Roles.Publisher);

    public static Task<StorageHost> OpenAsync(TempFolder folder, DatabaseKind database) =>
        StorageHost.OpenAsync(folder, database, Configure);

    private static void Configure(IServiceCollection services) => services.AddKnowledgeStore().AddLogging();

    public static Task<DeliveryOutcome> TakeAsync(StorageHost host, string shipped) =>
        host.Get<DeliveryTaker>().TakeAsync(shipped, default);

    public static async Task<DatabaseArticles> LoadAsync(StorageHost host)
    {
        var log = host.Get<Microsoft.Extensions.Logging.ILogger<DatabaseArticles>>();
        var articles = new DatabaseArticles(host.Get<KnowledgeStore>(), SnapshotStore.None, log);
        await articles.RefreshAsync(default);
        return articles;
    }

    public static async Task<string> ReadHeadAsync(KnowledgeStore store, string key)
    {
        var draft = await store.FindDraftAsync(key, default);
        return (await store.FindRevisionAsync(key, draft!.Head, default))!.Text;
    }

    /// <summary>Makes a folder live without the check, which the small articles of these tests would not pass.</summary>
    public static async Task PublishFolderAsync(StorageHost host, ArticleFolder wanted)
    {
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var live = await db.FindLiveSetAsync(default);
        var members = new List<SetMember>();
        foreach (var file in ArticleStore.ReadFolder(wanted.Path))
        {
            var row = await db.AddRevisionAsync(PreparedFile.Of(file), 1, RevisionOrigin.Editor, An, host.Time.GetUtcNow(), default);
            members.Add(row.ToMember());
        }

        await db.AddSetAsync(
            live! with
            {
                Number = live.Number + 1,
                Members = members,
            },
            StudioRows.CreateEvent(StudioEventKind.Published, An, host.Time.GetUtcNow()),
            default
        );
        await transaction.CommitAsync();
    }

    public static async Task<ArticleDraft> SubmitAsync(StorageHost host, ArticleFile file, StudioPerson by)
    {
        await DecideAsync(host, by, c => StudioRules.Start(c.Draft, "E1-place", c.Text!, c.BasedOn, by, c.Now), PreparedFile.Of(file));
        var submitted = await DecideAsync(host, by, c => StudioRules.Submit(c.Draft!, 1, "sửa câu", 0, by, c.Now));
        return Assert.IsType<StudioDecision.Changed>(submitted).Draft!;
    }

    public static async Task PublishAsync(StorageHost host, ArticleFile file)
    {
        var draft = await SubmitAsync(host, file, An);
        await DecideAsync(host, Binh, c => StudioRules.Approve(c.Draft!, draft.HeadDigest, Binh, c.Now));
        var published = await DecideAsync(
            host,
            Chi,
            c => StudioRules.Publish(c.Draft!, c.Draft!.Version, c.Live, new GateVerdict(draft.HeadDigest, c.Live, IsPassed: true), Chi)
        );
        Assert.IsType<StudioDecision.Changed>(published);
    }

    public static Task<StudioDecision> DecideAsync(
        StorageHost host,
        StudioPerson by,
        Func<DraftCase, StudioDecision> decide,
        PreparedFile? text = null
    ) => host.Get<StudioTransaction>().DecideAsync("E1-place", by, text, decide, default);

    public static async Task<string> CountRowsAsync(StorageHost host)
    {
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var counts = new[]
        {
            await db.Set<RevisionRow>().CountAsync(),
            await db.Set<SetRow>().CountAsync(),
            await db.Set<StudioEvent>().CountAsync(),
            await db.Set<DeliveryRow>().CountAsync(),
        };
        return string.Join(' ', counts);
    }
}
