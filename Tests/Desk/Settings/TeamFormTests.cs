using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk.Settings;

/// <summary>Supervisors change teams with forms; what is stored is the same document that they can edit as text.</summary>
public sealed class TeamFormTests : IDisposable
{
    private const string Edit = "/desk/settings/forms/teams/edit";
    private const string Remove = "/desk/settings/forms/teams/remove";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_member_is_added_and_the_rest_of_the_document_stays_as_it_is()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        await desk.CreateAsync("minh", Roles.Official);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        var before = await ReadAsync(desk);
        await ha.OpenAsync("/desk/settings");
        Assert.Contains("Tổ tài chính, tín dụng", ha.Text, StringComparison.Ordinal);
        Assert.Contains("Bản đi kèm chương trình", ha.Text, StringComparison.Ordinal);

        await ha.OpenAsync($"{Edit}?item=financing");
        Assert.Contains("Cán bộ minh (minh)", ha.Text, StringComparison.Ordinal);
        await ha.SendAsync(
            Edit,
            ("vi", "Tổ tài chính, tín dụng"),
            ("en", "Finance and credit"),
            ("members", "minh"),
            ("assign", "leastLoaded")
        );

        Assert.Equal("/desk/settings/forms/teams?saved=true", ha.Location);
        Assert.Equal(
            before.Replace(
                "{ key: financing, name: { vi: 'Tổ tài chính, tín dụng', en: 'Finance and credit' }, assign: manual, members: [] }",
                "{ key: financing, name: { vi: 'Tổ tài chính, tín dụng', en: 'Finance and credit' }, assign: leastLoaded, members: ['minh'] }",
                StringComparison.Ordinal
            ),
            await ReadAsync(desk)
        );
        await ha.OpenAsync(ha.Location!);
        Assert.Contains("Thành viên: Cán bộ minh", ha.Text, StringComparison.Ordinal);
        Assert.Contains("Bản 1, Cán bộ ha lưu lúc", ha.Text, StringComparison.Ordinal);
        var events = await desk.Get<SecurityLog>().ListAsync(new SecurityEventQuery(null, null, null, null, null), default);
        var change = Assert.Single(events, e => e.Kind == SecurityEventKind.SettingsChanged).Detail!;
        Assert.StartsWith("routing 1: …", change, StringComparison.Ordinal);
        Assert.EndsWith("assign: manual, members: [] } →  }, assign: leastLoaded, members: ['minh'] }", change, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_is_added_gets_the_remaining_cases_and_is_removed_with_a_successor()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await (await ha.OpenAsync(Edit)).SendAsync(
            Edit,
            ("vi", "Tổ khu công nghiệp"),
            ("en", "Industrial zones"),
            ("assign", "manual"),
            ("fallback", "fallback")
        );
        Assert.Equal(302, ha.Status);
        var routing = (await desk.Get<DeskSettingsStore>().GetAsync(default)).Routing;
        Assert.Equal(("industrial-zones", "Tổ khu công nghiệp"), (routing.FallbackTeam, routing.Teams[^1].Name.Vi));
        await desk.SubmitAsync();

        await ha.OpenAsync($"{Remove}?item=support");
        Assert.Contains("Tổ có 1 yêu cầu đang mở.", ha.Text, StringComparison.Ordinal);
        await ha.SendAsync(Remove);
        Assert.Equal(422, ha.Status);
        Assert.Contains("Anh/chị vui lòng chọn: Tổ nhận thay.", ha.Text, StringComparison.Ordinal);
        await ha.SendAsync(Remove, ("successor", "industrial-zones"));
        Assert.Equal(302, ha.Status);
        routing = (await desk.Get<DeskSettingsStore>().GetAsync(default)).Routing;
        Assert.Null(routing.Find("support"));
        Assert.Equal("industrial-zones", routing.Rules[2].Team);
        Assert.Contains("['bảo lãnh', 'vay vốn'", await ReadAsync(desk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_names_the_field_and_keeps_what_was_typed()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        await desk.CreateAsync("minh", Roles.Official);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await (await ha.OpenAsync(Edit)).SendAsync(Edit, ("vi", "Tổ mới"), ("en", " "), ("members", "minh"), ("assign", "roundRobin"));
        Assert.Equal(422, ha.Status);
        Assert.Contains("<a href=\"#en\">Anh/chị vui lòng nhập: Tên tiếng Anh.</a>", ha.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"en-error\"", ha.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Tổ mới\"", ha.Text, StringComparison.Ordinal);
        Assert.Matches("value=\"minh\"[^>]*checked", ha.Text);
        Assert.Matches("value=\"roundRobin\"[^>]*selected", ha.Text);

        await ha.SendAsync(Edit, ("vi", "Tổ hỗ trợ doanh nghiệp nhỏ và vừa"), ("en", "New"), ("assign", "manual"));
        Assert.Contains("<a href=\"#vi\">Đã có mục mang tên này.</a>", ha.Text, StringComparison.Ordinal);
        await ha.OpenAsync($"{Edit}?item=general");
        await ha.SendAsync(Edit, ("vi", "Tổ tiếp nhận chung"), ("en", "General reception"), ("assign", "manual"));
        Assert.Contains("Phải có một tổ nhận các yêu cầu còn lại.", ha.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await desk.Get<DeskSettingsStore>().ReadAsync(SettingKind.Routing, default)).Version);
        Assert.Equal(404, (await ha.OpenAsync($"{Edit}?item=nowhere")).Status);
        Assert.Equal(404, (await ha.OpenAsync("/desk/settings/forms/nonsense")).Status);
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told_and_loses_nothing()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        using var chief = await desk.SignInAsync("chief", Roles.Supervisor);
        await ha.OpenAsync($"{Edit}?item=suppliers");
        await chief.OpenAsync($"{Edit}?item=suppliers");
        await ha.SendAsync(Edit, ("vi", "Tổ cung ứng"), ("en", "Suppliers"), ("assign", "manual"));
        await chief.SendAsync(Edit, ("vi", "Tổ liên kết"), ("en", "Links"), ("assign", "manual"));
        Assert.Equal(409, chief.Status);
        Assert.Contains("Cán bộ ha vừa lưu thay đổi khác", chief.Text, StringComparison.Ordinal);
        Assert.Contains("Tổ cung ứng", chief.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Tổ liên kết\"", chief.Text, StringComparison.Ordinal);
        await chief.SendAsync(Edit, ("vi", "Tổ liên kết"), ("en", "Links"), ("assign", "manual"));
        Assert.Equal(302, chief.Status);
        Assert.Contains("Tổ liên kết", await ReadAsync(desk), StringComparison.Ordinal);

        // A team that another supervisor removed is not lost either: saving it again adds it.
        await ha.OpenAsync($"{Edit}?item=suppliers");
        await (await chief.OpenAsync($"{Remove}?item=suppliers")).SendAsync(Remove, ("successor", "general"));
        await ha.SendAsync(Edit, ("vi", "Tổ chuỗi cung ứng"), ("en", "Chains"), ("assign", "manual"));
        Assert.Equal(409, ha.Status);
        Assert.Contains("Mục này không còn nữa.", ha.Text, StringComparison.Ordinal);
        await ha.SendAsync(Edit, ("vi", "Tổ chuỗi cung ứng"), ("en", "Chains"), ("assign", "manual"));
        Assert.Contains("key: chains", await ReadAsync(desk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_forms_cannot_change_is_left_alone()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        var text = (await ReadAsync(desk)).Replace("fallback: general", "fallback: &rest general", StringComparison.Ordinal);
        await (await ha.OpenAsync("/desk/settings/routing")).SendAsync("/desk/settings/routing", ("text", text));
        Assert.Equal(302, ha.Status);
        await ha.OpenAsync($"{Edit}?item=suppliers");
        await ha.SendAsync(Edit, ("vi", "Tổ cung ứng"), ("en", "Suppliers"), ("assign", "manual"));
        Assert.Equal(422, ha.Status);
        Assert.Contains("Anh/chị sửa ở phần Nâng cao", ha.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Tổ cung ứng\"", ha.Text, StringComparison.Ordinal);
        Assert.Equal(text, await ReadAsync(desk));
    }

    private static async Task<string> ReadAsync(DeskHost desk) =>
        (await desk.Get<DeskSettingsStore>().ReadAsync(SettingKind.Routing, default)).Text;
}
