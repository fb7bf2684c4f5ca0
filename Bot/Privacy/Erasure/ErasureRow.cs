using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Privacy.Erasure;

/// <summary>
/// An erasure: first the work that is left, then the proof that it took place. When it is complete, it no longer names the person; the
/// digest of the id finds the person again when the erasure must be repeated after a restore, see <see cref="ErasureRepeater"/>.
/// </summary>
internal sealed class ErasureRow
{
    public required string Id { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long RequestedAt { get; init; }

    public required ActorKind RequestedBy { get; init; }

    /// <summary>The account of the official who carried it out; null when the person did.</summary>
    public string? OfficialId { get; init; }

    public required string ChannelId { get; init; }

    /// <summary>The channel's id of the person; null when the erasure is complete.</summary>
    public string? UserId { get; set; }

    /// <summary>SHA-256 of the channel and the id, lower-case hexadecimal.</summary>
    public required string UserHash { get; init; }

    public required ErasureState State { get; set; }

    /// <summary>The number of erased rows by table.</summary>
    public required IReadOnlyDictionary<string, int> Erased { get; set; }

    /// <summary>What is left to do; null when nothing is.</summary>
    public ErasureWork? Remaining { get; set; }

    /// <summary>Unix milliseconds; null while it is not complete.</summary>
    public long? CompletedAt { get; set; }

    public static string ComputeUserHash(string channelId, string userId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{channelId}/{userId}")));

    /// <summary>The row erases itself when it is complete, see <see cref="ErasureWorker"/>; nothing is deleted before.</summary>
    public static Task<int> KeepWhileIncompleteAsync(AssistantDb db, PersonalDataSubject subject, CancellationToken cancellationToken) =>
        Task.FromResult(0);
}

internal enum ErasureState
{
    /// <summary>Some cases of the person are still being worked on; the rest was erased.</summary>
    WaitingForCases,

    /// <summary>The rows are erased; files and the confirmation are left.</summary>
    Cleaning,
    Completed,
}

/// <summary>What is left of an erasure after its transaction.</summary>
/// <param name="Conversation">The key of the conversation in which the erasure was confirmed.</param>
/// <param name="ConversationIds">The conversations whose uploads are deleted.</param>
/// <param name="FileIds">Files that may be deleted once no case refers to them.</param>
internal sealed record ErasureWork(string? Conversation, IReadOnlyList<string> ConversationIds, IReadOnlyList<string> FileIds);

internal sealed class ErasureConfiguration : IEntityTypeConfiguration<ErasureRow>
{
    public void Configure(EntityTypeBuilder<ErasureRow> builder)
    {
        builder.ToTable("Erasures").HasKey(e => e.Id);
        builder.Property(e => e.Id).HasMaxLength(36);
        builder.Property(e => e.RequestedBy).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.OfficialId).HasMaxLength(100);
        builder.Property(e => e.UserHash).HasMaxLength(64);
        builder.Property(e => e.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.Erased).IsJson();
        builder.Property(e => e.Remaining).IsJson();
        builder.HasIndex(e => e.RequestedAt).HasFilter("\"CompletedAt\" IS NULL").HasDatabaseName("IX_Erasures_Pending");
    }
}
