using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Clocks;

/// <summary>A share of a case's time was used up. At 100 % the deadline has passed and the supervisors hear of it.</summary>
public sealed record DeadlineWarning
{
    public required string CaseNumber { get; init; }

    public required ClockKind Clock { get; init; }

    /// <summary>When the clock was started: one that is started anew warns anew.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>50, 80 or 100.</summary>
    public required int Percent { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Who had the case; null when nobody had.</summary>
    public string? OwnerId { get; init; }

    public string? Team { get; init; }

    /// <summary>Whether the supervisors are told.</summary>
    public bool IsEscalation => Percent >= 100;
}

/// <summary>Is told of every warning, to pass it on to whoever must act.</summary>
internal interface IDeadlineObserver
{
    /// <summary>Adds to the transaction that stores the warning. Must not send anything.</summary>
    Task WarnedAsync(AssistantDb db, SupportRequest request, DeadlineWarning warning, CancellationToken cancellationToken);
}

internal sealed class DeadlineWarningConfiguration : IEntityTypeConfiguration<DeadlineWarning>
{
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
        builder.Property(w => w.Clock).HasConversion<string>().HasMaxLength(20);
        builder.Property(w => w.StartedAt).HasConversion(RequestRowConfiguration.Milliseconds);
        builder.Property(w => w.At).HasConversion(RequestRowConfiguration.Milliseconds);
        builder.Property(w => w.DueAt).HasConversion(RequestRowConfiguration.Milliseconds);
        builder.Property(w => w.OwnerId).HasMaxLength(100);
        builder.Property(w => w.Team).HasMaxLength(60);
        builder.Ignore(w => w.IsEscalation);
        builder.HasIndex(w => w.At);
    }
}
