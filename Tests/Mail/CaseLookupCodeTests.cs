using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Tests.Mail;

/// <summary>
/// The status of a case, requested from another channel than its own: by a code that is sent to the e-mail address of the case.
/// </summary>
public sealed class CaseLookupCodeTests : IAsyncLifetime
{
    private CaseWithMailbox mailbox = null!;

    private TeamsHost Host => mailbox.Host;

    private CaseNumber Number => mailbox.Number;

    public async Task InitializeAsync() => mailbox = await CaseWithMailbox.OpenAsync();

    public Task DisposeAsync() => mailbox.DisposeAsync().AsTask();

    [Fact]
    public async Task The_code_from_the_mailbox_shows_the_case_once()
    {
        var chat = new TeamsChat();
        var asked = await SayAsync(chat, Number.ToString());
        Assert.Contains("một mã 7 số đang được gửi", asked, StringComparison.Ordinal);
        var code = await mailbox.ReadCodeAsync();
        Assert.DoesNotContain(code, mailbox.Smtp.Mails[^1].Subject, StringComparison.Ordinal);
        Assert.Equal(CaseTexts.CodeWrong.Vi, await SayAsync(chat, Other(code)));
        Assert.Equal(CaseTexts.EnterCode.Vi, await SayAsync(chat, "mã nào ạ"));
        Assert.Contains($"Yêu cầu **{Number}**", await SayAsync(chat, $" {code[..3]} {code[3..]} "), StringComparison.Ordinal);
        Assert.DoesNotContain("refresh", Host.Connector.Messages[^1].Body!.ToJsonString(), StringComparison.Ordinal);

        await using var db = await Host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var row = await db.Set<CaseLookupCodeRow>().SingleAsync();
        Assert.True(row.IsUsed);
        Assert.DoesNotContain(code, row.Hash, StringComparison.Ordinal);
        Assert.Equal("", (await db.Set<MailRow>().SingleAsync(m => m.Kind == MailKind.CaseLookupCode)).Text);
        Assert.Null(await Host.Get<CaseLookupCodeService>().RedeemAsync(chat.Message("x"), Number, code, default));
    }

    [Fact]
    public async Task A_number_that_does_not_exist_is_answered_word_for_word_alike_and_leaves_the_same_behind()
    {
        var missing = new CaseNumber(2026, 987654);
        var silent = await MailCases.SubmitAsync(Host, "t2", Sample.Draft() with { Email = null, Phone = "0912345678" });
        var answers = new List<string>();
        foreach (var (asked, i) in new[] { Number, missing, silent }.Select((n, i) => (n, i)))
        {
            var chat = new TeamsChat($"a:{i}", $"29:{i}");
            List<string> said = [await SayAsync(chat, asked.ToString())];
            await Host.Get<CaseLookupCodeService>().IssueAsync(default);
            for (var attempt = 0; attempt < CaseLookupCodeService.MaxAttempts; attempt++)
            {
                said.Add(await SayAsync(chat, "0000000"));
            }

            answers.Add(string.Join('\n', said).Replace(asked.ToString(), "N", StringComparison.Ordinal));
        }

        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(answers[0], answers[2]);
        Assert.EndsWith(CaseTexts.CodeAttemptsExhausted.Vi, answers[0], StringComparison.Ordinal);
        await using var db = await Host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        Assert.All(
            await db.Set<CaseLookupCodeRow>().ToListAsync(),
            row => Assert.Equal((true, CaseLookupCodeService.MaxAttempts, false), (row.IsHandled, row.Attempts, row.IsUsed))
        );
    }

    [Fact]
    public async Task A_code_ends_after_five_tries_after_ten_minutes_and_in_another_conversation()
    {
        var chat = new TeamsChat();
        await SayAsync(chat, Number.ToString());
        var code = await mailbox.ReadCodeAsync();
        var statusCodes = Host.Get<CaseLookupCodeService>();
        Assert.Null(await statusCodes.RedeemAsync(new TeamsChat("a:other").Message("x"), Number, code, default));
        Assert.Null(await statusCodes.RedeemAsync(new TeamsChat(user: "29:binh").Message("x"), Number, code, default));
        for (var i = 0; i < CaseLookupCodeService.MaxAttempts; i++)
        {
            Assert.Null(await statusCodes.RedeemAsync(chat.Message("x"), Number, Other(code), default));
        }

        Assert.Null(await statusCodes.RedeemAsync(chat.Message("x"), Number, code, default));

        var late = new TeamsChat("a:late", "29:late");
        await SayAsync(late, Number.ToString());
        code = await mailbox.ReadCodeAsync();
        Host.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await statusCodes.RedeemAsync(late.Message("x"), Number, code, default));
    }

    [Fact]
    public async Task The_number_of_codes_is_limited_per_conversation_and_per_case()
    {
        var chat = new TeamsChat();
        for (var i = 0; i < CaseLookupCodeService.MaxPerConversationAndHour; i++)
        {
            Assert.Contains("một mã 7 số", await SayAsync(chat, Number.ToString()), StringComparison.Ordinal);
            await SayAsync(chat, "hủy");
        }

        Assert.Equal(CaseTexts.TooManyCodes.Vi, await SayAsync(chat, Number.ToString()));
        for (var i = 0; i < 4; i++)
        {
            Assert.Contains("một mã 7 số", await SayAsync(new TeamsChat($"a:{i}", $"29:{i}"), Number.ToString()), StringComparison.Ordinal);
        }

        await Host.Get<CaseLookupCodeService>().IssueAsync(default);
        await Host.Get<MailWorker>().SendDueAsync(default);
        Assert.Equal(CaseLookupCodeService.MaxPerCaseAndHour, mailbox.CodeMailCount);
    }

    [Fact]
    public async Task In_a_group_no_code_is_requested()
    {
        var group = new TeamsChat("19:group@thread.v2", type: "groupChat");
        Assert.Equal(CaseTexts.CodeOnlyInPersonalChat.Vi, (await Host.SayAsync(group.Mention(Number.ToString())))[^1].Text);
    }

    private static string Other(string code) => code == "1234567" ? "7654321" : "1234567";

    private async Task<string> SayAsync(TeamsChat chat, string text) => (await Host.SayAsync(chat.Message(text)))[^1].Text!;
}
