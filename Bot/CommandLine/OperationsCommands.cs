using System.CommandLine;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Switches;

namespace PolicyAssistantBot.CommandLine;

/// <summary><c>ops switch</c> and <c>ops status</c>: the emergency switches, also while the service runs.</summary>
internal static class OperationsCommands
{
    public static Command Create()
    {
        var command = new Command("ops", "Switch channels and the language model off and on.");
        command.Subcommands.Add(CreateSwitch());
        command.Subcommands.Add(CreateStatus());
        return command;
    }

    private static Command CreateSwitch()
    {
        var name = new Argument<Switch>("name") { Description = "webChat, teams or model." };
        var state = new Argument<string>("state") { Description = "off or on." };
        state.AcceptOnlyFromAmong("off", "on");
        var reason = new Option<string>("--reason") { Description = "Why; shown at the desk.", DefaultValueFactory = _ => "" };
        var data = CreateDataOption();
        var command = new Command("switch", "Switch a channel or the model off or on; takes effect within a second.")
        {
            name,
            state,
            reason,
            data,
        };
        command.SetAction(parsed =>
            Change(parsed.GetValue(data), parsed.GetValue(name), parsed.GetValue(state) == "off", parsed.GetValue(reason)!, Console.Out)
        );
        return command;
    }

    private static Command CreateStatus()
    {
        var data = CreateDataOption();
        var command = new Command("status", "Show what is switched off. Exit code: 0 nothing, 1 something.") { data };
        command.SetAction(parsed => ShowStatus(parsed.GetValue(data), Console.Out));
        return command;
    }

    internal static int Change(string? dataFolder, Switch name, bool isOff, string reason, TextWriter output)
    {
        using var app = Build(dataFolder);
        var switches = app.Services.GetRequiredService<SwitchBoard>();
        if (isOff)
        {
            switches.SwitchOff(name, Environment.UserName, reason);
        }
        else
        {
            switches.SwitchOn(name);
        }

        output.WriteLine($"{name}: {(isOff ? "off" : "on")}");
        return 0;
    }

    internal static int ShowStatus(string? dataFolder, TextWriter output)
    {
        using var app = Build(dataFolder);
        var switchedOff = app.Services.GetRequiredService<SwitchBoard>().Read();
        foreach (var name in Enum.GetValues<Switch>())
        {
            output.WriteLine(
                switchedOff.TryGetValue(name, out var off) ? $"{name}: off since {off.At:u}, {off.By}: {off.Reason}" : $"{name}: on"
            );
        }

        return switchedOff.Count == 0 ? 0 : 1;
    }

    private static Option<string?> CreateDataOption() => new("--data") { Description = "The data folder; default: that of the service." };

    private static WebApplication Build(string? dataFolder)
    {
        var builder = LocalStorage.CreateBuilder(dataFolder);
        builder.Services.AddSingleton(TimeProvider.System).AddStorage().AddSingleton<SwitchBoard>();
        return builder.Build();
    }
}
