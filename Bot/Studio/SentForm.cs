using System.Globalization;
using PolicyAssistantBot.Studio.Editing;
using PolicyAssistantBot.Studio.Pages;
using PolicyAssistantBot.Studio.Rules;

namespace PolicyAssistantBot.Studio;

/// <summary>A form of the Studio that a person sent, with what answers it.</summary>
internal sealed record SentForm(
    HttpContext Context,
    IFormCollection Form,
    StudioPerson By,
    StudioService Service,
    StudioPages Pages,
    CancellationToken Token
)
{
    /// <summary>The article or other thing that the address names.</summary>
    public string Key => Context.GetRouteValue("key") as string ?? "";

    /// <summary>The number that the address names.</summary>
    public int Number => ReadNumber(Context.GetRouteValue("number") as string);

    /// <summary>The version that the person had before the eyes.</summary>
    public int Version => ReadNumber(Form["version"]);

    public static int ReadNumber(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>The next page, or why nothing was done.</summary>
    public IResult Finish(StudioDecision decision, string next) => StudioResults.Finish(Context, decision, next);
}

internal static class SentFormEndpoints
{
    /// <summary>Maps the address to which a form is sent.</summary>
    public static void MapForm(this RouteGroupBuilder pages, string address, string policy, Func<SentForm, Task<IResult>> answer) =>
        pages
            .MapPost(
                address,
                async (HttpContext context, StudioService service, StudioPages studio, CancellationToken token) =>
                    await answer(
                        new SentForm(
                            context,
                            await context.Request.ReadFormAsync(token),
                            StudioResults.Person(context),
                            service,
                            studio,
                            token
                        )
                    )
            )
            .RequireAuthorization(policy);
}
