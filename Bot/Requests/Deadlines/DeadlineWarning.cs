using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Deadlines;

/// <summary>A warning that a share of a case's time is used up. At 100 % the deadline has passed and supervisors are told.</summary>
public sealed record DeadlineWarning
{
    public required string CaseNumber { get; init; }

    /// <summary>The <see cref="DeadlineDefinition.Key"/>.</summary>
    public required string Clock { get; init; }

    /// <summary>When the clock started; a clock that starts again warns again.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>50, 80 or 100.</summary>
    public required int Percent { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The owner of the case at that time; null when it had none.</summary>
    public string? OwnerId { get; init; }

    public string? Team { get; init; }

    /// <summary>Whether the supervisors are told.</summary>
    public bool IsEscalation => Percent >= 100;
}

/// <summary>Is called for every warning, to notify those who must act.</summary>
internal interface IDeadlineObserver
{
    /// <summary>Adds to the transaction that stores the warning. Must not send anything.</summary>
    Task WarnedAsync(AssistantDb db, SupportRequest request, DeadlineWarning warning, CancellationToken cancellationToken);
}

internal sealed class DeadlineWarningConfiguration : IEntityTypeConfiguration<DeadlineWarning>
{
    /// <summary>Keys are stored as they were when clocks were an enumeration: with a capital letter.</summary>
    private static readonly ValueConverter<string, string> StoredName = new(
        key => char.ToUpperInvariant(key[0]) + key.Substring(1),
        stored => char.ToLowerInvariant(stored[0]) + stored.Substring(1)
    );

    public void Configure(EntityTypeBuilder<DeadlineWarning> builder)
    {
        builder
            .ToTable("DeadlineWarnings")
            .HasKey(w => new
            {
                w.CaseNumber,
                w.Clock,
                w.StartedAt,
                w.Percent,
            });
        builder.Property(w => w.CaseNumber).HasMaxLength(24);
        builder.Property(w => w.Clock).HasConversion(StoredName).HasMaxLength(20);
        builder.Property(w => w.StartedAt).HasConversion(CaseRowConfiguration.Milliseconds);
        builder.Property(w => w.At).HasConversion(CaseRowConfiguration.Milliseconds);
        builder.Property(w => w.DueAt).HasConversion(CaseRowConfiguration.Milliseconds);
        builder.Property(w => w.OwnerId).HasMaxLength(100);
        builder.Property(w => w.Team).HasMaxLength(60);
        builder.Ignore(w => w.IsEscalation);
        builder.HasIndex(w => w.At);
    }
}
