using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Channels;

/// <summary>
/// <c>POST /api/widget/form-check</c>: what is wrong with the values of a request form; the widget asks when a step is left. Nothing is
/// stored, and nothing is logged of what was sent.
/// </summary>
internal static class FormCheckEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/widget/form-check", CheckAsync)
            .WithMetadata(new DoorMetadata(Door.Page))
            .RequireCors(DirectLineSetup.CorsPolicy)
            .AllowAnonymous();

    private static async Task<IResult> CheckAsync(
        HttpRequest request,
        DirectLineAuthenticator caller,
        FormCheck check,
        CancellationToken cancellationToken
    )
    {
        if (!caller.IsAllowedOrigin(request, null))
        {
            return DirectLineErrors.Forbidden("The page's origin is not allowed.");
        }

        if (await BodyReader.ReadParametersAsync(request, new Parameters(null, null), cancellationToken) is not { Values: { } values } sent)
        {
            return DirectLineErrors.BadArgument("The body is not well-formed.");
        }

        var lang = sent.Locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? Lang.En : Lang.Vi;
        return Results.Json(check.Check(values, lang));
    }

    /// <param name="Values">What the form's button would send.</param>
    private sealed record Parameters(string? Locale, JsonObject? Values);
}
