using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.Navigation;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Desk.Connections;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Switches;

namespace PolicyAssistantBot.Desk.Switches;

/// <summary><c>/desk/switches</c>: supervisors and administrators switch channels and the language model off and on.</summary>
internal static class SwitchEndpoints
{
    private const string Path = "/desk/switches";
    private const int MaxReasonLength = 200;
    private static readonly TimeSpan MaxPause = TimeSpan.FromDays(366);

    public static void MapSwitches(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages(Path).RequireAuthorization(Policies.RepeatMessages);
        pages.MapGet("/", (HttpContext context, SwitchBoard switches, CaseFileService files) => Show(context, switches, files, null));
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
        CaseFileService files,
        TimeProvider time,
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
        var sentUntil = form["until"].ToString();
        var until = ReadMoment(sentUntil);
        if (isOff && sentUntil.Length > 0 && (until is null || until <= time.GetUtcNow() || until > time.GetUtcNow() + MaxPause))
        {
            return Show(context, switches, files, new SwitchAttempt(parsedName, reason, sentUntil));
        }

        await securityLog.RecordAsync(
            context,
            SecurityEventKind.SwitchChanged,
            null,
            $"{parsedName} {(isOff ? "off" : "on")}{(isOff && until is not null ? $" until {until:u}" : "")}{(isOff ? $": {reason}" : "")}",
            cancellationToken
        );
        if (isOff)
        {
            reason = reason.Length > MaxReasonLength ? reason[..MaxReasonLength] : reason;
            switches.SwitchOff(parsedName, account.DisplayName, reason, until);
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

    /// <summary>Says on every page of the desk what is switched off.</summary>
    public static PageBanner CreateBanner(IServiceProvider provider) =>
        new(
            lang =>
                [
                    .. provider
                        .GetRequiredService<SwitchBoard>()
                        .Read()
                        .OrderBy(state => state.Key)
                        .Select(state =>
                            state.Value.Until is { } until
                                ? SwitchTexts.BannerUntil.With(lang, SwitchTexts.LabelOf(state.Key)[lang], LocalFormat.Time(until, lang))
                                : SwitchTexts.Banner.With(lang, SwitchTexts.LabelOf(state.Key)[lang])
                        ),
                ],
            Path,
            Roles.Administrator | Roles.Supervisor
        );

    private static RazorComponentResult Show(HttpContext context, SwitchBoard switches, CaseFileService files, SwitchAttempt? refused)
    {
        var configuration = context.RequestServices.GetRequiredService<IConfiguration>();
        var unconnected = new List<Switch>();
        if (configuration.FindTeamsAppId() is null)
        {
            unconnected.Add(Switch.Teams);
        }

        if (!configuration.IsModelEnabled())
        {
            unconnected.Add(Switch.Model);
        }

        return PageResults.Show<SwitchesPage>(
            context,
            new SwitchesModel(switches.Read(), unconnected, files.IsScanningEnabled, refused),
            refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    /// <summary>A time in Hanoi as browsers send it.</summary>
    private static DateTimeOffset? ReadMoment(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? HanoiTime.StartOf(DateOnly.FromDateTime(moment)) + moment.TimeOfDay
            : null;
}

/// <param name="SwitchedOff">What is off now.</param>
/// <param name="Unconnected">What is not configured, so that it is neither on nor off.</param>
/// <param name="AreFilesScanned">Whether files are scanned for malware.</param>
/// <param name="Refused">A form whose end cannot be used.</param>
public sealed record SwitchesModel(
    IReadOnlyDictionary<Switch, SwitchedOff> SwitchedOff,
    IReadOnlyList<Switch> Unconnected,
    bool AreFilesScanned,
    SwitchAttempt? Refused
);

/// <summary>What was entered to switch something off.</summary>
public sealed record SwitchAttempt(Switch Name, string Reason, string Until);
