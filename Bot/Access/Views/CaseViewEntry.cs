using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAssistantBot.Access.Views;

/// <summary>What was viewed.</summary>
public enum ViewedItem
{
    /// <summary>The page of a case: facts, contact, conversation, history.</summary>
    Case,

    /// <summary>A file attached to a case.</summary>
    Attachment,

    /// <summary>A downloaded file with cases.</summary>
    Export,
}

/// <summary>One view of personal data. Recorded before the data is shown; the database refuses to change or delete it.</summary>
public sealed class CaseViewEntry
{
    /// <summary>Increases with time.</summary>
    public long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string AccountId { get; init; }

    /// <summary>The person's name at that time.</summary>
    public required string AccountName { get; init; }

    public required string CaseNumber { get; init; }

    public required ViewedItem Item { get; init; }
}

internal sealed class CaseViewEntryConfiguration : IEntityTypeConfiguration<CaseViewEntry>
{
    public void Configure(EntityTypeBuilder<CaseViewEntry> builder)
    {
        builder.ToTable("DataViews").HasKey(v => v.Number);
        builder.Property(v => v.At).HasConversion(AccountConfiguration.Milliseconds);
        builder.Property(v => v.AccountId).HasMaxLength(100);
        builder.Property(v => v.AccountName).HasMaxLength(255);
        builder.Property(v => v.CaseNumber).HasMaxLength(24);
        builder.Property(v => v.Item).HasColumnName("What").HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(v => new { v.CaseNumber, v.Number });
        builder.HasIndex(v => new { v.AccountId, v.Number });
    }
}
