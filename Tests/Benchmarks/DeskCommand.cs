using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Passwords;
using PolicyAssistantBot.Desk;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Insight;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Rules.Formats;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Similarity;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Benchmarks;

/// <summary>
/// <c>desk [CASES] [--database CONNECTION] [--data DIR]</c>: measures the desk pages with many cases, over HTTP in memory, signed in. Uses
/// SQLite or the given PostgreSQL database, which must be empty; a given folder is kept and its cases are reused the next time.
/// </summary>
internal static partial class DeskCommand
{
    public static async Task RunAsync(int cases, string? database, string? dataFolder)
    {
        var folder = dataFolder is null ? Directory.CreateTempSubdirectory("desk-") : Directory.CreateDirectory(dataFolder);
        try
        {
            await using var app = await StartAsync(folder.FullName, database);
            if ((await app.Services.GetRequiredService<AccountStore>().ListAsync(default)).All(account => account.UserName != "lan"))
            {
                await PrepareAsync(app, cases);
            }

            var middle = new CaseNumber(2026, cases / 2);
            using var official = await SignInAsync(app, "lan");
            foreach (
                var (name, path) in new[]
                {
                    ("unassigned", "/desk"),
                    ("mine", "/desk?view=mine"),
                    ("team", "/desk?view=team"),
                    ("due soon", "/desk?view=duesoon"),
                    ("overdue", "/desk?view=overdue"),
                    ("waiting", "/desk?view=waiting"),
                    ("answered", "/desk?view=answered"),
                    ("ended", "/desk?view=closed"),
                    ("all", "/desk?view=all"),
                    ("all, page in the middle", $"/desk?view=all&after={Start.AddMinutes(cases / 2).ToUnixTimeMilliseconds()}.{middle}"),
                    ("all, one kind and one team", "/desk?view=all&kind=financing&team=financing"),
                    ("search text", "/desk?q=bao+lanh+tin+dung"),
                    ("search text, in every case", "/desk?q=cong+ty"),
                    ("search name", "/desk?q=" + Uri.EscapeDataString("Hoàng Đạt 77")),
                    ("search name, nothing found", "/desk?q=khong+co+ten+nay"),
                    ("search tax code", "/desk?q=" + TaxCodes[^1]),
                    ("search tax code, 4 digits", "/desk?q=0100"),
                    ("search case number", $"/desk?q={middle}"),
                    ("one case", $"/desk/cases/{middle}"),
                }
            )
            {
                await MeasureAsync(official, name, _ => path);
            }

            // Each page shows a different period, because reports are cached for a minute.
            using var supervisor = await SignInAsync(app, "minh");
            await MeasureAsync(supervisor, "all, as a supervisor", _ => "/desk?view=all");
            await MeasureAsync(supervisor, "insight, twelve weeks", i => InsightPath(i, 11), 20);
            await MeasureAsync(supervisor, "insight, a year", i => InsightPath(i, 52), 20);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            if (dataFolder is null)
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static async Task PrepareAsync(WebApplication app, int cases)
    {
        var accounts = app.Services.GetRequiredService<AccountStore>();
        var created = (AccountOutcome.Succeeded)await accounts.CreateAsync("lan", "Nguyễn Thị Lan", Roles.Official, default);
        await accounts.ChoosePasswordAsync(created.Account.Id, DeskSignIn.Password, default);
        var colleague = (AccountOutcome.Succeeded)await accounts.CreateAsync("minh", "Trần Văn Minh", Roles.Supervisor, default);
        await accounts.ChoosePasswordAsync(colleague.Account.Id, DeskSignIn.Password, default);
        var watch = Stopwatch.StartNew();
        await FillAsync(app.Services.GetRequiredService<IDbContextFactory<AssistantDb>>(), cases, created.Account.Id);
        var settings = app.Services.GetRequiredService<DeskSettingsStore>();
        var document = await settings.ReadAsync(SettingKind.Routing, default);
        var routing = document.Text.Replace("members: []", "members: [lan]", StringComparison.Ordinal);
        var official = new Official(created.Account.Id, "Lan", true);
        if (await settings.SaveAsync(SettingKind.Routing, 0, routing, official, default) is not SettingOutcome.Saved)
        {
            throw new InvalidOperationException("The routing was not accepted.");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases:N0} cases written in {watch.Elapsed.TotalSeconds:F1} s"));
    }

    private static readonly string[] Words = (
        "doanh nghiệp nhỏ và vừa đề nghị được hỗ trợ tư vấn bảo lãnh tín dụng vay vốn ngân hàng lãi suất chuyển đổi số phần "
        + "mềm nhà xưởng thuê đất thuế thu nhập hồ sơ thủ tục mẫu đơn thời hạn nộp cơ quan sở tài chính hà nội công ty chúng tôi "
        + "sản xuất linh kiện nhà cung ứng tiêu chuẩn ISO xuất khẩu lao động bảo hiểm hợp đồng giải ngân quỹ đầu tư khởi nghiệp "
        + "sáng tạo"
    ).Split(' ');

    /// <summary>About 9,000 tax codes with valid check digits.</summary>
    private static readonly string[] TaxCodes =
    [
        .. from i in Enumerable.Range(0, 10_000)
        let firstNineDigits = string.Create(CultureInfo.InvariantCulture, $"01{i * 997:D7}")
        let digit = TaxCode.ComputeCheckDigit(firstNineDigits)
        where digit is not null
        select firstNineDigits + digit,
    ];

    private static readonly DateTimeOffset Start = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    private static WebApplication Build(string folder, string? database)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration["Storage:DataFolder"] = folder;
        builder.Configuration["Access:SecondFactor"] = "Nobody";
        builder.Configuration["ConnectionStrings:Assistant"] = database;
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IArticleSource>(_ => new ArticleStore(
            Path.Combine(AppContext.BaseDirectory, "Knowledge", "Articles"),
            lastGoodFile: null,
            TimeProvider.System,
            watch: false
        ));
        builder.Services.AddSingleton(_ => new AnswerPipeline(() => KnowledgeBase.Empty, TimeProvider.System));
        builder.Services.AddStorage().AddRequests().AddCaseFiles().AddMail().AddAccess().AddDesk().AddInsight();
        builder.Services.AddSingleton(new PasswordConsole(TextWriter.Null, IsTerminal: true));
        return builder.Build();
    }

    private static async Task<WebApplication> StartAsync(string folder, string? database)
    {
        var app = Build(folder, database);
        await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(default);
        app.UseRouting();
        app.UseAccess();
        app.MapAccess();
        app.MapDesk();
        app.MapInsight();
        await app.StartAsync();
        return app;
    }

    /// <summary>One case a minute; of ten cases one is unassigned, one waiting, two answered, five closed and one assigned.</summary>
    private static async Task FillAsync(IDbContextFactory<AssistantDb> dbContextFactory, int cases, string official)
    {
        var rules = DeskSettings.Default;
        var random = new Random(6);
        foreach (var chunk in Enumerable.Range(1, cases).Chunk(2000))
        {
            await using var db = await dbContextFactory.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var i in chunk)
            {
                var at = Start.AddMinutes(i);
                var draft = new RequestDraft
                {
                    EnterpriseName = string.Create(CultureInfo.InvariantCulture, $"Công ty TNHH Hoàng Đạt {i}"),
                    TaxCode = TaxCodes[i % TaxCodes.Length],
                    WardCode = "00004",
                    Sector = "Công nghiệp, sản xuất, chế biến",
                    Kind = (RequestKind)(i % 5),
                    Content = string.Join(' ', Enumerable.Range(0, 120).Select(_ => Words[random.Next(Words.Length)])),
                    ContactName = "Phạm Hoàng Đạt",
                    Phone = "0912345678",
                    ConsentVersion = "1",
                    ConsentedAt = at,
                };
                var id = i.ToString(CultureInfo.InvariantCulture);
                var submitted = (SubmissionResult.Accepted)
                    CaseRules.Submit(
                        RequestFields.Default,
                        draft,
                        new CaseNumber(2026, i),
                        new Asker("directline", "c" + id, "u" + id, "a" + id, "{}"),
                        at
                    );
                var accepted = CaseRules.Route(submitted, RoutingRules.Decide(draft, rules.Routing));
                var status = (i % 10) switch
                {
                    0 => CaseStatus.Submitted,
                    1 => CaseStatus.WaitingForAsker,
                    2 or 3 => CaseStatus.Answered,
                    4 => CaseStatus.Assigned,
                    _ => CaseStatus.Closed,
                };
                var owner =
                    status == CaseStatus.Submitted ? null
                    : i % 40 < 10 ? official
                    : "other";
                var request = DeadlineRules.UpdateDeadlines(accepted.Request, [accepted.Event], rules);
                var deadlines = status is CaseStatus.Submitted or CaseStatus.Assigned ? request.Deadlines : null;
                var stored = request with { Status = status, OwnerId = owner, OwnerName = owner, Deadlines = deadlines };
                db.Add(CaseRowMapper.ToRow(stored, rules.Hours));
                db.Add(accepted.Event);
                await SimilarCaseFinder.AddSignatureAsync(db, accepted.Request, default);
                db.Add(CreateFigure(accepted.Request, status, at));
                await CaseSearch.IndexAsync(db, accepted.Request, default);
            }

            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
    }

    private static CaseMeasurement CreateFigure(SupportRequest request, CaseStatus status, DateTimeOffset at) =>
        CaseMeasurementRules.CreateForNewCase(request) with
        {
            Ward = (at.Minute % 30).ToString(CultureInfo.InvariantCulture),
            Topic = (at.Minute % 17).ToString(CultureInfo.InvariantCulture),
            FirstReplyAt = status is CaseStatus.Submitted or CaseStatus.Assigned ? null : at.AddHours(3).ToUnixTimeMilliseconds(),
            EndedAt = status == CaseStatus.Closed ? at.AddDays(2).ToUnixTimeMilliseconds() : null,
            IsClosed = status == CaseStatus.Closed,
            IsReplyOnTime = status is CaseStatus.Submitted or CaseStatus.Assigned ? null : at.Minute % 5 != 0,
            IsResolutionOnTime = status == CaseStatus.Closed ? at.Minute % 7 != 0 : null,
        };

    private static string InsightPath(int i, int weeks)
    {
        var last = new DateOnly(2026, 3, 2).AddDays(7 * (i % 20));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"/desk/insight?from={last.AddDays(-7 * weeks):yyyy-MM-dd}&until={last:yyyy-MM-dd}"
        );
    }

