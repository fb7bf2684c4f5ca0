using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Feedback;

/// <summary>A stored vote.</summary>
internal sealed class VoteRow
{
    public required string ChannelId { get; init; }

    public required string ConversationId { get; init; }

    public required string UserId { get; init; }

    public required string AnswerId { get; init; }

    public required string? ArticleKey { get; init; }

    public required bool IsUpvote { get; set; }

    /// <summary>An optional comment; may contain personal data.</summary>
    public string? Comment { get; set; }

    /// <summary>Why the answer did not help; null when the person gave no reason.</summary>
    public VoteReason? Reason { get; set; }

    /// <summary>Milliseconds since 1970.</summary>
    public required long At { get; set; }
}

internal sealed class VoteRowConfiguration : IEntityTypeConfiguration<VoteRow>
{
    public void Configure(EntityTypeBuilder<VoteRow> builder)
    {
        builder
            .ToTable("Votes")
            .HasKey(v => new
            {
                v.ChannelId,
                v.ConversationId,
                v.UserId,
                v.AnswerId,
            });
        builder.HasIndex(v => v.ArticleKey);
        builder.Property(v => v.IsUpvote).HasColumnName("IsUp");
        builder.Property(v => v.Reason).HasConversion<string>().HasMaxLength(20);
    }
}

/// <summary>Stores votes in the transaction of their turn.</summary>
internal sealed class CastVoteHandler : IEffectHandler
{
    public bool CanHandle(IEffect effect) => effect is CastVoteEffect;

    public async Task<EffectResult> ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken)
    {
        var vote = (CastVoteEffect)effect;
        var row = await db.Set<VoteRow>().FindAsync([vote.ChannelId, vote.ConversationId, vote.UserId, vote.AnswerId], cancellationToken);
        if (row is null)
        {
            db.Add(
                new VoteRow
                {
                    ChannelId = vote.ChannelId,
                    ConversationId = vote.ConversationId,
                    UserId = vote.UserId,
                    AnswerId = vote.AnswerId,
                    ArticleKey = vote.ArticleKey,
                    IsUpvote = vote.IsUpvote,
                    Comment = vote.Comment,
                    Reason = vote.Reason,
                    At = vote.At.ToUnixTimeMilliseconds(),
                }
            );
            return EffectResult.Stored;
        }

        (row.IsUpvote, row.Comment, row.Reason, row.At) = (
            vote.IsUpvote,
            vote.Comment ?? row.Comment,
            vote.IsUpvote ? null : vote.Reason ?? row.Reason,
            vote.At.ToUnixTimeMilliseconds()
        );
        return EffectResult.Stored;
    }
}
