using System.Runtime.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Files;

/// <summary>A file of a case.</summary>
internal sealed class CaseFileRow
{
    /// <summary>The file's name on disk, which cannot be guessed.</summary>
    public required string Id { get; init; }

    public required string CaseNumber { get; init; }

    public required FileOrigin Origin { get; init; }

    /// <summary>The account of the official who added it; null for a file of the asker.</summary>
    public string? AddedById { get; init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The SHA-256 of the content, in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public required FileState State { get; set; }

    /// <summary>The name of the malware that the scanner found.</summary>
    public string? MalwareName { get; set; }

    public int ScanAttempts { get; set; }

    /// <summary>The earliest time of the next scan, Unix milliseconds.</summary>
    public long NextScanAt { get; set; }

    /// <summary>The event of the reply with which an official's file was sent; null until then, and for files of the asker.</summary>
    public int? ReplyEventSequence { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public required long AddedAt { get; init; }

    /// <summary>Whether it may be downloaded.</summary>
    public bool IsDownloadable => State is FileState.Clean or FileState.NotScanned;

    /// <summary>Whether this official added it and it has not been sent yet: it goes with this official's next reply.</summary>
    public bool IsUnsentBy(string? officialId) => Origin == FileOrigin.Official && ReplyEventSequence is null && AddedById == officialId;

    /// <summary>Whether it is the same file of the same official.</summary>
    public bool IsSameFile(StoredFile other, string officialId) => AddedById == officialId && Sha256 == other.Sha256 && Name == other.Name;
}

internal static class CaseFileQueries
{
    /// <summary>The files that an official added to a case and that have not been sent yet: they go with the next reply.</summary>
    public static IQueryable<CaseFileRow> UnsentBy(this IQueryable<CaseFileRow> files, string caseNumber, string officialId) =>
        files.Where(f =>
            f.CaseNumber == caseNumber && f.Origin == FileOrigin.Official && f.AddedById == officialId && f.ReplyEventSequence == null
        );
}

internal enum FileOrigin
{
    Asker,
    Official,
}

internal enum FileState
{
    /// <summary>Not downloadable until it has been scanned.</summary>
    [EnumMember(Value = "Waiting")]
    AwaitingScan,
    Clean,

    /// <summary>No scanner is configured.</summary>
    NotScanned,

    /// <summary>Malware was found; the content was deleted.</summary>
    Infected,
}

internal sealed class CaseFileRowConfiguration : IEntityTypeConfiguration<CaseFileRow>
{
    public void Configure(EntityTypeBuilder<CaseFileRow> builder)
    {
        builder.ToTable("CaseFiles").HasKey(f => f.Id);
        builder.Property(f => f.Id).HasMaxLength(64);
        builder.Property(f => f.CaseNumber).HasMaxLength(24);
        builder.Property(f => f.Origin).HasConversion<string>().HasMaxLength(20);
        builder.Property(f => f.AddedById).HasColumnName("ById").HasMaxLength(100);
        builder.Property(f => f.Name).HasMaxLength(120);
        builder.Property(f => f.ContentType).HasMaxLength(100);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.Property(f => f.State).HasConversion(StoredEnumNames<FileState>.Converter).HasMaxLength(20);
        builder.Property(f => f.MalwareName).HasColumnName("Finding").HasMaxLength(200);
        builder.Property(f => f.ReplyEventSequence).HasColumnName("SentWith");
        builder.Ignore(f => f.IsDownloadable);
        builder.HasOne<CaseRow>().WithMany().HasForeignKey(f => f.CaseNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => f.CaseNumber);
        builder.HasIndex(f => f.NextScanAt).HasFilter("\"State\" = 'Waiting'").HasDatabaseName("IX_CaseFiles_Waiting");
    }
}
