using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>A person as the identity provider describes them.</summary>
/// <param name="ObjectId">The person's object id in Microsoft Entra ID; null with any other provider.</param>
/// <param name="UserName">The provider's user name, which becomes the user name of a new account; null when the token has none.</param>
/// <param name="RoleValues">The values of the configured role claim.</param>
internal sealed record ExternalIdentity(
    string Issuer,
    string Subject,
    string? ObjectId,
    string? UserName,
    string? DisplayName,
    IReadOnlyList<string> RoleValues
)
{
    private const string EntraHost = "login.microsoftonline.com";

    /// <summary>Reads the claims of a token that has been validated.</summary>
    public static ExternalIdentity From(JsonWebToken token, OpenIdOptions options)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.Decode(token.EncodedPayload));
        return new ExternalIdentity(
            token.Issuer,
            token.Subject,
            options.Authority!.Host == EntraHost ? ReadClaim(token, "oid") : null,
            ReadClaim(token, "preferred_username") ?? ReadClaim(token, "email"),
            ReadClaim(token, "name"),
            [.. RoleClaims.Read(payload.RootElement, options.RoleClaim)]
        );
    }

    private static string? ReadClaim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<string>(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}
