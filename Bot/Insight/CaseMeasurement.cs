using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Insight;

/// <summary>
/// The measurements of one case, updated with each event, so that statistics need no history. Times are Unix milliseconds. Contains no
/// personal data.
/// </summary>
internal sealed record CaseMeasurement
{
    public required string CaseNumber { get; init; }

    public required long SubmittedAt { get; init; }

    public required string Kind { get; init; }

    /// <summary>The name of the ward; null when unknown.</summary>
    public string? Ward { get; init; }

    /// <summary>The key of the responsible team.</summary>
    public string? Team { get; init; }

    /// <summary>The topic of a case that no article covers.</summary>
    public const string NoTopic = "";

    /// <summary>
    /// The topic of the article that answers the question; <see cref="NoTopic"/> when there is none; null until it was searched for.
    /// </summary>
    public string? Topic { get; init; }

    /// <summary>When an official first replied, asked for information or ended the case; null before, and when the asker withdrew it
    /// first.</summary>
    public long? FirstReplyAt { get; init; }

    /// <summary>When the case ended; null while it is open, also after it was reopened.</summary>
    public long? EndedAt { get; init; }

    /// <summary>Closed or forwarded by an official, not merged or withdrawn.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Null while the deadline is running.</summary>
    public bool? IsReplyOnTime { get; init; }

    /// <summary>Null while the deadline is running.</summary>
    public bool? IsResolutionOnTime { get; init; }

    /// <summary>The outcome of each further deadline that has stopped, by its key; null when none has.</summary>
    public IReadOnlyDictionary<string, DeadlineOutcome>? OtherDeadlines { get; init; }
}

/// <summary>The outcome of a deadline that has stopped.</summary>
internal sealed record DeadlineOutcome(long StoppedAt, [property: JsonPropertyName("inTime")] bool IsOnTime);

internal sealed class CaseMeasurementConfiguration : IEntityTypeConfiguration<CaseMeasurement>
{
    public void Configure(EntityTypeBuilder<CaseMeasurement> builder)
    {
        builder.ToTable("CaseFigures").HasKey(f => f.CaseNumber);
        builder.Property(f => f.CaseNumber).HasMaxLength(24);
        builder.Property(f => f.Kind).HasMaxLength(20);
        builder.Property(f => f.Ward).HasMaxLength(120);
        builder.Property(f => f.Team).HasMaxLength(60);
        builder.Property(f => f.Topic).HasMaxLength(60);
        builder.Property(f => f.OtherDeadlines).HasColumnName("MoreClocks").IsJson();
        builder.Property(f => f.IsReplyOnTime).HasColumnName("ReplyInTime");
        builder.Property(f => f.IsResolutionOnTime).HasColumnName("CloseInTime");
        builder.HasIndex(f => new { f.EndedAt, f.SubmittedAt });
    }
}
