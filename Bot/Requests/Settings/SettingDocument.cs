using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Requests.Settings;

/// <summary>A saved version of a document. Versions are added, never changed, so that every change can be traced.</summary>
public sealed class SettingDocument
{
    public required SettingKind Kind { get; init; }

    /// <summary>1, 2, 3, …; 0 is the default document, which is not stored.</summary>
    public required int Version { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    public required string SavedById { get; init; }

    public required string SavedByName { get; init; }
}

internal sealed class SettingDocumentConfiguration : IEntityTypeConfiguration<SettingDocument>
{
    public void Configure(EntityTypeBuilder<SettingDocument> builder)
    {
        builder.ToTable("DeskSettings").HasKey(d => new { d.Kind, d.Version });
        builder.Property(d => d.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(d => d.SavedAt).HasConversion(CaseRowConfiguration.Milliseconds);
        builder.Property(d => d.SavedById).HasMaxLength(100);
        builder.Property(d => d.SavedByName).HasMaxLength(255);
    }
}
