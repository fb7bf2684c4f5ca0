using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Mail;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>Mails of the Department began with a stranger's text and link, and any number of them went to one victim.</summary>
public sealed class MailRelayTests : IAsyncLifetime, IDisposable
{
    private const string Lure = "Khach hang than men, vui long truy cap https://evil.example/xac-minh de xac minh ho so ngay hom nay";

    private readonly TempFolder folder = new();
    private readonly FakeSmtp smtp = new();
    private TeamsHost host = null!;

    public async Task InitializeAsync() => host = await TeamsHost.StartAsync(folder, [.. smtp.Settings, ("Limits:Enabled", "true")]);

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await smtp.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_mail_has_no_word_of_the_asker_and_a_mailbox_gets_three_a_day()
    {
        for (var i = 0; i < 7; i++)
        {
            await MailCases.SubmitAsync(host, $"t{i}", Sample.Draft() with { Email = "victim@example.com", ContactName = Lure });
        }

        await MailCases.SubmitAsync(host, "other", Sample.Draft() with { Email = "an@example.com", ContactName = "Nguyễn Văn A" });
        await host.Get<MailWorker>().SendDueAsync(default);
        // The service's own worker may still be sending one of them.
        await Wait.UntilAsync(() => smtp.Mails.Any(mail => mail.To == "an@example.com"));
        Assert.Equal(3, smtp.Mails.Count(mail => mail.To == "victim@example.com"));
        foreach (var mail in smtp.Mails.Where(mail => mail.To == "victim@example.com"))
        {
            foreach (var text in new[] { mail.Part("text/plain"), mail.Part("text/html"), mail.Subject })
            {
                Assert.DoesNotContain("evil", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("vui long", text, StringComparison.OrdinalIgnoreCase);
            }

            Assert.StartsWith("Kính gửi anh/chị,", mail.Part("text/plain"), StringComparison.Ordinal);
        }

        Assert.Contains(
            "Kính gửi anh/chị Nguyễn Văn A,",
            smtp.Mails.Single(mail => mail.To == "an@example.com").Part("text/plain"),
            StringComparison.Ordinal
        );
        host.Time.Advance(TimeSpan.FromHours(25));
        await MailCases.SubmitAsync(host, "tomorrow", Sample.Draft() with { Email = "victim@example.com" });
        await host.Get<MailWorker>().SendDueAsync(default);
        Assert.Equal(4, smtp.Mails.Count(mail => mail.To == "victim@example.com"));
    }

    [Theory]
    [InlineData("Nguyễn Thị Ánh Tuyết", true)]
    [InlineData("Trần  Văn", false)]
    [InlineData("evil.example", false)]
    [InlineData("An https", true)]
    [InlineData("Gọi 0912345678", false)]
    [InlineData("vui long goi ngay cho chung toi hom nay", false)]
    [InlineData("<b>An</b>", false)]
    [InlineData("An\nBình", false)]
    [InlineData("", false)]
    public void Only_a_plain_name_is_used_in_a_greeting(string name, bool isUsed) =>
        Assert.Equal(isUsed ? $"Kính gửi anh/chị {name}," : "Kính gửi anh/chị,", MailGreeting.Compose(Lang.Vi, name));
}
