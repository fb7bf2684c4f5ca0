using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Mail.Answers;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Mail;

/// <summary>The result of checking a code that was typed in the chat.</summary>
internal enum AddressCodeResult
{
    /// <summary>No address of this person waits for a code.</summary>
    NoneWaiting,
    Confirmed,
    Wrong,

    /// <summary>The code had expired, or was typed wrongly too often; a new one is sent.</summary>
    SentAgain,
}

/// <summary>Sends the codes that confirm the e-mail addresses of askers, and checks the codes that they type.</summary>
internal sealed class MailAddressConfirmationService(
    IDbContextFactory<AssistantDb> dbContextFactory,
    MailOutbox outbox,
    AskerMailNotifier receipts,
    IOptions<RequestOptions> options,
    TimeProvider time
)
{
    private static readonly PasswordHasher<string> Hasher = new(
        Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 10_000 })
    );

    public bool IsEnabled => outbox.IsEnabled;

    /// <summary>Whether mails about the request wait for a code.</summary>
    public async Task<bool> IsCodeNeededAsync(SupportRequest request, CancellationToken cancellationToken)
    {
        if (!IsEnabled || !request.MayBeContacted || request.Facts.Email is not { Length: > 0 } address)
        {
            return false;
        }

        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var (channelId, userId) = (request.Asker.ChannelId, request.Asker.UserId);
        return !await AddressConfirmation.IsConfirmedAsync(db, channelId, userId, address, cancellationToken);
    }

    /// <summary>
    /// Checks a code; each call counts as an attempt with every address of the person that waits for one. The first mail with content
    /// follows a right code.
    /// </summary>
    public async Task<AddressCodeResult> RedeemAsync(Activity activity, string code, CancellationToken cancellationToken)
    {
        var (channelId, userId, now) = (activity.ChannelId ?? "", activity.From?.Id ?? "", time.GetUtcNow());
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var known = await db.Set<AddressConfirmation>()
            .Where(a => a.ChannelId == channelId && a.UserId == userId)
            .ToListAsync(cancellationToken);
        var result = AddressCodeResult.NoneWaiting;
        foreach (var address in known.Where(a => a.ConfirmedAt is null).OrderByDescending(a => a.RequestedAt))
        {
            if (!address.IsCodeValid(now))
            {
                address.RequestCode(now);
                result = AddressCodeResult.SentAgain;
                continue;
            }

            address.Attempts++;
            if (IsCode(address, code))
            {
                address.ConfirmedAt = now.ToUnixTimeMilliseconds();
                await db.SaveChangesAsync(cancellationToken);
                await receipts.AddReceiptsAsync(db, address, cancellationToken);
                result = AddressCodeResult.Confirmed;
                break;
            }

            result = AddressCodeResult.Wrong;
        }

        // A turn that runs again finds its own code used.
        if (result == AddressCodeResult.NoneWaiting && known.Exists(address => address.IsCodeValid(now) && IsCode(address, code)))
        {
            result = AddressCodeResult.Confirmed;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>Sends the requested codes.</summary>
    public async Task IssueAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (
                await db.Set<AddressConfirmation>()
                    .Where(a => a.IsWaiting)
                    .OrderBy(a => a.RequestedAt)
                    .FirstOrDefaultAsync(cancellationToken)
                is not { } address
            )
            {
                return;
            }

            var code = OneTimeCode.Create();
            (address.IsWaiting, address.Hash) = (false, Hasher.HashPassword("", code));
            await outbox.AddAsync(db, Compose(address, code), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private static bool IsCode(AddressConfirmation address, string code) =>
        address.Hash is { } hash && Hasher.VerifyHashedPassword("", hash, code) != PasswordVerificationResult.Failed;

    /// <summary>The mail has no word of the asker and does not name the case: its reader may be a stranger.</summary>
    private MailDraft Compose(AddressConfirmation address, string code)
    {
        var lang = LangCodes.Parse(address.Language) ?? Lang.Vi;
        var unit = lang == Lang.En ? options.Value.UnitEn : options.Value.UnitVi;
        if (address.CaseNumber == AddressConfirmation.NoCase)
        {
            return new MailDraft(
                AnswerMailKey.OfCode(address),
                MailKind.AddressConfirmationCode,
                null,
                address.Address,
                AnswerMailTexts.CodeSubject[lang],
                MailBody.Compose(
                    lang.Code(),
                    MailTexts.GreetingWithoutName[lang],
                    AnswerMailTexts.Code.With(lang, unit, code),
                    null,
                    [AnswerMailTexts.CodeNotice[lang]],
                    null,
                    MailTexts.AddressCodeFooter.With(lang, unit)
                )
            );
        }

        return new MailDraft(
            $"address:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Hash!)))}",
            MailKind.AddressConfirmationCode,
            address.CaseNumber,
            address.Address,
            MailTexts.AddressCodeSubject[lang],
            MailBody.Compose(
                lang.Code(),
                MailTexts.GreetingWithoutName[lang],
                MailTexts.AddressCode.With(lang, unit, code),
                null,
                [MailTexts.AddressCodeNotice[lang]],
                null,
                MailTexts.AddressCodeFooter.With(lang, unit)
            )
        );
    }
}
