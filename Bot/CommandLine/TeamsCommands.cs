using System.CommandLine;

namespace PolicyAssistantBot.CommandLine;

/// <summary><c>teams package</c>: creates the package with which an administrator installs the assistant in Teams.</summary>
internal static class TeamsCommands
{
    public static Command Create()
    {
        var command = new Command("teams", "Install the assistant in Microsoft Teams.");
        command.Subcommands.Add(CreatePackageCommand());
        return command;
    }

    private static Command CreatePackageCommand()
    {
        var appId = new Option<string>("--app-id") { Description = "The client id of the bot's registration, a GUID.", Required = true };
        var host = new Option<string>("--host")
        {
            Description = "The public host name of the service, with its path if it has one: troly.example.vn, example.vn/troly.",
            Required = true,
        };
        var output = new Option<string>("--out") { Description = "The file to write.", DefaultValueFactory = _ => "teams-app.zip" };
        var channel = new Option<string?>("--channel-id")
        {
            Description = "The officials' channel, 19:…@thread.tacv2: its settings are printed.",
        };
        var command = new Command("package", "Write the app package that is uploaded to Teams.") { appId, host, output, channel };
        command.SetAction(parsed => Run(parsed.GetValue(appId), parsed.GetValue(host), parsed.GetValue(output)!, parsed.GetValue(channel)));
        return command;
    }

    private static int Run(string? appIdText, string? hostText, string output, string? channelText)
    {
        var appId = TeamsPackage.ReadAppId(appIdText);
        var address = TeamsPackage.ReadAddress(hostText);
        var channel = channelText is null ? null : TeamsPackage.ReadChannelId(channelText);
        var problem =
            appId is null ? "--app-id requires the registration's client id, such as 11111111-2222-3333-4444-555555555555"
            : address is null ? "--host requires a public host name without scheme or port, such as troly.example.vn or example.vn/troly"
            : channelText is not null && channel is null ? "--channel-id requires the id of a Teams channel, such as 19:abc123@thread.tacv2"
            : null;
        if (problem is not null)
        {
            Console.Error.WriteLine(problem);
            return 2;
        }

        try
        {
            using var file = File.Create(output);
            TeamsPackage.Write(file, appId!, address!.Value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Console.Error.WriteLine($"{output} cannot be written: {e.Message}");
            return 2;
        }

        Console.WriteLine($"{output} is written. Messaging endpoint of the registration: https://{address}/api/messages");
        Console.WriteLine($"Bot__AppId={appId}");
        if (channel is not null)
        {
            Console.WriteLine($"Teams__BotId=28:{appId}");
            Console.WriteLine($"Teams__OfficialsChannelId={channel}");
            Console.WriteLine($"Teams__PublicUrl=https://{address}");
        }

        return 0;
    }
}
