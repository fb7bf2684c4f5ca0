namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary><c>POST tokens/generate</c> and <c>POST tokens/refresh</c>.</summary>
internal static class TokenEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("tokens/generate", GenerateAsync);
        routes.MapPost("tokens/refresh", Refresh);
    }

    private static async Task<IResult> GenerateAsync(
        HttpRequest request,
        DirectLineCaller caller,
        DirectLineTokens tokens,
        CancellationToken cancellationToken
    )
    {
        if (DirectLineCaller.Bearer(request) is not { } bearer)
        {
            return DirectLineErrors.MissingToken;
        }

        if (!caller.IsSecret(bearer))
        {
            return DirectLineErrors.Forbidden("The secret is not valid.");
        }

        if (await BodyReader.ParametersAsync(request, new TokenParameters(null, null), cancellationToken) is not { } wanted)
        {
            return DirectLineErrors.BadArgument("The body is not well-formed.");
        }

        if (wanted.User?.Id is { Length: > 200 } || wanted.TrustedOrigins is { Count: > 50 })
        {
            return DirectLineErrors.BadArgument("The user id or the list of origins is too long.");
        }

        var token = tokens.NewConversation(
            string.IsNullOrWhiteSpace(wanted.User?.Id) ? null : wanted.User.Id,
            wanted.User?.Name,
            wanted.TrustedOrigins
        );
        return Granted(token, tokens);
    }

    private static IResult Refresh(HttpRequest request, DirectLineCaller caller, DirectLineTokens tokens)
    {
        var (token, refusal) = caller.Authorise(request);
        return token is null ? refusal! : Granted(token, tokens);
    }

    private static IResult Granted(DirectLineToken token, DirectLineTokens tokens) =>
        Results.Json(
            new ConversationGrant(token.ConversationId, tokens.Issue(token), tokens.LifetimeSeconds),
            GrantContext.Default.ConversationGrant
        );
}
