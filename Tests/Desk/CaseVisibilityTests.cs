using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Views;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk;

/// <summary>Officials see only the cases they may handle or audit, and every view is logged.</summary>
public sealed class CaseVisibilityTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_case_that_a_colleague_has_does_not_exist_on_any_page_or_form()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync(Sample.Draft("Công ty Cổ phần Ánh Dương"));
        var free = await desk.SubmitAsync(Sample.Draft("Công ty Cổ phần Bình Minh"));
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var minh = await desk.SignInAsync("minh", Roles.Official);
        using var chief = await desk.SignInAsync("ha", Roles.Supervisor);
        using var auditor = await desk.SignInAsync("kiem", Roles.Auditor);
        using var admin = await desk.SignInAsync("quan", Roles.Administrator);
        await (await lan.OpenAsync(page)).SendAsync($"{page}/take");

        foreach (var (person, status) in new[] { (lan, 200), (minh, 404), (chief, 200), (auditor, 200), (admin, 403) })
        {
            await person.OpenAsync(page);
            Assert.Equal(status, person.Status);
        }

        await minh.OpenAsync("/desk/cases/HN-2026-999999-3");
        var unknown = minh.Text;
        await minh.OpenAsync(page);
        Assert.Equal(Without(unknown), Without(minh.Text));
        foreach (var list in new[] { "/desk?view=all", "/desk?q=anh+duong", $"/desk?q={number}" })
        {
            await minh.OpenAsync(list);
            Assert.DoesNotContain($"/desk/cases/{number}", minh.Text, StringComparison.Ordinal);
        }

        // A form of another case sent to this one's address, and a merge into it, get the response for a missing case.
        await minh.OpenAsync($"/desk/cases/{free}");
        var token = minh.Html.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        await minh.PostAsync($"{page}/reply", ("__RequestVerificationToken", token), ("version", "2"), ("text", "Xin chào"));
        Assert.Equal(404, minh.Status);
        await minh.PostAsync($"/desk/cases/{free}/take", ("__RequestVerificationToken", token), ("version", "1"));
        await minh.PostAsync(
            $"/desk/cases/{free}/merge",
            ("__RequestVerificationToken", token),
            ("version", "2"),
            ("body", number.ToString())
        );
        Assert.Equal(422, minh.Status);
        Assert.Equal(2, (await desk.FindAsync(number)).Request.Version);

        static string Without(string page) =>
            string.Join(
                '\n',
                page.Split('\n')
                    .Where(line =>
                        !line.Contains("__RequestVerificationToken", StringComparison.Ordinal)
                        && !line.Contains("returnUrl", StringComparison.Ordinal)
                    )
            );
    }

    [Fact]
    public async Task A_team_s_cases_are_its_members_business_and_what_waits_for_it_nobody_else_s()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var minh = await desk.SignInAsync("minh", Roles.Official);
        using var thu = await desk.SignInAsync("thu", Roles.Official);
        var text = SettingDefaults
            .GetText(SettingKind.Routing)
            .Replace(
                "'Finance and credit' }, assign: manual, members: [] }",
                "'Finance and credit' }, assign: manual, members: [lan, minh] }",
                StringComparison.Ordinal
            );
        Assert.IsType<SettingOutcome.Saved>(
            await desk.Get<DeskSettingsStore>().SaveAsync(SettingKind.Routing, 0, text, Sample.Supervisor, default)
        );
        var (loan, other) = (
            await desk.SubmitAsync(Sample.Draft() with { Kind = RequestKind.Financing }),
            await desk.SubmitAsync(Sample.Draft() with { Kind = RequestKind.Other })
        );
        Assert.Equal("financing", (await desk.FindAsync(loan)).Request.Routing?.Team);
        await AssertSeesAsync(loan, (lan, true), (minh, true), (thu, false));
        await AssertSeesAsync(other, (lan, true), (minh, true), (thu, true));

        // The team shares what a member has taken; of a team without members, only the owner of the case sees it.
        await (await lan.OpenAsync($"/desk/cases/{loan}")).SendAsync($"/desk/cases/{loan}/take");
        await (await thu.OpenAsync($"/desk/cases/{other}")).SendAsync($"/desk/cases/{other}/take");
        await AssertSeesAsync(loan, (lan, true), (minh, true), (thu, false));
        await AssertSeesAsync(other, (lan, false), (minh, false), (thu, true));

        // An official who leaves the team no longer sees its cases, in the same session.
        var without = text.Replace("[lan, minh]", "[lan]", StringComparison.Ordinal);
        Assert.IsType<SettingOutcome.Saved>(
            await desk.Get<DeskSettingsStore>().SaveAsync(SettingKind.Routing, 1, without, Sample.Supervisor, default)
        );
        await AssertSeesAsync(loan, (lan, true), (minh, false));

        static async Task AssertSeesAsync(CaseNumber number, params (Browser Person, bool Sees)[] people)
        {
            foreach (var (person, sees) in people)
            {
                await person.OpenAsync($"/desk/cases/{number}");
                Assert.Equal(sees ? 200 : 404, person.Status);
                await person.OpenAsync("/desk?view=all");
                Assert.Equal(sees, person.Html.Contains($"/desk/cases/{number}", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task An_official_whose_case_was_reassigned_is_told_and_keeps_the_typed_text()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var minh = await desk.SignInAsync("minh", Roles.Official);
        await (await minh.OpenAsync(page)).SendAsync($"{page}/take");
        await minh.OpenAsync(page);
        using var chief = await desk.SignInAsync("ha", Roles.Supervisor);
        await (await chief.OpenAsync(page)).SendAsync($"{page}/release");
        await (await lan.OpenAsync(page)).SendAsync($"{page}/take");

        await minh.SendAsync($"{page}/reply", ("text", "Câu trả lời dài"));
        Assert.Equal(409, minh.Status);
        Assert.Contains("Cán bộ lan đang xử lý yêu cầu này.", minh.Text, StringComparison.Ordinal);
        Assert.Contains(">Câu trả lời dài</textarea>", minh.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Draft().Phone!, minh.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Every_view_is_logged_before_it_is_shown_and_the_log_only_grows(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        var (first, second) = (await desk.SubmitAsync(), await desk.SubmitAsync());
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var auditor = await desk.SignInAsync("kiem", Roles.Auditor);
        await lan.OpenAsync($"/desk/cases/{first}");
        await lan.SendAsync($"/desk/cases/{first}/take", ("version", "9"));
        Assert.Equal(409, lan.Status);
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await auditor.OpenAsync($"/desk/cases/{second}");
        await lan.OpenAsync("/desk/cases/HN-2026-999999-3");
        await lan.OpenAsync("/desk");

        var views = await desk.Get<CaseViewLog>().ListAsync(null, null, null, default);
        Assert.Equal(
            [(second.ToString(), "Cán bộ kiem"), (first.ToString(), "Cán bộ lan"), (first.ToString(), "Cán bộ lan")],
            views.Select(v => (v.CaseNumber, v.AccountName))
        );
        Assert.Equal(TimeSpan.FromMinutes(1), views[0].At - views[1].At);

        await auditor.OpenAsync("/desk/views");
        Assert.Equal(3, auditor.Text.Split("Trang yêu cầu").Length - 1);
        await auditor.OpenAsync($"/desk/views?case={first.ToString().ToLowerInvariant()}");
        Assert.Equal(2, auditor.Text.Split("Trang yêu cầu").Length - 1);
        await auditor.OpenAsync($"/desk/views?who={views[0].AccountId}&before=abc");
        Assert.Equal(1, auditor.Text.Split("Trang yêu cầu").Length - 1);

        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        foreach (var sql in new[] { "DELETE FROM \"DataViews\"", "UPDATE \"DataViews\" SET \"AccountName\" = 'x'" })
        {
            Assert.Contains(
                "only grows",
                (await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql))).Message,
                StringComparison.Ordinal
            );
        }
    }
}
