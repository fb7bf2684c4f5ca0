using PolicyAssistantBot.Access;

namespace PolicyAssistantBot.Desk;

/// <summary>The officials' pages.</summary>
internal static class DeskSetup
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services.AddSingleton<ConversationExcerpt>();

    public static IEndpointRouteBuilder MapDesk(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/desk").RequireAuthorization(Policies.ReadCases);
        pages.MapGet("/", CaseListEndpoint.ShowAsync);
        pages.MapGet("/cases/{number}", CaseEndpoints.ShowAsync);
        pages.MapPost("/cases/{number}/{action}", CaseEndpoints.ActAsync).RequireAuthorization(Policies.WorkOnCases);
        return routes;
    }
}
