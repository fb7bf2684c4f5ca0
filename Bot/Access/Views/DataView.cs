using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAssistantBot.Access.Views;

/// <summary>What was looked at.</summary>
public enum ViewedThing
{
    /// <summary>The page of a case: facts, contact, conversation, history.</summary>
    Case,

    /// <summary>A file that came with a case.</summary>
    Attachment,

    /// <summary>Cases in a file that was downloaded.</summary>
    Export,
}

/// <summary>Somebody looked at personal data. Written before it is shown, never changed and never deleted: the database refuses
/// both.</summary>
public sealed class DataView
{
    /// <summary>Grows with time.</summary>
    public long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string AccountId { get; init; }

    /// <summary>The person's name then.</summary>
    public required string AccountName { get; init; }

    public required string CaseNumber { get; init; }

    public required ViewedThing What { get; init; }
}

internal sealed class DataViewConfiguration : IEntityTypeConfiguration<DataView>
{
    public void Configure(EntityTypeBuilder<DataView> builder)
    {
        builder.ToTable("DataViews").HasKey(v => v.Number);
        builder.Property(v => v.At).HasConversion(AccountConfiguration.Milliseconds);
        builder.Property(v => v.AccountId).HasMaxLength(100);
        builder.Property(v => v.AccountName).HasMaxLength(255);
        builder.Property(v => v.CaseNumber).HasMaxLength(24);
        builder.Property(v => v.What).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(v => new { v.CaseNumber, v.Number });
        builder.HasIndex(v => new { v.AccountId, v.Number });
    }
}
