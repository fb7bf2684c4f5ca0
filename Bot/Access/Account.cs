namespace PolicyAssistantBot.Access;

/// <summary>What people may do; an account can hold several.</summary>
[Flags]
public enum Roles
{
    None = 0,

    /// <summary>Works on cases.</summary>
    Official = 1,

    /// <summary>Works on cases, on those of others too.</summary>
    Supervisor = 2,

    /// <summary>Manages accounts.</summary>
    Administrator = 4,

    /// <summary>Reads all cases and changes nothing.</summary>
    Auditor = 8,
}

/// <summary>Someone who can sign in with a password kept here.</summary>
public sealed class Account
{
    public required string Id { get; init; }

    /// <summary>As typed at sign-in: lower case letters, digits, dot, dash and underscore.</summary>
    public required string UserName { get; init; }

    public required string DisplayName { get; set; }

    public required Roles Roles { get; set; }

    /// <summary>The person's object id in Microsoft Entra ID, by which clicks in Teams are known; lower case. Null when the person has
    /// none.</summary>
    public string? EntraObjectId { get; set; }

    /// <summary>Where notices for the person go; null when they want none.</summary>
    public string? Email { get; set; }

    /// <summary>Salted, see <see cref="Passwords"/>.</summary>
    public required string PasswordHash { get; set; }

    /// <summary>Until when the password can be used, when it is a one-time password; null for one that the person chose.</summary>
    public DateTimeOffset? OneTimeUntil { get; set; }

    /// <summary>Changes with the password, the roles and when it is disabled: sessions that began before end.</summary>
    public required string Stamp { get; set; }

    public bool IsDisabled { get; set; }

    /// <summary>The language of the pages, <c>vi</c> or <c>en</c>; null until the person chose one.</summary>
    public string? Language { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SignedInAt { get; set; }

    public bool MustChangePassword => OneTimeUntil is not null;
}

/// <summary>Attempts to sign in under one name, whether there is such an account or not: both are answered alike.</summary>
internal sealed class SignInThrottle
{
    public required string UserName { get; init; }

    /// <summary>Attempts since the last successful one.</summary>
    public int Attempts { get; set; }

    /// <summary>No attempt is looked at before this time.</summary>
    public DateTimeOffset NotBefore { get; set; }
}
