using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Requests;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>The chat said "added to your request" about messages that the rules of the case refused and that were not stored.</summary>
public sealed class SupplementIsStoredOrRefusedTests(RacingHost host) : IClassFixture<RacingHost>
{
    private const string Added = "Đã chuyển nội dung bổ sung";

    [Fact]
    public async Task A_supplement_of_5737_characters_is_stored_whole()
    {
        var (chat, number) = await StartCaseAsync();
        var text = CreateText(5737);
        Assert.Contains(Added, await chat.SayAsync($"{number} {text}"), StringComparison.Ordinal);
        Assert.Equal(text, (await host.Storage.ReadAsync(number)).History[^1].Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    public async Task A_message_that_is_too_long_is_refused_with_a_reason_and_not_confirmed(int over)
    {
        var (chat, number) = await StartCaseAsync();
        var reply = await chat.SayAsync($"{number} {CreateText(TextLimits.Message - 17 + over)}");
        var events = (await host.Storage.ReadAsync(number)).History.Count;
        Assert.Equal((over > 0, over > 0 ? 1 : 2), (reply.Contains("quá giới hạn 8.000 ký tự", StringComparison.Ordinal), events));
        Assert.Equal(over == 0, reply.Contains(Added, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_withdrawn_case_accepts_no_supplement_and_says_so()
    {
        var (chat, number) = await StartCaseAsync();
        await host.Storage.ApplyRuleAsync(number, s => CaseRules.Withdraw(s, s.Request.Asker, host.Storage.Time.GetUtcNow()));
        var reply = await chat.SayAsync($"{number} xin gửi thêm báo cáo");
        Assert.Contains("không nhận thêm nội dung (tình trạng: anh/chị đã rút)", reply, StringComparison.Ordinal);
        Assert.Contains("chưa được lưu", reply, StringComparison.Ordinal);
        Assert.Equal(2, (await host.Storage.ReadAsync(number)).History.Count);
    }

    [Fact]
    public async Task A_case_merged_during_the_turn_makes_the_turn_run_again()
    {
        var (chat, number) = await StartCaseAsync();
        var other = await host.Storage.SubmitAsync(chat.Id, chat.User);
        await host.Storage.ApplyRuleAsync(number, s => CaseRules.Take(s, s.Command(Sample.Lan)));
        host.BeforeNextCommit(
            chat.Id,
            async () =>
                Assert.IsType<CaseDecision.Changed>(
                    (
                        await host
                            .Storage.Get<CaseCommandRunner>()
                            .ChangeAsync(
                                number,
                                other,
                                CaseAccess.Full,
                                (stored, into) => CaseRules.MergeInto(stored, into, stored.Command(Sample.Lan)),
                                default
                            )
                    )!.Decision
                )
        );
        var reply = await chat.SayAsync($"{number} xin gửi thêm báo cáo");
        Assert.Contains($"Yêu cầu {number} đã được gộp vào yêu cầu **{other}**", reply, StringComparison.Ordinal);
        Assert.Equal("xin gửi thêm báo cáo", (await host.Storage.ReadAsync(other)).History[^1].Text);
        Assert.Equal(CaseEventKind.Merged, (await host.Storage.ReadAsync(number)).History[^1].Kind);
    }

    private async Task<(TestConversation Chat, CaseNumber Number)> StartCaseAsync()
    {
        var chat = new TestConversation(host, user: Guid.NewGuid().ToString("N"));
        await chat.SayAsync("xin chào");
        return (chat, await host.Storage.SubmitAsync(chat.Id, chat.User));
    }

    private static string CreateText(int length) =>
        string.Concat(Enumerable.Repeat("Bổ sung thông tin về nhà xưởng. ", 400))[..(length - 1)] + ".";
}
