using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAssistantBot.Insight;

/// <summary>
/// What is measured of one case, kept with each of its events, so that figures over many need no history. Times are milliseconds since
/// 1970. Holds
/// no personal data.
/// </summary>
internal sealed record CaseFigure
{
    public required string CaseNumber { get; init; }

    public required long SubmittedAt { get; init; }

    public required string Kind { get; init; }

    /// <summary>The name of the ward; null when none was given.</summary>
    public string? Ward { get; init; }

    /// <summary>The key of the team that has it.</summary>
    public string? Team { get; init; }

    /// <summary>The topic of a case that no article is about.</summary>
    public const string NoTopic = "";

    /// <summary>
    /// The topic of the article that is nearest to what was asked; <see cref="NoTopic"/> when none is near; null while it was not looked
    /// for.
    /// </summary>
    public string? Topic { get; init; }

    /// <summary>When an official first answered, asked back or ended it; null before, and when the asker withdrew it first.</summary>
    public long? FirstReplyAt { get; init; }

    /// <summary>When it ended; null while it goes on, also after it was opened again.</summary>
    public long? EndedAt { get; init; }

    /// <summary>Ended by an official with a decision: closed or forwarded, not merged or withdrawn.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Null while the clock has not stopped.</summary>
    public bool? ReplyInTime { get; init; }

    /// <summary>Null while the clock has not stopped.</summary>
    public bool? CloseInTime { get; init; }
}

internal sealed class CaseFigureConfiguration : IEntityTypeConfiguration<CaseFigure>
{
    public void Configure(EntityTypeBuilder<CaseFigure> builder)
    {
        builder.ToTable("CaseFigures").HasKey(f => f.CaseNumber);
        builder.Property(f => f.CaseNumber).HasMaxLength(24);
        builder.Property(f => f.Kind).HasMaxLength(20);
        builder.Property(f => f.Ward).HasMaxLength(120);
        builder.Property(f => f.Team).HasMaxLength(60);
        builder.Property(f => f.Topic).HasMaxLength(60);
        builder.HasIndex(f => new { f.EndedAt, f.SubmittedAt });
    }
}
