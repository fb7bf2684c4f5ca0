using System.CommandLine;
using PolicyAssistantBot.Hosting;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Switches;

namespace PolicyAssistantBot.CommandLine;

/// <summary><c>ops</c>: emergency measures and the list of erasures, also while the service runs.</summary>
internal static class OperationsCommands
{
    public static Command Create()
    {
        var command = new Command(
            "ops",
            "Switch channels and the language model off and on; end web chats; repeat erasures after a restore; list components."
        );
        command.Subcommands.Add(CreateSwitch());
        command.Subcommands.Add(CreateEndChats());
        command.Subcommands.Add(CreateStatus());
        command.Subcommands.Add(CreateComponents());
        command.Subcommands.Add(ErasureCommands.Create());
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

    private static Command CreateEndChats()
    {
        var conversation = new Option<string?>("--conversation") { Description = "Only this one, by its id; default: all." };
        var data = CreateDataOption();
        var command = new Command("end-chats", "End web chats: their tokens are refused, and visitors begin new ones.")
        {
            conversation,
            data,
        };
        command.SetAction(parsed => EndChats(parsed.GetValue(data), parsed.GetValue(conversation), Console.Out));
        return command;
    }

    private static Command CreateStatus()
    {
        var data = CreateDataOption();
        var command = new Command("status", "Show what is switched off. Exit code: 0 nothing, 1 something.") { data };
        command.SetAction(parsed => ShowStatus(parsed.GetValue(data), Console.Out));
        return command;
    }

    private static Command CreateComponents()
    {
        var command = new Command("components", "Print the bill of materials: every library of this build, as CycloneDX 1.5 (JSON).");
        command.SetAction(_ => Console.Out.WriteLine(ComponentList.Read(AppContext.BaseDirectory).ToJsonString()));
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

    /// <param name="conversationId">Null for all web chats.</param>
    internal static int EndChats(string? dataFolder, string? conversationId, TextWriter output, TimeProvider? time = null)
    {
        using var app = Build(dataFolder, time);
        var endedChats = app.Services.GetRequiredService<EndedChats>();
        if (conversationId is null)
        {
            endedChats.EndAll();
        }
        else
        {
            endedChats.End(conversationId);
        }

        output.WriteLine(conversationId is null ? "All web chats have ended." : $"Ended: {conversationId}");
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

    private static WebApplication Build(string? dataFolder, TimeProvider? time = null)
    {
        var builder = LocalStorage.CreateBuilder(dataFolder);
        builder.Services.AddSingleton(time ?? TimeProvider.System).AddStorage().AddSingleton<SwitchBoard>().AddSingleton<EndedChats>();
        return builder.Build();
    }
}
