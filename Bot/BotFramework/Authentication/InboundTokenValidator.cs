using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Authentication;

/// <summary>The result of checking an inbound token.</summary>
internal abstract record TokenCheckResult
{
    private TokenCheckResult() { }

    public sealed record Accepted : TokenCheckResult;

    /// <summary>The sender is Azure Bot Service; its channel and service are not checked yet.</summary>
    public sealed record Authenticated(JsonWebToken Token, SigningKey Key) : TokenCheckResult;

    /// <param name="Status">401 when the sender is not authenticated, 403 when it may not send this activity.</param>
    /// <param name="Reason">For the log; not sent to the caller.</param>
    public sealed record Refused(int Status, string Reason) : TokenCheckResult;
}

/// <summary>
/// Checks that a token comes from Azure Bot Service and authorizes the activity (Bot Connector authentication, "Connector to bot"). Tokens
/// of emulators and of other agents are not accepted: accepting them would also accept the bot's own outbound token.
/// </summary>
internal sealed class InboundTokenValidator(SigningKeys keys, IOptions<BotIdentityOptions> options, TimeProvider time)
{
    private const string Issuer = "https://api.botframework.com";
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler TokenHandler = new() { MapInboundClaims = false };

    /// <summary>Authenticates the sender before the body is read.</summary>
    /// <param name="authorization">The header <c>Authorization</c>.</param>
    public async Task<TokenCheckResult> AuthenticateAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (options.Value.AppId is not { Length: > 0 } appId)
        {
            return Unauthenticated("no app id is configured");
        }

        if (ParseBearerToken(authorization) is not { } token)
        {
            return Unauthenticated("no bearer token");
        }

        if (token.Alg != SecurityAlgorithms.RsaSha256 || token.Kid is not { Length: > 0 } keyId)
        {
            return Unauthenticated("not RS256, or no key id");
        }

        if (!HasExpectedAudienceAndExpiry(token, appId))
        {
            return Unauthenticated("audience or expiry is missing or has an unexpected JSON type");
        }

        if (await keys.FindAsync(keyId, cancellationToken) is not { } key)
        {
            return Unauthenticated("unknown key");
        }

        var result = await TokenHandler.ValidateTokenAsync(token, CreateValidationParameters(appId, key));
        return result.IsValid ? new TokenCheckResult.Authenticated(token, key) : Unauthenticated(result.Exception.GetType().Name);
    }

    private static JsonWebToken? ParseBearerToken(string? authorization)
    {
        const string Scheme = "Bearer ";
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return TokenHandler.ReadJsonWebToken(authorization[Scheme.Length..]);
        }
        catch (ArgumentException)
        {
            // The library throws this exception for text that is not a token.
            return null;
        }
    }

    /// <summary>
    /// The audience is one string and the expiry a number: libraries accept other forms, which Azure Bot Service does not send.
    /// </summary>
    private static bool HasExpectedAudienceAndExpiry(JsonWebToken token, string appId)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        return payload.RootElement.TryGetProperty("aud", out var audience)
            && audience.ValueKind == JsonValueKind.String
            && audience.GetString() == appId
            && payload.RootElement.TryGetProperty("exp", out var expiry)
            && expiry.ValueKind == JsonValueKind.Number;
    }

    private TokenValidationParameters CreateValidationParameters(string appId, SigningKey key) =>
        new()
        {
            ValidIssuer = Issuer,
            ValidAudience = appId,
            IssuerSigningKey = key.Key,
            TryAllIssuerSigningKeys = false,
            ValidateIssuerSigningKey = true,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            LifetimeValidator = (notBefore, expires, _, _) =>
                expires is { } end
                && time.GetUtcNow() <= ToUtc(end) + ClockSkew
                && (notBefore is not { } start || time.GetUtcNow() >= ToUtc(start) - ClockSkew),
        };

    /// <summary>Checks that the sender may send activities of this channel and service.</summary>
    public static TokenCheckResult Authorize(TokenCheckResult.Authenticated sender, Activity activity)
    {
        var (token, key) = sender;
        if (string.IsNullOrEmpty(activity.ChannelId) || string.IsNullOrEmpty(activity.ServiceUrl))
        {
            return Forbidden("the activity has no channel id or service URL");
        }

        if (!key.Endorsements.Contains(activity.ChannelId, StringComparer.Ordinal))
        {
            return Forbidden("the key is not endorsed for the channel");
        }

        var service = token.TryGetPayloadValue<string>("serviceurl", out var value) ? value : null;
        return string.Equals(service, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
            ? new TokenCheckResult.Accepted()
            : Forbidden("the token is for another service");
    }

    private static DateTimeOffset ToUtc(DateTime value) => new(DateTime.SpecifyKind(value, DateTimeKind.Utc));

    private static TokenCheckResult.Refused Unauthenticated(string reason) => new(StatusCodes.Status401Unauthorized, reason);

    private static TokenCheckResult.Refused Forbidden(string reason) => new(StatusCodes.Status403Forbidden, reason);
}
