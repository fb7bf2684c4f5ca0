using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAssistantBot.Mail;

/// <summary>A request for a code to see a case's status. The row is the same whether the case exists or not.</summary>
internal sealed class CaseLookupCodeRow
{
    /// <summary>
    /// The channel of requests that were made on the web page. Conversation and user are then the random number of the single request:
    /// nobody is signed in there, and no address is stored.
    /// </summary>
    public const string WebChannelId = "lookup";

    public required string Id { get; init; }

    public required string ChannelId { get; init; }

    public required string ConversationId { get; init; }

    public required string UserId { get; init; }

    public required string CaseNumber { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long RequestedAt { get; init; }

    /// <summary>Whether the worker has processed it.</summary>
    public bool IsHandled { get; set; }

    /// <summary>The salted hash of the code; null if none was sent.</summary>
    public string? Hash { get; set; }

    /// <summary>The number of attempts.</summary>
    public int Attempts { get; set; }

    public bool IsUsed { get; set; }
}

internal sealed class CaseLookupCodeRowConfiguration : IEntityTypeConfiguration<CaseLookupCodeRow>
{
    public void Configure(EntityTypeBuilder<CaseLookupCodeRow> builder)
    {
        builder.ToTable("StatusCodes").HasKey(c => c.Id);
        builder.Property(c => c.Id).HasMaxLength(36);
        builder.Property(c => c.CaseNumber).HasMaxLength(24);
        builder.Property(c => c.Attempts).HasColumnName("Tries");
        builder.Property(c => c.Hash).HasMaxLength(200);
        builder.HasIndex(c => new
        {
            c.ChannelId,
            c.ConversationId,
            c.RequestedAt,
        });
        builder.HasIndex(c => new { c.CaseNumber, c.RequestedAt });
        builder.HasIndex(c => c.RequestedAt).HasFilter("NOT \"IsHandled\"").HasDatabaseName("IX_StatusCodes_Waiting");
    }
}