    private static async Task<HttpClient> SignInAsync(WebApplication app, string userName)
    {
        var http = new HttpClient(new CookieContainerHandler { InnerHandler = app.GetTestServer().CreateHandler() })
        {
            BaseAddress = new Uri("http://localhost"),
        };
        await DeskSignIn.SignInAsync(http, userName);
        return http;
    }

    private static async Task MeasureAsync(HttpClient http, string name, Func<int, string> getPath, int rounds = 60)
    {
        var times = new List<double>(rounds);
        var before = TimeSpan.Zero;
        for (var i = 0; i < rounds + 10; i++)
        {
            before = i == 10 ? Environment.CpuUsage.TotalTime : before;
            var path = getPath(i);
            var watch = Stopwatch.StartNew();
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
            await response.Content.ReadAsByteArrayAsync();
            if ((int)response.StatusCode != 200)
            {
                throw new InvalidOperationException($"{path} answered {response.StatusCode}.");
            }

            if (i >= 10)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        // Processor time is the cost of the page even when other programs keep the machine busy.
        var cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / rounds;
        times.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -28} p50 {times[rounds / 2], 7:F1} ms   p95 {times[rounds * 95 / 100], 7:F1} ms   max "
                    + $"{times[^1], 7:F1} ms   cpu {cpu, 6:F1} ms"
            )
        );
    }
}
