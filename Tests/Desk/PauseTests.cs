using PolicyAssistantBot.Access;
using PolicyAssistantBot.Switches;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk;

/// <summary>A channel is switched off until a time, goes on by itself, and everybody is told meanwhile.</summary>
public sealed class PauseTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_pause_with_an_end_survives_a_restart_and_ends_by_itself()
    {
        DateTimeOffset now;
        await using (var desk = await DeskHost.OpenAsync(folder))
        {
            now = desk.Time.GetUtcNow();
            using var chief = await desk.SignInAsync("chief", Roles.Supervisor);
            await chief.OpenAsync("/desk/switches");
            Assert.Contains("Chưa nối", chief.Text, StringComparison.Ordinal);
            await chief.SendAsync("/desk/switches/WebChat", ("reason", "bảo trì"), ("until", "2020-01-01T10:00"));
            Assert.Equal(422, chief.Status);
            Assert.Contains("value=\"bảo trì\"", chief.Text, StringComparison.Ordinal);
            var end = now.AddHours(7 + 2).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);
            await chief.SendAsync("/desk/switches/WebChat", ("reason", "bảo trì"), ("until", end));
            Assert.Equal(302, chief.Status);
            Assert.True(desk.Get<SwitchBoard>().IsOff(Switch.WebChat));
            using var lan = await desk.SignInAsync("lan", Roles.Official);
            await lan.OpenAsync("/desk/teams");
            Assert.Contains("Đang tạm ngừng: Chat trên trang web, đến", lan.Text, StringComparison.Ordinal);
        }

        await using var restarted = await DeskHost.OpenAsync(folder);
        Assert.True(restarted.Get<SwitchBoard>().IsOff(Switch.WebChat));
        restarted.Time.Advance(now.AddHours(2).AddMinutes(1) - restarted.Time.GetUtcNow());
        Assert.False(restarted.Get<SwitchBoard>().IsOff(Switch.WebChat));
        using var again = restarted.Browse();
        await again.SignInAsync("lan", DeskHost.Password);
        Assert.DoesNotContain("Đang tạm ngừng", (await again.OpenAsync("/desk/teams")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chat_says_so_before_a_question_with_the_time_and_the_contact()
    {
        await using var host = await TeamsHost.StartAsync(folder, ("Requests:ContactVi", "024 3825 6637, 38 Hai Bà Trưng"));
        host.Get<SwitchBoard>().SwitchOff(Switch.Teams, "chief", "bảo trì", host.Time.GetUtcNow().AddHours(3));
        var sent = string.Join('\n', (await host.SayAsync(new TeamsChat().Message("Xin chào"))).Select(call => call.Text));
        Assert.Contains("dự kiến hoạt động lại lúc", sent, StringComparison.Ordinal);
        Assert.Contains("Liên hệ: 024 3825 6637, 38 Hai Bà Trưng", sent, StringComparison.Ordinal);
    }
}
