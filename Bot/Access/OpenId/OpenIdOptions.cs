using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>Sign-in with Microsoft Entra ID or any other OpenID Connect provider; section <c>Access:OpenId</c>. Off while no authority is
/// named.</summary>
internal sealed record OpenIdOptions : IValidatableObject
{
    /// <summary>Where the provider's <c>/.well-known/openid-configuration</c> is, such as <c>https://login.microsoftonline.com/{tenant
    /// id}/v2.0</c>.</summary>
    public Uri? Authority { get; init; }

    public string ClientId { get; init; } = "";

    /// <summary>Empty for a public client, which has its PKCE proof alone.</summary>
    public string ClientSecret { get; init; } = "";

    public ClientAuthentication ClientAuthentication { get; init; }

    [Required, StringLength(200)]
    public string Scope { get; init; } = "openid profile email";

    /// <summary>The claim with the person's roles or groups, such as <c>groups</c>; with dots where it is inside another, as in
    /// <c>realm_access.roles</c>.</summary>
    [Required, StringLength(200)]
    public string RoleClaim { get; init; } = "roles";

    /// <summary>
    /// What the values of <see cref="RoleClaim"/> mean here. When there are any, they decide at each sign-in, and people whom they give a
    /// role need
    /// no account beforehand; otherwise only accounts that an administrator linked can sign in, with the roles given here.
    /// </summary>
    public IReadOnlyList<RoleMapping> Roles { get; init; } = [];

    /// <summary>What the button says after "Sign in with", in Vietnamese.</summary>
    [Required, StringLength(100)]
    public string NameVi { get; init; } = "tài khoản cơ quan";

    /// <summary>The same in English.</summary>
    [Required, StringLength(100)]
    public string NameEn { get; init; } = "your organisation's account";

    public bool IsOn => Authority is not null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Authority is { } authority && !(authority.IsAbsoluteUri && (authority.Scheme == Uri.UriSchemeHttps || authority.IsLoopback)))
        {
            yield return new ValidationResult("Access:OpenId:Authority must be an https address.", [nameof(Authority)]);
        }

        if (IsOn && ClientId.Length == 0)
        {
            yield return new ValidationResult("Access:OpenId:ClientId is missing.", [nameof(ClientId)]);
        }

        if (Roles.Any(r => r.Value.Length == 0 || !Enum.IsDefined(r.Role) || r.Role == Access.Roles.None))
        {
            yield return new ValidationResult("Access:OpenId:Roles has an entry without a value or with an unknown role.", [nameof(Roles)]);
        }
    }
}

/// <param name="Value">A value of the claim.</param>
/// <param name="Role">The one role that it gives.</param>
internal sealed record RoleMapping(string Value, Roles Role);

/// <summary>How this service proves to the provider who it is (OpenID Connect Core, section 9).</summary>
internal enum ClientAuthentication
{
    /// <summary><c>client_secret_post</c></summary>
    Post,

    /// <summary><c>client_secret_basic</c></summary>
    Basic,
}
