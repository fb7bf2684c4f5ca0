using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;

namespace PolicyAssistantBot.Desk.Connections;

/// <summary><c>/desk/connections</c>: administrators see what is connected, and try it.</summary>
internal static class ConnectionEndpoints
{
    public static void MapConnections(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/desk/connections").RequireAuthorization(Policies.ManageAccounts);
        pages.MapGet("/", (HttpContext context, ConnectionService connections) => Show(context, connections, null));
        pages.MapPost($"/{ConnectionService.MailKey}", TryMailAsync);
        pages.MapPost($"/{ConnectionService.TeamsKey}", TryTeamsAsync);
        pages.MapPost($"/{ConnectionService.TeamsKey}/message", SendToSelfAsync);
    }

    private static async Task<IResult> TryMailAsync(
        HttpContext context,
        ConnectionService connections,
        AccountStore accountStore,
        CancellationToken cancellationToken
    ) =>
        SignedInAccount.From(context.User) is { } signedIn && await accountStore.FindAsync(signedIn.Id, cancellationToken) is { } account
            ? Show(context, connections, await connections.TryMailAsync(account, cancellationToken))
            : Results.NotFound();

    private static async Task<IResult> SendToSelfAsync(
        HttpContext context,
        ConnectionService connections,
        TeamsSelfMessage message,
        AccountStore accountStore,
        CancellationToken cancellationToken
    ) =>
        SignedInAccount.From(context.User) is { } signedIn && await accountStore.FindAsync(signedIn.Id, cancellationToken) is { } account
            ? Show(context, connections, await message.SendAsync(account, cancellationToken))
            : Results.NotFound();

    private static async Task<IResult> TryTeamsAsync(
        HttpContext context,
        ConnectionService connections,
        CancellationToken cancellationToken
    ) => Show(context, connections, await connections.TryTeamsAsync(cancellationToken));

    private static RazorComponentResult Show(HttpContext context, ConnectionService connections, ConnectionTrial? trial) =>
        PageResults.Show<ConnectionsPage>(context, new ConnectionsModel(connections.List(), trial));
}
