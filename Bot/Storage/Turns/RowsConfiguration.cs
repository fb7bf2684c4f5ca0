using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Storage.Compression;

namespace PolicyAssistantBot.Storage.Turns;

internal sealed class ConversationRowConfiguration : IEntityTypeConfiguration<ConversationRow>
{
    public void Configure(EntityTypeBuilder<ConversationRow> builder)
    {
        builder.ToTable("Conversations");
        builder.HasKey(c => c.Key);
        builder.Property(c => c.Key).HasMaxLength(400);
    }
}

internal sealed class ConversationUserRowConfiguration : IEntityTypeConfiguration<ConversationUserRow>
{
    public void Configure(EntityTypeBuilder<ConversationUserRow> builder)
    {
        builder
            .ToTable("ConversationUsers")
            .HasKey(u => new
            {
                u.ChannelId,
                u.UserId,
                u.ConversationKey,
            });
        builder.Property(u => u.ConversationKey).HasMaxLength(400);
        builder.HasIndex(u => u.ConversationKey);
    }
}

internal sealed class ActivityRowConfiguration : IEntityTypeConfiguration<ActivityRow>
{
    public void Configure(EntityTypeBuilder<ActivityRow> builder)
    {
        builder.ToTable("Activities");
        builder.HasKey(a => a.Number);
        builder.Property(a => a.ConversationKey).HasMaxLength(400);
        builder.Property(a => a.Json).IsStoredText();
        builder.Property(a => a.InvokeBody).IsStoredText();
        builder.Property(a => a.IsShown).HasColumnName("Shown");
        builder.Property(a => a.UndeliveredReason).HasColumnName("ParkedAs");
        builder.Property(a => a.AmbiguousAttempts).HasDefaultValue(0);
        builder.HasIndex(a => new { a.ConversationKey, a.Sequence }).IsUnique();
        builder.HasIndex(a => new { a.ConversationKey, a.DeduplicationKey }).IsUnique().HasFilter("\"DeduplicationKey\" IS NOT NULL");
        builder.HasIndex(a => new { a.ConversationKey, a.ActivityId }).HasFilter("\"ActivityId\" <> ''");
        builder.HasIndex(a => new { a.Direction, a.Number }).HasFilter("\"Progress\" = 0").HasDatabaseName("IX_Activities_Pending");
        builder.HasIndex(a => new { a.ConversationKey, a.ChannelActivityId }).HasFilter("\"ChannelActivityId\" IS NOT NULL");
        builder.HasIndex(a => a.Number).HasFilter("\"Progress\" = 2").HasDatabaseName("IX_Activities_Parked");
    }
}

internal sealed class StateRowConfiguration : IEntityTypeConfiguration<StateRow>
{
    public void Configure(EntityTypeBuilder<StateRow> builder)
    {
        builder.ToTable("States");
        builder.HasKey(s => s.Key);
        builder.Property(s => s.Key).HasMaxLength(400);
        builder.Property(s => s.Json).IsStoredText();
    }
}
