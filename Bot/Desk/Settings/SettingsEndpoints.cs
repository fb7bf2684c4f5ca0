using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Desk.SettingForms;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Settings;

/// <summary>A document of the settings in its editor.</summary>
/// <param name="ExpectedVersion">The version that the next save replaces.</param>
/// <param name="NewerDocument">The version that was saved in the meantime; null when there is none.</param>
public sealed record SettingsModel(
    SettingDocument Document,
    int ExpectedVersion,
    string Text,
    IReadOnlyList<Problem> Problems,
    SettingDocument? NewerDocument,
    bool IsSaved
)
{
    /// <summary>The times in force, for the document that sets them; null for other documents.</summary>
    public ServiceTimes? Times { get; init; }

    /// <summary>All stored versions, newest first, without their texts.</summary>
    public IReadOnlyList<SettingDocument> Versions { get; init; } = [];

    /// <summary>The version whose text is in the editor; null for the one in force.</summary>
    public int? EarlierVersion { get; init; }
}

/// <summary>The pages on which supervisors edit the rules of the desk.</summary>
internal static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/desk/settings").RequireAuthorization(Policies.Supervise);
        pages.MapGet(
            "/",
            (HttpContext context, SettingFormService forms, CancellationToken cancellationToken) =>
                forms.ListAsync(context, SettingFormList.All[0].Key, isSaved: false, cancellationToken)
        );
        pages.MapSettingForms();
        pages.MapGet("/{kind}", ShowAsync);
        pages.MapPost("/{kind}", SaveAsync);
    }

    private static async Task<IResult> ShowAsync(
        string kind,
        bool? saved,
        int? version,
        HttpContext context,
        DeskSettingsStore settingsStore,
        CancellationToken cancellationToken
    )
    {
        if (!SettingNames.TryParse<SettingKind>(kind, out var parsedKind) || !SettingDefaults.Kinds.Contains(parsedKind))
        {
            return ShowNotFound(context);
        }

        var document = await settingsStore.ReadAsync(parsedKind, cancellationToken);
        var earlier =
            version is { } number && number != document.Version
                ? await settingsStore.FindTextAsync(parsedKind, number, cancellationToken)
                : null;
        return PageResults.Show<SettingsPage>(
            context,
            new SettingsModel(document, document.Version, earlier ?? document.Text, [], null, saved == true)
            {
                Versions = await settingsStore.ListVersionsAsync(parsedKind, cancellationToken),
                EarlierVersion = earlier is null ? null : version,
                Times = parsedKind == SettingKind.Times ? (await settingsStore.GetAsync(cancellationToken)).Times : null,
            }
        );
    }

    private static async Task<IResult> SaveAsync(
        string kind,
        HttpContext context,
        DeskSettingsStore settingsStore,
        SettingSaver saver,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (
            !SettingNames.TryParse<SettingKind>(kind, out var parsedKind)
            || !SettingDefaults.Kinds.Contains(parsedKind)
            || SignedInAccount.From(context.User) is not { } account
            || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var expectedVersion)
        )
        {
            return ShowNotFound(context);
        }

        var text = FormText.Read(form);
        switch (await saver.SaveAsync(context, account, parsedKind, expectedVersion, text, cancellationToken))
        {
            case SettingOutcome.Invalid { Problems: var problems }:
                var document = await settingsStore.ReadAsync(parsedKind, cancellationToken);
                return PageResults.Show<SettingsPage>(
                    context,
                    new SettingsModel(document, expectedVersion, text, problems, null, false),
                    StatusCodes.Status422UnprocessableEntity
                );
            case SettingOutcome.Stale { Current: var newerDocument }:
                return PageResults.Show<SettingsPage>(
                    context,
                    new SettingsModel(newerDocument, newerDocument.Version, text, [], newerDocument, false),
                    StatusCodes.Status409Conflict
                );
            default:
                return Results.LocalRedirect($"/desk/settings/{SettingNames.ToCamelCase(parsedKind)}?saved=true");
        }
    }

    private static RazorComponentResult ShowNotFound(HttpContext context) =>
        PageResults.Message(context, DeskTexts.NotFound, DeskTexts.NotFoundText, StatusCodes.Status404NotFound);
}
