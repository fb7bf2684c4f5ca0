using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;

namespace PolicyAssistantBot.Mail;

/// <summary>
/// Sends the mails of the outbox and retries failed ones as <see cref="DeliveryPolicy"/> decides. A mail is claimed before it is sent, so
/// that no other worker sends it too. Each claim is counted as an ambiguous attempt (an attempt whose outcome is unknown) until its outcome
/// is stored: when the process ends in between, the mail may have been sent, and the count limits the copies that retries can make.
/// </summary>
internal sealed partial class MailWorker(
    IDbContextFactory<AssistantDb> dbContextFactory,
    SmtpSender sender,
    CaseLookupCodeService caseLookupCodes,
    MailAddressConfirmationService addressConfirmations,
    OfficialDigestService digestService,
    IOptions<MailOptions> options,
    TimeProvider time,
    ILogger<MailWorker> log
) : BackgroundService
{
    private static readonly TimeSpan MaxBackoff = TimeSpan.FromHours(6);

    /// <summary>Longer than the longest attempt.</summary>
    private static readonly TimeSpan ClaimLifetime = TimeSpan.FromMinutes(15);

    private readonly DeliveryLimits limits = new(options.Value.Backoff, MaxBackoff, options.Value.Attempts, MinDuration: TimeSpan.Zero);

    /// <summary>Sends everything that is due now.</summary>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        while (await ClaimNextAsync(cancellationToken) is { } mail)
        {
            var result =
                mail.AmbiguousAttempts >= DeliveryPolicy.MaxAmbiguousAttempts
                    ? new DeliveryResult.Ambiguous("the outcome was lost") // The process ended during the last allowed attempt.
                    : await sender.SendAsync(mail, cancellationToken);
            if (!await OutcomeStorage.StoreWithRetriesAsync(() => StoreOutcomeAsync(mail, result), LogFailure, time, cancellationToken))
            {
                LogOutcomeNotStored(mail.Id);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsEnabled)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            // Waits first, so that the start of the program is not slowed down.
            await Task.Delay(options.Value.Interval, time, stoppingToken);
            try
            {
                await caseLookupCodes.IssueAsync(stoppingToken);
                await addressConfirmations.IssueAsync(stoppingToken);
                await digestService.AddDueDigestsAsync(stoppingToken);
                await SendDueAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The database may come back; the next attempt follows after the interval.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailure(exception);
            }
        }
    }

    private async Task<MailRow?> ClaimNextAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        while (true)
        {
            var now = time.GetUtcNow();
            var (nowMilliseconds, claimedUntil) = (now.ToUnixTimeMilliseconds(), (now + ClaimLifetime).ToUnixTimeMilliseconds());
            var mail = await db.Set<MailRow>()
                .AsNoTracking()
                .Where(m => m.State == MailState.Queued && m.NextAttemptAt <= nowMilliseconds)
                .OrderBy(m => m.NextAttemptAt)
                .ThenBy(m => m.Id)
                .FirstOrDefaultAsync(cancellationToken);
            if (mail is null)
            {
                return null;
            }

            var claimedCount = await db.Set<MailRow>()
                .Where(m => m.Id == mail.Id && m.State == MailState.Queued && m.NextAttemptAt == mail.NextAttemptAt)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(m => m.NextAttemptAt, claimedUntil)
                            .SetProperty(m => m.AmbiguousAttempts, mail.AmbiguousAttempts + 1),
                    cancellationToken
                );
            if (claimedCount == 1)
            {
                return mail;
            }
        }
    }

    private async Task StoreOutcomeAsync(MailRow mail, DeliveryResult result)
    {
        var (now, attempts) = (time.GetUtcNow(), mail.Attempts + 1);
        var history = new DeliveryHistory(mail.Attempts, mail.AmbiguousAttempts, DateTimeOffset.FromUnixTimeMilliseconds(mail.CreatedAt));
        var step = DeliveryPolicy.DecideNextStep(result, history, now, limits);
        var (retry, giveUp) = (step as DeliveryStep.Retry, step as DeliveryStep.GiveUp);
        var state =
            retry is not null ? MailState.Queued
            : giveUp is not null ? MailState.Failed
            : MailState.Sent;
        var problem = retry?.Problem ?? giveUp?.Problem;
        var ambiguous = retry?.AmbiguousAttempts ?? giveUp?.AmbiguousAttempts ?? mail.AmbiguousAttempts;
        var nextAttemptAt = (retry?.At ?? now).ToUnixTimeMilliseconds();
        long? endedAt = state == MailState.Queued ? null : now.ToUnixTimeMilliseconds();

        // Content that nobody needs any more is erased: the recipient has what was sent, a code that could not be sent has expired, and
        // nobody can send an answer again.
        var isOnlyForNow =
            mail.Kind is MailKind.CaseLookupCode or MailKind.AddressConfirmationCode or MailKind.Invitation or MailKind.Answer;
        var isContentKept = state == MailState.Queued || (state == MailState.Failed && !isOnlyForNow);
        var (text, html) = isContentKept ? (mail.Text, mail.Html) : ("", "");
        await using var db = await dbContextFactory.CreateDbContextAsync();
        await db.Set<MailRow>()
            .Where(m => m.Id == mail.Id)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(m => m.State, state)
                    .SetProperty(m => m.Attempts, attempts)
                    .SetProperty(m => m.AmbiguousAttempts, ambiguous)
                    .SetProperty(m => m.NextAttemptAt, nextAttemptAt)
                    .SetProperty(m => m.Problem, problem)
                    .SetProperty(m => m.EndedAt, endedAt)
                    .SetProperty(m => m.Text, text)
                    .SetProperty(m => m.Html, html)
            );
        if (problem is not null)
        {
            LogNotSent(mail.Id, mail.Kind, attempts, problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} ({Kind}) was not accepted, attempt {Attempt}: {Reason}")]
    private partial void LogNotSent(long id, MailKind kind, int attempt, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The mail outbox could not be processed")]
    private partial void LogFailure(Exception exception);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The outcome of sending mail {Id} could not be stored")]
    private partial void LogOutcomeNotStored(long id);
}
