using PolicyAssistantBot.Access;
using PolicyAssistantBot.Desk;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk;

/// <summary>What became of e-mails, on a case's page; and where an official's own go.</summary>
public sealed class CaseMailPageTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_mail_that_was_refused_is_shown_and_sent_again_on_an_officials_word()
    {
        await using var smtp = new FakeSmtp { Instead = verb => verb == "RCPT" ? "550 unknown" : null };
        await using var desk = await DeskHost.OpenAsync(folder, smtp.Settings);
        var number = await desk.SubmitAsync(Sample.Draft() with { Email = "an@congty.vn" });
        await desk.Get<MailWorker>().SendDueAsync(default);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains("không gửi được", lan.Text, StringComparison.Ordinal);
        Assert.Contains("(550)", lan.Text, StringComparison.Ordinal);

        smtp.Instead = _ => null;
        var mail = Assert.Single(await desk.Get<MailOutbox>().ListAsync(number.ToString(), default));
        await lan.SendAsync($"/desk/cases/{number}/mails/{mail.Id}/retry");
        await desk.Get<MailWorker>().SendDueAsync(default);
        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains("đã gửi</strong>", lan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(DeskMailTexts.Retry.Vi, lan.Text, StringComparison.Ordinal);
        Assert.Single(smtp.Mails);
    }

    [Fact]
    public async Task An_administrator_says_where_notices_for_an_official_go()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var lan = await desk.CreateAsync("lan", Roles.Official);
        using var admin = await desk.SignInAsync("quantri", Roles.Administrator);
        await admin.OpenAsync("/desk/accounts");
        await admin.SendAsync($"/desk/accounts/{lan.Id}/email", ("email", "lan@hanoi"));
        Assert.Equal(422, admin.Status);
        Assert.Contains("Địa chỉ email chưa đúng.", admin.Text, StringComparison.Ordinal);
        await admin.SendAsync($"/desk/accounts/{lan.Id}/email", ("email", " lan@Hanoi.gov.vn "));
        Assert.Equal(302, admin.Status);
        Assert.Equal("lan@hanoi.gov.vn", (await desk.Get<Accounts>().FindAsync(lan.Id, default))!.Email);
    }
}
