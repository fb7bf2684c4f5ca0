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
internal sealed partial class WeeklySheets(
    IDbContextFactory<AssistantDb> dbContextFactory,
    InsightReports reports,
    ArticleStore articles,
    MailOutbox outbox,
    IOptions<MailOptions> options,
    IOptions<PublicUrlOptions> links,
    TimeProvider time,
    ILogger<WeeklySheets> logger
) : BackgroundService
{
    private static readonly TimeSpan Morning = TimeSpan.FromHours(7.5);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private DateOnly lastMonday;

    private bool IsOn => outbox.IsOn && options.Value.WeeklySheet;

    /// <summary>Adds the week's mails when they are due; a second call in the same week adds none, on this machine or
    /// another.</summary>
    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var here = time.GetUtcNow().ToHanoi().DateTime;
        var monday = DateOnly.FromDateTime(here).AddDays(-(((int)here.DayOfWeek + 6) % 7));
        if (
            !IsOn
            || monday == lastMonday
            || here.DayOfWeek is not (DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Wednesday)
            || (here.DayOfWeek == DayOfWeek.Monday && here.TimeOfDay < Morning)
        )
        {
            return;
        }

        var report = await reports.GetAsync(new Period(monday.AddDays(-14), 2), cancellationToken);
        var due = DueList.Of(
            articles.Current.Articles,
            LegalRegister.Default,
            ReviewSchedule.Default,
            DateOnly.FromDateTime(here),
            DueList.DefaultDays
        );
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var readers = await db.Set<Account>()
            .AsNoTracking()
            .Where(a => !a.IsDisabled && a.Email != null && (a.Roles & Roles.Supervisor) != Roles.None)
            .ToListAsync(cancellationToken);
        foreach (var reader in readers)
        {
            var lang = LangCodes.Parse(reader.Language) ?? Lang.Vi;
            var sheet = WeeklySheet.Render(report, lang, Page("/desk/insight"), UpkeepPart.Of(due, lang, Page("/desk/due")));
            await outbox.AddAsync(
                db,
                new MailDraft(
                    $"weekly:{monday:yyyy-MM-dd}:{reader.Id}",
                    MailKind.Digest,
                    null,
                    reader.Email!,
                    sheet.Subject,
                    new MailBody(sheet.Text, sheet.Html)
                ),
                cancellationToken
            );
        }

        lastMonday = monday;
    }

    private Uri? Page(string path) => links.Value.PublicUrl is { } home ? new Uri(home, path) : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (IsOn && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await AddAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The database may recover; the next interval tries again.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFault(logger, exception);
            }

            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The weekly figures could not be mailed; will be retried.")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
