using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAssistantBot.Access.Preferences;

/// <summary>What is kept for one person.</summary>
public enum PreferenceKind
{
    /// <summary>A filter of the list of cases; the value is the query string.</summary>
    CaseFilter,

    /// <summary>A step of the first-run checklist that the person dismissed.</summary>
    DismissedStep,
}

/// <summary>A choice of one person that pages remember.</summary>
public sealed class AccountPreference
{
    public const int MaxNameLength = 60;

    public const int MaxValueLength = 1000;

    public required string AccountId { get; init; }

    public required PreferenceKind Kind { get; init; }

    /// <summary>Unique for the person and the kind.</summary>
    public required string Name { get; init; }

    public required string Value { get; set; }
}

internal sealed class AccountPreferenceConfiguration : IEntityTypeConfiguration<AccountPreference>
{
    public void Configure(EntityTypeBuilder<AccountPreference> builder)
    {
        builder
            .ToTable("AccountPreferences")
            .HasKey(p => new
            {
                p.AccountId,
                p.Kind,
                p.Name,
            });
        builder.Property(p => p.AccountId).HasMaxLength(100);
        builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(p => p.Name).HasMaxLength(AccountPreference.MaxNameLength);
        builder.Property(p => p.Value).HasMaxLength(AccountPreference.MaxValueLength);
    }
}
