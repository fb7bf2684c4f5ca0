using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAssistantBot.Storage.References;

/// <summary>The conversation reference of a conversation on a channel that messages are pushed to.</summary>
internal sealed class ConversationReferenceRow
{
    /// <summary><c>{channelId}/conversations/{id}</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Opaque: not every service writes a GUID.</summary>
    public string? TenantId { get; init; }

    /// <summary>The conversation reference as JSON, without an activity.</summary>
    public required string Reference { get; init; }

    public bool IsActive { get; init; }

    /// <summary>Why the conversation accepts no messages any more; without personal data.</summary>
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
