using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Requests;

/// <summary>An internal note of officials on a case; the asker never sees it. Notes are added, never changed.</summary>
public sealed class CaseNote
{
    public required string Id { get; init; }

    public required string CaseNumber { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public required string Text { get; init; }
}

/// <summary>A colleague was named in a note.</summary>
internal sealed class CaseMention
{
    public required string NoteId { get; init; }

    public required string AccountId { get; init; }

    public required string CaseNumber { get; init; }

    /// <summary>Whether the colleague has opened the case since.</summary>
    public bool IsRead { get; set; }
}

internal sealed class CaseNoteConfiguration : IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.ToTable("CaseNotes").HasKey(n => n.Id);
        builder.Property(n => n.Id).HasMaxLength(36);
        builder.Property(n => n.CaseNumber).HasMaxLength(24);
        builder.Property(n => n.At).HasConversion(CaseRowConfiguration.Milliseconds);
        builder.Property(n => n.AuthorId).HasMaxLength(100);
        builder.Property(n => n.AuthorName).HasMaxLength(255);
        builder.HasIndex(n => new { n.CaseNumber, n.At });
    }
}

internal sealed class CaseMentionConfiguration : IEntityTypeConfiguration<CaseMention>
{
    public void Configure(EntityTypeBuilder<CaseMention> builder)
    {
        builder.ToTable("CaseMentions").HasKey(m => new { m.NoteId, m.AccountId });
        builder.Property(m => m.NoteId).HasMaxLength(36);
        builder.Property(m => m.AccountId).HasMaxLength(100);
        builder.Property(m => m.CaseNumber).HasMaxLength(24);
        builder.HasIndex(m => new { m.AccountId, m.IsRead });
    }
}
