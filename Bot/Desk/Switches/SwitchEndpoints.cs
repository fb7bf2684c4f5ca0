using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Switches;

namespace PolicyAssistantBot.Desk.Switches;

/// <summary><c>/desk/switches</c>: supervisors and administrators switch channels and the language model off and on.</summary>
internal static class SwitchEndpoints
{
    private const string Path = "/desk/switches";
    private const int MaxReasonLength = 200;

    public static void MapSwitches(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages(Path).RequireAuthorization(Policies.RepeatMessages);
        pages.MapGet(
            "/",
            (HttpContext context, SwitchBoard switches, CaseFileService files) =>
                PageResults.Show<SwitchesPage>(context, new SwitchesModel(switches.Read(), files.IsScanningEnabled))
        );
        pages.MapPost("/{name}", ChangeAsync);
        pages.MapPost("/end-chats", EndChatsAsync);
    }

    /// <summary>Ends all web chats that are open now; in the form it is confirmed with a tick.</summary>
    private static async Task<IResult> EndChatsAsync(
        HttpContext context,
        EndedChats endedChats,
        SecurityLog securityLog,
        CancellationToken cancellationToken
    )
    {
        if ((await context.Request.ReadFormAsync(cancellationToken))["confirmed"] == "true")
        {
            await EndAllAsync(context, endedChats, securityLog, cancellationToken);
        }

        return Results.LocalRedirect(Path);
    }

    private static async Task EndAllAsync(
        HttpContext context,
        EndedChats endedChats,
        SecurityLog securityLog,
        CancellationToken cancellationToken
    )
    {
        await securityLog.RecordAsync(context, SecurityEventKind.ChatsEnded, null, null, cancellationToken);
        endedChats.EndAll();
    }

    private static async Task<IResult> ChangeAsync(
        string name,
        HttpContext context,
        SwitchBoard switches,
        EndedChats endedChats,
        SecurityLog securityLog,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (
            !Enum.TryParse<Switch>(name, ignoreCase: true, out var parsedName)
            || !Enum.IsDefined(parsedName)
            || SignedInAccount.From(context.User) is not { } account
        )
        {
            return Results.NotFound();
        }

        var isOff = form["off"] == "true";
        var reason = form["reason"].ToString().Trim();
        await securityLog.RecordAsync(
            context,
            SecurityEventKind.SwitchChanged,
            null,
            $"{parsedName} {(isOff ? "off" : "on")}",
            cancellationToken
        );
        if (isOff)
        {
            switches.SwitchOff(parsedName, account.DisplayName, reason.Length > MaxReasonLength ? reason[..MaxReasonLength] : reason);
            if (parsedName == Switch.WebChat && form["endChats"] == "true")
            {
                await EndAllAsync(context, endedChats, securityLog, cancellationToken);
            }
        }
        else
        {
            switches.SwitchOn(parsedName);
        }

        return Results.LocalRedirect(Path);
    }
}

/// <param name="SwitchedOff">What is off now.</param>
/// <param name="AreFilesScanned">Whether files are scanned for malware.</param>
public sealed record SwitchesModel(IReadOnlyDictionary<Switch, SwitchedOff> SwitchedOff, bool AreFilesScanned);
