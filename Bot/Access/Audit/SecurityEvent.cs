using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAssistantBot.Access.Audit;

/// <summary>The acts that the security log records. The numbers are the event ids of the log lines: never change them.</summary>
public enum SecurityEventKind
{
    SignedIn = 1001,
    SignInFailed = 1002,

    /// <summary>An attempt came during a wait after failed ones.</summary>
    SignInBlocked = 1003,
    SignedOut = 1004,

    /// <summary>A wrong code of the second factor.</summary>
    CodeFailed = 1005,
    PasswordChanged = 1006,
    SecondFactorEnabled = 1007,
    SecondFactorDisabled = 1008,
    RecoveryCodesRenewed = 1009,
    SessionEnded = 1010,
    AllSessionsEnded = 1011,

    /// <summary>A page that the person's roles do not allow.</summary>
    AccessDenied = 1012,
    AccountCreated = 1101,
    AccountDisabled = 1102,
    AccountEnabled = 1103,
    RolesChanged = 1104,
    EmailChanged = 1105,
    EntraIdChanged = 1106,

    /// <summary>An administrator issued a one-time password.</summary>
    PasswordReset = 1107,

    /// <summary>An administrator removed the second factor of another person.</summary>
    SecondFactorRemoved = 1108,
    NameChanged = 1109,

    /// <summary>A link for choosing a password was mailed.</summary>
    InvitationSent = 1110,

    /// <summary>An account was locked, taken out of its teams, and its open cases given back.</summary>
    PersonLeft = 1111,
    SettingsChanged = 1201,
    SwitchChanged = 1202,

    /// <summary>All web chats were ended.</summary>
    ChatsEnded = 1203,
    CasesListed = 1301,
    CasesSearched = 1302,
    FiguresExported = 1303,
    LogExported = 1304,
}

/// <summary>One act. The database refuses to change it, and to delete it within five years.</summary>
public sealed class SecurityEvent
{
    /// <summary>Increases with time.</summary>
    public long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required SecurityEventKind Kind { get; init; }

    /// <summary>Who acted; null when nobody was signed in.</summary>
    public string? ActorId { get; init; }

    /// <summary>The person's name at that time.</summary>
    public string? ActorName { get; init; }

    /// <summary>The account that was acted on, by its user name; null for acts without one.</summary>
    public string? Subject { get; init; }

    /// <summary>The network of the person.</summary>
    public required string Address { get; init; }

    /// <summary>What was changed; never a secret, and nothing about an asker.</summary>
    public string? Detail { get; init; }
}

internal sealed class SecurityEventConfiguration : IEntityTypeConfiguration<SecurityEvent>
{
    public void Configure(EntityTypeBuilder<SecurityEvent> builder)
    {
        builder.ToTable("SecurityEvents").HasKey(e => e.Number);
        builder.Property(e => e.At).HasConversion(AccountConfiguration.Milliseconds);
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(30);
        builder.Property(e => e.ActorId).HasMaxLength(100);
        builder.Property(e => e.ActorName).HasMaxLength(255);
        builder.Property(e => e.Subject).HasMaxLength(100);
        builder.Property(e => e.Address).HasMaxLength(64);
        builder.Property(e => e.Detail).HasMaxLength(200);
        builder.HasIndex(e => new { e.Kind, e.Number });
        builder.HasIndex(e => new { e.ActorId, e.Number });
    }
}
