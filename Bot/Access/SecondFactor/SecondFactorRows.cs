using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAssistantBot.Access.SecondFactor;

/// <summary>The authenticator app of an account.</summary>
internal sealed class SecondFactorRow
{
    public required string AccountId { get; init; }

    /// <summary>The secret shared with the app, encrypted with the keys of the data folder.</summary>
    public required string Secret { get; set; }

    /// <summary>When a first code proved that the app has the secret; null before.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The last time step whose code was used; codes of this and earlier steps are refused.</summary>
    public long LastStep { get; set; }
}

/// <summary>A code for a person who lost the phone; it can be used once.</summary>
/// <param name="Hash">SHA-256 of account id and code; a fast hash is enough for a long random code.</param>
internal sealed record RecoveryCodeRow(string AccountId, string Hash);

internal sealed class SecondFactorConfiguration : IEntityTypeConfiguration<SecondFactorRow>
{
    public void Configure(EntityTypeBuilder<SecondFactorRow> builder)
    {
        builder.ToTable("SecondFactors").HasKey(f => f.AccountId);
        builder.Property(f => f.AccountId).HasMaxLength(100);
        builder.Property(f => f.ConfirmedAt).HasConversion(AccountConfiguration.Milliseconds);
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCodeRow>
{
    public void Configure(EntityTypeBuilder<RecoveryCodeRow> builder)
    {
        builder.ToTable("RecoveryCodes").HasKey(c => new { c.AccountId, c.Hash });
        builder.Property(c => c.AccountId).HasMaxLength(100);
        builder.Property(c => c.Hash).HasMaxLength(64);
    }
}
