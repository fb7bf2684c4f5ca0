using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Studio.Delivery;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;
using PolicyAssistantBot.Studio.Transfer;
using PolicyAssistantBot.Tests.Support;
using static PolicyAssistantBot.Tests.Studio.StudioStore;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>The contract of the store, which both databases pass.</summary>
public sealed class KnowledgeStoreTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task The_first_start_takes_the_shipped_folder_whole_and_the_second_writes_nothing(DatabaseKind database)
    {
        var shipped = SourceTree.Combine("Knowledge", "Articles");
        await using (var first = await OpenAsync(folder, database))
        {
            Assert.IsType<DeliveryOutcome.Taken>(await TakeAsync(first, shipped));
            using var articles = await LoadAsync(first);
            using var folderStore = new ArticleStore(shipped, null, TimeProvider.System, watch: false);
            Assert.Equal(folderStore.Current.Digest, articles.Current.Digest);
            Assert.Equal(1, articles.Live.Number);
        }

        await using var second = await OpenAsync(folder, database);
        var before = await CountRowsAsync(second);
        Assert.IsType<DeliveryOutcome.Unchanged>(await TakeAsync(second, shipped));
        Assert.Equal(before, await CountRowsAsync(second));
    }

    [Theory, EveryDatabase]
    public async Task An_upgrade_adopts_what_nobody_changed_and_leaves_the_rest_to_a_person(DatabaseKind database)
    {
        await using var host = await OpenAsync(folder, database);
        var shipped = new ArticleFolder(folder.File("shipped"));
        foreach (var key in new[] { "A1-untouched", "A2-edited", "A3-archived", "A4-removed", "A5-both" })
        {
            shipped.Write(key, "Câu thứ nhất.");
        }

        await TakeAsync(host, shipped.Path);

        // Edited here: A2 in its answer, A5 in both languages; A3 is no longer live.
        var here = new ArticleFolder(folder.File("here"));
        here.Write("A1-untouched", "Câu thứ nhất.");
        here.Write("A2-edited", "Câu sửa tại đây.");
        here.Write("A4-removed", "Câu thứ nhất.");
        here.Write("A5-both", "Câu sửa tại đây.");
        await PublishFolderAsync(host, here);

        shipped.Write("A1-untouched", "Câu mới.");
        shipped.Write("A2-edited", "Câu thứ nhất.", "A new sentence.");
        shipped.Write("A3-archived", "Câu mới.");
        shipped.Write("A5-both", "Câu mới.");
        shipped.Write("A6-new", "Bài mới.");
        shipped.Delete("A4-removed");
        var plan = Assert.IsType<DeliveryOutcome.Taken>(await TakeAsync(host, shipped.Path)).Plan;

        Assert.Equal(["A1-untouched", "A6-new"], plan.Adopted.Select(file => file.Key));
        Assert.Equal(["A4-removed"], plan.Removed);
        Assert.Equal(["A3-archived"], plan.Kept);
        using var articles = await LoadAsync(host);
        Assert.Equal(["A1-untouched", "A2-edited", "A5-both", "A6-new"], articles.Current.Articles.Select(article => article.Key));
        Assert.Equal("Câu mới.", articles.Current.Find("A1-untouched")!.SectionsVi[0].Markdown);
        Assert.Equal("Câu sửa tại đây.", articles.Current.Find("A2-edited")!.SectionsVi[0].Markdown);

        var store = host.Get<KnowledgeStore>();
        var merged = await ReadHeadAsync(store, "A2-edited");
        Assert.Contains("Câu sửa tại đây.", merged, StringComparison.Ordinal);
        Assert.Contains("A new sentence.", merged, StringComparison.Ordinal);
        Assert.Null((await store.FindDraftAsync("A2-edited", default))!.Reason);
        Assert.Contains("Câu sửa tại đây.", await ReadHeadAsync(store, "A5-both"), StringComparison.Ordinal);
        Assert.Equal("vi:answer", (await store.FindDraftAsync("A5-both", default))!.Reason);
    }

    [Theory, EveryDatabase]
    public async Task Broken_delivered_files_leave_the_last_set_and_say_so_once(DatabaseKind database)
    {
        await using var host = await OpenAsync(folder, database);
        var shipped = new ArticleFolder(folder.File("shipped"));
        shipped.Write("A1-one", "Câu thứ nhất.");
        await TakeAsync(host, shipped.Path);
        shipped.WriteText("A1-one", "no front matter");
        Assert.NotEmpty(Assert.IsType<DeliveryOutcome.Refused>(await TakeAsync(host, shipped.Path)).Problems);
        await TakeAsync(host, shipped.Path);

        using var articles = await LoadAsync(host);
        Assert.Equal(["A1-one"], articles.Current.Articles.Select(article => article.Key));
        var events = await host.Get<KnowledgeStore>().ListEventsAsync(null, null, default);
        Assert.Equal([StudioEventKind.DeliveryRefused, StudioEventKind.Delivered], events.Select(e => e.Kind));
    }

    [Theory, EveryDatabase]
    public async Task A_draft_becomes_a_set_and_a_set_can_be_taken_back(DatabaseKind database)
    {
        await using var host = await OpenAsync(folder, database);
        var shipped = new ArticleFolder(folder.File("shipped"));
        shipped.Write("E1-place", "Câu thứ nhất.");
        await TakeAsync(host, shipped.Path);
        using var articles = await LoadAsync(host);
        var before = await host.Get<KnowledgeStore>().FindRevisionAsync("E1-place", 1, default);

        await PublishAsync(host, shipped.Text("E1-place", "Câu đã sửa."));
        await articles.RefreshAsync(default);
        Assert.Equal(2, articles.Live.Number);
        Assert.Equal("Câu đã sửa.", articles.Current.Find("E1-place")!.SectionsVi[0].Markdown);
        Assert.Null(await host.Get<KnowledgeStore>().FindDraftAsync("E1-place", default));

        var transaction = host.Get<StudioTransaction>();
        Assert.Equal(StudioRefusal.NoRole, await transaction.RollBackAsync(1, "sai", Binh, default));
        Assert.Equal(StudioRefusal.NoReason, await transaction.RollBackAsync(1, " ", Chi, default));
        Assert.Null(await transaction.RollBackAsync(1, "sai mức", Chi, default));
        await articles.RefreshAsync(default);
        Assert.Equal(3, articles.Live.Number);
        var after = Assert.Single((await host.Get<KnowledgeStore>().FindSetAsync(null, default))!.Members);
        Assert.Equal((before!.Number, before.Digest), (after.Revision, after.Digest));
        Assert.Empty((await host.Get<StudioVerifier>().VerifyAsync(default)).Faults);
    }

    [Theory, EveryDatabase]
    public async Task A_forged_approval_is_refused_and_recorded(DatabaseKind database)
    {
        await using var host = await OpenAsync(folder, database);
        var shipped = new ArticleFolder(folder.File("shipped"));
        shipped.Write("E1-place", "Câu thứ nhất.");
        await TakeAsync(host, shipped.Path);
        var all = An with { Roles = Roles.Editor | Roles.Reviewer | Roles.Publisher };
        var draft = await SubmitAsync(host, shipped.Text("E1-place", "Câu đã sửa."), all);
        var decision = await DecideAsync(host, all, c => StudioRules.Approve(c.Draft!, draft.HeadDigest, all, c.Now));

        Assert.Equal(StudioRefusal.OwnWork, Assert.IsType<StudioDecision.Refused>(decision).Refusal);
        Assert.Equal(DraftState.InReview, (await host.Get<KnowledgeStore>().FindDraftAsync("E1-place", default))!.State);
        var tried = (await host.Get<KnowledgeStore>().ListEventsAsync("E1-place", null, default))[0];
        Assert.Equal((StudioEventKind.Refused, "an", "OwnWork"), (tried.Kind, tried.ById, tried.Text));
    }

    [Theory, EveryDatabase]
    public async Task Of_two_who_save_the_same_version_one_is_refused_and_no_text_of_hers_is_stored(DatabaseKind database)
    {
        await using var host = await OpenAsync(folder, database);
        var shipped = new ArticleFolder(folder.File("shipped"));
        shipped.Write("E1-place", "Câu thứ nhất.");
        await TakeAsync(host, shipped.Path);
        var first = PreparedFile.Of(shipped.Text("E1-place", "Câu của An."));
        await DecideAsync(host, An, c => StudioRules.Start(c.Draft, "E1-place", c.Text!, c.BasedOn, An, c.Now), first);
        var texts = new[] { "Câu hai.", "Câu ba." }.Select(text => PreparedFile.Of(shipped.Text("E1-place", text))).ToList();
        var results = await Task.WhenAll(
            texts.Select(text => DecideAsync(host, An, c => StudioRules.Save(c.Draft!, 1, c.Text!, An, c.Now), text))
        );

        Assert.Single(results, result => result is StudioDecision.Changed);
        Assert.Single(results, result => result is StudioDecision.Refused { Refusal: StudioRefusal.Stale });
        Assert.Equal(3, (await host.Get<KnowledgeStore>().ListRevisionsAsync("E1-place", default)).Count);
    }
}
