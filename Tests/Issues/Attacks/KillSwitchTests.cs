using PolicyAssistantBot.Access;
using PolicyAssistantBot.CommandLine;
using PolicyAssistantBot.Switches;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Model;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>A channel or the model could not be stopped during an attack without stopping the service.</summary>
public sealed class KillSwitchTests(ModelFixture fixture) : IClassFixture<ModelFixture>, IDisposable
{
    private const string Question = "Mua phần mềm kho có được hỗ trợ không?";
    private const string Notice = "tạm ngừng trả lời";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_channel_is_switched_off_from_a_shell_and_stays_off_after_a_restart()
    {
        await using (var host = await TeamsHost.StartAsync(folder))
        {
            Assert.DoesNotContain(Notice, await AskAsync(host), StringComparison.Ordinal);
            Assert.Equal(0, OperationsCommands.Change(folder.Path, Switch.Teams, isOff: true, "tấn công", TextWriter.Null));
            host.Time.Advance(TimeSpan.FromSeconds(2));
            Assert.Contains(Notice, await AskAsync(host), StringComparison.Ordinal);
            Assert.False(host.Get<SwitchBoard>().IsOff(Switch.WebChat));
        }

        await using (var host = await TeamsHost.StartAsync(folder))
        {
            Assert.Contains(Notice, await AskAsync(host), StringComparison.Ordinal);
            using var status = new StringWriter();
            Assert.Equal(1, OperationsCommands.ShowStatus(folder.Path, status));
            Assert.Contains("tấn công", status.ToString(), StringComparison.Ordinal);
            OperationsCommands.Change(folder.Path, Switch.Teams, isOff: false, "", TextWriter.Null);
            host.Time.Advance(TimeSpan.FromSeconds(2));
            Assert.DoesNotContain(Notice, await AskAsync(host), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_supervisor_switches_the_model_off_at_the_desk_and_it_is_asked_no_more()
    {
        await using (var desk = await DeskHost.OpenAsync(folder))
        {
            using var chief = await desk.SignInAsync("chief", Roles.Supervisor);
            await chief.OpenAsync("/desk/switches");
            await chief.SendAsync("/desk/switches/Model", ("reason", "trả lời sai"));
            await chief.OpenAsync("/desk/switches");
            Assert.Contains("bởi Cán bộ chief: trả lời sai", chief.Text, StringComparison.Ordinal);
        }

        var asked = 0;
        fixture.Model.Respond = _ =>
        {
            asked++;
            return FakeModelReply.FromSentences(("Doanh nghiệp nhỏ được hỗ trợ phần mềm.", ["p1"]));
        };
        await using var host = await TeamsHost.StartAsync(folder, [.. fixture.Settings, ("Model:Enabled", "true")]);
        await AskAsync(host);
        Assert.Equal(0, asked);
        host.Get<SwitchBoard>().SwitchOn(Switch.Model);
        await AskAsync(host);
        Assert.NotEqual(0, asked);
    }

    private static async Task<string> AskAsync(TeamsHost host) =>
        string.Join('\n', (await host.SayAsync(new TeamsChat().Message(Question))).Select(call => call.Text));
}
