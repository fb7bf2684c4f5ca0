using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>
/// What this service demands of an id_token beyond what the framework's handler checks (OpenID Connect Core, section 3.1.3.7).
/// </summary>
internal static class IdTokenRules
{
    /// <summary>The provider's clock may differ from ours by this much.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The algorithms accepted: signatures with a key pair of the provider; never <c>none</c> and never a shared secret (<c>HS*</c>).
    /// </summary>
    private static readonly string[] AllowedAlgorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>The handler adds the provider's issuer and keys, and the client id as audience.</summary>
    public static TokenValidationParameters CreateValidationParameters(TimeProvider time) =>
        new()
        {
            ValidAlgorithms = AllowedAlgorithms,
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) =>
                expires is { } end
                && time.GetUtcNow() - ClockSkew <= ToUtc(end)
                && (notBefore is not { } start || time.GetUtcNow() + ClockSkew >= ToUtc(start)),
        };

    /// <summary>
    /// The reason to refuse a token that the handler accepted; null when there is none. In the code flow the handler accepts a token
    /// without a signature, because it came over TLS from the token endpoint; this service does not.
    /// </summary>
    public static string? FindRefusalReason(JsonWebToken token, OpenIdOptions options) =>
        token.EncodedSignature.Length == 0 || !AllowedAlgorithms.Contains(token.Alg, StringComparer.Ordinal)
            ? "The id_token is not signed with a key of the provider."
        : token.Audiences.Count() != 1
        && !(token.TryGetPayloadValue<string>("azp", out var authorizedParty) && authorizedParty == options.ClientId)
            ? "The id_token is meant for several services and was not issued to this one."
        : token.Subject is not { Length: > 0 and <= ExternalLoginConfiguration.MaxSubjectLength } ? "The id_token has no usable subject."
        : options.RequiredMethods.Count > 0 && !token.Claims.Any(c => c.Type == "amr" && options.RequiredMethods.Contains(c.Value))
            ? "The id_token states none of the required authentication methods (Access:OpenId:RequiredMethods)."
        : null;

    private static DateTimeOffset ToUtc(DateTime value) => new(DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
