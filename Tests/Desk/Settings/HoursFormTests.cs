using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk.Settings;

/// <summary>Working hours have a form; earlier versions of a document can be seen and put into force again.</summary>
public sealed class HoursFormTests : IDisposable
{
    private const string Edit = "/desk/settings/forms/hours/edit";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Hours_are_changed_and_an_earlier_version_is_put_into_force_again()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await SendAsync("07:30", "11:30", "13:00", "12:00");
        Assert.Equal(422, ha.Status);
        Assert.Contains("phải theo thứ tự", ha.Text, StringComparison.Ordinal);
        await SendAsync("07:30", "sớm", "", "");
        Assert.Contains("“sớm” không phải giờ", ha.Text, StringComparison.Ordinal);
        await SendAsync("07:30", "11:30", "13:00", "16:30");
        Assert.Equal(302, ha.Status);
        Assert.Equal(TimeSpan.FromHours(7.5), (await ReadAsync()).WorkingTimePerDay);
        await SendAsync("07:30", "11:30", "", "");
        Assert.Equal(TimeSpan.FromHours(4), (await ReadAsync()).WorkingTimePerDay);

        await ha.OpenAsync("/desk/settings/routing");
        Assert.Contains("?version=1", ha.Text, StringComparison.Ordinal);
        await ha.OpenAsync("/desk/settings/routing?version=1");
        Assert.Contains("nội dung của bản 1", ha.Text, StringComparison.Ordinal);
        var earlier = await desk.Get<DeskSettingsStore>().FindTextAsync(SettingKind.Routing, 1, default);
        await ha.SendAsync("/desk/settings/routing", ("text", earlier!));
        Assert.Equal(302, ha.Status);
        Assert.Equal(TimeSpan.FromHours(7.5), (await ReadAsync()).WorkingTimePerDay);
        Assert.Equal(3, (await desk.Get<DeskSettingsStore>().ReadAsync(SettingKind.Routing, default)).Version);
        await ha.OpenAsync("/desk/settings/forms/deadlines");
        Assert.Contains("Căn cứ: Nghị định 80/2021/NĐ-CP Điều 32", ha.Text, StringComparison.Ordinal);

        async Task SendAsync(string from, string to, string afternoonFrom, string afternoonTo)
        {
            await ha.OpenAsync($"{Edit}?item=day");
            await ha.SendAsync(
                Edit,
                ("morning-from", from),
                ("morning-to", to),
                ("afternoon-from", afternoonFrom),
                ("afternoon-to", afternoonTo)
            );
        }

        async Task<PolicyAssistantBot.Requests.Deadlines.WorkingHours> ReadAsync() =>
            (await desk.Get<DeskSettingsStore>().GetAsync(default)).Hours;
    }
}
