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
    Confirmed,
    Wrong,

    /// <summary>The code of an address of a case had expired, or was typed wrongly too often; a new one is sent.</summary>
    SentAgain,

    /// <summary>
    /// The same with the code of an address without a case. A new one has to be asked for, because only then the limits are checked.
    /// </summary>
    Expired,
}

/// <summary>What a typed code did with one address of the person.</summary>
/// <param name="HasCase">Whether mails about a case go to the address.</param>
internal sealed record CheckedAddress(string Address, bool HasCase, AddressCodeResult Result);

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
    /// <returns>The confirmed address alone, or the addresses that wait for a code, the latest first; empty when there are none.</returns>
    public async Task<IReadOnlyList<CheckedAddress>> RedeemAsync(Activity activity, string code, CancellationToken cancellationToken)
    {
        var (channelId, userId, now) = (activity.ChannelId ?? "", activity.From?.Id ?? "", time.GetUtcNow());
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var known = await db.Set<AddressConfirmation>()
            .Where(a => a.ChannelId == channelId && a.UserId == userId)
            .OrderByDescending(a => a.RequestedAt)
            .ToListAsync(cancellationToken);

        // A turn that runs again finds its own code used, be it by the last attempt.
        var used = known.Find(a => a.ConfirmedAt is not null && a.IsRecent(now) && IsCode(a, code));
        if (used is not null)
        {
            return [Describe(used, AddressCodeResult.Confirmed)];
        }

        var tried = new List<CheckedAddress>();
        foreach (var address in known.Where(a => a.ConfirmedAt is null))
        {
            var result = Check(address, code, now);
            if (result == AddressCodeResult.Confirmed)
            {
                await db.SaveChangesAsync(cancellationToken);
                await receipts.AddReceiptsAsync(db, address, cancellationToken);
                tried.Clear();
            }

            tried.Add(Describe(address, result));
            if (result == AddressCodeResult.Confirmed)
            {
                break;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return tried;

        static CheckedAddress Describe(AddressConfirmation a, AddressCodeResult result) => new(a.Address, a.HasCase, result);
    }

    private static AddressCodeResult Check(AddressConfirmation address, string code, DateTimeOffset now)
    {
        if (!address.IsCodeValid(now))
        {
            if (!address.HasCase)
            {
                return AddressCodeResult.Expired;
            }

            address.RequestCode(now);
            return AddressCodeResult.SentAgain;
        }

        address.Attempts++;
        if (!IsCode(address, code))
        {
            return AddressCodeResult.Wrong;
        }

        address.ConfirmedAt = now.ToUnixTimeMilliseconds();
        return AddressCodeResult.Confirmed;
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
            var hash = Hasher.HashPassword("", code);
            var isQueued = await outbox.AddAsync(db, Compose(address, code, hash), cancellationToken);
            (address.IsWaiting, address.Hash) = (false, isQueued ? hash : null);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private static bool IsCode(AddressConfirmation address, string code) =>
        address.Hash is { } hash && Hasher.VerifyHashedPassword("", hash, code) != PasswordVerificationResult.Failed;

    /// <summary>The mail has no word of the asker and does not name the case: its reader may be a stranger.</summary>
    private MailDraft Compose(AddressConfirmation address, string code, string hash)
    {
        var lang = LangCodes.Parse(address.Language) ?? Lang.Vi;
        var unit = lang == Lang.En ? options.Value.UnitEn : options.Value.UnitVi;
        if (!address.HasCase)
        {
            return new MailDraft(
                AnswerMailKey.OfCode(hash),
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
            )
            {
                Person = (address.ChannelId, address.UserId),
            };
        }

        return new MailDraft(
            $"address:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hash)))}",
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
