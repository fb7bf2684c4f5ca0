using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary><c>GET conversations/{id}/stream?t=</c>, upgraded to a web socket.</summary>
internal static class StreamEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("conversations/{conversationId}/stream", StreamAsync).WithMetadata(new DoorMetadata(Door.Stream));

    private static async Task<IResult> StreamAsync(
        string conversationId,
        string? t,
        HttpContext context,
        DirectLineAuthenticator caller,
        StreamTickets tickets,
        LiveStreams streams,
        IDirectLineTranscript transcript,
        IOptions<DirectLineOptions> options,
        TimeProvider time,
        IHostApplicationLifetime lifetime
    )
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return DirectLineErrors.BadArgument("This address is for a web socket.");
        }

        if (tickets.Redeem(t, conversationId) is not { } ticket)
        {
            return DirectLineErrors.Forbidden("The stream URL was used before or is too old; reconnect for a new one.");
        }

        if (!caller.IsAllowedOrigin(context.Request, ticket.TrustedOrigins))
        {
            return DirectLineErrors.UntrustedOrigin;
        }

        if (IsEnded())
        {
            return DirectLineErrors.UnknownConversation;
        }

        var accept = new WebSocketAcceptContext { KeepAliveInterval = options.Value.KeepAlive, KeepAliveTimeout = options.Value.KeepAlive };
        using var socket = await context.WebSockets.AcceptWebSocketAsync(accept);
        var stream = new LiveStream(socket, conversationId, ticket.StartPosition, transcript, options.Value.KeepAlive, time, IsEnded);
        await streams.RunAsync(conversationId, stream, lifetime.ApplicationStopping);
        return Results.Empty;

        bool IsEnded() => options.Value.IsEnded(conversationId, ticket.StartedAt);
    }
}
