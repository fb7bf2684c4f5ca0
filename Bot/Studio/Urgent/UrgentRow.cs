using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.Studio.Urgent;

/// <summary>A publication by one person, which a second one looks at afterwards.</summary>
public sealed record UrgentRow
{
    /// <summary>The number of the set.</summary>
    public required int Set { get; init; }

    public required string Key { get; init; }

    /// <summary>The revision that was live before; 0 for a new article.</summary>
    public required int Before { get; init; }

    public required int Revision { get; init; }

    public required IReadOnlyList<string> Contributors { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>One working day later.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public string? ReviewedById { get; init; }

    public string? ReviewedByName { get; init; }

    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>When the reviewers were told that it is overdue.</summary>
    public DateTimeOffset? MailedAt { get; init; }
}

internal sealed class UrgentConfiguration : IEntityTypeConfiguration<UrgentRow>
{
    public void Configure(EntityTypeBuilder<UrgentRow> builder)
    {
        builder.ToTable("KnowledgeUrgent").HasKey(u => u.Set);
        builder.Property(u => u.Set).ValueGeneratedNever();
        builder.Property(u => u.Key).HasMaxLength(RevisionConfiguration.MaxKeyLength);
        builder.Property(u => u.Contributors).IsJson();
        builder.Property(u => u.Reason).HasMaxLength(1000);
        builder.Property(u => u.At).HasConversion(AccountConfiguration.Milliseconds);
        builder.Property(u => u.ById).HasMaxLength(RevisionConfiguration.MaxIdLength);
        builder.Property(u => u.ByName).HasMaxLength(RevisionConfiguration.MaxNameLength);
        builder.Property(u => u.DueAt).HasConversion(AccountConfiguration.Milliseconds);
        builder.Property(u => u.ReviewedById).HasMaxLength(RevisionConfiguration.MaxIdLength);
        builder.Property(u => u.ReviewedByName).HasMaxLength(RevisionConfiguration.MaxNameLength);
        builder.Property(u => u.ReviewedAt).HasConversion(AccountConfiguration.Milliseconds);
        builder.Property(u => u.MailedAt).HasConversion(AccountConfiguration.Milliseconds);
    }
}

internal static class UrgentRules
{
    /// <summary>Who looks at it afterwards neither wrote nor published it.</summary>
    public static StudioRefusal? Review(UrgentRow row, StudioPerson by) =>
        !by.HasAny(Roles.Reviewer) ? StudioRefusal.NoRole
        : row.ReviewedAt is not null ? StudioRefusal.WrongState
        : row.ById == by.Id || row.Contributors.Contains(by.Id) ? StudioRefusal.OwnWork
        : null;

    /// <summary>It waits until it is reviewed, or another text of the article is live.</summary>
    public static bool IsWaiting(UrgentRow row, IEnumerable<SetMember> live) =>
        row.ReviewedAt is null && live.Any(member => member.Key == row.Key && member.Revision == row.Revision);
}
