using System.Text.Json.Nodes;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary><c>POST conversations</c> and <c>GET conversations/{id}?watermark=</c>.</summary>
internal static class ConversationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("conversations", StartAsync);
        routes.MapGet("conversations/{conversationId}", Reconnect);
    }

    private static async Task<IResult> StartAsync(
        HttpRequest request,
        DirectLineCaller caller,
        DirectLineTokens tokens,
        DirectLineInbox inbox,
        IDirectLineTranscript transcript,
        StreamTickets tickets,
        CancellationToken cancellationToken
    )
    {
        if (await BodyReader.ParametersAsync(request, new StartParameters(null, null), cancellationToken) is not { } wanted)
        {
            return DirectLineErrors.BadArgument("The body is not well-formed.");
        }

        var (token, refusal) = StartToken(request, caller, tokens, wanted);
        if (token is null)
        {
            return refusal!;
        }

        try
        {
            var locale = wanted.Locale is { Length: <= 35 } ? wanted.Locale : null;
            var isNew = await inbox.StartAsync(token, locale, wanted.ChannelData as JsonObject, cancellationToken);
            var after = isNew ? 0 : transcript.Read(token.ConversationId, long.MaxValue, 1)?.End ?? 0;
            return Granted(request, token, after, tokens, tickets, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        }
        catch (Exception exception) when (DirectLineErrors.IsStoreFault(exception))
        {
            return inbox.NotStored(exception);
        }
    }

    /// <summary>A client authenticates with its token; a back end may use the secret and name the user.</summary>
    private static (DirectLineToken? Token, IResult? Refusal) StartToken(
        HttpRequest request,
        DirectLineCaller caller,
        DirectLineTokens tokens,
        StartParameters wanted
    )
    {
        var named = string.IsNullOrWhiteSpace(wanted.User?.Id) ? null : wanted.User.Id;
        if (DirectLineCaller.Bearer(request) is { } bearer && caller.IsSecret(bearer))
        {
            return IsReserved(named)
                ? (
                    null,
                    DirectLineErrors.BadArgument($"A user id that begins with {DirectLineTokens.UserPrefix} must be embedded in a token.")
                )
                : (tokens.NewConversation(named, wanted.User?.Name, null), null);
        }

        var (token, refusal) = caller.Authorise(request);
        return token is not null && IsReserved(named) && named != token.UserId
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
        DirectLineCaller caller,
        DirectLineTokens tokens,
        DirectLineInbox inbox,
        IDirectLineTranscript transcript,
        StreamTickets tickets
    )
    {
        var (token, refusal) = caller.Authorise(request, conversationId);
        if (token is null)
        {
            return refusal!;
        }

        if (TranscriptFrames.Position(watermark) is not { } place)
        {
            return DirectLineErrors.BadArgument("The watermark is not one of this service.");
        }

        try
        {
            if (transcript.Read(conversationId, long.MaxValue, 1) is not { } page)
            {
                return DirectLineErrors.UnknownConversation;
            }

            var after = string.IsNullOrEmpty(watermark) ? page.End : Math.Min(place, page.End);
            return Granted(request, token, after, tokens, tickets, StatusCodes.Status200OK);
        }
        catch (Exception exception) when (DirectLineErrors.IsStoreFault(exception))
        {
            return inbox.NotStored(exception);
        }
    }

    private static IResult Granted(
        HttpRequest request,
        DirectLineToken token,
        long after,
        DirectLineTokens tokens,
        StreamTickets tickets,
        int status
    )
    {
        var scheme = request.IsHttps ? "wss" : "ws";
        var service = $"{scheme}://{request.Host}{request.PathBase}{DirectLinePath.Root}";
        var stream = $"{service}/conversations/{token.ConversationId}/stream?t={tickets.Issue(token, after)}";
        var grant = new ConversationGrant(token.ConversationId, tokens.Issue(token), tokens.LifetimeSeconds, stream);
        return Results.Json(grant, GrantContext.Default.ConversationGrant, statusCode: status);
    }
}
