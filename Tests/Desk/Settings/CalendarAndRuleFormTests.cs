using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk.Settings;

/// <summary>Supervisors change holidays, routing rules, templates and time limits with forms.</summary>
public sealed class CalendarAndRuleFormTests : IDisposable
{
    private const string Forms = "/desk/settings/forms";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_holiday_is_added_in_order_and_mistakes_are_named()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await ha.OpenAsync($"{Forms}/days/edit");
        await SendAsync("2026-11-24", "");
        Assert.Contains("<a href=\"#first\">Trùng với 24/11/2026: Ngày nghỉ 24/11.</a>", ha.Text, StringComparison.Ordinal);
        await SendAsync("2026-12-08", "2026-12-07");
        Assert.Contains("<a href=\"#last\">Ngày cuối phải từ ngày đầu trở đi.</a>", ha.Text, StringComparison.Ordinal);
        await SendAsync("2028-01-01", "");
        Assert.Contains("Lịch hiện có từ 01/01/2025 – 31/12/2027.", ha.Text, StringComparison.Ordinal);
        await SendAsync("2026-12-08", "", "makeUp");
        Assert.Contains("Ngày làm bù phải rơi vào ngày nghỉ hằng tuần;", ha.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-12-08\"", ha.Text, StringComparison.Ordinal);
        await SendAsync("8/12", "");
        Assert.Contains("Ngày đầu: ngày không đúng.", ha.Text, StringComparison.Ordinal);
        await SendAsync("2026-12-07", "2026-12-08");
        Assert.Equal($"{Forms}/days?saved=true", ha.Location);

        var calendar = (await desk.Get<DeskSettingsStore>().GetAsync(default)).Hours.Calendar;
        Assert.False(calendar.IsWorkingDay(new DateOnly(2026, 12, 8)));
        Assert.Equal(calendar.Days.OrderBy(day => day.Day), calendar.Days);
        await ha.OpenAsync($"{Forms}/days");
        Assert.Contains("07/12/2026 – 08/12/2026", ha.Text, StringComparison.Ordinal);

        await (await ha.OpenAsync($"{Forms}/days/remove?item=2026-12-07")).SendAsync($"{Forms}/days/remove");
        Assert.True((await desk.Get<DeskSettingsStore>().GetAsync(default)).Hours.Calendar.IsWorkingDay(new DateOnly(2026, 12, 8)));
        await (await ha.OpenAsync($"{Forms}/days/edit?item=range")).SendAsync(
            $"{Forms}/days/edit",
            ("first", "2025-01-01"),
            ("last", "2028-12-31")
        );
        Assert.Equal(302, ha.Status);
        Assert.Equal(new DateOnly(2028, 12, 31), (await desk.Get<DeskSettingsStore>().GetAsync(default)).Hours.Calendar.Until);

