using System.Text.Json.Nodes;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary><c>POST conversations</c> and <c>GET conversations/{id}?watermark=</c>.</summary>
internal static class ConversationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("conversations", StartAsync).WithMetadata(new DoorMetadata(Door.Start));
        routes.MapGet("conversations/{conversationId}", Reconnect).WithMetadata(new DoorMetadata(Door.Poll));
    }

    private static async Task<IResult> StartAsync(
        HttpRequest request,
        DirectLineAuthenticator caller,
        DirectLineTokens tokens,
        DirectLineInbox inbox,
        IDirectLineTranscript transcript,
        StreamTickets tickets,
        CancellationToken cancellationToken
    )
    {
        if (await BodyReader.ReadParametersAsync(request, new StartParameters(null, null), cancellationToken) is not { } parameters)
        {
            return DirectLineErrors.BadArgument("The body is not well-formed.");
        }

        var (token, refusal) = AuthenticateStart(request, caller, tokens, parameters);
        if (token is null)
        {
            return refusal!;
        }

        try
        {
            var locale = parameters.Locale is { Length: <= 35 } ? parameters.Locale : null;
            if (await inbox.StartAsync(token, locale, parameters.ChannelData as JsonObject, cancellationToken) is not { } isNew)
            {
                return DirectLineErrors.UnknownConversation;
            }

            var position = isNew ? 0 : transcript.Read(token.ConversationId, long.MaxValue, 1)?.EndPosition ?? 0;
            return CreateGrantResult(
                request,
                token,
                position,
                tokens,
                tickets,
                isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK
            );
        }
        catch (Exception exception) when (DirectLineErrors.IsStorageException(exception))
        {
            return inbox.LogAndCreateError(exception);
        }
    }

    /// <summary>A client authenticates with its token; a back end may use the secret and choose the user id.</summary>
    private static (DirectLineToken? Token, IResult? Refusal) AuthenticateStart(
        HttpRequest request,
        DirectLineAuthenticator caller,
        DirectLineTokens tokens,
        StartParameters parameters
    )
    {
        var requestedUserId = string.IsNullOrWhiteSpace(parameters.User?.Id) ? null : parameters.User.Id;
        if (DirectLineAuthenticator.ReadBearer(request) is { } bearer && caller.IsSecret(bearer))
        {
            return IsReserved(requestedUserId)
                ? (
                    null,
                    DirectLineErrors.BadArgument($"A user id that begins with {DirectLineTokens.UserPrefix} must be embedded in a token.")
                )
                : (tokens.NewConversation(requestedUserId, parameters.User?.Name, null), null);
        }

        var (token, refusal) = caller.Authorize(request);
        return token is not null && IsReserved(requestedUserId) && requestedUserId != token.UserId
            ? (
                null,
                DirectLineErrors.BadArgument($"A user id that begins with {DirectLineTokens.UserPrefix} must be embedded in the token.")
            )
            : (token, refusal);
    }

    private static bool IsReserved(string? userId) => userId?.StartsWith(DirectLineTokens.UserPrefix, StringComparison.Ordinal) == true;

    private static IResult Reconnect(
        string conversationId,
        string? watermark,
        HttpRequest request,
        DirectLineAuthenticator caller,
        DirectLineTokens tokens,
        DirectLineInbox inbox,
        IDirectLineTranscript transcript,
        StreamTickets tickets
    )
    {
        var (token, refusal) = caller.Authorize(request, conversationId);
        if (token is null)
        {
            return refusal!;
        }

        if (TranscriptFrames.ParseWatermark(watermark) is not { } position)
        {
            return DirectLineErrors.BadArgument("The watermark is invalid.");
        }

        try
        {
            if (transcript.Read(conversationId, long.MaxValue, 1) is not { } page)
            {
                return DirectLineErrors.UnknownConversation;
            }

            var startPosition =
                string.IsNullOrEmpty(watermark) ? page.EndPosition
                : position > page.EndPosition ? 0 // See TranscriptFrames.ReadPage.
                : position;
            return CreateGrantResult(request, token, startPosition, tokens, tickets, StatusCodes.Status200OK);
        }
        catch (Exception exception) when (DirectLineErrors.IsStorageException(exception))
        {
            return inbox.LogAndCreateError(exception);
        }
    }

    private static IResult CreateGrantResult(
        HttpRequest request,
        DirectLineToken token,
        long startPosition,
        DirectLineTokens tokens,
        StreamTickets tickets,
        int status
    )
    {
        var scheme = request.IsHttps ? "wss" : "ws";
        var serviceUrl = $"{scheme}://{request.Host}{request.PathBase}{DirectLinePath.Root}";
        var streamUrl = $"{serviceUrl}/conversations/{token.ConversationId}/stream?t={tickets.Issue(token, startPosition)}";
        var (text, lifetimeSeconds) = tokens.Issue(token);
        var grant = new ConversationGrant(token.ConversationId, text, lifetimeSeconds, streamUrl);
        return Results.Json(grant, GrantContext.Default.ConversationGrant, statusCode: status);
    }
}
