using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>Who the provider says that somebody is.</summary>
/// <param name="ObjectId">The person's object id in Microsoft Entra ID; null when the provider is another.</param>
/// <param name="UserName">What to call a new account; null when the provider does not say.</param>
internal sealed record ExternalIdentity(
    string Issuer,
    string Subject,
    string? ObjectId,
    string? UserName,
    string? DisplayName,
    IReadOnlyList<string> RoleValues
);

/// <summary>Decides whether an id_token is the provider's, for us, for this sign-in and still good (OpenID Connect Core, section
/// 3.1.3.7).</summary>
internal sealed class IdTokens(ProviderMetadata metadata, IOptions<OpenIdOptions> options, TimeProvider time)
{
    private const string EntraHost = "login.microsoftonline.com";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>Signatures with a key of the provider's own; never <c>none</c>, never a secret that is shared.</summary>
    private static readonly string[] Algorithms =
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

    /// <param name="nonce">What this sign-in sent along; the token must repeat it.</param>
    /// <exception cref="AuthenticationFailureException">The token is not to be believed; the message says why, for the log.</exception>
    public async Task<ExternalIdentity> ReadAsync(string? text, string nonce, CancellationToken cancellationToken)
    {
        var token = Parse(text);
        if (!Algorithms.Contains(token.Alg, StringComparer.Ordinal))
        {
            throw new AuthenticationFailureException("The id_token is not signed, or in a way that proves nothing.");
        }

        var provider = await metadata.GetAsync(token.Kid, cancellationToken);
        var result = await Handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = provider.Issuer,
                ValidAudience = options.Value.ClientId,
                IssuerSigningKeys = provider.SigningKeys,
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                ValidAlgorithms = Algorithms,
                LifetimeValidator = (notBefore, expires, _, _) =>
                    expires is { } end
                    && time.GetUtcNow() <= Utc(end) + Skew
                    && (notBefore is not { } start || time.GetUtcNow() >= Utc(start) - Skew),
            }
        );
        if (!result.IsValid)
        {
            throw new AuthenticationFailureException($"The id_token is not valid: {result.Exception?.GetType().Name}.");
        }

        var audiences = token.Audiences.ToList();
        if (audiences.Count != 1 && Claim(token, "azp") != options.Value.ClientId)
        {
            throw new AuthenticationFailureException("The id_token is for several services and was not issued to this one.");
        }

        if (Claim(token, "nonce") != nonce)
        {
            throw new AuthenticationFailureException("The id_token belongs to another sign-in.");
        }

        if (token.Subject is not { Length: > 0 and <= 255 } subject)
        {
            throw new AuthenticationFailureException("The id_token names nobody.");
        }

        return new ExternalIdentity(
            token.Issuer,
            subject,
            options.Value.Authority!.Host == EntraHost ? Claim(token, "oid") : null,
            Claim(token, "preferred_username") ?? Claim(token, "email"),
            Claim(token, "name"),
            RolesIn(token)
        );
    }

    private static JsonWebToken Parse(string? text)
    {
        try
        {
            return Handler.ReadJsonWebToken(text ?? "");
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException)
        {
            throw new AuthenticationFailureException("There is no id_token, or it cannot be read.", fault);
        }
    }

    private List<string> RolesIn(JsonWebToken token)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.Decode(token.EncodedPayload));
        return [.. RoleClaims.Of(payload.RootElement, options.Value.RoleClaim)];
    }

    private static string? Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<string>(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
