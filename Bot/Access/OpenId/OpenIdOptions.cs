using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>Sign-in with Microsoft Entra ID or another OpenID Connect provider; configuration section <c>Access:OpenId</c>. Off without an
/// authority.</summary>
internal sealed record OpenIdOptions : IValidatableObject
{
    /// <summary>The base address, to which <c>/.well-known/openid-configuration</c> is appended, such as
    /// <c>https://login.microsoftonline.com/{tenant id}/v2.0</c>.</summary>
    public Uri? Authority { get; init; }

    public string ClientId { get; init; } = "";

    /// <summary>Empty for a public client, which has only its PKCE verifier.</summary>
    public string ClientSecret { get; init; } = "";

    public ClientAuthentication ClientAuthentication { get; init; }

    [Required, StringLength(200)]
    public string Scope { get; init; } = "openid profile email";

    /// <summary>The claim with the person's roles or groups, such as <c>groups</c>; with dots for a nested claim, as in
    /// <c>realm_access.roles</c>.</summary>
    [Required, StringLength(200)]
    public string RoleClaim { get; init; } = "roles";

    /// <summary>
    /// Maps values of <see cref="RoleClaim"/> to roles. If there are any mappings, they determine the roles at each sign-in, and people
    /// with a role get an account; otherwise only accounts that an administrator linked can sign in, and they keep the roles stored in the
    /// account.
    /// </summary>
    [ConfigurationKeyName("Roles")]
    public IReadOnlyList<RoleMapping> RoleMappings { get; init; } = [];

    /// <summary>
    /// Authentication methods of which the token has to state at least one (claim <c>amr</c>, RFC 8176), such as <c>mfa</c>; empty leaves
    /// the strength of the sign-in to the provider.
    /// </summary>
    public IReadOnlyList<string> RequiredMethods { get; init; } = [];

    /// <summary>The provider's Vietnamese name on the button, after "Đăng nhập bằng".</summary>
    [Required, StringLength(100)]
    public string NameVi { get; init; } = "tài khoản cơ quan";

    /// <summary>The provider's English name, after "Sign in with".</summary>
    [Required, StringLength(100)]
    public string NameEn { get; init; } = "your organisation's account";

    public bool IsEnabled => Authority is not null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Authority is { } authority && !(authority.IsAbsoluteUri && (authority.Scheme == Uri.UriSchemeHttps || authority.IsLoopback)))
        {
            yield return new ValidationResult("Access:OpenId:Authority must be an https address.", [nameof(Authority)]);
        }

        if (IsEnabled && ClientId.Length == 0)
        {
            yield return new ValidationResult("Access:OpenId:ClientId is missing.", [nameof(ClientId)]);
        }

        if (RoleMappings.Any(r => r.Value.Length == 0 || !Enum.IsDefined(r.Role) || r.Role == Access.Roles.None))
        {
            yield return new ValidationResult(
                "Access:OpenId:Roles has an entry without a value or with an unknown role.",
                [nameof(RoleMappings)]
            );
        }
    }
}

/// <param name="Value">A value of the claim.</param>
/// <param name="Role">The role that the value gives.</param>
internal sealed record RoleMapping(string Value, Roles Role);

/// <summary>How this service authenticates to the provider (OpenID Connect Core, section 9).</summary>
internal enum ClientAuthentication
{
    /// <summary><c>client_secret_post</c></summary>
    Post,

    /// <summary><c>client_secret_basic</c></summary>
    Basic,
}
