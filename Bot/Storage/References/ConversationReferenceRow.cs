using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAssistantBot.Storage.References;

/// <summary>The reference of a conversation on a pushed channel.</summary>
internal sealed class ConversationReferenceRow
{
    /// <summary><c>{channelId}/conversations/{id}</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Opaque.</summary>
    public string? TenantId { get; init; }

    /// <summary>The conversation reference as JSON, without an activity.</summary>
    public required string Reference { get; init; }

    public bool IsActive { get; init; }

    /// <summary>Why it accepts no messages any more; without personal data.</summary>
    public string? EndReason { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public long ChangedAt { get; init; }
}

internal sealed class ConversationReferenceRowConfiguration : IEntityTypeConfiguration<ConversationReferenceRow>
{
    public void Configure(EntityTypeBuilder<ConversationReferenceRow> builder)
    {
        builder.ToTable("ConversationReferences");
        builder.HasKey(r => r.Key);
        builder.Property(r => r.Key).HasMaxLength(400);
    }
}
