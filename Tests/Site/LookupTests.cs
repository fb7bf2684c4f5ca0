using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Site;
using PolicyAssistantBot.Site.Lookup;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Mail;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Site;

/// <summary>The status of a request on a web page, by its number and a one-time code.</summary>
public sealed partial class LookupTests : IAsyncLifetime
{
    private CaseWithMailbox mailbox = null!;

    private TeamsHost Host => mailbox.Host;

    private CaseNumber Number => mailbox.Number;

    public async Task InitializeAsync() => mailbox = await CaseWithMailbox.OpenAsync();

    public Task DisposeAsync() => mailbox.DisposeAsync().AsTask();

    [Fact]
    public async Task The_code_from_the_mailbox_shows_the_status_once()
    {
        Assert.Contains("name=\"number\"", await Host.Http.GetStringAsync("/tra-cuu"), StringComparison.Ordinal);
        var (status, page) = await PostAsync("/tra-cuu", ("number", Number.ToString().ToLowerInvariant()));
        Assert.Equal(HttpStatusCode.OK, status);
        var ticket = FindTicket(page);
        Assert.DoesNotContain("Hoàng Đạt", page, StringComparison.Ordinal);
        var code = await mailbox.ReadCodeAsync();

        var (wrongStatus, wrong) = await PostAsync(
            "/tra-cuu/code",
            ("ticket", ticket),
            ("code", code == "1111111" ? "2222222" : "1111111")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrongStatus);
        Assert.Contains(LookupTexts.CodeWrong.Vi, wrong, StringComparison.Ordinal);

        var (_, shown) = await PostAsync("/tra-cuu/code", ("ticket", FindTicket(wrong)), ("code", $" {code[..3]} {code[3..]} "));
        Assert.Contains(Number.ToString(), shown, StringComparison.Ordinal);
        Assert.Contains("Hạn: Trả lời lần đầu", shown, StringComparison.Ordinal);
        Assert.Contains(LookupTexts.NoMessage.Vi, shown, StringComparison.Ordinal);

        var (again, _) = await PostAsync("/tra-cuu/code", ("ticket", ticket), ("code", code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again);
    }

    [Fact]
    public async Task The_files_of_the_case_are_named_only_after_the_code_and_what_an_official_sent_can_be_downloaded()
    {
        var files = Host.Get<CaseFileService>();
        var cases = Host.Get<CaseCommandRunner>();
        await cases.ChangeAsync(Number, stored => CaseRules.Take(stored, stored.Command(Sample.Lan)), default);
        await files.AddForReplyAsync(Number.ToString(), Sample.Lan.Id, new MemoryStream(SampleFiles.Docx), "mẫu đơn.docx", 0, default);
        await cases.ChangeAsync(Number, stored => CaseRules.Reply(stored, stored.Command(Sample.Lan), "Gửi anh/chị mẫu đơn."), default);
        await files.AddForReplyAsync(Number.ToString(), Sample.Lan.Id, new MemoryStream(SampleFiles.Pdf), "nháp.pdf", 0, default);

        var (_, page) = await PostAsync("/tra-cuu", ("number", Number.ToString()));
        var ticket = FindTicket(page);
        var code = await mailbox.ReadCodeAsync();
        var (_, wrong) = await PostAsync("/tra-cuu/code", ("ticket", ticket), ("code", code == "1111111" ? "2222222" : "1111111"));
        Assert.DoesNotContain("mẫu đơn.docx", WebUtility.HtmlDecode(page + wrong), StringComparison.Ordinal);

        var (_, shown) = await PostAsync("/tra-cuu/code", ("ticket", ticket), ("code", code));
        shown = WebUtility.HtmlDecode(shown);
        Assert.Contains("Tải mẫu đơn.docx", shown, StringComparison.Ordinal);
        Assert.Contains(" KB)", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("nháp.pdf", shown, StringComparison.Ordinal);
        var address = FileAddressRegex().Match(shown).Value;
        Assert.Equal(SampleFiles.Docx, await Host.Http.GetByteArrayAsync(address));
        var forged = await Host.Http.GetAsync(new Uri(address[..^2] + "xx", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
    }

    [GeneratedRegex("/files/[^\"]+")]
    private static partial Regex FileAddressRegex();

    [Fact]
    public async Task Who_gets_no_code_is_shown_the_chat_with_the_number_and_what_else_remains()
    {
        var first = WebUtility.HtmlDecode(await Host.Http.GetStringAsync("/tra-cuu"));
        Assert.Contains("data-ask=\"yêu cầu của tôi\"", first, StringComparison.Ordinal);
        Assert.Contains(LookupTexts.WithoutMailHeading.Vi, first, StringComparison.Ordinal);
        Assert.Contains("chưa được xác nhận", first, StringComparison.Ordinal);
        var (_, page) = await PostAsync("/tra-cuu", ("number", Number.ToString()));
        page = WebUtility.HtmlDecode(page);
        Assert.Contains($"data-ask=\"{Number}\"", page, StringComparison.Ordinal);
        Assert.Contains($"ghi {Number} trong nội dung", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Telephone_numbers_of_the_configured_contact_can_be_called_and_other_numbers_are_text()
    {
        var parts = ContactLine.Split("024 3825 6637, tầng 3, số 38 Hai Bà Trưng; di động +84 912.345.678");
        Assert.Equal(["02438256637", "+84912345678"], parts.Where(part => part.CallNumber is not null).Select(part => part.CallNumber));
        Assert.Equal("024 3825 6637, tầng 3, số 38 Hai Bà Trưng; di động +84 912.345.678", string.Concat(parts.Select(part => part.Text)));
    }

    [Fact]
    public async Task A_number_that_does_not_exist_is_answered_word_for_word_alike()
    {
        var silent = await MailCases.SubmitAsync(Host, "t2", Sample.Draft() with { Email = null, Phone = "0912345678" });
        var answers = new List<string>();
        foreach (var asked in new[] { Number, new CaseNumber(2026, 987654), silent })
        {
            var (status, page) = await PostAsync("/en/look-up", ("number", asked.ToString()));
            await Host.Get<CaseLookupCodeService>().IssueAsync(default);
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
    public async Task The_page_shows_the_reply_but_not_who_asked_nor_what_officials_note()
    {
        var cases = Host.Get<CaseCommandRunner>();
        await cases.ChangeAsync(Number, stored => CaseRules.Take(stored, stored.Command(Sample.Lan)), default);
        await cases.ChangeAsync(Number, stored => CaseRules.Reply(stored, stored.Command(Sample.Lan), "Hồ sơ gồm hai tờ khai."), default);
        Assert.Null(await Host.Get<CaseNoteStore>().AddAsync(Number, Sample.Lan, "GHICHUNOIBO", null, default));
        var (_, page) = await PostAsync("/tra-cuu", ("number", Number.ToString()));
        var (_, shown) = await PostAsync("/tra-cuu/code", ("ticket", FindTicket(page)), ("code", await mailbox.ReadCodeAsync()));

        Assert.Contains("Hồ sơ gồm hai tờ khai.", shown, StringComparison.Ordinal);
        var hidden = (string[])["GHICHUNOIBO", "Hoàng Đạt", "0912", "an@congty.vn", "0100109106", "Nguyễn Thị Lan", "nhà xưởng"];
        Assert.All(hidden, text => Assert.DoesNotContain(text, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_network_gets_as_many_codes_in_an_hour_as_the_setting_says()
    {
        await using var limited = await CaseWithMailbox.OpenAsync(("Limits:Enabled", "true"), ("Limits:LookupsPerAddress", "2"));
        var (mistyped, _) = await PostAsync(limited, "/tra-cuu", ("number", "HN-2026-000101-0")); // Does not count.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mistyped);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await PostAsync(limited, "/tra-cuu", ("number", limited.Number.ToString()))).Status);
        }

        using var content = new FormUrlEncodedContent([KeyValuePair.Create("number", limited.Number.ToString())]);
        using var refused = await limited.Host.Http.PostAsync(new Uri("/tra-cuu", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Assert.Contains(LookupTexts.TooMany.Vi, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_that_come_at_once_do_not_exceed_the_limit()
    {
        await using var limited = await CaseWithMailbox.OpenAsync(("Limits:Enabled", "true"), ("Limits:LookupsPerAddress", "3"));
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => PostAsync(limited, "/tra-cuu", ("number", limited.Number.ToString())))
        );
        Assert.Equal(3, answers.Count(answer => answer.Status == HttpStatusCode.OK));
    }

    [Fact]
    public async Task An_exempt_network_is_not_limited()
    {
        await using var exempt = await CaseWithMailbox.OpenAsync(
            ("Limits:Enabled", "true"),
            ("Limits:LookupsPerAddress", "1"),
            ("Limits:ExemptNetworks:0", "127.0.0.0/8")
        );
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await PostAsync(exempt, "/tra-cuu", ("number", exempt.Number.ToString()))).Status);
        }
    }

    [Fact]
    public async Task Strangers_on_the_page_leave_the_owner_the_codes_of_the_chat()
    {
        await using var flooded = await CaseWithMailbox.OpenAsync(
            ("Limits:Enabled", "true"),
            ("Limits:LookupsPerAddress", "100"),
            ("Limits:CodesPerMailbox", "5")
        );
        for (var i = 0; i < CaseLookupCodeService.MaxPerCaseAndHour + 3; i++)
        {
            await PostAsync(flooded, "/tra-cuu", ("number", flooded.Number.ToString()));
        }

        await flooded.ReadCodeAsync();
        Assert.Equal(CaseLookupCodeService.MaxPerCaseAndHour, flooded.CodeMailCount);
        var chat = new TeamsChat();
        await flooded.Host.SayAsync(chat.Message(flooded.Number.ToString()));
        var code = await flooded.ReadCodeAsync();
        var answer = (await flooded.Host.SayAsync(chat.Message(code)))[^1].Text;
        Assert.Contains($"Yêu cầu **{flooded.Number}**", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_the_visitor_is_stored_and_nobody_is_made_of_it()
    {
        var (_, page) = await PostAsync("/tra-cuu", ("number", Number.ToString()));
        await using var db = await Host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var row = await db.Set<CaseLookupCodeRow>().SingleAsync();
        Assert.Matches("^[0-9a-f]{32}$", row.ConversationId);
        Assert.Equal(row.ConversationId, row.UserId);

        // A missing erasure whose digest is that of the request finds no person.
        var entry = new ErasureEntry("e1", 1, ErasureRow.ComputeUserHash(row.ChannelId, row.UserId), null, KeepsOpenCases: false);
        await Host.Get<ErasureRepeater>().RepeatAsync([entry], default);
        Assert.Equal("", (await db.Set<ErasureRow>().SingleAsync()).ChannelId);
        Assert.NotEqual("", FindTicket(page));
    }

    [Fact]
    public async Task A_ticket_of_ones_own_making_or_an_old_one_is_refused()
    {
        var (status, _) = await PostAsync("/tra-cuu/code", ("ticket", "abc"), ("code", "1234567"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var (_, page) = await PostAsync("/tra-cuu", ("number", Number.ToString()));
        var code = await mailbox.ReadCodeAsync();
        Host.Time.Advance(TimeSpan.FromMinutes(16));
        var (late, said) = await PostAsync("/tra-cuu/code", ("ticket", FindTicket(page)), ("code", code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late);
        Assert.Contains(LookupTexts.Expired.Vi, said, StringComparison.Ordinal);
    }

    private Task<(HttpStatusCode Status, string Page)> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(mailbox, path, fields);

    private static async Task<(HttpStatusCode Status, string Page)> PostAsync(
        CaseWithMailbox mailbox,
        string path,
        params (string Name, string Value)[] fields
    )
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await mailbox.Host.Http.PostAsync(new Uri(path, UriKind.Relative), content);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    private static string FindTicket(string page) => TicketRegex().Match(page).Groups["ticket"].Value;

    [GeneratedRegex("name=\"ticket\" value=\"(?<ticket>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex TicketRegex();
}
