using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk.Settings;

/// <summary>Supervisors try a request against the rules, see rules that are never used, and move rules.</summary>
public sealed class RoutingTrialTests : IDisposable
{
    private const string Edit = "/desk/settings/forms/rules/edit";
    private const string Move = "/desk/settings/forms/rules/move";
    private const string Try = "/desk/settings/forms/rules/try";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_request_is_tried_and_the_rules_without_a_chance_are_named()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await ha.OpenAsync("/desk/settings/forms/rules");
        Assert.Contains(Try, ha.Text, StringComparison.Ordinal);
        await AddAsync(ha, "suppliers", "vay vốn ngân hàng");
        await ha.OpenAsync(ha.Location!);
        Assert.Contains("quy tắc số 4 đứng trước và bắt hết", ha.Text, StringComparison.Ordinal);

        await (await ha.OpenAsync(Try)).SendAsync(Try, ("kind", "other"), ("content", "Xin vay vốn ngân hàng"));
        Assert.Equal(200, ha.Status);
        Assert.Contains("Chuyển đến: Tổ tài chính, tín dụng", ha.Text, StringComparison.Ordinal);
        Assert.Contains("Theo quy tắc số 4", ha.Text, StringComparison.Ordinal);
        Assert.Contains("Quy tắc số 5 (Tổ liên kết chuỗi cung ứng)", ha.Text, StringComparison.Ordinal);
        await ha.SendAsync(Try, ("kind", "other"), ("content", "Chào anh"), ("ward", "Phường Mây"));
        Assert.Equal(422, ha.Status);
        Assert.Contains("value=\"Phường Mây\"", ha.Text, StringComparison.Ordinal);
        await ha.SendAsync(Try, ("kind", "other"), ("content", "Chào anh"), ("ward", "Phường Hoàn Kiếm"));
        Assert.Contains("Không quy tắc nào khớp", ha.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_is_moved_up_and_then_decides()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await AddAsync(ha, "suppliers", "vay vốn ngân hàng");
        await ha.OpenAsync("/desk/settings/forms/rules");
        var key = (await ReadAsync(desk)).Rules[^1];
        await ha.SendAsync(Move, ("item", $"suppliers.Other.{key.Topics[0]}..."), ("direction", "up"));
        Assert.Equal("/desk/settings/forms/rules?saved=true", ha.Location);
        Assert.Equal(["financing", "suppliers", "support", "suppliers", "financing"], (await ReadAsync(desk)).Rules.Select(r => r.Team));
        await ha.OpenAsync(ha.Location!);
        Assert.DoesNotContain("bắt hết các yêu cầu của nó", ha.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_is_in_the_security_log_and_one_on_an_outdated_list_is_refused_and_said()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        using var lan = await desk.SignInAsync("lan", Roles.Supervisor);
        await ha.OpenAsync("/desk/settings/forms/rules");
        await lan.OpenAsync("/desk/settings/forms/rules");

        // The first move also writes the rules in the way of this page, the next ones change nothing but their order.
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await lan.SendAsync(Move, ("direction", "down"));
            await lan.OpenAsync(lan.Location!);
        }

        var teams = (await ReadAsync(desk)).Rules.Select(rule => rule.Team).ToList();
        var events = await desk.Get<SecurityLog>().ListAsync(new SecurityEventQuery(null, null, null, null, null), default);
        Assert.Matches("^routing 3: - .*⇅ - ", events.First(e => e.Kind == SecurityEventKind.SettingsChanged).Detail);

        await ha.SendAsync(Move, ("direction", "down"));
        Assert.Equal(409, ha.Status);
        Assert.Contains("Chưa chuyển chỗ: Cán bộ lan vừa lưu một thay đổi.", ha.Text, StringComparison.Ordinal);
        Assert.Equal(teams, (await ReadAsync(desk)).Rules.Select(rule => rule.Team));
        await ha.SendAsync(Move, ("direction", "down"));
        Assert.Equal(302, ha.Status);
    }

    private static async Task AddAsync(Browser ha, string team, string topic)
    {
        await ha.OpenAsync(Edit);
        await ha.SendAsync(Edit, ("team", team), ("kind", "other"), ("topic", topic), ("position", "4"));
    }

    private static async Task<RoutingTable> ReadAsync(DeskHost desk) => (await desk.Get<DeskSettingsStore>().GetAsync(default)).Routing;
}
