using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Mail;

/// <summary>From what happens to a case to the mailbox, and the way to a case's status by a code.</summary>
public sealed class MailFlowTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeSmtp smtp = new();
    private TeamsHost host = null!;

    public async Task InitializeAsync() => host = await TeamsHost.StartAsync(folder, [.. smtp.Settings, ("Mail:Attempts", "3")]);

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await smtp.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_event_is_mailed_once_in_the_askers_language_if_an_address_was_given()
    {
        var silent = await SubmitAsync("t0", Sample.Draft() with { Email = null, Phone = "0912345678" });
        var number = await SubmitAsync("t1", Sample.Draft() with { Email = "an@congty.vn", ContactName = "Nguyễn Văn A" });
        var english = await SubmitAsync("t2", Sample.Draft() with { Email = "an@company.com", Language = "en" });
        foreach (var one in new[] { silent, number, english })
        {
            await ReplyAsync(one, "Hồ sơ gồm <tờ khai>.");
        }

        await SendAsync();
        Assert.Equal(4, smtp.Mails.Count);
        Assert.Equal(
            [$"Đã nhận yêu cầu {number}", $"Trả lời yêu cầu {number}"],
            smtp.Mails.Where(m => m.To == "an@congty.vn").Select(m => m.Subject)
        );
        Assert.Equal(
            [$"Your request {english} was received", $"Reply to your request {english}"],
            smtp.Mails.Where(m => m.To == "an@company.com").Select(m => m.Subject)
        );
        var reply = smtp.Mails.Single(m => m.Subject == $"Trả lời yêu cầu {number}");
        Assert.Contains("Kính gửi anh/chị Nguyễn Văn A,", reply.Part("text/plain"), StringComparison.Ordinal);
        Assert.Contains("> Hồ sơ gồm <tờ khai>.", reply.Part("text/plain"), StringComparison.Ordinal);
        Assert.Contains("Hồ sơ gồm <tờ khai>.", System.Net.WebUtility.HtmlDecode(reply.Part("text/html")), StringComparison.Ordinal);
        Assert.Contains("&lt;t", reply.Part("text/html"), StringComparison.Ordinal);

        await SendAsync();
        Assert.Equal(4, smtp.Mails.Count);
        Assert.All(await MailsAsync(), m => Assert.Equal((MailState.Sent, "", ""), (m.State, m.Text, m.Html)));
    }

    [Fact]
    public async Task The_same_event_added_twice_is_one_mail()
    {
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var draft = new MailDraft("case:1", MailKind.Asker, null, "an@congty.vn", "x", new MailBody("a", "b"));
        await Task.WhenAll(host.Get<MailOutbox>().AddAsync(db, draft, default));
        await host.Get<MailOutbox>().AddAsync(db, draft, default);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Get<MailWorker>().SendDueAsync(default)));
        Assert.Single(smtp.Mails);
    }

    [Fact]
    public async Task A_failure_is_tried_again_with_growing_waits_a_refusal_is_not_and_an_official_may_try_again()
    {
        var number = await SubmitAsync("t1", Sample.Draft() with { Email = "an@congty.vn" });
        smtp.ReplyOverride = verb => verb == "RCPT" ? "450 busy" : null;
        await SendAsync();
        var mail = Assert.Single(await MailsAsync());
        Assert.Equal((MailState.Queued, 1, "450"), (mail.State, mail.Attempts, mail.Problem));
        await SendAsync();
        Assert.Equal(1, Assert.Single(await MailsAsync()).Attempts);
        host.Time.Advance(TimeSpan.FromSeconds(61));
        await SendAsync();
        Assert.Equal(2, Assert.Single(await MailsAsync()).Attempts);
        host.Time.Advance(TimeSpan.FromSeconds(61));
        await SendAsync();
        Assert.Equal(2, Assert.Single(await MailsAsync()).Attempts); // The second wait is twice as long.
        host.Time.Advance(TimeSpan.FromSeconds(61));
        await SendAsync();
        mail = Assert.Single(await MailsAsync());
        Assert.Equal((MailState.Failed, 3), (mail.State, mail.Attempts));
        Assert.NotEqual("", mail.Text);

        smtp.ReplyOverride = verb => verb == "RCPT" ? "550 unknown" : null;
        Assert.True(await host.Get<MailOutbox>().RetryAsync(number.ToString(), mail.Id, default));
        await SendAsync();
        mail = Assert.Single(await host.Get<MailOutbox>().ListAsync(number.ToString(), default));
        Assert.Equal((MailState.Failed, 1, "550"), (mail.State, mail.Attempts, mail.Problem));

        smtp.ReplyOverride = _ => null;
        Assert.True(await host.Get<MailOutbox>().RetryAsync(number.ToString(), mail.Id, default));
        await SendAsync();
        Assert.Equal(MailState.Sent, Assert.Single(await MailsAsync()).State);
        Assert.False(await host.Get<MailOutbox>().RetryAsync(number.ToString(), mail.Id, default));
    }

    [Fact]
    public async Task A_mail_whose_sender_died_is_sent_by_the_next()
    {
        await SubmitAsync("t1", Sample.Draft() with { Email = "an@congty.vn" });
        var gone = new TaskCompletionSource();
        smtp.ReplyOverride = verb =>
        {
            if (verb == "MAIL")
            {
                gone.TrySetResult();
            }

            return verb == "MAIL" ? "hang" : null;
        };
        using var died = new CancellationTokenSource();
        var sending = host.Get<MailWorker>().SendDueAsync(died.Token);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await died.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        smtp.ReplyOverride = _ => null;
        await SendAsync();
        Assert.Empty(smtp.Mails);
        host.Time.Advance(TimeSpan.FromMinutes(16));
        await SendAsync();
        Assert.Single(smtp.Mails);
    }

    [Fact]
    public async Task Officials_are_mailed_deadlines_mentions_and_the_daily_digest()
    {
        var (lan, chief) = (
            await AccountAsync("lan", Roles.Official, "lan@hanoi.gov.vn"),
            await AccountAsync("chief", Roles.Supervisor, "chief@hanoi.gov.vn")
        );
        await AccountAsync("minh", Roles.Official, null);
        var number = await SubmitAsync("t1", Sample.Draft() with { Email = null, Phone = "0912345678" });
        await host.Get<CaseCommandRunner>()
            .ChangeAsync(number, stored => CaseRules.Take(stored, stored.Command(new Official(lan.Id, lan.DisplayName, false))), default);
        var request = (await host.Get<CaseStore>().FindAsync(number, default))!.Request;
        foreach (var percent in new[] { 50, 80, 100, 100 })
        {
            await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
            await host.Get<OfficialMailNotifier>()
                .OnDeadlineWarningAsync(
                    db,
                    request,
                    new DeadlineWarning
                    {
                        CaseNumber = number.ToString(),
                        DeadlineKey = DeadlineDefinitions.Resolution.Key,
                        StartedAt = request.SubmittedAt,
                        Percent = percent,
                        At = host.Time.GetUtcNow(),
                        DueAt = host.Time.GetUtcNow(),
                        OwnerId = lan.Id,
                    },
                    default
                );
            await host.Get<OfficialMailNotifier>()
                .OnMentionedAsync(
                    db,
                    new CaseNote
                    {
                        Id = "n1",
                        CaseNumber = number.ToString(),
                        At = host.Time.GetUtcNow(),
                        AuthorId = "x",
                        AuthorName = "Cán bộ Bình",
                        Text = "bí mật",
                    },
                    new StaffMember(lan.Id, "lan", "Lan"),
                    default
                );
        }

        await SendAsync();
        Assert.Equal(
            ["chief@hanoi.gov.vn", "lan@hanoi.gov.vn", "lan@hanoi.gov.vn", "lan@hanoi.gov.vn"],
            smtp.Mails.Select(m => m.To).Order(StringComparer.Ordinal)
        );
        Assert.Equal($"Yêu cầu {number} đã quá hạn", smtp.Mails.Single(m => m.To == chief.Email).Subject);
        Assert.DoesNotContain("bí mật", string.Concat(smtp.Mails.Select(m => m.Part("text/plain"))), StringComparison.Ordinal);

        // 2026-11-21 is a Saturday: the day's work is mailed on Monday morning, once.
        foreach (
            var (at, count) in new[]
            {
                ("2026-11-21T08:00", 4),
                ("2026-11-23T07:00", 4),
                ("2026-11-23T08:00", 5),
                ("2026-11-23T09:00", 5),
                ("2026-11-24T13:00", 5),
            }
        )
        {
            var clock = new FakeTime(DateTimeOffset.Parse(at + "+07:00", System.Globalization.CultureInfo.InvariantCulture));
            await new OfficialDigestService(
                host.Get<IDbContextFactory<AssistantDb>>(),
                host.Get<MailOutbox>(),
                host.Get<OfficialMailComposer>(),
                host.Get<DeskSettingsStore>(),
                host.Get<Microsoft.Extensions.Options.IOptions<MailOptions>>(),
                clock
            ).AddDueDigestsAsync(default);
            await SendAsync();
            Assert.Equal(count, smtp.Mails.Count);
        }

        var digest = smtp.Mails[^1];
        Assert.Equal(("lan@hanoi.gov.vn", "Công việc ngày 23/11/2026"), (digest.To, digest.Subject));
        Assert.Contains($"{number}: đang xử lý", digest.Part("text/plain"), StringComparison.Ordinal);
        Assert.Contains("Anh/chị đang xử lý 1 yêu cầu", digest.Part("text/plain"), StringComparison.Ordinal);
    }

    private Task<CaseNumber> SubmitAsync(string turn, RequestDraft draft) => MailCases.SubmitAsync(host, turn, draft);

    private async Task ReplyAsync(CaseNumber number, string text)
    {
        await host.Get<CaseCommandRunner>().ChangeAsync(number, stored => CaseRules.Take(stored, stored.Command(Sample.Lan)), default);
        Assert.IsType<CaseDecision.Changed>(
            (
                await host.Get<CaseCommandRunner>()
                    .ChangeAsync(number, stored => CaseRules.Reply(stored, stored.Command(Sample.Lan), text), default)
            )!.Decision
        );
    }

    private async Task<Account> AccountAsync(string name, Roles roles, string? email)
    {
        var created = Assert.IsType<AccountOutcome.Succeeded>(
            await host.Get<AccountStore>().CreateAsync(name, $"Cán bộ {name}", roles, default)
        );
        return Assert
            .IsType<AccountOutcome.Succeeded>(await host.Get<AccountStore>().SetEmailAsync(created.Account.Id, email, default))
            .Account;
    }

    private Task SendAsync() => host.Get<MailWorker>().SendDueAsync(default);

    private async Task<List<MailRow>> MailsAsync()
    {
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await db.Set<MailRow>().AsNoTracking().ToListAsync();
    }
}
