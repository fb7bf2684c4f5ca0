namespace PolicyAssistantBot.Access;

/// <summary>What a person may do; an account can have several roles.</summary>
[Flags]
public enum Roles
{
    None = 0,

    /// <summary>Works on cases.</summary>
    Official = 1,

    /// <summary>Works on all cases, including those of other officials.</summary>
    Supervisor = 2,

    /// <summary>Manages accounts.</summary>
    Administrator = 4,

    /// <summary>Reads all cases and changes nothing.</summary>
    Auditor = 8,

    /// <summary>Writes articles in the Studio.</summary>
    Editor = 16,

    /// <summary>Reviews and approves articles that others wrote.</summary>
    Reviewer = 32,

    /// <summary>Publishes approved articles, and takes published ones back.</summary>
    Publisher = 64,
}

/// <summary>A person who can sign in to the desk.</summary>
public sealed class Account
{
    public required string Id { get; init; }

    /// <summary>Lower-case letters, digits, dots, hyphens and underscores.</summary>
    public required string UserName { get; init; }

    public required string DisplayName { get; set; }

    public required Roles Roles { get; set; }

    /// <summary>The person's object id in Microsoft Entra ID, in lower case, which identifies them in Teams; null when it is not
    /// known.</summary>
    public string? EntraObjectId { get; set; }

    /// <summary>The address for notifications; null when the person wants none.</summary>
    public string? Email { get; set; }

    /// <summary>Salted, see <see cref="Passwords.PasswordService"/>.</summary>
    public required string PasswordHash { get; set; }

    /// <summary>When a one-time password expires; null for a password that the person chose.</summary>
    public DateTimeOffset? OneTimePasswordExpiresAt { get; set; }

    /// <summary>Changes with the password, the roles and the state of the account, which ends all earlier sessions.</summary>
    public required string SecurityStamp { get; set; }

    public bool IsDisabled { get; set; }

    /// <summary>The language of the pages, <c>vi</c> or <c>en</c>; null until the person chose one.</summary>
    public string? Language { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastSignInAt { get; set; }

    public bool MustChangePassword => OneTimePasswordExpiresAt is not null;
}
