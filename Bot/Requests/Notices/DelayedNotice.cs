using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Notices;

/// <summary>An event that the asker is told of a little later, so that its author can take it back.</summary>
internal sealed class DelayedNotice
{
    public required string CaseNumber { get; init; }

    /// <summary>The event's place in the history of the case.</summary>
    public required int Sequence { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long DueAt { get; init; }

    /// <summary>
    /// Stores in the caller's transaction that the asker is told later: after the delay if the event can be taken back, and never before
    /// what the same case has waiting.
    /// </summary>
    /// <returns>False, and nothing stored, when the asker is to be told at once.</returns>
    public static async Task<bool> TryAddAsync(AssistantDb db, CaseEvent caseEvent, TimeSpan delay, CancellationToken cancellationToken)
    {
        var lastDueAt = await db.Set<DelayedNotice>()
            .Where(n => n.CaseNumber == caseEvent.CaseNumber)
            .MaxAsync(n => (long?)n.DueAt, cancellationToken);
        var isDelayed = delay > TimeSpan.Zero && UndoneEvents.CanBeUndone(caseEvent.Kind);
        if (!isDelayed && lastDueAt is null)
        {
            return false;
        }

        var ownDueAt = (caseEvent.At + (isDelayed ? delay : TimeSpan.Zero)).ToUnixTimeMilliseconds();
        db.Add(
            new DelayedNotice
            {
                CaseNumber = caseEvent.CaseNumber,
                Sequence = caseEvent.Sequence,
                DueAt = Math.Max(ownDueAt, lastDueAt ?? 0),
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>The place of the first event of a case that its asker was not told yet; null when there is none.</summary>
    public static Task<int?> FindFirstWaitingAsync(AssistantDb db, string caseNumber, CancellationToken cancellationToken) =>
        db.Set<DelayedNotice>().Where(n => n.CaseNumber == caseNumber).MinAsync(n => (int?)n.Sequence, cancellationToken);
}

internal sealed class DelayedNoticeConfiguration : IEntityTypeConfiguration<DelayedNotice>
{
    public void Configure(EntityTypeBuilder<DelayedNotice> builder)
    {
        builder.ToTable("DelayedNotices").HasKey(n => new { n.CaseNumber, n.Sequence });
        builder.Property(n => n.CaseNumber).HasMaxLength(24);
        builder.HasIndex(n => n.DueAt);
    }
}
