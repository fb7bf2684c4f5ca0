using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Access;

/// <summary>Administrators manage accounts in a table, on a page for each, and with pages that ask before an act.</summary>
public sealed class AccountPageTests : IDisposable
{
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
        var (answered, closed) = (await desk.SubmitAsync(), await desk.SubmitAsync());
        await (await lan.OpenAsync($"/desk/cases/{answered}")).SendAsync($"/desk/cases/{answered}/reply", ("text", "Được."));
        await (await lan.OpenAsync($"/desk/cases/{closed}")).SendAsync($"/desk/cases/{closed}/reply", ("text", "Được."), ("do", "close"));

        // A case in a state from which the rule gives nothing back.
        var stuck = (await desk.SubmitAsync()).ToString();
        await (await lan.OpenAsync($"/desk/cases/{stuck}")).SendAsync($"/desk/cases/{stuck}/take");
        await using (var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync())
        {
            await db.Set<CaseRow>()
                .Where(row => row.CaseNumber == stuck)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, CaseStatus.Submitted));
        }

        using var admin = await desk.SignInAsync("boss", Roles.Administrator);
        var id = (await desk.Get<AccountStore>().ListAsync(default)).Single(account => account.UserName == "lan").Id;
        await (await admin.OpenAsync($"/desk/accounts/{id}/leave")).SendAsync($"/desk/accounts/{id}/leave");
        Assert.Equal((302, $"/desk/accounts/{id}?done=leave&released=1&kept=1"), (admin.Status, admin.Location));
        await admin.OpenAsync(admin.Location!);
        Assert.Contains("Đã khóa tài khoản; 1 yêu cầu trở về tổ.", admin.Text, StringComparison.Ordinal);
        Assert.Contains("1 yêu cầu chưa trả về tổ được", admin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("chưa rời được tổ", admin.Text, StringComparison.Ordinal);
        var request = (await desk.FindAsync(number)).Request;
        Assert.Equal((null, CaseStatus.Submitted), (request.OwnerId, request.Status));
        Assert.Equal(["minh"], (await desk.Get<DeskSettingsStore>().GetAsync(default)).Routing.Find("support")!.Members);
        Assert.Equal(302, (await lan.OpenAsync("/desk")).Status);
        var events = await desk.Get<SecurityLog>().ListAsync(new SecurityEventQuery(null, null, null, null, null), default);
        Assert.Contains(events, e => e is { Kind: SecurityEventKind.PersonLeft, Subject: "lan", Detail: "cases released: 1, kept: 1" });
        var members = await desk.Get<IStaffDirectory>().FindAsync(["lan", "minh"], default);
        Assert.Equal([minh.Id], members.Select(member => member.Id));

        // What the person answered comes back to everybody when the asker writes again, or a supervisor reopens it.
        var asker = (await desk.FindAsync(answered)).Request.Asker;
        var again = await desk.Get<AskerCaseService>().AddMessageAsync(answered, asker, "Còn một câu", default);
        var reopened = Assert.IsType<AskerActResult.Decided>(again).Effect.Change.Request;
        Assert.Equal((CaseStatus.Reopened, null), (reopened.Status, reopened.OwnerId));
        await (await ha.OpenAsync($"/desk/cases/{closed}")).SendAsync($"/desk/cases/{closed}/reopen", ("text", "Có văn bản mới."));
        request = (await desk.FindAsync(closed)).Request;
        Assert.Equal((CaseStatus.Reopened, null), (request.Status, request.OwnerId));
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

    [Fact]
    public async Task Another_entra_id_ends_the_sessions_and_the_same_one_does_not()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var admin = await desk.SignInAsync("boss", Roles.Administrator);
        var path = $"/desk/accounts/{(await desk.Get<AccountStore>().ListAsync(default)).Single(a => a.UserName == "lan").Id}";
        var id = Guid.NewGuid().ToString("D");
        await (await admin.OpenAsync(path)).SendAsync($"{path}/entra", ("entraId", id));
        Assert.Equal(302, (await lan.OpenAsync("/desk")).Status);
        await lan.SignInAsync("lan", DeskHost.Password);
        await (await admin.OpenAsync(path)).SendAsync($"{path}/entra", ("entraId", id));
        Assert.Equal(200, (await lan.OpenAsync("/desk")).Status);
    }

    [Fact]
    public async Task The_way_to_the_page_above_a_form_is_encoded()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync("/desk/cases/h%C3%A0%3Fn%E1%BB%99i/send");
        Assert.Equal((302, "/desk/cases/h%C3%A0%3Fn%E1%BB%99i"), (lan.Status, lan.Location));
    }
}
