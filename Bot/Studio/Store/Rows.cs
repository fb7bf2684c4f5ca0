using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Compression;
using PolicyAssistantBot.Studio.Rules;

namespace PolicyAssistantBot.Studio.Store;

/// <summary>One text that an article has or had. Rows are only added.</summary>
public sealed record RevisionRow
{
    public required string Key { get; init; }

    /// <summary>Counted from 1 for each article.</summary>
    public required int Number { get; init; }

    /// <summary>The file's place in the repository's layout, such as <c>support/B1-tech.md</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The whole text of the article's file.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of path and text, in hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>The article's <c>Revision</c>, which leaves out the day of the check; empty when the text cannot be read.</summary>
    public required string MeaningDigest { get; init; }

    /// <summary>The revision that was changed into this one; 0 for a new article.</summary>
    public required int BasedOn { get; init; }

    public required RevisionOrigin Origin { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null for what was delivered with the program.</summary>
    public string? ById { get; init; }

    public string? ByName { get; init; }
}

public enum RevisionOrigin
{
    /// <summary>Delivered with the program.</summary>
    Delivery,
    Editor,
    Import,
}

/// <summary>A set of published articles. The one with the highest number is live. Rows are only added.</summary>
public sealed record SetRow
{
    public required int Number { get; init; }

    /// <summary>SHA-256 over the members, in hexadecimal.</summary>
    public required string Digest { get; init; }

    public required IReadOnlyList<SetMember> Members { get; init; }

    public required SetOrigin Origin { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null for what was delivered with the program.</summary>
    public string? ById { get; init; }

    public string? ByName { get; init; }

    public string? ApprovedByName { get; init; }

    /// <summary>Why, or the version of a delivery.</summary>
    public string? Reason { get; init; }
}

public enum SetOrigin
{
    Delivery,
    Publication,
    Import,
    RollBack,
    Withdrawal,
}

/// <param name="Digest">Of the revision.</param>
public sealed record SetMember(string Key, int Revision, string Path, string Digest);

/// <summary>The files of one delivery of the program, to find out later which articles were changed here.</summary>
public sealed record DeliveryRow
{
    public required int Number { get; init; }

    /// <summary>Of all files.</summary>
    public required string Digest { get; init; }

    /// <summary>The digest of each file by its key.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<RevisionRow>
{
    public const int MaxKeyLength = 80;
    public const int MaxIdLength = 100;
    public const int MaxNameLength = 255;

    public void Configure(EntityTypeBuilder<RevisionRow> builder)
    {
        builder.ToTable("KnowledgeRevisions").HasKey(r => new { r.Key, r.Number });
        builder.Property(r => r.Key).HasMaxLength(MaxKeyLength);
        builder.Property(r => r.Path).HasMaxLength(120);
        builder.Property(r => r.Text).IsStoredText();
        builder.Property(r => r.Digest).HasMaxLength(64);
        builder.Property(r => r.MeaningDigest).HasMaxLength(12);
        builder.Property(r => r.Origin).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.At).HasConversion(AccountConfiguration.Milliseconds);
        builder.Property(r => r.ById).HasMaxLength(MaxIdLength);
        builder.Property(r => r.ByName).HasMaxLength(MaxNameLength);
        builder.HasIndex(r => r.Digest);
    }
}

internal sealed class SetConfiguration : IEntityTypeConfiguration<SetRow>
{
    public void Configure(EntityTypeBuilder<SetRow> builder)
    {
        builder.ToTable("KnowledgeSets").HasKey(s => s.Number);
        builder.Property(s => s.Number).ValueGeneratedNever();
        builder.Property(s => s.Digest).HasMaxLength(64);
        builder.Property(s => s.Members).IsJson();
        builder.Property(s => s.Origin).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.At).HasConversion(AccountConfiguration.Milliseconds);
        builder.Property(s => s.ById).HasMaxLength(RevisionConfiguration.MaxIdLength);
        builder.Property(s => s.ByName).HasMaxLength(RevisionConfiguration.MaxNameLength);
        builder.Property(s => s.ApprovedByName).HasMaxLength(RevisionConfiguration.MaxNameLength);
        builder.Property(s => s.Reason).HasMaxLength(1000);
    }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<ArticleDraft>
{
    public void Configure(EntityTypeBuilder<ArticleDraft> builder)
    {
        builder.ToTable("KnowledgeDrafts").HasKey(d => d.Key);
        builder.Property(d => d.Key).HasMaxLength(RevisionConfiguration.MaxKeyLength);
        builder.Property(d => d.HeadDigest).HasMaxLength(64);
        builder.Property(d => d.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(d => d.Contributors).IsJson();
        builder.Property(d => d.Reason).HasMaxLength(1000);
        builder.Property(d => d.SubmittedById).HasMaxLength(RevisionConfiguration.MaxIdLength);
        builder.Property(d => d.ApprovedById).HasMaxLength(RevisionConfiguration.MaxIdLength);
        builder.Property(d => d.ApprovedByName).HasMaxLength(RevisionConfiguration.MaxNameLength);
        builder.Property(d => d.ApprovedDigest).HasMaxLength(64);
        builder.Property(d => d.Accepted).IsJson().HasDefaultValueSql("'[]'");
        builder.Property(d => d.PublishAt).HasConversion(AccountConfiguration.Milliseconds);
        builder.Property(d => d.ChangedAt).HasConversion(AccountConfiguration.Milliseconds);
    }
}

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<DeliveryRow>
{
    public void Configure(EntityTypeBuilder<DeliveryRow> builder)
    {
        builder.ToTable("KnowledgeDeliveries").HasKey(d => d.Number);
        builder.Property(d => d.Number).ValueGeneratedNever();
        builder.Property(d => d.Digest).HasMaxLength(64);
        builder.Property(d => d.Files).IsJson();
        builder.Property(d => d.At).HasConversion(AccountConfiguration.Milliseconds);
    }
}

internal sealed class StudioEventConfiguration : IEntityTypeConfiguration<StudioEvent>
{
    public void Configure(EntityTypeBuilder<StudioEvent> builder)
    {
        builder.ToTable("KnowledgeEvents").HasKey(e => e.Number);
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.Property(e => e.At).HasConversion(AccountConfiguration.Milliseconds);
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(30);
        builder.Property(e => e.ById).HasMaxLength(RevisionConfiguration.MaxIdLength);
        builder.Property(e => e.ByName).HasMaxLength(RevisionConfiguration.MaxNameLength);
        builder.Property(e => e.Key).HasMaxLength(RevisionConfiguration.MaxKeyLength);
        builder.Property(e => e.Digest).HasMaxLength(64);
        builder.Property(e => e.Text).HasMaxLength(StudioEvent.MaxTextLength);
        builder.Property(e => e.PreviousHash).HasMaxLength(64);
        builder.Property(e => e.Hash).HasMaxLength(64);
        builder.HasIndex(e => new { e.Key, e.Number });
    }
}
