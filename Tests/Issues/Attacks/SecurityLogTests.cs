using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.CommandLine;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>
/// Nothing recorded sign-ins, lock-outs, new accounts, changed roles, issued passwords, removed second factors, changed settings, searches
/// or exports.
/// </summary>
public sealed class SecurityLogTests : IDisposable
{
    private const string Wrong = "sai mật khẩu";
    private const string Chosen = "hoa sữa nồng nàn đêm";

    private readonly TempFolder folder = new();
    private readonly LogLines lines = new();

    public void Dispose()
    {
        folder.Dispose();
        lines.Dispose();
    }

    [Fact]
    public void A_name_that_begins_like_a_formula_behind_a_space_stays_text_in_a_spreadsheet()
    {
        var row = SecurityLogCsv.Write(
            new SecurityEvent
            {
                At = DateTimeOffset.UnixEpoch,
                Kind = SecurityEventKind.NameChanged,
                ActorName = " =HYPERLINK(A1)",
                Subject = "＝1+1",
                Address = "198.51.100.7",
            },
            Lang.Vi
        );
        Assert.Contains("\"' =HYPERLINK(A1)\",\"'＝1+1\"", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_kinds_of_acts_leave_a_row_and_a_line_each_without_a_secret()
    {
        await using var desk = await OpenAsync();
        var (secret, oneTimePassword) = await ActAsync(desk);
        var events = await ReadAsync(desk);
        var kinds = events.Select(e => e.Kind).Distinct().Order().ToList();
        Assert.Equal(Enum.GetValues<SecurityEventKind>().Order(), kinds);
        Assert.True(kinds.Count >= 20);
        var securityLines = lines.All.Where(line => line.Category == typeof(SecurityLog).FullName).ToList();
        Assert.Equal(
            events.Where(e => e.Address != "shell").Select(e => (int)e.Kind).Order(),
            securityLines.Select(line => line.Event.Id).Order()
        );

        foreach (var leak in new[] { Wrong, Chosen, DeskHost.Password, oneTimePassword, Totp.ToBase32(secret), "bí mật", "Trần Thị" })
        {
            Assert.DoesNotContain(events, e => $"{e.ActorName} {e.Subject} {e.Detail}".Contains(leak, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(securityLines, line => line.Text.Contains(leak, StringComparison.OrdinalIgnoreCase));
        }

        // What was changed has names and what people typed: it is in the table, not in the program's log.
        Assert.Contains(events, e => e.Detail?.Contains("Nguyễn Thị Lan", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(securityLines, line => line.Text.Contains("Nguyễn Thị Lan", StringComparison.Ordinal));
        Assert.DoesNotContain(securityLines, line => line.Text.Contains("Detail", StringComparison.Ordinal));

        var created = events.Single(e => e is { Kind: SecurityEventKind.AccountCreated, Subject: "lan" });
        Assert.Equal(("Cán bộ root", "Official", "198.51.100.7"), (created.ActorName, created.Detail, created.Address));
        Assert.Contains(events, e => e is { Kind: SecurityEventKind.SignInFailed, Subject: "minh", ActorId: null });
        Assert.Contains(events, e => e is { Kind: SecurityEventKind.SignInFailed, Subject: null });
        Assert.Contains(events, e => e is { Kind: SecurityEventKind.PasswordReset, Address: "shell" });
    }

    [Fact]
    public async Task The_database_refuses_to_change_or_delete_the_log()
    {
        await using var desk = await OpenAsync();
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await using var connection = new SqliteConnection($"Data Source={folder.File("assistant.db")};Pooling=False");
        await connection.OpenAsync();
        foreach (var sql in new[] { "UPDATE SecurityEvents SET Detail = 'x'", "DELETE FROM SecurityEvents" })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            var refused = await Assert.ThrowsAsync<SqliteException>(() => command.ExecuteNonQueryAsync());
            Assert.Contains("only grows", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Auditors_filter_the_log_and_download_it()
    {
        await using var desk = await OpenAsync();
        using var minh = await desk.SignInAsync("minh", Roles.Official);
        await minh.OpenAsync("/desk?q=Trần");
        using var auditor = await desk.SignInAsync("auditor", Roles.Auditor);
        await auditor.OpenAsync("/desk/security");
        Assert.Contains("<td>Tìm yêu cầu</td>", auditor.Text, StringComparison.Ordinal);
        Assert.Contains("<td>Đăng nhập</td>", auditor.Text, StringComparison.Ordinal);
        await auditor.OpenAsync("/desk/security?kind=CasesSearched");
        Assert.Contains("<td>Tìm yêu cầu</td>", auditor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<td>Đăng nhập</td>", auditor.Text, StringComparison.Ordinal);
        await auditor.OpenAsync("/desk/security?from=2099-01-01");
        Assert.Contains("Không có việc nào.", auditor.Text, StringComparison.Ordinal);

        await auditor.OpenAsync("/desk/security/log.jsonl?kind=CasesSearched");
        Assert.Equal("attachment", auditor.Response.Content.Headers.ContentDisposition?.DispositionType);
        var row = JsonNode.Parse(Assert.Single(auditor.Html.Split('\n', StringSplitOptions.RemoveEmptyEntries)))!;
        Assert.Equal((1302, "Cán bộ minh"), ((int)row["eventId"]!, (string)row["actorName"]!));
        await minh.OpenAsync("/desk/security");
        Assert.Equal(403, minh.Status);
    }

    private Task<DeskHost> OpenAsync() =>
        DeskHost.OpenAsync(
            folder,
            services => services.AddLogging(logging => logging.AddProvider(lines)),
            ("Mail:Host", "127.0.0.1"),
            ("Mail:From", "ho-tro@hanoi.example"),
            ("Teams:PublicUrl", "https://ho-tro.hanoi.example/")
        );

    /// <summary>Every kind of act at least once.</summary>
    private async Task<(byte[] Secret, string OneTimePassword)> ActAsync(DeskHost desk)
    {
        using var root = await desk.SignInAsync("root", Roles.Administrator | Roles.Supervisor | Roles.Auditor);
        await root.OpenAsync("/desk/accounts/new");
        await root.SendAsync("/desk/accounts", ("userName", "lan"), ("displayName", "Nguyễn Lan"), ("roles", "Official"));
        var oneTimePassword = root.Html.Split("<code id=\"one-time-password\">")[1].Split('<')[0];
        var lanId = (await desk.Get<AccountStore>().ListAsync(default)).Single(a => a.UserName == "lan").Id;
        using var lan = desk.Browse();
        await lan.SignInAsync("lan", oneTimePassword);
        await lan.OpenAsync("/desk/password");
        await lan.SendAsync("/desk/password", ("current", oneTimePassword), ("chosen", Chosen), ("repeated", Chosen));
        await lan.OpenAsync("/desk/accounts");
        await lan.OpenAsync(AccessPaths.SecondFactorSetup);
        var secret = (await desk.Get<SecondFactorService>().GetOrCreateSecretAsync(lanId, default))!;
        await lan.SendAsync(AccessPaths.SecondFactorSetup, ("current", Chosen), ("code", Code()));
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        await lan.OpenAsync(AccessPaths.SecondFactorSetup);
        await lan.SendAsync($"{AccessPaths.SecondFactorSetup}/codes", ("code", Code()));
        using var guess = desk.Browse("203.0.113.5");
        await guess.SignInAsync("lan", Chosen);
        await guess.OpenAsync(AccessPaths.SignInCode);
        await guess.SendAsync(AccessPaths.SignInCode, ("code", "000000"));
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        await lan.OpenAsync(AccessPaths.SecondFactorSetup);
        await lan.SendAsync($"{AccessPaths.SecondFactorSetup}/remove", ("code", Code()));

        await desk.CreateAsync("minh", Roles.Official);
        using var stranger = desk.Browse("203.0.113.6");
        await stranger.SignInAsync("bí mật", Wrong);
        for (var i = 0; i < 7; i++)
        {
            await stranger.SignInAsync("minh", Wrong);
        }

        using var phone = desk.Browse();
        await phone.SignInAsync("lan", Chosen);
        await lan.OpenAsync(AccessPaths.Sessions);
        await lan.SendAsync($"{AccessPaths.Sessions}/end");
        await (await lan.OpenAsync(AccessPaths.Sessions)).SendAsync($"{AccessPaths.Sessions}/end-all");

        foreach (var action in new[] { "disable", "enable", "reset", "second-factor" })
        {
            await PostAsync($"/desk/accounts/{lanId}/{action}");
        }

        await PostAsync($"/desk/accounts/{lanId}/roles", ("roles", "Auditor"));
        await PostAsync($"/desk/accounts/{lanId}/email", ("email", "lan@hanoi.gov.vn"));
        await PostAsync($"/desk/accounts/{lanId}/name", ("displayName", "Nguyễn Thị Lan"));
        await PostAsync($"/desk/accounts/{lanId}/invite");
        await PostAsync($"/desk/accounts/{lanId}/leave");
        await PostAsync($"/desk/accounts/{lanId}/entra", ("entraId", Guid.NewGuid().ToString("D")));
        await root.OpenAsync("/desk/settings/routing");
        var text = (await desk.Get<DeskSettingsStore>().ReadAsync(SettingKind.Routing, default)).Text;
        await root.SendAsync("/desk/settings/routing", ("text", text + "\n# ghi chú"));
        await (await root.OpenAsync("/desk/switches")).SendAsync("/desk/switches/Teams", ("reason", "thử"));
        await (await root.OpenAsync("/desk/switches")).SendAsync("/desk/switches/end-chats", ("confirmed", "true"));
        await root.OpenAsync("/desk");
        await root.OpenAsync("/desk?q=Trần Thị");
        await root.OpenAsync("/desk/insight/figures.xlsx");
        await root.OpenAsync("/desk/security/log.jsonl");
        await (await root.OpenAsync("/desk")).SendAsync("/desk/sign-out");
        Assert.Equal(0, await AccountCommands.ResetAsync("minh", folder.Path, false, TextWriter.Null, TextWriter.Null, default));
        return (secret, oneTimePassword);

        string Code() => Totp.ComputeCode(secret, Totp.GetStep(desk.Time.GetUtcNow()));

        async Task PostAsync(string address, params (string Name, string Value)[] fields)
        {
            await root.OpenAsync("/desk/accounts/new");
            var token = root.Html.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
            await root.PostAsync(address, [("__RequestVerificationToken", token), .. fields]);
        }
    }

    private static async Task<List<SecurityEvent>> ReadAsync(DeskHost desk)
    {
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await db.Set<SecurityEvent>().AsNoTracking().ToListAsync();
    }
}
