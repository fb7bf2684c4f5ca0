using System.Runtime.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Mail;

/// <summary>A mail in the outbox, sent or not.</summary>
internal sealed class MailRow
{
    public long Id { get; init; }

    /// <summary>Identifies the subject, such as an event of a case: a mail with an existing key is not added again.</summary>
    public required string Key { get; init; }

    public required MailKind Kind { get; init; }

    /// <summary>The case that it is about; null for one that is about several.</summary>
    public string? CaseNumber { get; init; }

    public required string Recipient { get; init; }

    /// <summary>What the limits of a mailbox count by; see <see cref="MailboxOf"/>.</summary>
    public string Mailbox { get; init; } = "";

    /// <summary>The channel of the person without a case who had it sent; null for other mails.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The channel's id of that person.</summary>
    public string? UserId { get; init; }

    public required string Subject { get; init; }

    /// <summary>The plain text; empty once it was sent.</summary>
    public required string Text { get; set; }

    /// <summary>The same as HTML; empty once it was sent.</summary>
    public required string Html { get; set; }

    public MailState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>Attempts whose outcome is unknown: the server may have the mail although it did not confirm it.</summary>
    public int AmbiguousAttempts { get; set; }

    /// <summary>Not before this time, Unix milliseconds.</summary>
    public long NextAttemptAt { get; set; }

    /// <summary>Why the last attempt failed, without personal data.</summary>
    public string? Problem { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>When it was sent or failed, Unix milliseconds.</summary>
    public long? EndedAt { get; set; }

    /// <summary>The address in lower case and without a tag ("an+1@…"): spellings that mail servers deliver to one mailbox.</summary>
    public static string MailboxOf(string address)
    {
        var (at, plus) = (address.LastIndexOf('@'), address.IndexOf('+', StringComparison.Ordinal));
        return (plus > 0 && plus < at ? string.Concat(address.AsSpan(0, plus), address.AsSpan(at)) : address).ToLowerInvariant();
    }
}

internal enum MailKind
{
    /// <summary>To the asker, about an event of the case.</summary>
    Asker,

    /// <summary>To the asker: the request was received.</summary>
    Receipt,

    /// <summary>To the asker: the one-time code for looking up the status of a case in another conversation or on the web page.</summary>
    [EnumMember(Value = "Code")]
    CaseLookupCode,

    /// <summary>To the asker: the code that confirms the e-mail address.</summary>
    [EnumMember(Value = "AddressCode")]
    AddressConfirmationCode,

    /// <summary>To the asker: an answer of the knowledge base.</summary>
    Answer,

    /// <summary>To officials: a deadline is near or has passed.</summary>
    Deadline,

    /// <summary>To an official who was mentioned in a note.</summary>
    Mention,

    /// <summary>To an official: the day's overview.</summary>
    Digest,

    /// <summary>To officials: a message to an asker was not delivered.</summary>
    Undelivered,

    /// <summary>To a new official: the link for choosing a password.</summary>
    Invitation,

    /// <summary>To an administrator who checks whether mail works.</summary>
    Test,
}

internal enum MailState
{
    /// <summary>Not sent yet: the first attempt or a retry follows.</summary>
    [EnumMember(Value = "Waiting")]
    Queued,
    Sent,

    /// <summary>Permanently refused, or all attempts failed.</summary>
    Failed,
}

internal sealed class MailRowConfiguration : IEntityTypeConfiguration<MailRow>
{
    public void Configure(EntityTypeBuilder<MailRow> builder)
    {
        builder.ToTable("Mails").HasKey(m => m.Id);
        builder.Property(m => m.Key).HasMaxLength(200);
        builder.Property(m => m.Kind).HasConversion(StoredEnumNames<MailKind>.Converter).HasMaxLength(20);
        builder.Property(m => m.CaseNumber).HasMaxLength(24);
        builder.Property(m => m.Recipient).HasMaxLength(254);
        builder.Property(m => m.Mailbox).HasMaxLength(254).HasDefaultValue("");
        builder.Property(m => m.Subject).HasMaxLength(255);
        builder.Property(m => m.State).HasConversion(StoredEnumNames<MailState>.Converter).HasMaxLength(20);
        builder.Property(m => m.AmbiguousAttempts).HasDefaultValue(0);
        builder.Property(m => m.Problem).HasMaxLength(200);
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => m.CaseNumber);
        builder.HasIndex(m => new { m.Mailbox, m.CreatedAt });
        builder.HasIndex(m => new { m.ChannelId, m.UserId });
        builder.HasIndex(m => m.NextAttemptAt).HasFilter("\"State\" = 'Waiting'").HasDatabaseName("IX_Mails_Waiting");
    }
}
