using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Settings;

/// <summary>A document of the settings in its editor.</summary>
/// <param name="SeenVersion">The version that the next save replaces.</param>
/// <param name="Stale">The version that was saved in the meantime; null when there is none.</param>
public sealed record SettingsModel(
    SettingDocument Document,
    int SeenVersion,
    string Text,
    IReadOnlyList<Problem> Problems,
    SettingDocument? Stale,
    bool IsSaved
)
{
    /// <summary>The times in force, for the document that sets them; null for other documents.</summary>
    public ServiceTimes? Times { get; init; }
}

/// <summary>The pages on which supervisors edit the rules of the desk.</summary>
internal static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/desk/settings").RequireAuthorization(Policies.Supervise);
        pages.MapGet(
            "/",
            (HttpContext context, DeskSettingsStore settings, CancellationToken cancellationToken) =>
                ShowAsync(SettingNames.Of(SettingKind.Routing), null, context, settings, cancellationToken)
        );
        pages.MapGet("/{kind}", ShowAsync);
        pages.MapPost("/{kind}", SaveAsync);
    }

    private static async Task<IResult> ShowAsync(
        string kind,
        bool? saved,
        HttpContext context,
        DeskSettingsStore settings,
        CancellationToken cancellationToken
    )
    {
        if (!SettingNames.TryParse<SettingKind>(kind, out var known))
        {
            return Unknown(context);
        }

        var document = await settings.ReadAsync(known, cancellationToken);
        return PageResults.Show<SettingsPage>(
            context,
            new SettingsModel(document, document.Version, document.Text, [], null, saved == true)
            {
                Times = known == SettingKind.Times ? (await settings.GetAsync(cancellationToken)).Times : null,
            }
        );
    }

    private static async Task<IResult> SaveAsync(
        string kind,
        HttpContext context,
        DeskSettingsStore settings,
        DeadlineMonitor clocks,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (
            !SettingNames.TryParse<SettingKind>(kind, out var known)
            || SignedInAccount.From(context.User) is not { } me
            || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
        )
        {
            return Unknown(context);
        }

        var text = FormText.Of(form);
        switch (await settings.SaveAsync(known, seen, text, me.ToOfficial(), cancellationToken))
        {
            case SettingOutcome.Invalid { Problems: var problems }:
                var document = await settings.ReadAsync(known, cancellationToken);
                return PageResults.Show<SettingsPage>(
                    context,
                    new SettingsModel(document, seen, text, problems, null, false),
                    StatusCodes.Status422UnprocessableEntity
                );
            case SettingOutcome.Stale { Now: var now }:
                return PageResults.Show<SettingsPage>(
                    context,
                    new SettingsModel(now, now.Version, text, [], now, false),
                    StatusCodes.Status409Conflict
                );
            default:
                if (known != SettingKind.Templates)
                {
                    await clocks.RefreshAsync(cancellationToken);
                }

                return Results.LocalRedirect($"/desk/settings/{SettingNames.Of(known)}?saved=true");
        }
    }

    private static RazorComponentResult Unknown(HttpContext context) =>
        PageResults.Message(context, DeskTexts.NotFound, DeskTexts.NotFoundText, StatusCodes.Status404NotFound);
}