        async Task SendAsync(string first, string last, string kind = "off") =>
            await ha.SendAsync(
                $"{Forms}/days/edit",
                ("first", first),
                ("last", last),
                ("kind", kind),
                ("vi", "Ngày nghỉ thử"),
                ("en", "A day off"),
                ("source", "Thông báo 1/TB"),
                ("confidence", "V1-high")
            );
    }

    [Fact]
    public async Task A_rule_is_put_first_and_decides()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await ha.OpenAsync($"{Forms}/rules/edit");
        await ha.SendAsync($"{Forms}/rules/edit", ("team", "general"), ("position", "0"));
        Assert.Contains("<a href=\"#kind-0\">Quy tắc cần ít nhất một điều kiện.</a>", ha.Text, StringComparison.Ordinal);
        await ha.SendAsync($"{Forms}/rules/edit", ("team", "general"), ("ward", "Phường Không Có"), ("position", "0"));
        Assert.Contains("Không có phường, xã nào tên “Phường Không Có”.", ha.Text, StringComparison.Ordinal);
        await ha.SendAsync(
            $"{Forms}/rules/edit",
            ("team", "suppliers"),
            ("kind", "support"),
            ("kind", "other"),
            ("size", "micro"),
            ("topic", "Nhà máy\r\nkhu công nghiệp"),
            ("ward", "phường hoàn kiếm"),
            ("position", "0")
        );
        Assert.Equal(302, ha.Status);
        var rule = (await desk.Get<DeskSettingsStore>().GetAsync(default)).Routing.Rules[0];
        Assert.Equal(("suppliers", 2, 1), (rule.Team, rule.Kinds.Count, rule.Wards.Count));
        Assert.Equal(["nhà máy", "khu công nghiệp"], rule.Topics);

        await ha.OpenAsync($"{Forms}/rules");
        Assert.Contains("Từ ngữ trong yêu cầu: Nhà máy, khu công nghiệp", ha.Text, StringComparison.Ordinal);
        var item = ha.Text.Split("/rules/edit?item=")[1].Split('"')[0];
        await ha.OpenAsync($"{Forms}/rules/edit?item={item}");
        await ha.SendAsync($"{Forms}/rules/edit", ("team", "general"), ("kind", "difficulty"), ("position", "4"));
        Assert.Equal(302, ha.Status);
        var rules = (await desk.Get<DeskSettingsStore>().GetAsync(default)).Routing.Rules;
        Assert.Equal(("financing", "general"), (rules[0].Team, rules[^1].Team));
    }

    [Fact]
    public async Task A_template_keeps_its_lines_and_unknown_fields_are_refused()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await ha.OpenAsync($"{Forms}/templates/edit?item=thanks");
        await SendAsync("Cảm ơn {tên}");
        Assert.Contains("<a href=\"#text-vi\">Không có trường {tên}.</a>", ha.Text, StringComparison.Ordinal);
        Assert.Contains("Cảm ơn {tên}</textarea>", ha.Text, StringComparison.Ordinal);
        await SendAsync("Kính gửi {enterprise}: 'xin' chào\r\n\r\n# cảm ơn\r\n- {unit}");
        Assert.Equal(302, ha.Status);
        var template = (await desk.Get<DeskSettingsStore>().GetAsync(default)).Templates.Templates.Single(t => t.Key == "thanks");
        Assert.Equal("Kính gửi {enterprise}: 'xin' chào\n\n# cảm ơn\n- {unit}", template.Text.Vi);

        async Task SendAsync(string text) =>
            await ha.SendAsync(
                $"{Forms}/templates/edit",
                ("vi", "Lời kết"),
                ("en", "Closing words"),
                ("text-vi", text),
                ("text-en", "Thanks")
            );
    }

    [Fact]
    public async Task The_days_of_the_week_that_are_worked_are_chosen_and_deadlines_count_them()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await ha.OpenAsync($"{Forms}/days");
        Assert.Contains("thứ Hai, thứ Ba, thứ Tư, thứ Năm, thứ Sáu", ha.Text, StringComparison.Ordinal);
        await ha.OpenAsync($"{Forms}/days/edit?item=week");
        await ha.SendAsync($"{Forms}/days/edit");
        Assert.Equal(422, ha.Status);
        await ha.SendAsync($"{Forms}/days/edit", ("week", "monday"), ("week", "saturday"), ("week", "someday"));
        Assert.Equal(422, ha.Status);
        await ha.SendAsync($"{Forms}/days/edit", [.. Week.Select(day => ("week", day))]);
        Assert.Equal(302, ha.Status);
        var hours = (await desk.Get<DeskSettingsStore>().GetAsync(default)).Hours;
        var saturday = new DateOnly(2026, 12, 5);
        Assert.True(hours.Calendar.IsWorkingDay(saturday));
        Assert.False(hours.Calendar.IsWorkingDay(saturday.AddDays(1)));
        var noon = HanoiTime.StartOf(saturday) + TimeSpan.FromHours(12);
        Assert.Equal(saturday, HanoiTime.DayOf(hours.AddWorkingTime(noon, TimeSpan.FromHours(1))));

        // A make-up day on a day that is worked anyway would say nothing.
        await (await ha.OpenAsync($"{Forms}/days/edit")).SendAsync(
            $"{Forms}/days/edit",
            ("first", "2026-12-05"),
            ("kind", "makeUp"),
            ("vi", "Làm bù"),
            ("en", "Make-up"),
            ("source", "Thông báo"),
            ("confidence", "V1-high")
        );
        Assert.Equal(422, ha.Status);
        Assert.Contains("Ngày làm bù phải rơi vào ngày nghỉ hằng tuần;", ha.Text, StringComparison.Ordinal);

        // A calendar that was saved before has no such line.
        var store = desk.Get<DeskSettingsStore>();
        var text = string.Join('\n', (await store.ReadAsync(SettingKind.Calendar, default)).Text.Split('\n').Where(IsOther));
        Assert.IsType<SettingOutcome.Saved>(await store.SaveAsync(SettingKind.Calendar, 1, text, Sample.Supervisor, default));
        Assert.False((await store.GetAsync(default)).Hours.Calendar.IsWorkingDay(saturday));
        await (await ha.OpenAsync($"{Forms}/days/edit?item=week")).SendAsync($"{Forms}/days/edit", [.. Week.Select(day => ("week", day))]);
        Assert.True((await store.GetAsync(default)).Hours.Calendar.IsWorkingDay(saturday));
        var wrong = text + "\nworkingDays: [monday, monday]\n";
        Assert.IsType<SettingOutcome.Invalid>(await store.SaveAsync(SettingKind.Calendar, 3, wrong, Sample.Supervisor, default));

        static bool IsOther(string line) => !line.StartsWith("workingDays", StringComparison.Ordinal);
    }

    private static readonly string[] Week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    [Fact]
    public async Task A_time_limit_is_changed()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await ha.OpenAsync($"{Forms}/deadlines/edit?item=financing");
        await SendAsync("0");
        Assert.Equal(422, ha.Status);
        Assert.Contains("phải từ 1 đến 250", ha.Text, StringComparison.Ordinal);
        await SendAsync("12");
        Assert.Equal(302, ha.Status);
        var times = (await desk.Get<DeskSettingsStore>().GetAsync(default)).Times.Of(RequestKind.Financing);
        Assert.Contains(times.Targets, target => target.TimeLimit == new TimeLimit(12, IsDays: true));
        Assert.Equal(404, (await ha.OpenAsync($"{Forms}/deadlines/edit")).Status);

        async Task SendAsync(string days) =>
            await ha.SendAsync(
                $"{Forms}/deadlines/edit",
                ("firstReply", "4"),
                ("firstReply-unit", "hours"),
                ("resolution", days),
                ("resolution-unit", "days")
            );
    }
}
