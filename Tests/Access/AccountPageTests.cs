using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Access;

/// <summary>Administrators manage accounts in a table, on a page for each, and with pages that ask before an act.</summary>
public sealed class AccountPageTests : IDisposable
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

    [Fact]
    public async Task An_error_keeps_the_roles_that_were_ticked_and_the_place_in_the_menu()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        await desk.CreateAsync("ha", Roles.Official);
        using var admin = await desk.SignInAsync("boss", Roles.Administrator);
        await admin.OpenAsync("/desk/accounts/new");
        await admin.SendAsync(
            "/desk/accounts",
            ("userName", "ha"),
            ("displayName", "Lê Hà"),
            ("roles", "Supervisor"),
            ("email", "ha@x.vn")
        );
        Assert.Equal(422, admin.Status);
        Assert.Matches("value=\"Supervisor\"[^>]*checked", admin.Text);
        Assert.DoesNotMatch("value=\"Official\"[^>]*checked", admin.Text);
        Assert.Contains("value=\"ha@x.vn\"", admin.Text, StringComparison.Ordinal);
        Assert.Contains("Xử lý mọi yêu cầu, xếp tổ", admin.Text, StringComparison.Ordinal);
        Assert.Matches("href=\"/desk/accounts\" aria-current", admin.Text);
    }

    [Fact]
    public async Task The_address_of_a_refused_form_can_be_opened_again()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var lan = await desk.CreateAsync("lan", Roles.Official);
        using var admin = await desk.SignInAsync("boss", Roles.Administrator);
        await admin.OpenAsync($"/desk/accounts/{lan.Id}");
        await admin.SendAsync($"/desk/accounts/{lan.Id}/email", ("email", "sai"));
        Assert.Equal(422, admin.Status);
        Assert.Contains("value=\"sai\"", admin.Text, StringComparison.Ordinal);
        await admin.OpenAsync($"/desk/accounts/{lan.Id}/email");
        Assert.Equal((302, $"/desk/accounts/{lan.Id}"), (admin.Status, admin.Location));
        await admin.OpenAsync("/desk/switches/webChat");
        Assert.Equal((302, "/desk/switches"), (admin.Status, admin.Location));
    }

    [Fact]
    public async Task Locking_and_a_new_password_are_asked_for_before_they_happen()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var lan = await desk.CreateAsync("lan", Roles.Official);
        using var admin = await desk.SignInAsync("boss", Roles.Administrator);
        foreach (var act in new[] { "disable", "reset", "leave" })
        {
            await admin.OpenAsync($"/desk/accounts/{lan.Id}/{act}");
            Assert.Equal(200, admin.Status);
            Assert.Contains("Cán bộ lan (lan)", admin.Text, StringComparison.Ordinal);
        }

        var unchanged = await desk.Get<AccountStore>().FindAsync(lan.Id, default);
        Assert.False(unchanged!.IsDisabled || unchanged.MustChangePassword);
        await admin.OpenAsync($"/desk/accounts/{lan.Id}/disable");
        await admin.SendAsync($"/desk/accounts/{lan.Id}/disable");
        Assert.Equal($"/desk/accounts/{lan.Id}?done=disable", admin.Location);
        await admin.OpenAsync(admin.Location!);
        Assert.Contains("Đã khóa tài khoản.", admin.Text, StringComparison.Ordinal);
        await admin.OpenAsync("/desk/accounts");
        Assert.Contains("Cán bộ lan (đã khóa)", admin.Text, StringComparison.Ordinal);
        await admin.OpenAsync("/desk/views");
        Assert.Contains("Cán bộ lan (đã khóa)", admin.Text, StringComparison.Ordinal);
    }

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
        Assert.Contains("Đã gửi thư mời đến h…@hanoi.example.", admin.Text, StringComparison.Ordinal);
        var link = await ReadLinkAsync(desk);
        Assert.DoesNotContain(WebUtility.UrlDecode(link.Split("code=")[1]), admin.Text, StringComparison.Ordinal);

        using var ha = desk.Browse();
        await ha.OpenAsync(link);
        Assert.Contains("Chào Lê Thu Hà. Tên đăng nhập của anh/chị là ha.", ha.Text, StringComparison.Ordinal);
        await ha.SendAsync(link.Split('?')[0], ("chosen", "ngắn"), ("repeated", "ngắn"));
        Assert.Equal(422, ha.Status);
        await ha.SendAsync(link.Split('?')[0], ("code", "đoán"), ("chosen", DeskHost.Password), ("repeated", DeskHost.Password));
        Assert.Equal(404, ha.Status);
        await ha.OpenAsync(link);
        await ha.SendAsync(link.Split('?')[0], ("chosen", DeskHost.Password), ("repeated", DeskHost.Password));
        Assert.Equal((302, "/desk"), (ha.Status, ha.Location));
        Assert.Equal(200, (await ha.OpenAsync("/desk")).Status);
        using var again = desk.Browse();
        Assert.Equal(404, (await again.OpenAsync(link)).Status);
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

    [Theory, EveryDatabase]
    public async Task Who_leaves_is_locked_out_leaves_the_teams_and_gives_the_cases_back(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        var minh = await desk.CreateAsync("minh", Roles.Official);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        const string edit = "/desk/settings/forms/teams/edit";
        await ha.OpenAsync($"{edit}?item=support");
        await ha.SendAsync(edit, ("vi", "Tổ hỗ trợ"), ("en", "Support"), ("members", "lan"), ("members", "minh"), ("assign", "manual"));
        var number = await desk.SubmitAsync();
        await (await lan.OpenAsync($"/desk/cases/{number}")).SendAsync($"/desk/cases/{number}/take");
        Assert.NotNull((await desk.FindAsync(number)).Request.OwnerId);

        using var admin = await desk.SignInAsync("boss", Roles.Administrator);
        var id = (await desk.Get<AccountStore>().ListAsync(default)).Single(account => account.UserName == "lan").Id;
        await (await admin.OpenAsync($"/desk/accounts/{id}/leave")).SendAsync($"/desk/accounts/{id}/leave");
        Assert.Contains("Đã khóa tài khoản, rời các tổ; 1 yêu cầu trở về tổ.", admin.Text, StringComparison.Ordinal);
        var request = (await desk.FindAsync(number)).Request;
        Assert.Equal((null, CaseStatus.Submitted), (request.OwnerId, request.Status));
        Assert.Equal(["minh"], (await desk.Get<DeskSettingsStore>().GetAsync(default)).Routing.Find("support")!.Members);
        Assert.Equal(302, (await lan.OpenAsync("/desk")).Status);
        var events = await desk.Get<SecurityLog>().ListAsync(new SecurityEventQuery(null, null, null, null, null), default);
        Assert.Contains(events, e => e is { Kind: SecurityEventKind.PersonLeft, Subject: "lan", Detail: "cases released: 1" });
        Assert.NotNull(minh);
    }

    [Fact]
    public async Task The_security_log_has_old_and_new_values_and_masks_addresses()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var lan = await desk.CreateAsync("lan", Roles.Official);
        using var admin = await desk.SignInAsync("boss", Roles.Administrator);
        var path = $"/desk/accounts/{lan.Id}";
        await (await admin.OpenAsync(path)).SendAsync($"{path}/email", ("email", "lan@hanoi.example"));
        await (await admin.OpenAsync(path)).SendAsync($"{path}/name", ("displayName", "Nguyễn Lan"));
        await (await admin.OpenAsync(path)).SendAsync($"{path}/roles", ("roles", "Supervisor"));
        var events = await desk.Get<SecurityLog>().ListAsync(new SecurityEventQuery(null, null, null, null, null), default);
        Assert.Equal(
            ["Official → Supervisor", "Cán bộ lan → Nguyễn Lan", "– → l…@hanoi.example"],
            events.Where(e => e.Subject == "lan" && e.Detail is not null).Select(e => e.Detail)
        );
    }

    [Fact]
    public async Task An_administrator_who_enters_the_own_address_stays_signed_in()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var admin = await desk.SignInAsync("boss", Roles.Administrator);
        var id = (await desk.Get<AccountStore>().ListAsync(default)).Single(account => account.UserName == "boss").Id;
        await (await admin.OpenAsync($"/desk/accounts/{id}")).SendAsync($"/desk/accounts/{id}/email", ("email", "boss@hanoi.example"));
        Assert.Equal(200, (await admin.OpenAsync("/desk/accounts")).Status);
    }

    private static async Task<string> ReadLinkAsync(DeskHost desk)
    {
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var mail = await db.Set<MailRow>().SingleAsync(row => row.Kind == MailKind.Invitation);
        return Regex.Match(mail.Text, @"http://localhost(\S+)").Groups[1].Value;
    }
}
