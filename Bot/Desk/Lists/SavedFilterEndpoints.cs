using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Preferences;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Lists;

/// <summary><c>POST /desk/filters</c> and <c>POST /desk/filters/remove</c>: the filters that a person keeps.</summary>
internal static class SavedFilterEndpoints
{
    public static void MapSavedFilters(this RouteGroupBuilder pages)
    {
        pages.MapPost("/filters", SaveAsync);
        pages.MapPost("/filters/remove", RemoveAsync);
    }

    private static async Task<IResult> SaveAsync(
        HttpContext context,
        PreferenceStore preferences,
        DeskSettingsStore settingsStore,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (SignedInAccount.From(context.User) is not { } account)
        {
            return Results.NotFound();
        }

        var settings = await settingsStore.GetAsync(cancellationToken);
        var query = CaseListEndpoint.ReadQuery(name => form[name], account, [], settings);
        var shown = CaseListAddress.Create(query);
        if (ReadName(form) is not { Length: > 0 } name)
        {
            return Results.LocalRedirect("/desk" + shown);
        }

        // What was searched for may be a person: it is not kept.
        var isSaved = await preferences.SaveAsync(
            new AccountPreference
            {
                AccountId = account.Id,
                Kind = PreferenceKind.CaseFilter,
                Name = name,
                Value = CaseListAddress.Create(query with { Search = null }).ToString(),
            },
            cancellationToken
        );
        return Results.LocalRedirect("/desk" + shown.Add(isSaved ? CaseListAddress.FilterSaved : CaseListAddress.FilterNotSaved, "1"));
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, PreferenceStore preferences, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (SignedInAccount.From(context.User) is { } account)
        {
            await preferences.RemoveAsync(account.Id, PreferenceKind.CaseFilter, ReadName(form), cancellationToken);
        }

        return Results.LocalRedirect(AccessPaths.Home);
    }

    private static string ReadName(IFormCollection form)
    {
        var name = form["name"].ToString().Trim();
        return name.Length <= AccountPreference.MaxNameLength ? name : name[..AccountPreference.MaxNameLength];
    }
}
