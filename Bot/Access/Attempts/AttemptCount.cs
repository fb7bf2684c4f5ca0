using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAssistantBot.Access.Attempts;

/// <summary>
/// Failed attempts at one account from one place. User names without an account are counted too, so that the response does not reveal
/// which accounts exist.
/// </summary>
internal sealed class AttemptCount
{
    /// <summary>The user name, or the id of an account; ids have 32 digits.</summary>
    public required string Subject { get; init; }

    /// <summary>What is counted, see <see cref="AttemptScope"/>.</summary>
    public required string Scope { get; init; }

    /// <summary>Attempts since the last successful one.</summary>
    public int Attempts { get; set; }

    /// <summary>Attempts before this time are refused without checking them.</summary>
    public DateTimeOffset NotBefore { get; set; }
}

/// <summary>Attempts from one address with any user name, within a time window.</summary>
internal sealed class SignInAddress
{
    public required string Address { get; init; }

    /// <summary>Failed attempts, and those in progress.</summary>
    public int Attempts { get; set; }

    /// <summary>The end of the time window.</summary>
    public required DateTimeOffset WindowEndsAt { get; init; }
}

internal sealed class AttemptCountConfiguration : IEntityTypeConfiguration<AttemptCount>
{
    public void Configure(EntityTypeBuilder<AttemptCount> builder)
    {
        builder.ToTable("SignInAttempts").HasKey(t => new { t.Subject, t.Scope });
        builder.Property(t => t.Subject).HasMaxLength(100);
        builder.Property(t => t.Scope).HasMaxLength(80);
        builder.Property(t => t.NotBefore).HasConversion(AccountConfiguration.Milliseconds);
    }
}

internal sealed class SignInAddressConfiguration : IEntityTypeConfiguration<SignInAddress>
{
    public void Configure(EntityTypeBuilder<SignInAddress> builder)
    {
        builder.ToTable("SignInAddresses").HasKey(a => a.Address);
        builder.Property(a => a.Address).HasMaxLength(64);
        builder.Property(a => a.WindowEndsAt).HasColumnName("Until").HasConversion(AccountConfiguration.Milliseconds);
    }
}
