namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary><c>POST tokens/generate</c> and <c>POST tokens/refresh</c>.</summary>
internal static class TokenEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("tokens/generate", GenerateTokenAsync);
        routes.MapPost("tokens/refresh", RefreshToken).WithMetadata(new DoorMetadata(Door.Refresh));
    }

    private static async Task<IResult> GenerateTokenAsync(
        HttpRequest request,
        DirectLineAuthenticator caller,
        DirectLineTokens tokens,
        CancellationToken cancellationToken
    )
    {
        if (DirectLineAuthenticator.ReadBearer(request) is not { } bearer)
        {
            return DirectLineErrors.MissingToken;
        }

        if (!caller.IsSecret(bearer))
        {
            return DirectLineErrors.Forbidden("The secret is not valid.");
        }

        if (await BodyReader.ReadParametersAsync(request, new TokenParameters(null, null), cancellationToken) is not { } parameters)
        {
            return DirectLineErrors.BadArgument("The body is not well-formed.");
        }

        if (parameters.User?.Id is { Length: > 200 } || parameters.TrustedOrigins is { Count: > 50 })
        {
            return DirectLineErrors.BadArgument("The user id or the list of origins is too long.");
        }

        var token = tokens.NewConversation(
            string.IsNullOrWhiteSpace(parameters.User?.Id) ? null : parameters.User.Id,
            parameters.User?.Name,
            parameters.TrustedOrigins
        );
        return CreateGrantResult(token, tokens);
    }

    private static IResult RefreshToken(
        HttpRequest request,
        DirectLineAuthenticator caller,
        DirectLineTokens tokens,
        IDirectLineTranscript transcript
    )
    {
        var (token, refusal) = caller.Authorize(request);
        return token is null ? refusal!
            : transcript.IsErased(token.ConversationId) ? DirectLineErrors.UnknownConversation
            : CreateGrantResult(token, tokens);
    }

    private static IResult CreateGrantResult(DirectLineToken token, DirectLineTokens tokens)
    {
        var (text, lifetimeSeconds) = tokens.Issue(token);
        return Results.Json(new ConversationGrant(token.ConversationId, text, lifetimeSeconds), GrantContext.Default.ConversationGrant);
    }
}
