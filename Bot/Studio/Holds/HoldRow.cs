using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.Holds;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.Studio.Holds;

/// <summary>A hold or a withdrawal. It stays when it was lifted.</summary>
public sealed record HoldRow
{
    /// <summary>Counted from 1.</summary>
    public required int Number { get; init; }

    public required HoldScope Scope { get; init; }

    /// <summary>The topic, the article's key or the document's number; empty for everything.</summary>
    public required string Key { get; init; }

    /// <summary>The guidance is withdrawn for good.</summary>
    public required bool IsWithdrawal { get; init; }

    /// <summary>What askers are told.</summary>
    public required string TextVi { get; init; }

    public required string TextEn { get; init; }

    /// <summary>The article that takes the place of the withdrawn one.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Why, for colleagues and the record.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>Why it may be lifted, said by the first of the two persons who lift it.</summary>
    public string? LiftReason { get; init; }

    public string? LiftAskedById { get; init; }

    public string? LiftAskedByName { get; init; }

    public string? LiftedById { get; init; }

    public string? LiftedByName { get; init; }

    /// <summary>Null while it is in force.</summary>
    public DateTimeOffset? LiftedAt { get; init; }

    public LocalizedText Text => new(TextVi, TextEn);

    public Hold ToHold() => new(Scope, Key, Text, HanoiTime.DayOf(At)) { IsWithdrawal = IsWithdrawal, ReplacedBy = ReplacedBy };
}

internal sealed class HoldConfiguration : IEntityTypeConfiguration<HoldRow>
{
    public void Configure(EntityTypeBuilder<HoldRow> builder)
    {
        builder.ToTable("KnowledgeHolds").HasKey(h => h.Number);
        builder.Property(h => h.Number).ValueGeneratedNever();
        builder.Property(h => h.Scope).HasConversion<string>().HasMaxLength(20);
        builder.Property(h => h.Key).HasMaxLength(200);
        builder.Property(h => h.TextVi).HasMaxLength(HoldRules.MaxTextLength);
        builder.Property(h => h.TextEn).HasMaxLength(HoldRules.MaxTextLength);
        builder.Property(h => h.ReplacedBy).HasMaxLength(RevisionConfiguration.MaxKeyLength);
        builder.Property(h => h.Reason).HasMaxLength(HoldRules.MaxTextLength);
        builder.Property(h => h.At).HasConversion(AccountConfiguration.Milliseconds);
        builder.Property(h => h.ById).HasMaxLength(RevisionConfiguration.MaxIdLength);
        builder.Property(h => h.ByName).HasMaxLength(RevisionConfiguration.MaxNameLength);
        builder.Property(h => h.LiftReason).HasMaxLength(HoldRules.MaxTextLength);
        builder.Property(h => h.LiftAskedById).HasMaxLength(RevisionConfiguration.MaxIdLength);
        builder.Property(h => h.LiftAskedByName).HasMaxLength(RevisionConfiguration.MaxNameLength);
        builder.Property(h => h.LiftedById).HasMaxLength(RevisionConfiguration.MaxIdLength);
        builder.Property(h => h.LiftedByName).HasMaxLength(RevisionConfiguration.MaxNameLength);
        builder.Property(h => h.LiftedAt).HasConversion(AccountConfiguration.Milliseconds);
        builder.Ignore(h => h.Text);
    }
}
