using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Feedback;

/// <summary>What an asker thinks of how a case was handled. Asked once, when the case is closed; may be given again, the last one counts.</summary>
internal sealed class CaseRating
{
    public required string CaseNumber { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public required long AskedAt { get; init; }

    /// <summary>Milliseconds since 1970; null while nothing was said.</summary>
    public long? RatedAt { get; set; }

    /// <summary>1, very dissatisfied, to 5, very satisfied.</summary>
    public int? Score { get; set; }

    /// <summary>What the asker added, if anything; may hold personal data.</summary>
    public string? Word { get; set; }
}

internal sealed class CaseRatingConfiguration : IEntityTypeConfiguration<CaseRating>
{
    public void Configure(EntityTypeBuilder<CaseRating> builder)
    {
        builder.ToTable("CaseRatings").HasKey(r => r.CaseNumber);
        builder.Property(r => r.CaseNumber).HasMaxLength(24);
        builder.Property(r => r.Word).HasMaxLength(RateCase.LongestWord);
        builder.HasIndex(r => r.RatedAt);
    }
}

/// <summary>An asker rated a case. Ignored when the case is not this asker's, or nobody asked.</summary>
internal sealed record RateCase(string CaseNumber, string ChannelId, string UserId, int Score, string? Word, DateTimeOffset At) : IEffect
{
    public const int LongestWord = 1000;
}

/// <summary>Stores ratings with the turn in which they were given.</summary>
internal sealed class RatingHandler : IEffectHandler
{
    public bool Handles(IEffect effect) => effect is RateCase;

    public async Task ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken)
    {
        var rating = (RateCase)effect;
        var isOwn = await db.Set<RequestRow>()
            .AnyAsync(
                r => r.CaseNumber == rating.CaseNumber && r.ChannelId == rating.ChannelId && r.UserId == rating.UserId,
                cancellationToken
            );
        if (isOwn && await db.Set<CaseRating>().FindAsync([rating.CaseNumber], cancellationToken) is { } row)
        {
            (row.RatedAt, row.Score, row.Word) = (rating.At.ToUnixTimeMilliseconds(), rating.Score, rating.Word ?? row.Word);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
