using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge.Evaluation.Gate;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.Studio.Gate;

/// <summary>What the gate saw of one text beside one set.</summary>
public sealed record GateRow
{
    public required string Key { get; init; }

    /// <summary>Of the draft's text.</summary>
    public required string Digest { get; init; }

    /// <summary>The set that was live.</summary>
    public required int BaseSet { get; init; }

    public required bool IsPassed { get; init; }

    public required GateReport Report { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class GateConfiguration : IEntityTypeConfiguration<GateRow>
{
    public void Configure(EntityTypeBuilder<GateRow> builder)
    {
        builder
            .ToTable("KnowledgeGates")
            .HasKey(g => new
            {
                g.Key,
                g.Digest,
                g.BaseSet,
            });
        builder.Property(g => g.Key).HasMaxLength(RevisionConfiguration.MaxKeyLength);
        builder.Property(g => g.Digest).HasMaxLength(64);
        builder.Property(g => g.Report).IsJson();
        builder.Property(g => g.At).HasConversion(AccountConfiguration.Milliseconds);
    }
}
