using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAssistantBot.Feedback;

/// <summary>A correction that was sent to a person; stored so that it is not sent twice.</summary>
internal sealed class RecallRow
{
    public required string ArticleKey { get; init; }

    /// <summary>The revision that the correction was about.</summary>
    public required string Revision { get; init; }

    public required string ChannelId { get; init; }

    public required string ConversationId { get; init; }

    public required string UserId { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public required long At { get; init; }
}

internal sealed class RecallRowConfiguration : IEntityTypeConfiguration<RecallRow>
{
    public void Configure(EntityTypeBuilder<RecallRow> builder)
    {
        builder
            .ToTable("Recalls")
            .HasKey(r => new
            {
                r.ArticleKey,
                r.Revision,
                r.ChannelId,
                r.ConversationId,
                r.UserId,
            });
        builder.Property(r => r.Revision).HasMaxLength(12);
    }
}
