using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Insight;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Insight;

public sealed class WeeklyMailTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_supervisor_with_an_address_gets_the_weekly_figures_once_on_monday_morning()
    {
        Directory.CreateDirectory(folder.File("articles/support"));
        await File.WriteAllTextAsync(
            folder.File("articles/support/B1-tech.md"),
            Knowledge.Content.Sample.Article.Replace("until: }", "until: 2026-12-31 }", StringComparison.Ordinal)
        );
        await using var desk = await DeskHost.OpenAsync(
            folder,
            ("Mail:Host", "127.0.0.1"),
            ("Mail:Port", "9"),
            ("Mail:Encryption", "None"),
            ("Mail:From", "desk@example.vn"),
            ("Mail:Interval", "1.00:00:00")
        );
        await desk.SubmitAsync(Sample.Draft());
        var chief = await desk.CreateAsync("ha", Roles.Supervisor);
        var official = await desk.CreateAsync("lan", Roles.Official);
        var abroad = await desk.CreateAsync("minh", Roles.Supervisor);
        await desk.CreateAsync("son", Roles.Supervisor);
        await using (var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync())
        {
            await db.Set<Account>()
                .Where(a => a.Id == abroad.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Email, "minh@example.vn").SetProperty(a => a.Language, "en"));
            await db.Set<Account>()
                .Where(a => a.Id == chief.Id || a.Id == official.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Email, a => a.UserName + "@example.vn"));
        }

        // Saturday 09:00 in Vietnam; then Monday 07:00 and 07:40; then Thursday, for a service that was down until then.
        Assert.Empty(await WeekliesAsync(desk, TimeSpan.Zero));
        Assert.Empty(await WeekliesAsync(desk, TimeSpan.FromHours(46)));
        var mails = (await WeekliesAsync(desk, TimeSpan.FromMinutes(40))).OrderBy(m => m.Recipient, StringComparer.Ordinal).ToList();
        Assert.Equal(["ha@example.vn", "minh@example.vn"], mails.Select(m => m.Recipient));
        var mail = mails[0];
        Assert.Equal(
            ("ha@example.vn", "Số liệu tuần 16/11/2026 – 22/11/2026: bàn tiếp nhận hỗ trợ doanh nghiệp"),
            (mail.Recipient, mail.Subject)
        );
        Assert.Contains("Mới gửi: 1 (Tuần trước: 0)", mail.Text, StringComparison.Ordinal);
        Assert.Contains("- Sắp hết hiệu lực: 1 mục", mail.Text, StringComparison.Ordinal);
        Assert.Contains("- Hỗ trợ công nghệ (B1-tech): Cả bài có hiệu lực đến hết 31/12/2026;", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<li>Technology support (B1-tech): The article", mails[1].Html, StringComparison.Ordinal);
        Assert.Contains(InsightTexts.Arrivals[Lang.En], mails[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tuần", mails[1].Subject, StringComparison.Ordinal);
        Assert.Equal(2, (await WeekliesAsync(desk, TimeSpan.FromHours(20))).Count);
        Assert.Equal(2, (await WeekliesAsync(desk, TimeSpan.FromDays(3))).Count);
    }

    private static async Task<List<MailRow>> WeekliesAsync(DeskHost desk, TimeSpan later)
    {
        desk.Time.Advance(later);

        // A restarted service knows from the database that this week was mailed.
        await ActivatorUtilities.CreateInstance<WeeklyMailWorker>(desk.Get<IServiceProvider>()).AddDueMailsAsync(default);
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await db.Set<MailRow>().AsNoTracking().Where(m => m.Key.StartsWith("weekly:")).ToListAsync();
    }
}
