using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Knowledge.Upkeep;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Insight;

/// <summary>
/// Mails last week's figures, and which articles need an editor, on Monday morning to each supervisor with an e-mail address, in the
/// supervisor's language; until Wednesday if the service was down.
/// </summary>
internal sealed partial class WeeklyMailWorker(
    IDbContextFactory<AssistantDb> dbContextFactory,
    InsightReportService reportService,
    IArticleSource articles,
    MailOutbox outbox,
    IOptions<MailOptions> options,
    IOptions<PublicUrlOptions> publicUrlOptions,
    TimeProvider time,
    ILogger<WeeklyMailWorker> logger
) : BackgroundService
{
    private static readonly TimeSpan EarliestMondayTime = TimeSpan.FromHours(7.5);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private DateOnly lastMonday;

    private bool IsEnabled => outbox.IsEnabled && options.Value.WeeklySheet;

    /// <summary>Adds the week's mails when they are due; a second call in the same week adds none, on this machine or
    /// another.</summary>
    public async Task AddDueMailsAsync(CancellationToken cancellationToken)
    {
        var localTime = time.GetUtcNow().ToHanoi().DateTime;
        var monday = DateOnly.FromDateTime(localTime).AddDays(-(((int)localTime.DayOfWeek + 6) % 7));
        if (
            !IsEnabled
            || monday == lastMonday
            || localTime.DayOfWeek is not (DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Wednesday)
            || (localTime.DayOfWeek == DayOfWeek.Monday && localTime.TimeOfDay < EarliestMondayTime)
        )
        {
            return;
        }

        var report = await reportService.GetAsync(new Period(monday.AddDays(-14), 2), cancellationToken);
        var due = DueList.Of(
            articles.Current.Articles,
            LegalRegister.Default,
            ReviewSchedule.Default,
            DateOnly.FromDateTime(localTime),
            DueList.DefaultDays
        );
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var recipients = await db.Set<Account>()
            .AsNoTracking()
            .Where(a => !a.IsDisabled && a.Email != null && (a.Roles & Roles.Supervisor) != Roles.None)
            .ToListAsync(cancellationToken);
        foreach (var recipient in recipients)
        {
            var lang = LangCodes.Parse(recipient.Language) ?? Lang.Vi;
            var mail = WeeklyMail.Render(report, lang, Page("/desk/insight"), UpkeepPart.Of(due, lang, Page("/desk/due")));
            await outbox.AddAsync(
                db,
                new MailDraft(
                    $"weekly:{monday:yyyy-MM-dd}:{recipient.Id}",
                    MailKind.Digest,
                    null,
                    recipient.Email!,
                    mail.Subject,
                    new MailBody(mail.Text, mail.Html)
                ),
                cancellationToken
            );
        }

        lastMonday = monday;
    }

    private Uri? Page(string path) => publicUrlOptions.Value.PublicUrl is { } publicUrl ? PublicPaths.Resolve(publicUrl, path) : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (IsEnabled && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await AddDueMailsAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The database may recover; the next interval tries again.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailure(logger, exception);
            }

            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The weekly figures could not be mailed; will be retried.")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
