using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Mail;

/// <summary>
/// An e-mail address that an asker gave. Anybody can enter anybody's address, so nothing but codes is sent to it until the asker has typed
/// the code of one of these mails in the chat.
/// </summary>
internal sealed class AddressConfirmation
{
    public const int MaxAttempts = 5;

    /// <summary>In place of a case's number: the address was given to get an answer.</summary>
    public const string NoCase = "";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public required string ChannelId { get; init; }

    public required string UserId { get; init; }

    public required string Address { get; init; }

    /// <summary>The case for which the code was requested; <see cref="NoCase"/> for an address that has no case yet.</summary>
    public required string CaseNumber { get; set; }

    /// <summary>BCP 47: the language of the mail.</summary>
    public required string Language { get; set; }

    /// <summary>When the last code was requested, Unix milliseconds.</summary>
    public required long RequestedAt { get; set; }

    /// <summary>Whether the worker still has to send the code.</summary>
    public required bool IsWaiting { get; set; }

    /// <summary>The salted hash of the last code; null until it is sent, and when a limit held it back.</summary>
    public string? Hash { get; set; }

    /// <summary>The number of attempts with the last code.</summary>
    public int Attempts { get; set; }

    /// <summary>Unix milliseconds; null until the code was typed.</summary>
    public long? ConfirmedAt { get; set; }

    public bool HasCase => CaseNumber != NoCase;

    /// <summary>Whether the last code was requested so lately that it can be typed.</summary>
    public bool IsRecent(DateTimeOffset now) => RequestedAt > (now - Lifetime).ToUnixTimeMilliseconds();

    /// <summary>Whether the last code can still be typed, or is about to be sent. One that a limit held back is neither.</summary>
    public bool IsCodeValid(DateTimeOffset now) => Attempts < MaxAttempts && IsRecent(now) && (IsWaiting || Hash is not null);

    /// <summary>Has the worker send a new code.</summary>
    public void RequestCode(DateTimeOffset now) => (RequestedAt, IsWaiting, Hash, Attempts) = (now.ToUnixTimeMilliseconds(), true, null, 0);

    public static Task<bool> IsConfirmedAsync(
        AssistantDb db,
        string channelId,
        string userId,
        string address,
        CancellationToken cancellationToken
    ) =>
        db.Set<AddressConfirmation>()
            .AnyAsync(
                a => a.ChannelId == channelId && a.UserId == userId && a.Address == address && a.ConfirmedAt != null,
                cancellationToken
            );

    /// <summary>A confirmed address without a case belongs to this one from now on, and is kept as long.</summary>
    public static Task KeepForCaseAsync(AssistantDb db, SupportRequest request, string address, CancellationToken cancellationToken)
    {
        var (channelId, userId, number) = (request.Asker.ChannelId, request.Asker.UserId, request.CaseNumber);
        return db.Set<AddressConfirmation>()
            .Where(a => a.ChannelId == channelId && a.UserId == userId && a.Address == address && a.CaseNumber == NoCase)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.CaseNumber, number), cancellationToken);
    }

    /// <summary>Requests a code for the address, unless one can still be typed; in the caller's transaction.</summary>
    /// <param name="caseNumber">The case that has the address, or <see cref="NoCase"/>.</param>
    public static async Task RequestCodeAsync(
        AssistantDb db,
        string channelId,
        string userId,
        string address,
        string caseNumber,
        string language,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var existing = await db.Set<AddressConfirmation>()
            .FirstOrDefaultAsync(a => a.ChannelId == channelId && a.UserId == userId && a.Address == address, cancellationToken);
        if (existing is null)
        {
            db.Add(
                new AddressConfirmation
                {
                    ChannelId = channelId,
                    UserId = userId,
                    Address = address,
                    CaseNumber = caseNumber,
                    Language = language,
                    RequestedAt = now.ToUnixTimeMilliseconds(),
                    IsWaiting = true,
                }
            );
        }
        else if (!existing.IsCodeValid(now))
        {
            existing.RequestCode(now);
            existing.Language = language;
        }

        if (caseNumber != NoCase && existing is not null)
        {
            existing.CaseNumber = caseNumber;
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

internal sealed class AddressConfirmationConfiguration : IEntityTypeConfiguration<AddressConfirmation>
{
    public void Configure(EntityTypeBuilder<AddressConfirmation> builder)
    {
        builder
            .ToTable("AddressConfirmations")
            .HasKey(a => new
            {
                a.ChannelId,
                a.UserId,
                a.Address,
            });
        builder.Ignore(a => a.HasCase);
        builder.Property(a => a.Address).HasMaxLength(254);
        builder.Property(a => a.CaseNumber).HasMaxLength(24);
        builder.Property(a => a.Language).HasMaxLength(8);
        builder.Property(a => a.Hash).HasMaxLength(200);
        builder.HasIndex(a => a.CaseNumber);
        builder.HasIndex(a => a.RequestedAt).HasFilter("\"IsWaiting\"").HasDatabaseName("IX_AddressConfirmations_Waiting");
    }
}
