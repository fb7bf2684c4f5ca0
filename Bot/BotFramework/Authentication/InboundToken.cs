using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Authentication;

/// <summary>The result of checking an inbound token.</summary>
internal abstract record InboundResult
{
    private InboundResult() { }

    public sealed record Accepted : InboundResult;

    /// <summary>The sender is Azure Bot Service; its channel and service are not checked yet.</summary>
    public sealed record Authenticated(JsonWebToken Token, SigningKey Key) : InboundResult;

    /// <param name="Status">401 when the sender is not authenticated, 403 when it may not send this activity.</param>
    /// <param name="Reason">For the log; not sent to the caller.</param>
    public sealed record Refused(int Status, string Reason) : InboundResult;
}

/// <summary>
/// Decides whether a token comes from Azure Bot Service and covers the activity (Bot Connector authentication, "Connector to bot"). Tokens
/// of emulators and of other agents are not accepted: their check would also let the bot's own outbound token in.
/// </summary>
internal sealed class InboundToken(SigningKeys keys, IOptions<BotIdentityOptions> options, TimeProvider time)
{
    private const string Issuer = "https://api.botframework.com";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>Authenticates the sender, before anything of the body is read.</summary>
    /// <param name="authorization">The header <c>Authorization</c>.</param>
    public async Task<InboundResult> AuthenticateAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (options.Value.AppId is not { Length: > 0 } appId)
        {
            return Unauthenticated("no app id is configured");
        }

        if (Read(authorization) is not { } token)
        {
            return Unauthenticated("no bearer token");
        }

        if (token.Alg != SecurityAlgorithms.RsaSha256 || token.Kid is not { Length: > 0 } keyId)
        {
            return Unauthenticated("not RS256, or no key id");
        }

        if (!HasPlainClaims(token, appId))
        {
            return Unauthenticated("audience or expiry is missing or of another kind");
        }

        if (await keys.FindAsync(keyId, cancellationToken) is not { } key)
        {
            return Unauthenticated("unknown key");
        }

        var result = await Handler.ValidateTokenAsync(token, Parameters(appId, key));
        return result.IsValid ? new InboundResult.Authenticated(token, key) : Unauthenticated(result.Exception.GetType().Name);
    }

    private static JsonWebToken? Read(string? authorization)
    {
        const string Scheme = "Bearer ";
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return Handler.ReadJsonWebToken(authorization[Scheme.Length..]);
        }
        catch (ArgumentException)
        {
            // The library throws this for text that is not a token.
            return null;
        }
    }

    /// <summary>
    /// The audience is one string and the expiry a number: libraries accept other forms, which Azure Bot Service does not send.
    /// </summary>
    private static bool HasPlainClaims(JsonWebToken token, string appId)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        return payload.RootElement.TryGetProperty("aud", out var audience)
            && audience.ValueKind == JsonValueKind.String
            && audience.GetString() == appId
            && payload.RootElement.TryGetProperty("exp", out var expiry)
            && expiry.ValueKind == JsonValueKind.Number;
    }

    private TokenValidationParameters Parameters(string appId, SigningKey key) =>
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
                && time.GetUtcNow() <= Utc(end) + Skew
                && (notBefore is not { } start || time.GetUtcNow() >= Utc(start) - Skew),
        };

    /// <summary>Checks that the sender may send activities of this channel and service.</summary>
    public static InboundResult Authorize(InboundResult.Authenticated sender, Activity activity)
    {
        var (token, key) = sender;
        if (string.IsNullOrEmpty(activity.ChannelId) || string.IsNullOrEmpty(activity.ServiceUrl))
        {
            return Forbidden("the activity names no channel or service");
        }

        if (!key.Endorsements.Contains(activity.ChannelId, StringComparer.Ordinal))
        {
            return Forbidden("the key is not endorsed for the channel");
        }

        var service = token.TryGetPayloadValue<string>("serviceurl", out var value) ? value : null;
        return string.Equals(service, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
            ? new InboundResult.Accepted()
            : Forbidden("the token is for another service");
    }

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private static InboundResult.Refused Unauthenticated(string reason) => new(StatusCodes.Status401Unauthorized, reason);

    private static InboundResult.Refused Forbidden(string reason) => new(StatusCodes.Status403Forbidden, reason);
}
