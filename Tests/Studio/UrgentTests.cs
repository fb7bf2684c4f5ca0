using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;
using PolicyAssistantBot.Studio.Urgent;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>One person publishes urgently; a second one reviews it within a working day, or it is taken back.</summary>
public sealed class UrgentTests : IDisposable
{
    private const string Key = "E1-place";

    private static readonly StudioPerson An = new("an", "An", Roles.Editor | Roles.Reviewer);
    private static readonly StudioPerson Binh = new("binh", "Bình", Roles.Reviewer);
    private static readonly StudioPerson Chi = new("chi", "Chi", Roles.Publisher | Roles.Reviewer);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_waits_for_a_review_is_overdue_after_a_working_day_and_is_mailed_once()
    {
        await using var desk = await OpenAsync();
        await PublishAsync(desk);
        var store = desk.Get<UrgentStore>();
        var row = Assert.Single(await store.ListWaitingAsync(default));
        Assert.Equal(("Chi", "sai số nghiêm trọng"), (row.ByName, row.Reason));

        // Published on a Saturday: the next working day is Monday.
        Assert.Equal(DayOfWeek.Saturday, HanoiTime.DayOf(desk.Time.GetUtcNow()).DayOfWeek);
        Assert.Equal(DayOfWeek.Monday, HanoiTime.DayOf(row.DueAt).DayOfWeek);
        var reminder = desk.Get<UrgentReminder>();
        desk.Time.Advance(row.DueAt - desk.Time.GetUtcNow());
        await reminder.RunAsync(default);
        Assert.Empty(await ReadMailsAsync(desk));
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        await reminder.RunAsync(default);
        await reminder.RunAsync(default);
        Assert.Equal("binh@example.org", Assert.Single(await ReadMailsAsync(desk)).Recipient);

        Assert.Equal(StudioRefusal.OwnWork, await store.ReviewAsync(row.Set, An, default));
        Assert.Equal(StudioRefusal.OwnWork, await store.ReviewAsync(row.Set, Chi, default));
        Assert.Single(await store.ListWaitingAsync(default));
        Assert.Null(await store.ReviewAsync(row.Set, Binh, default));
        Assert.Empty(await store.ListWaitingAsync(default));
        var kinds = (await desk.Get<KnowledgeStore>().ListEventsAsync(Key, null, default)).Select(e => e.Kind).Take(4);
        Assert.Equal(
            [StudioEventKind.ReviewedAfterwards, StudioEventKind.Refused, StudioEventKind.Refused, StudioEventKind.PublishedUrgently],
            kinds
        );
    }

    [Fact]
    public async Task What_is_taken_back_waits_no_more()
    {
        await using var desk = await OpenAsync();
        await PublishAsync(desk);
        Assert.Null(await desk.Get<StudioTransaction>().RollBackAsync(1, "nhầm", Chi, default));
        Assert.Empty(await desk.Get<UrgentStore>().ListWaitingAsync(default));
    }

    private async Task<DeskHost> OpenAsync()
    {
        var desk = await DeskHost.OpenAsync(folder, ("Mail:Host", "localhost"), ("Mail:From", "bot@example.org"));
        var accounts = desk.Get<AccountStore>();
        Assert.IsType<AccountOutcome.Succeeded>(await accounts.CreateAsync("binh", "Bình", Roles.Reviewer, default, "binh@example.org"));
        var shipped = new ArticleFolder(folder.File("shipped"));
        shipped.Write(Key, "Câu thứ nhất.");
        await desk.Get<PolicyAssistantBot.Studio.Delivery.DeliveryTaker>().TakeAsync(shipped.Path, default);
        return desk;
    }

    private async Task PublishAsync(DeskHost desk)
    {
        var transaction = desk.Get<StudioTransaction>();
        var file = PreparedFile.Of(new ArticleFolder(folder.File("here")).Text(Key, "Câu đã sửa."));
        await DecideAsync(An, c => StudioRules.Start(c.Draft, Key, c.Text!, c.BasedOn, An, c.Now), file);
        await DecideAsync(An, c => StudioRules.Submit(c.Draft!, 1, "sửa câu", 0, An, c.Now));
        await DecideAsync(
            Chi,
            c =>
                StudioRules.PublishUrgently(
                    c.Draft!,
                    2,
                    c.Live,
                    new GateVerdict(c.Draft!.HeadDigest, c.Live, IsPassed: true),
                    "sai số nghiêm trọng",
                    Chi
                )
        );

        async Task DecideAsync(StudioPerson by, Func<DraftCase, StudioDecision> decide, PreparedFile? text = null) =>
            Assert.IsType<StudioDecision.Changed>(await transaction.DecideAsync(Key, by, text, decide, default));
    }

    private static async Task<IReadOnlyList<MailRow>> ReadMailsAsync(DeskHost desk)
    {
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await db.Set<MailRow>().AsNoTracking().ToListAsync();
    }
}
