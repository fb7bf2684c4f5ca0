using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.Studio.Unsaved;

/// <summary>What a person typed into the editor of a draft and has not saved: it is no revision, and nobody else sees it.</summary>
public sealed record UnsavedRow
{
    public required string Key { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The version of the draft that was on the page.</summary>
    public required int Version { get; init; }

    /// <summary>The revision that was on the page.</summary>
    public required int Head { get; init; }

    /// <summary>The fields of the form by their names, in the order of the page.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Fields { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class UnsavedConfiguration : IEntityTypeConfiguration<UnsavedRow>
{
    public void Configure(EntityTypeBuilder<UnsavedRow> builder)
    {
        builder.ToTable("KnowledgeUnsaved").HasKey(u => new { u.Key, u.PersonId });
        builder.Property(u => u.Key).HasMaxLength(RevisionConfiguration.MaxKeyLength);
        builder.Property(u => u.PersonId).HasMaxLength(RevisionConfiguration.MaxIdLength);
        builder.Property(u => u.Fields).IsJson();
        builder.Property(u => u.At).HasConversion(AccountConfiguration.Milliseconds);
    }
}
