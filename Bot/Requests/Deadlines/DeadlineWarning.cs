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
    public required string DeadlineKey { get; init; }

    /// <summary>When the deadline started; a restarted deadline warns again.</summary>
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
    Task OnDeadlineWarningAsync(AssistantDb db, SupportRequest request, DeadlineWarning warning, CancellationToken cancellationToken);
}

internal sealed class DeadlineWarningConfiguration : IEntityTypeConfiguration<DeadlineWarning>
{
    /// <summary>Keys are stored with a capital letter, as when deadlines were an enumeration.</summary>
    private static readonly ValueConverter<string, string> KeyConverter = new(
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
                w.DeadlineKey,
                w.StartedAt,
                w.Percent,
            });
        builder.Property(w => w.CaseNumber).HasMaxLength(24);
        builder.Property(w => w.DeadlineKey).HasColumnName("Clock").HasConversion(KeyConverter).HasMaxLength(20);
        builder.Property(w => w.StartedAt).HasConversion(CaseRowConfiguration.Milliseconds);
        builder.Property(w => w.At).HasConversion(CaseRowConfiguration.Milliseconds);
        builder.Property(w => w.DueAt).HasConversion(CaseRowConfiguration.Milliseconds);
        builder.Property(w => w.OwnerId).HasMaxLength(100);
        builder.Property(w => w.Team).HasMaxLength(60);
        builder.Ignore(w => w.IsEscalation);
        builder.HasIndex(w => w.At);
    }
}
