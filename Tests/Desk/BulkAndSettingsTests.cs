using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk;

/// <summary>Many cases at once, the settings, the teams, and what could not be delivered.</summary>
public sealed class BulkAndSettingsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task One_bulk_reply_answers_each_case_separately()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var (first, second, foreign) = (await desk.SubmitAsync(), await desk.SubmitAsync(), await desk.SubmitAsync());
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync("/desk")).SendAsync("/desk/bulk/choose");
        Assert.Equal(422, lan.Status);
        Assert.Contains("chưa chọn yêu cầu nào", lan.Text, StringComparison.Ordinal);

        await (await lan.OpenAsync("/desk")).SendAsync(
            "/desk/bulk/choose",
            ("cases", $"{first}:1"),
            ("cases", $"{second}:1"),
            ("cases", $"{foreign}:1"),
            ("cases", "HN-2026-999999-3:1")
        );
        Assert.Equal(200, lan.Status);
        await (await ha.OpenAsync($"/desk/cases/{foreign}")).SendAsync($"/desk/cases/{foreign}/take");

        await lan.SendAsync("/desk/bulk/reply", ("text", "Hạn nộp hồ sơ là 30/11/2026."));
        foreach (var number in new[] { first, second })
        {
            var stored = await desk.FindAsync(number);
            Assert.Equal("Submitted Taken Replied", string.Join(' ', stored.History.Select(e => e.Kind)));
            Assert.Equal("Hạn nộp hồ sơ là 30/11/2026.", stored.History[^1].Text);
            Assert.Null(CaseHistory.Verify(stored.Request, stored.History));
        }

        Assert.Equal(2, (await desk.FindAsync(foreign)).Request.Version);
        Assert.StartsWith("/desk?view=unassigned&done=reply&count=2&", lan.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_refused_case_shows_its_reason_and_the_typed_text_is_kept()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var (first, second) = (await desk.SubmitAsync(), await desk.SubmitAsync());
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        foreach (var number in new[] { first, second })
        {
            await (await ha.OpenAsync($"/desk/cases/{number}")).SendAsync($"/desk/cases/{number}/take");
        }

        await (await ha.OpenAsync("/desk?view=mine")).SendAsync("/desk/bulk/choose", ("cases", $"{first}:1"), ("cases", $"{second}:2"));
        await ha.SendAsync("/desk/bulk/close", ("reason", "Other"), ("text", "Đã hướng dẫn."));
        Assert.Equal(
            (CaseStatus.Assigned, CaseStatus.Closed),
            ((await desk.FindAsync(first)).Request.Status, (await desk.FindAsync(second)).Request.Status)
        );
        Assert.Contains("Yêu cầu đã thay đổi", ha.Text, StringComparison.Ordinal);
        Assert.Contains(">Đã hướng dẫn.</textarea>", ha.Text, StringComparison.Ordinal);
        await ha.SendAsync("/desk/bulk/close", ("reason", "Other"), ("text", "Đã hướng dẫn."));
        Assert.Equal(CaseStatus.Closed, (await desk.FindAsync(first)).Request.Status);
    }

    [Fact]
    public async Task A_supervisor_edits_the_routing_and_mistakes_are_named_with_their_line()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        await desk.CreateAsync("minh", Roles.Official);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await ha.OpenAsync("/desk/settings/routing");
        var text = (await desk.Get<DeskSettingsStore>().ReadAsync(SettingKind.Routing, default)).Text;
        await ha.SendAsync(
            "/desk/settings/routing",
            ("text", text.Replace("fallback: general", "fallback: nowhere", StringComparison.Ordinal))
        );
        Assert.Equal(422, ha.Status);
        Assert.Contains("Dòng 8: Không có tổ “nowhere”.", ha.Text, StringComparison.Ordinal);
        await ha.SendAsync(
            "/desk/settings/routing",
            ("text", text.Replace("members: []", "members: [minh, ai-do]", StringComparison.Ordinal))
        );
        Assert.Contains("Không có cán bộ nào tên đăng nhập “ai-do”.", ha.Text, StringComparison.Ordinal);

        var good = text.Replace("manual, members: []", "leastLoaded, members: [minh]", StringComparison.Ordinal);
        await ha.SendAsync("/desk/settings/routing", ("text", good));
        Assert.Equal("/desk/settings/routing?saved=true", ha.Location);
        await ha.OpenAsync(ha.Location!);
        Assert.Contains("Bản 1, Cán bộ ha lưu lúc", ha.Text, StringComparison.Ordinal);

        // From now on cases are assigned automatically, and the history says so.
        var stored = await desk.FindAsync(await desk.SubmitAsync());
        Assert.Equal(("Cán bộ minh", CaseStatus.Assigned), (stored.Request.OwnerName, stored.Request.Status));
        Assert.Equal((CaseEventKind.Assigned, ActorKind.System), (stored.History[1].Kind, stored.History[1].Actor.Kind));
        Assert.Null(CaseHistory.Verify(stored.Request, stored.History));

        using var chief = await desk.SignInAsync("chief", Roles.Supervisor);
        await chief.OpenAsync("/desk/settings/routing");
        await ha.SendAsync("/desk/settings/routing", ("text", good + "\n# ghi chú"));
        await chief.SendAsync("/desk/settings/routing", ("text", good + "\n# khác"));
        Assert.Equal(409, chief.Status);
        Assert.Contains("Cán bộ ha vừa lưu bản khác.", chief.Text, StringComparison.Ordinal);
        Assert.Contains("# khác", chief.Text, StringComparison.Ordinal);
        Assert.Contains("# ghi chú", chief.Text, StringComparison.Ordinal);
        await ha.OpenAsync("/desk/settings/nonsense");
        Assert.Equal(404, ha.Status);
    }

    [Fact]
    public async Task Absent_officials_get_no_new_cases()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        var minh = await desk.CreateAsync("minh", Roles.Official);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        var text = (await desk.Get<DeskSettingsStore>().ReadAsync(SettingKind.Routing, default)).Text.Replace(
            "manual, members: []",
            "roundRobin, members: [lan, minh]",
            StringComparison.Ordinal
        );
        await (await ha.OpenAsync("/desk/settings/routing")).SendAsync("/desk/settings/routing", ("text", text));
        Assert.Equal(["Cán bộ lan", "Cán bộ minh", "Cán bộ lan"], await OwnersAsync(3));

        await (await lan.OpenAsync("/desk/teams")).SendAsync(
            "/desk/teams/absence",
            ("who", minh.Id),
            ("from", "2026-11-21"),
            ("until", "2026-11-20")
        );
        Assert.Equal(422, lan.Status);
        await lan.SendAsync("/desk/teams/absence", ("who", minh.Id), ("from", "2026-11-21"), ("until", "2026-11-22"));
        Assert.Equal(302, lan.Status);
        Assert.Equal(["Cán bộ minh", "Cán bộ minh"], await OwnersAsync(2));
        await lan.OpenAsync("/desk/teams");
        Assert.Contains("21/11/2026", lan.Text, StringComparison.Ordinal);
        await lan.OpenAsync("/desk?view=team");
        Assert.Contains("Của tổ tôi <span class=\"count\">5</span>", lan.Text, StringComparison.Ordinal);

        // A supervisor can record absences of others; after two days both officials are present again.
        await (await ha.OpenAsync("/desk/teams")).SendAsync(
            "/desk/teams/absence",
            ("who", minh.Id),
            ("from", "2026-11-21"),
            ("until", "2026-11-30")
        );
        desk.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(["Cán bộ lan", "Cán bộ lan"], await OwnersAsync(2));

        async Task<List<string?>> OwnersAsync(int count)
        {
            var owners = new List<string?>();
            for (var i = 0; i < count; i++)
            {
                owners.Add((await desk.FindAsync(await desk.SubmitAsync())).Request.OwnerName);
            }

            return owners;
        }
    }

    [Fact]
    public async Task An_administrator_can_retry_or_drop_undelivered_messages()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var dbContextFactory = desk.Get<IDbContextFactory<AssistantDb>>();
        await using (var db = await dbContextFactory.CreateDbContextAsync())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var text in new[] { "Một", "Hai" })
            {
                var activity = new Activity
                {
                    Type = ActivityTypes.Message,
                    Text = text,
                    ChannelData = new System.Text.Json.Nodes.JsonObject { ["caseNumber"] = number.ToString() },
                };
                await desk.Get<Outbox>()
                    .AppendAsync(db, (await desk.FindAsync(number)).Request.Asker.GetConversationReference(), activity, default);
            }

            await db.Set<ActivityRow>()
                .Where(a => a.Direction == Direction.Outbound)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(a => a.Progress, Progress.Undelivered).SetProperty(a => a.Problem, "403 BotNotInConversationRoster")
                );
            await transaction.CommitAsync();
        }

        using var admin = await desk.SignInAsync("quan", Roles.Administrator);
        await admin.OpenAsync("/desk/undelivered");
        Assert.Equal(2, admin.Text.Split("403 BotNotInConversationRoster").Length - 1);
        Assert.Contains(number.ToString(), admin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Một", admin.Text, StringComparison.Ordinal);
        var ids = (await desk.Get<UndeliveredActivities>().ListAsync(10, default)).Select(p => p.Number).ToList();
        await admin.SendAsync($"/desk/undelivered/{ids[0]}/drop");
        await admin.OpenAsync("/desk/undelivered");
        await admin.SendAsync($"/desk/undelivered/{ids[1]}/retry");
        await admin.OpenAsync("/desk/undelivered");
        Assert.Contains("Không có tin nào bị kẹt.", admin.Text, StringComparison.Ordinal);
        await using var after = await dbContextFactory.CreateDbContextAsync();
        Assert.Equal(Progress.Dropped, (await after.Set<ActivityRow>().SingleAsync(a => a.Number == ids[0])).Progress);
    }

    [Fact]
    public async Task A_page_that_asks_by_itself_does_not_keep_a_session_alive()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        for (var i = 0; i < 7; i++)
        {
            desk.Time.Advance(TimeSpan.FromMinutes(10));
            await lan.AskByItselfAsync("/desk");
        }

        await lan.OpenAsync("/desk");
        Assert.Equal(302, lan.Status);
        Assert.Contains("/desk/sign-in", lan.Location, StringComparison.Ordinal);
    }
}
