using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Mail;

/// <summary>
/// Sends what waits in the mail outbox: once each, again with growing waits after a failure, until it is taken or given up. A mail is claimed
/// before it is sent, so that no second worker sends it too; the claim of one that died ends by itself.
/// </summary>
internal sealed partial class MailWorker(
    IDbContextFactory<AssistantDb> databases,
    SmtpSender sender,
    CaseCodes codes,
    OfficialDigests digests,
    IOptions<MailOptions> options,
    TimeProvider time,
    ILogger<MailWorker> log
) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>Longer than the longest attempt.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    /// <summary>Sends everything that is due now.</summary>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        while (await ClaimAsync(cancellationToken) is { } mail)
        {
            await NoteAsync(mail, await sender.SendAsync(mail, cancellationToken), cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            // Waits first: a start has other work to do.
            await Task.Delay(options.Value.Interval, time, stoppingToken);
            try
            {
                await codes.IssueAsync(stoppingToken);
                await digests.AddAsync(stoppingToken);
                await SendDueAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The database may come back; asked again after the interval.
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFault(fault);
            }
        }
    }

    private async Task<MailRow?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        while (true)
        {
            var now = time.GetUtcNow();
            var (due, until) = (now.ToUnixTimeMilliseconds(), (now + Lease).ToUnixTimeMilliseconds());
            var mail = await db.Set<MailRow>()
                .AsNoTracking()
                .Where(m => m.State == MailState.Waiting && m.NextAttemptAt <= due)
                .OrderBy(m => m.NextAttemptAt)
                .ThenBy(m => m.Id)
                .FirstOrDefaultAsync(cancellationToken);
            if (mail is null)
            {
                return null;
            }

            var claimed = await db.Set<MailRow>()
                .Where(m => m.Id == mail.Id && m.State == MailState.Waiting && m.NextAttemptAt == mail.NextAttemptAt)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptAt, until), cancellationToken);
            if (claimed == 1)
            {
                return mail;
            }
        }
    }

    private async Task NoteAsync(MailRow mail, MailResult result, CancellationToken cancellationToken)
    {
        var (now, attempts) = (time.GetUtcNow(), mail.Attempts + 1);
        var problem = result switch
        {
            MailResult.Later later => later.Reason,
            MailResult.Refused refused => refused.Reason,
            _ => null,
        };
        var state =
            result is MailResult.Taken ? MailState.Sent
            : result is MailResult.Refused || attempts >= options.Value.Attempts ? MailState.Failed
            : MailState.Waiting;
        var wait = TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, options.Value.Backoff.Ticks << Math.Min(attempts - 1, 20)));
        var next = (now + wait).ToUnixTimeMilliseconds();
        long? ended = state == MailState.Waiting ? null : now.ToUnixTimeMilliseconds();

        // What was sent lies with its reader; a code that could not be sent is of no use to anybody.
        var keeps = state != MailState.Sent && !(state == MailState.Failed && mail.Kind == MailKind.Code);
        var (text, html) = keeps ? (mail.Text, mail.Html) : ("", "");
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<MailRow>()
            .Where(m => m.Id == mail.Id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.State, state)
                        .SetProperty(m => m.Attempts, attempts)
                        .SetProperty(m => m.NextAttemptAt, next)
                        .SetProperty(m => m.Problem, problem)
                        .SetProperty(m => m.EndedAt, ended)
                        .SetProperty(m => m.Text, text)
                        .SetProperty(m => m.Html, html),
                cancellationToken
            );
        if (problem is not null)
        {
            LogNotSent(mail.Id, mail.Kind, attempts, problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} ({Kind}) was not taken, attempt {Attempt}: {Reason}")]
    private partial void LogNotSent(long id, MailKind kind, int attempt, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The mail outbox could not be worked on")]
    private partial void LogFault(Exception fault);
}
