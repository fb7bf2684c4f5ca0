using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Feedback;

/// <summary>
/// An asker's rating of how a case was handled. The asker is invited once, when the case is closed; of several ratings the last one counts.
/// </summary>
internal sealed class CaseRating
{
    public required string CaseNumber { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public required long InvitedAt { get; init; }

    /// <summary>Milliseconds since 1970; null until the asker has rated.</summary>
    public long? RatedAt { get; set; }

    /// <summary>1, very dissatisfied, to 5, very satisfied.</summary>
    public int? Score { get; set; }

    /// <summary>An optional comment; may contain personal data.</summary>
    public string? Comment { get; set; }
}

internal sealed class CaseRatingConfiguration : IEntityTypeConfiguration<CaseRating>
{
    public void Configure(EntityTypeBuilder<CaseRating> builder)
    {
        builder.ToTable("CaseRatings").HasKey(r => r.CaseNumber);
        builder.Property(r => r.CaseNumber).HasMaxLength(24);
        builder.Property(r => r.Comment).HasColumnName("Word").HasMaxLength(TextLimits.RatingComment);
        builder.Property(r => r.InvitedAt).HasColumnName("AskedAt");
        builder.HasIndex(r => r.RatedAt);
    }
}

/// <summary>An asker rated a case, as <see cref="CaseRatingRules.DecideAsync"/> accepted it.</summary>
internal sealed record RateCaseEffect(string CaseNumber, int Score, string? Comment, DateTimeOffset At) : IEffect;

/// <summary>Whether a rating is accepted.</summary>
internal abstract record RatingDecision
{
    private RatingDecision() { }

    /// <param name="Effect">The effect to add to the turn whose reply acknowledges the rating.</param>
    internal sealed record Accepted(RateCaseEffect Effect) : RatingDecision;

    /// <summary>The asker was not asked to rate this case.</summary>
    internal sealed record NotInvited : RatingDecision;

    internal sealed record CommentTooLong(int Length, int MaxLength) : RatingDecision;
}

/// <summary>Decides on ratings before the reply is written.</summary>
internal sealed class CaseRatingRules(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time)
{
    /// <param name="caseNumber">A case of the asker who rates.</param>
    public async Task<RatingDecision> DecideAsync(string caseNumber, int score, string? comment, CancellationToken cancellationToken)
    {
        if (comment?.Length > TextLimits.RatingComment)
        {
            return new RatingDecision.CommentTooLong(comment.Length, TextLimits.RatingComment);
        }

        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<CaseRating>().AnyAsync(r => r.CaseNumber == caseNumber, cancellationToken)
            ? new RatingDecision.Accepted(new RateCaseEffect(caseNumber, score, comment, time.GetUtcNow()))
            : new RatingDecision.NotInvited();
    }
}

/// <summary>Stores ratings in the transaction of their turn.</summary>
internal sealed class RatingHandler : IEffectHandler
{
    public bool CanHandle(IEffect effect) => effect is RateCaseEffect;

    public async Task<EffectResult> ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken)
    {
        var rating = (RateCaseEffect)effect;
        if (await db.Set<CaseRating>().FindAsync([rating.CaseNumber], cancellationToken) is not { } row)
        {
            return EffectResult.Conflict;
        }

        (row.RatedAt, row.Score, row.Comment) = (rating.At.ToUnixTimeMilliseconds(), rating.Score, rating.Comment ?? row.Comment);
        await db.SaveChangesAsync(cancellationToken);
        return EffectResult.Stored;
    }
}
