using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAssistantBot.Requests.Drafts;

/// <summary>What an official has typed into the reply bar of a case and not sent; one for each official and case.</summary>
internal sealed class CaseDraft
{
    /// <summary>The input of a note, which is sent apart from the reply.</summary>
    public const string NoteInputName = "note";

    public required string AccountId { get; init; }

    public required string CaseNumber { get; init; }

    /// <summary>The chosen mode of the bar: the key of an action, or <c>note</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>The values of the inputs as JSON, by their names.</summary>
    public required string ValuesJson { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long SavedAt { get; init; }
}

internal sealed class CaseDraftConfiguration : IEntityTypeConfiguration<CaseDraft>
{
    public void Configure(EntityTypeBuilder<CaseDraft> builder)
    {
        builder.ToTable("CaseDrafts").HasKey(d => new { d.AccountId, d.CaseNumber });
        builder.Property(d => d.AccountId).HasMaxLength(100);
        builder.Property(d => d.CaseNumber).HasMaxLength(24);
        builder.Property(d => d.Mode).HasMaxLength(60);
        builder.Property(d => d.ValuesJson).HasColumnName("Values");
        builder.HasIndex(d => d.CaseNumber);
        builder.HasIndex(d => d.SavedAt);
    }
}
