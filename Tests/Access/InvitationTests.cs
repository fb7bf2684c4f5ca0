using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Access;

/// <summary>A person is invited by mail and chooses the first password.</summary>
public sealed class InvitationTests : IDisposable
{
    private static readonly (string, string)[] WithMail =
    [
        ("Mail:Host", "127.0.0.1"),
        ("Mail:From", "ho-tro@hanoi.example"),
        ("Mail:Interval", "1.00:00:00"),
        ("Teams:PublicUrl", "http://localhost/"),
    ];

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task A_person_is_invited_by_mail_with_a_link_that_works_once(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store, WithMail);
        using var admin = await desk.SignInAsync("boss", Roles.Administrator);
        await admin.OpenAsync("/desk/accounts/new");
        Assert.Contains("Có email thì người đó nhận thư mời", admin.Text, StringComparison.Ordinal);
        await admin.SendAsync(
            "/desk/accounts",
            ("userName", "ha"),
            ("displayName", "Lê Thu Hà"),
            ("roles", "Official"),
            ("email", "ha@hanoi.example")
        );
        Assert.Equal(302, admin.Status);
        await admin.OpenAsync(admin.Location!);
        Assert.Contains("Thư mời đang được gửi đến h…@hanoi.example.", admin.Text, StringComparison.Ordinal);
        var link = await ReadLinkAsync(desk);
        Assert.DoesNotContain(WebUtility.UrlDecode(link.Split("code=")[1]), admin.Text, StringComparison.Ordinal);

        using var ha = desk.Browse();
        await ha.OpenAsync(link);
        Assert.Contains("Chào Lê Thu Hà. Tên đăng nhập của anh/chị là ha.", ha.Text, StringComparison.Ordinal);
        await ha.SendAsync(link, ("chosen", "ngắn"), ("repeated", "ngắn"));
        Assert.Equal(422, ha.Status);

        // The code is still there when the language is changed.
        await ha.OpenAsync(Regex.Match(ha.Text, "href=\"(/desk/language[^\"]*)\"").Groups[1].Value);
        await ha.OpenAsync(ha.Location!);
        Assert.Contains("Welcome, Lê Thu Hà.", ha.Text, StringComparison.Ordinal);
        await ha.SendAsync(link, ("code", "đoán"), ("chosen", DeskHost.Password), ("repeated", DeskHost.Password));
        Assert.Equal(404, ha.Status);
        await ha.OpenAsync(link);
        await ha.SendAsync(link, ("chosen", DeskHost.Password), ("repeated", DeskHost.Password));
        Assert.Equal((302, "/desk"), (ha.Status, ha.Location));
        Assert.Equal(200, (await ha.OpenAsync("/desk")).Status);
        using var again = desk.Browse();
        Assert.Equal(404, (await again.OpenAsync(link)).Status);
    }

    [Theory, EveryDatabase]
    public async Task Of_several_answers_to_one_invitation_one_counts(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store, WithMail);
        var link = await InviteAsync(desk, "lan");
        var people = new List<PolicyAssistantBot.Tests.Desk.Browser>();
        foreach (var i in Enumerable.Range(1, 4))
        {
            people.Add(await desk.Browse($"198.51.100.{i}").OpenAsync(link));
        }

        await Task.WhenAll(
            people.Select(
                (person, i) => person.SendAsync(link, ("chosen", $"{DeskHost.Password} {i}"), ("repeated", $"{DeskHost.Password} {i}"))
            )
        );
        Assert.Single(people, person => person.Status == 302);
        people.ForEach(person => person.Dispose());
    }

    [Fact]
    public async Task Too_many_answers_to_an_invitation_are_told_when_to_try_again()
    {
        await using var desk = await DeskHost.OpenAsync(folder, WithMail);
        var link = await InviteAsync(desk, "lan");
        using var lan = desk.Browse();
        for (var i = 0; i < 7; i++)
        {
            await (await lan.OpenAsync(link)).SendAsync(
                link,
                ("code", "đoán"),
                ("chosen", DeskHost.Password),
                ("repeated", DeskHost.Password)
            );
        }

        Assert.Equal(429, lan.Status);
        Assert.NotNull(lan.Response.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_locked_account_is_not_invited()
    {
        await using var desk = await DeskHost.OpenAsync(folder, WithMail);
        var lan = await desk.CreateAsync("lan", Roles.Official);
        await desk.Get<AccountStore>().SetEmailAsync(lan.Id, "lan@hanoi.example", default);
        using var admin = await desk.SignInAsync("boss", Roles.Administrator);
        await admin.OpenAsync($"/desk/accounts/{lan.Id}/invite");
        await desk.Get<AccountStore>().SetDisabledAsync(lan.Id, true, default);
        await admin.SendAsync($"/desk/accounts/{lan.Id}/invite");
        Assert.Equal((302, $"/desk/accounts/{lan.Id}"), (admin.Status, admin.Location));
        await admin.OpenAsync(admin.Location!);
        Assert.Contains("tài khoản đang khóa; hãy mở khóa trước", admin.Text, StringComparison.Ordinal);
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        Assert.False(await db.Set<MailRow>().AnyAsync(row => row.Kind == MailKind.Invitation));
    }

    [Fact]
    public async Task An_invitation_ends_and_without_mail_the_page_says_why_there_is_none()
    {
        await using (var desk = await DeskHost.OpenAsync(folder, WithMail))
        {
            var lan = await desk.CreateAsync("lan", Roles.Official);
            await desk.Get<AccountStore>().SetEmailAsync(lan.Id, "lan@hanoi.example", default);
            using var admin = await desk.SignInAsync("boss", Roles.Administrator);
            await (await admin.OpenAsync($"/desk/accounts/{lan.Id}/invite")).SendAsync($"/desk/accounts/{lan.Id}/invite");
            var link = await ReadLinkAsync(desk);
            desk.Time.Advance(TimeSpan.FromHours(73));
            using var late = desk.Browse();
            Assert.Equal(404, (await late.OpenAsync(link)).Status);
        }

        await using var without = await DeskHost.OpenAsync(folder);
        using var boss = without.Browse();
        await boss.SignInAsync("boss", DeskHost.Password);
        await boss.OpenAsync("/desk/accounts/new");
        Assert.Contains("máy chủ thư chưa được nối", boss.Text, StringComparison.Ordinal);
        await boss.SendAsync("/desk/accounts", ("userName", "tu"), ("displayName", "Tú"), ("roles", "Official"), ("email", "tu@x.vn"));
        Assert.Contains("id=\"one-time-password\"", boss.Text, StringComparison.Ordinal);
        Assert.Contains("http://localhost/desk/sign-in", boss.Text, StringComparison.Ordinal);
        Assert.Contains("máy chủ thư chưa được nối", boss.Text, StringComparison.Ordinal);
    }

    private static async Task<string> InviteAsync(DeskHost desk, string name)
    {
        var account = await desk.CreateAsync(name, Roles.Official);
        await desk.Get<AccountStore>().SetEmailAsync(account.Id, $"{name}@hanoi.example", default);
        using var admin = await desk.SignInAsync("boss", Roles.Administrator);
        await (await admin.OpenAsync($"/desk/accounts/{account.Id}/invite")).SendAsync($"/desk/accounts/{account.Id}/invite");
        return await ReadLinkAsync(desk);
    }

    private static async Task<string> ReadLinkAsync(DeskHost desk)
    {
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var mail = await db.Set<MailRow>().SingleAsync(row => row.Kind == MailKind.Invitation);
        return Regex.Match(mail.Text, @"http://localhost(\S+)").Groups[1].Value;
    }
}
