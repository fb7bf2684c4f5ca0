using System.Globalization;
using System.Security.Cryptography;
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
/// A turn in which a code was requested. The reply is the same whether the case exists or not; that is checked afterwards.
/// </summary>
internal sealed record AskStatusCode(string ChannelId, string ConversationId, string UserId, string CaseNumber, DateTimeOffset At)
    : IEffect;

/// <summary>
/// One-time codes with which an asker sees, from anywhere, where a case stands: sent to the e-mail address of the case, hashed here, good
/// for
/// ten minutes and five tries. Nothing that the one who asks can see, nor how long it takes, tells whether a number exists.
/// </summary>
internal sealed class CaseCodes(
    IDbContextFactory<AssistantDb> databases,
    MailOutbox outbox,
    IOptions<RequestOptions> options,
    TimeProvider time
)
{
    public const int Digits = 6;
    public const int MaxTries = 5;

    /// <summary>Codes that one conversation may ask for in an hour.</summary>
    public const int PerConversation = 3;

    /// <summary>Codes that are sent for one case in an hour, wherever they are requested, so that no mailbox is flooded.</summary>
    public const int PerCase = 5;

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly PasswordHasher<string> Hasher = new(
        Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 10_000 })
    );
    private static readonly string Nothing = Hasher.HashPassword("", "no code");

    public bool IsOn => outbox.IsOn;

    /// <summary>Whether the conversation may ask for one more.</summary>
    public async Task<bool> MayAskAsync(Activity activity, CancellationToken cancellationToken)
    {
        var since = (time.GetUtcNow() - Hour).ToUnixTimeMilliseconds();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<StatusCodeRow>()
                .CountAsync(
                    c => c.ChannelId == activity.ChannelId && c.ConversationId == activity.Conversation!.Id && c.RequestedAt > since,
                    cancellationToken
                ) < PerConversation;
    }

    public AskStatusCode Ask(Activity activity, CaseNumber number) =>
        new(activity.ChannelId ?? "", activity.Conversation?.Id ?? "", activity.From?.Id ?? "", number.ToString(), time.GetUtcNow());

    /// <summary>The case whose code this is; null when it is none, or no longer. Each call counts as a try.</summary>
    public async Task<StoredRequest?> TryAsync(Activity activity, CaseNumber number, string code, CancellationToken cancellationToken)
    {
        var (name, since) = (number.ToString(), (time.GetUtcNow() - Lifetime).ToUnixTimeMilliseconds());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var asked = await db.Set<StatusCodeRow>()
            .AsNoTracking()
            .Where(c =>
                c.ChannelId == activity.ChannelId
                && c.ConversationId == activity.Conversation!.Id
                && c.UserId == activity.From!.Id
                && c.CaseNumber == name
                && c.RequestedAt > since
                && !c.IsUsed
            )
            .OrderByDescending(c => c.RequestedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var id = asked?.Id ?? "";
        var isWithin =
            await db.Set<StatusCodeRow>()
                .Where(c => c.Id == id && c.Tries < MaxTries)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Tries, c => c.Tries + 1), cancellationToken) == 1;
        var isRight = Hasher.VerifyHashedPassword("", asked?.Hash ?? Nothing, code) != PasswordVerificationResult.Failed;
        if (!isWithin || !isRight || asked?.Hash is null)
        {
            return null;
        }

        var isFirst =
            await db.Set<StatusCodeRow>()
                .Where(c => c.Id == id && !c.IsUsed)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.IsUsed, true), cancellationToken) == 1;
        return isFirst ? await RequestStore.ReadAsync(db, name, CaseReader.Service, cancellationToken) : null;
    }

    /// <summary>Sends the codes that were asked for, where there is a case with an address.</summary>
    public async Task IssueAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (
                await db.Set<StatusCodeRow>().Where(c => !c.IsHandled).OrderBy(c => c.RequestedAt).FirstOrDefaultAsync(cancellationToken)
                is not { } asked
            )
            {
                return;
            }

            asked.IsHandled = true;
            await IssueAsync(db, asked, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private async Task IssueAsync(AssistantDb db, StatusCodeRow asked, CancellationToken cancellationToken)
    {
        var since = asked.RequestedAt - (long)Hour.TotalMilliseconds;
        var sent = await db.Set<StatusCodeRow>()
            .CountAsync(c => c.CaseNumber == asked.CaseNumber && c.RequestedAt > since && c.Hash != null, cancellationToken);
        var row = await db.Set<RequestRow>().AsNoTracking().FirstOrDefaultAsync(r => r.CaseNumber == asked.CaseNumber, cancellationToken);
        if (sent >= PerCase || row?.Facts is not { Email: { Length: > 0 } address, ConsentedAt: not null } facts)
        {
            return;
        }

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        asked.Hash = Hasher.HashPassword("", code);
        var lang = LangCodes.Parse(facts.Language) ?? Lang.Vi;

        var unit = lang == Lang.En ? options.Value.UnitEn : options.Value.UnitVi;
        var body = MailBody.Of(
            lang.Code(),
            MailTexts.Greeting.With(lang, facts.ContactName),
            MailTexts.Code.With(lang, code),
            null,
            [MailTexts.CodeNext[lang]],
            null,
            MailTexts.AskerFooter.With(lang, unit, asked.CaseNumber)
        );
        await outbox.AddAsync(
            db,
            new MailDraft($"code:{asked.Id}", MailKind.Code, asked.CaseNumber, address, MailTexts.CodeSubject[lang], body),
            cancellationToken
        );
    }
}

/// <summary>Notes with the turn that a code was asked for.</summary>
internal sealed class AskStatusCodeHandler : IEffectHandler
{
    public bool Handles(IEffect effect) => effect is AskStatusCode;

    public async Task<EffectResult> ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken)
    {
        var asked = (AskStatusCode)effect;
        db.Add(
            new StatusCodeRow
            {
                Id = Guid.CreateVersion7(asked.At).ToString(),
                ChannelId = asked.ChannelId,
                ConversationId = asked.ConversationId,
                UserId = asked.UserId,
                CaseNumber = asked.CaseNumber,
                RequestedAt = asked.At.ToUnixTimeMilliseconds(),
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return EffectResult.Stored;
    }
}
