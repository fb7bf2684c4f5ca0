using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Mail;

/// <summary>
/// A code for looking up a case was requested in this turn. The reply is the same whether the case exists or not; the worker checks that
/// after the turn.
/// </summary>
internal sealed record RequestCaseLookupCodeEffect(
    string ChannelId,
    string ConversationId,
    string UserId,
    string CaseNumber,
    DateTimeOffset At
) : IEffect;

/// <summary>
/// One-time codes for looking up the status of a case in another conversation than its own, or on the web page. A code is mailed to the
/// confirmed address of the case, stored as a hash, and valid for ten minutes and five attempts. Neither the replies nor their timing
/// reveal whether a case number exists.
/// </summary>
internal sealed class CaseLookupCodeService(
    IDbContextFactory<AssistantDb> dbContextFactory,
    MailOutbox outbox,
    IOptions<RequestOptions> options,
    TimeProvider time
)
{
    public const int MaxAttempts = 5;

    /// <summary>The number of codes that one conversation may request in an hour.</summary>
    public const int MaxPerConversationAndHour = 3;

    /// <summary>
    /// The number of codes sent for one case in an hour that all conversations asked for, so that no mailbox is flooded; the web page has
    /// as many of its own.
    /// </summary>
    public const int MaxPerCaseAndHour = 5;

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly PasswordHasher<string> Hasher = new(
        Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 10_000 })
    );
    private static readonly string PlaceholderHash = Hasher.HashPassword("", "no code");

    public bool IsEnabled => outbox.IsEnabled;

    /// <summary>Whether the conversation may request another code.</summary>
    public async Task<bool> CanRequestCodeAsync(Activity activity, CancellationToken cancellationToken)
    {
        var earliestRequest = (time.GetUtcNow() - Hour).ToUnixTimeMilliseconds();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<CaseLookupCodeRow>()
                .CountAsync(
                    c =>
                        c.ChannelId == activity.ChannelId
                        && c.ConversationId == activity.Conversation!.Id
                        && c.RequestedAt > earliestRequest,
                    cancellationToken
                ) < MaxPerConversationAndHour;
    }

    public RequestCaseLookupCodeEffect CreateRequest(Activity activity, CaseNumber number) =>
        new(activity.ChannelId ?? "", activity.Conversation?.Id ?? "", activity.From?.Id ?? "", number.ToString(), time.GetUtcNow());

    /// <summary>Stores the request outside of a turn, for a code that is asked for on a web page.</summary>
    public async Task StoreRequestAsync(RequestCaseLookupCodeEffect request, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await new RequestCaseLookupCodeHandler().ApplyAsync(request, db, cancellationToken);
    }

    /// <summary>The case, if this is its valid code; else null. Each call counts as an attempt.</summary>
    public async Task<CaseWithHistory?> RedeemAsync(Activity activity, CaseNumber number, string code, CancellationToken cancellationToken)
    {
        var (caseNumber, earliestRequest) = (number.ToString(), (time.GetUtcNow() - Lifetime).ToUnixTimeMilliseconds());
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var codeRequest = await db.Set<CaseLookupCodeRow>()
            .AsNoTracking()
            .Where(c =>
                c.ChannelId == activity.ChannelId
                && c.ConversationId == activity.Conversation!.Id
                && c.UserId == activity.From!.Id
                && c.CaseNumber == caseNumber
                && c.RequestedAt > earliestRequest
                && !c.IsUsed
            )
            .OrderByDescending(c => c.RequestedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var id = codeRequest?.Id ?? "";
        var hadAttemptsLeft =
            await db.Set<CaseLookupCodeRow>()
                .Where(c => c.Id == id && c.Attempts < MaxAttempts)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Attempts, c => c.Attempts + 1), cancellationToken) == 1;
        var isCodeCorrect =
            Hasher.VerifyHashedPassword("", codeRequest?.Hash ?? PlaceholderHash, code) != PasswordVerificationResult.Failed;
        if (!hadAttemptsLeft || !isCodeCorrect || codeRequest?.Hash is null)
        {
            return null;
        }

        var isFirstUse =
            await db.Set<CaseLookupCodeRow>()
                .Where(c => c.Id == id && !c.IsUsed)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.IsUsed, true), cancellationToken) == 1;
        return isFirstUse ? await CaseStore.ReadAsync(db, caseNumber, CaseAccess.Full, cancellationToken) : null;
    }

    /// <summary>Sends the requested codes, where the case exists and has an address.</summary>
    public async Task IssueAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (
                await db.Set<CaseLookupCodeRow>()
                    .Where(c => !c.IsHandled)
                    .OrderBy(c => c.RequestedAt)
                    .FirstOrDefaultAsync(cancellationToken)
                is not { } codeRequest
            )
            {
                return;
            }

            codeRequest.IsHandled = true;
            await IssueAsync(db, codeRequest, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private async Task IssueAsync(AssistantDb db, CaseLookupCodeRow codeRequest, CancellationToken cancellationToken)
    {
        var earliestRequest = codeRequest.RequestedAt - (long)Hour.TotalMilliseconds;
        var isOnWeb = codeRequest.ChannelId == CaseLookupCodeRow.WebChannelId;
        var sentCount = await db.Set<CaseLookupCodeRow>()
            .Where(c => c.CaseNumber == codeRequest.CaseNumber && c.RequestedAt > earliestRequest && c.Hash != null)
            .CountAsync(c => (c.ChannelId == CaseLookupCodeRow.WebChannelId) == isOnWeb, cancellationToken);
        var row = await db.Set<CaseRow>()
            .AsNoTracking()
            .FirstOrDefaultAsync(r => r.CaseNumber == codeRequest.CaseNumber, cancellationToken);
        if (
            sentCount >= MaxPerCaseAndHour
            || row is not { Facts: { Email: { Length: > 0 } address } facts }
            || !CaseRowMapper.ToRequest(row).MayBeContacted
            || !await AddressConfirmation.IsConfirmedAsync(db, row.ChannelId, row.UserId, address, cancellationToken)
        )
        {
            return;
        }

        var code = OneTimeCode.Create();
        var lang = LangCodes.Parse(facts.Language) ?? Lang.Vi;

        var unit = lang == Lang.En ? options.Value.UnitEn : options.Value.UnitVi;
        var body = MailBody.Compose(
            lang.Code(),
            MailGreeting.Compose(lang, facts.ContactName),
            MailTexts.Code.With(lang, code),
            null,
            [MailTexts.CodeNotice[lang]],
            null,
            MailTexts.AskerFooter.With(lang, unit, codeRequest.CaseNumber)
        );
        var isQueued = await outbox.AddAsync(
            db,
            new MailDraft(
                $"{(isOnWeb ? MailOutbox.WebCodePrefix : "code:")}{codeRequest.Id}",
                MailKind.CaseLookupCode,
                codeRequest.CaseNumber,
                address,
                MailTexts.CodeSubject[lang],
                body
            ),
            cancellationToken
        );
        if (isQueued)
        {
            codeRequest.Hash = Hasher.HashPassword("", code);
        }
    }
}

/// <summary>Stores the request for a code in the turn's transaction.</summary>
internal sealed class RequestCaseLookupCodeHandler : IEffectHandler
{
    public bool CanHandle(IEffect effect) => effect is RequestCaseLookupCodeEffect;

    public async Task<EffectResult> ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken)
    {
        var request = (RequestCaseLookupCodeEffect)effect;
        db.Add(
            new CaseLookupCodeRow
            {
                Id = Guid.CreateVersion7(request.At).ToString(),
                ChannelId = request.ChannelId,
                ConversationId = request.ConversationId,
                UserId = request.UserId,
                CaseNumber = request.CaseNumber,
                RequestedAt = request.At.ToUnixTimeMilliseconds(),
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return EffectResult.Stored;
    }
}
