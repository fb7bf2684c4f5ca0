using System.Net;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Site.Lookup;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Mail;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Tests.Site;

/// <summary>The status of a request on a web page, by its number and a one-time code.</summary>
public sealed partial class LookupTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeSmtp smtp = new();
    private TeamsHost host = null!;
    private CaseNumber number;

    public async Task InitializeAsync()
    {
        host = await TeamsHost.StartAsync(folder, smtp.Settings);
        number = await MailCases.SubmitAsync(host, "t1", Sample.Draft() with { Email = "an@congty.vn" });
        await host.Get<MailWorker>().SendDueAsync(default);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await smtp.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_code_from_the_mailbox_shows_the_status_once()
    {
        Assert.Contains("name=\"number\"", await host.Http.GetStringAsync("/tra-cuu"), StringComparison.Ordinal);
        var (status, page) = await PostAsync("/tra-cuu", ("number", number.ToString().ToLowerInvariant()));
        Assert.Equal(HttpStatusCode.OK, status);
        var ticket = FindTicket(page);
        Assert.DoesNotContain("Hoàng Đạt", page, StringComparison.Ordinal);
        var code = await ReadCodeAsync();

        var (wrongStatus, wrong) = await PostAsync(
            "/tra-cuu/code",
            ("ticket", ticket),
            ("code", code == "1111111" ? "2222222" : "1111111")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrongStatus);
        Assert.Contains(LookupTexts.CodeWrong.Vi, wrong, StringComparison.Ordinal);

        var (_, shown) = await PostAsync("/tra-cuu/code", ("ticket", FindTicket(wrong)), ("code", $" {code[..3]} {code[3..]} "));
        Assert.Contains(number.ToString(), shown, StringComparison.Ordinal);
        Assert.Contains("Hạn: Trả lời lần đầu", shown, StringComparison.Ordinal);
        Assert.Contains(LookupTexts.NoMessage.Vi, shown, StringComparison.Ordinal);

        var (again, _) = await PostAsync("/tra-cuu/code", ("ticket", ticket), ("code", code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again);
    }

    [Fact]
    public async Task A_number_that_does_not_exist_is_answered_word_for_word_alike()
    {
        var silent = await MailCases.SubmitAsync(host, "t2", Sample.Draft() with { Email = null, Phone = "0912345678" });
        var answers = new List<string>();
        foreach (var asked in new[] { number, new CaseNumber(2026, 987654), silent })
        {
            var (status, page) = await PostAsync("/en/look-up", ("number", asked.ToString()));
            await host.Get<StatusCodeService>().IssueAsync(default);
            var (codeStatus, refused) = await PostAsync("/en/look-up/code", ("ticket", FindTicket(page)), ("code", "0000000"));
            var said = $"{status} {page} {codeStatus} {refused}";
            answers.Add(TicketRegex().Replace(said, "T").Replace(asked.ToString(), "N", StringComparison.Ordinal));
        }

        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(answers[0], answers[2]);
    }

    [Fact]
    public async Task What_is_no_number_is_said_beside_the_field_and_kept()
    {
        var (status, page) = await PostAsync("/tra-cuu", ("number", "HN-2026-12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(LookupTexts.NumberWrong.Vi, page, StringComparison.Ordinal);
        Assert.Contains("value=\"HN-2026-12\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_network_gets_ten_codes_in_an_hour()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await PostAsync("/tra-cuu", ("number", new CaseNumber(2026, 100 + i).ToString()))).Status);
        }

        var (status, page) = await PostAsync("/tra-cuu", ("number", number.ToString()));
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Contains(LookupTexts.TooMany.Vi, page, StringComparison.Ordinal);
        host.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/tra-cuu", ("number", number.ToString()))).Status);
    }

    [Fact]
    public async Task A_ticket_of_ones_own_making_or_an_old_one_is_refused()
    {
        var (status, _) = await PostAsync("/tra-cuu/code", ("ticket", "abc"), ("code", "1234567"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var (_, page) = await PostAsync("/tra-cuu", ("number", number.ToString()));
        var code = await ReadCodeAsync();
        host.Time.Advance(TimeSpan.FromMinutes(16));
        var (late, said) = await PostAsync("/tra-cuu/code", ("ticket", FindTicket(page)), ("code", code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late);
        Assert.Contains(LookupTexts.Expired.Vi, said, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Page)> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await host.Http.PostAsync(new Uri(path, UriKind.Relative), content);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    private async Task<string> ReadCodeAsync()
    {
        await host.Get<StatusCodeService>().IssueAsync(default);

        // A mail that a busy machine could not send is due again a little later.
        await Wait.UntilAsync(
            async () =>
            {
                await host.Get<MailWorker>().SendDueAsync(default);
                return smtp.Mails.Any(mail => mail.Subject == MailTexts.CodeSubject.Vi);
            },
            () => host.Time.Advance(TimeSpan.FromSeconds(5))
        );
        var text = smtp.Mails.Last(mail => mail.Subject == MailTexts.CodeSubject.Vi).Part("text/plain");
        Assert.Matches(CodeRegex(), text);
        return CodeRegex().Match(text).Value;
    }

    private static string FindTicket(string page) => TicketRegex().Match(page).Groups["ticket"].Value;

    [GeneratedRegex("name=\"ticket\" value=\"(?<ticket>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex TicketRegex();

    [GeneratedRegex("(?<= )[0-9]{7}(?![0-9])")]
    private static partial Regex CodeRegex();
}
