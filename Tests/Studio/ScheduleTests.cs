using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Evaluation.Gate;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Gate;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Schedule;
using PolicyAssistantBot.Studio.Store;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>An approved article goes live at its minute of Hanoi's clock, or the old one stays and the publishers are told.</summary>
public sealed class ScheduleTests : IDisposable
{
    private const string Key = "E1-place";

    private static readonly StudioPerson An = new("an", "An", Roles.Editor);
    private static readonly StudioPerson Binh = new("binh", "Bình", Roles.Reviewer);
    private static readonly StudioPerson Chi = new("chi", "Chi", Roles.Publisher);

    /// <summary>The clock of these tests stands at 21 November 2026.</summary>
    private static readonly DateTimeOffset Midnight = HanoiTime.StartOf(new DateOnly(2026, 11, 23));

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_is_old_a_second_before_midnight_in_Hanoi_and_new_a_second_after()
    {
        await using var desk = await OpenAsync();
        await ScheduleAsync(desk, isPassed: true);
        MoveTo(desk, Midnight.AddSeconds(-1));
        Assert.Equal(Midnight, await RunAsync(desk));
        Assert.Equal("Câu thứ nhất.", ReadAnswer(desk));
        MoveTo(desk, Midnight.AddSeconds(1));
        await RunAsync(desk);
        Assert.Equal("Câu đã sửa.", ReadAnswer(desk));
        Assert.Null((await EventsAsync(desk))[0].Text);
    }

    [Fact]
    public async Task What_was_due_while_the_program_was_down_is_published_late_and_says_so()
    {
        await using var desk = await OpenAsync();
        await ScheduleAsync(desk, isPassed: true);
        MoveTo(desk, Midnight.AddHours(3));
        await RunAsync(desk);
        Assert.Equal("Câu đã sửa.", ReadAnswer(desk));
        Assert.StartsWith("late: due 2026-11-22 17:00", (await EventsAsync(desk))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_gate_stops_leaves_the_old_text_and_mails_the_publishers()
    {
        await using var desk = await OpenAsync();
        var accounts = desk.Get<AccountStore>();
        Assert.IsType<AccountOutcome.Succeeded>(await accounts.CreateAsync("chi", "Chi", Roles.Publisher, default, "chi@example.org"));
        await ScheduleAsync(desk, isPassed: false);
        MoveTo(desk, Midnight.AddSeconds(1));
        await RunAsync(desk);
        await RunAsync(desk);
        Assert.Equal("Câu thứ nhất.", ReadAnswer(desk));
        Assert.Equal(DraftState.PublishFailed, (await desk.Get<KnowledgeStore>().FindDraftAsync(Key, default))!.State);
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var mail = Assert.Single(await db.Set<MailRow>().AsNoTracking().ToListAsync());
        Assert.Equal("chi@example.org", mail.Recipient);
        Assert.Contains(Key, mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_waits_for_the_gate_where_something_else_went_live_meanwhile()
    {
        await using var desk = await OpenAsync();
        await ScheduleAsync(desk, isPassed: null);
        MoveTo(desk, Midnight.AddSeconds(1));
        await RunAsync(desk);
        Assert.Equal("Câu thứ nhất.", ReadAnswer(desk));
        await AddGateAsync(desk, isPassed: true);
        await RunAsync(desk);
        Assert.Equal("Câu đã sửa.", ReadAnswer(desk));
    }

    private async Task<DeskHost> OpenAsync()
    {
        var desk = await DeskHost.OpenAsync(folder, ("Mail:Host", "localhost"), ("Mail:From", "bot@example.org"));
        var shipped = new ArticleFolder(folder.File("shipped"));
        shipped.Write(Key, "Câu thứ nhất.");
        await desk.Get<PolicyAssistantBot.Studio.Delivery.DeliveryTaker>().TakeAsync(shipped.Path, default);
        await desk.Get<DatabaseArticles>().RefreshAsync(default);
        return desk;
    }

    private static async Task ScheduleAsync(DeskHost desk, bool? isPassed)
    {
        var transaction = desk.Get<StudioTransaction>();
        var file = new ArticleFolder(Path.GetTempPath()).Text(Key, "Câu đã sửa.");
        await DecideAsync(An, c => StudioRules.Start(c.Draft, Key, c.Text!, c.BasedOn, An, c.Now), PreparedFile.Of(file));
        await DecideAsync(An, c => StudioRules.Submit(c.Draft!, 1, "sửa câu", 0, An, c.Now));
        await DecideAsync(Binh, c => StudioRules.Approve(c.Draft!, c.Draft!.HeadDigest, Binh, c.Now));
        await DecideAsync(Chi, c => StudioRules.Schedule(c.Draft!, c.Draft!.Version, Midnight, Chi, c.Now));
        if (isPassed is { } passed)
        {
            await AddGateAsync(desk, passed);
        }

        async Task DecideAsync(StudioPerson by, Func<DraftCase, StudioDecision> decide, PreparedFile? text = null) =>
            Assert.IsType<StudioDecision.Changed>(await transaction.DecideAsync(Key, by, text, decide, default));
    }

    private static async Task AddGateAsync(DeskHost desk, bool isPassed)
    {
        var draft = await desk.Get<KnowledgeStore>().FindDraftAsync(Key, default);
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        db.Add(
            new GateRow
            {
                Key = Key,
                Digest = draft!.HeadDigest,
                BaseSet = 1,
                IsPassed = isPassed,
                Report = new GateReport([], [], [], 0),
                At = desk.Time.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync();
    }

    private static void MoveTo(DeskHost desk, DateTimeOffset at) => desk.Time.Advance(at - desk.Time.GetUtcNow());

    private static Task<DateTimeOffset?> RunAsync(DeskHost desk) => desk.Get<ScheduledPublisher>().RunDueAsync(default);

    private static string ReadAnswer(DeskHost desk) => desk.Get<DatabaseArticles>().Current.Find(Key)!.SectionsVi[0].Markdown;

    private static Task<IReadOnlyList<StudioEvent>> EventsAsync(DeskHost desk) =>
        desk.Get<KnowledgeStore>().ListEventsAsync(Key, null, default);
}
