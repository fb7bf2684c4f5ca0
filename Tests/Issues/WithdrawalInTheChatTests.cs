using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Requests;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>Askers could not withdraw a request themselves.</summary>
public sealed class WithdrawalInTheChatTests(RacingHost host) : IClassFixture<RacingHost>
{
    [Theory]
    [InlineData("rút yêu cầu {0}", "có")]
    [InlineData("tôi muốn rút hồ sơ {0}", "đồng ý")]
    [InlineData("cho em xin huy yeu cau {0} a", "vâng")]
    [InlineData("{0} rút lại", "Có")]
    [InlineData("I would like to withdraw my request {0}", "yes")]
    public async Task A_withdrawal_is_confirmed_and_then_stored(string text, string yes)
    {
        var (chat, number) = await StartCaseAsync();
        Assert.Contains(number.ToString(), await chat.SayAsync(InsertNumber(text, number)), StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Submitted, await GetStatusAsync(number));
        var expected = yes == "yes" ? "was withdrawn as you asked" : "Đã rút yêu cầu";
        Assert.Contains(expected, await chat.SayAsync(yes), StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Withdrawn, await GetStatusAsync(number));
    }

    [Fact]
    public async Task A_no_keeps_the_request_and_a_cancel_word_counts_as_neither()
    {
        var (chat, number) = await StartCaseAsync();
        await chat.SayAsync(InsertNumber("rút yêu cầu {0}", number));
        Assert.Contains("trả lời **có**", await chat.SayAsync("hủy"), StringComparison.Ordinal);
        Assert.Contains("được giữ nguyên", await chat.SayAsync("không"), StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Submitted, await GetStatusAsync(number));
    }

    [Theory]
    [InlineData("{0} xin rút ngắn thời gian giải quyết")]
    [InlineData("{0} tôi muốn hủy hợp đồng với đối tác")]
    public async Task Other_text_is_added_as_a_message(string text)
    {
        var (chat, number) = await StartCaseAsync();
        Assert.Contains("Đã chuyển nội dung bổ sung", await chat.SayAsync(InsertNumber(text, number)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_of_another_person_is_reported_as_missing()
    {
        var (_, number) = await StartCaseAsync();
        var stranger = new TestConversation(host, user: Guid.NewGuid().ToString("N"));
        Assert.Contains("không tìm thấy", await stranger.SayAsync(InsertNumber("rút yêu cầu {0}", number)), StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Submitted, await GetStatusAsync(number));
    }

    [Fact]
    public async Task A_case_closed_before_the_confirmation_is_not_reported_as_withdrawn()
    {
        var (chat, number) = await StartCaseAsync();
        await chat.SayAsync(InsertNumber("rút yêu cầu {0}", number));
        host.BeforeNextCommit(
            chat.Id,
            async () =>
            {
                await host.Storage.ApplyRuleAsync(number, s => CaseRules.Take(s, s.Command(Sample.Lan)));
                await host.Storage.ApplyRuleAsync(number, s => CaseRules.Close(s, s.Command(Sample.Lan), CloseReason.NotOurMatter, null));
            }
        );
        Assert.Contains("không rút được (tình trạng: đã đóng)", await chat.SayAsync("có"), StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Closed, await GetStatusAsync(number));
    }

    private async Task<(TestConversation Chat, CaseNumber Number)> StartCaseAsync()
    {
        var chat = new TestConversation(host, user: Guid.NewGuid().ToString("N"));
        await chat.SayAsync("xin chào");
        return (chat, await host.Storage.SubmitAsync(chat.Id, chat.User));
    }

    private async Task<CaseStatus> GetStatusAsync(CaseNumber number) => (await host.Storage.ReadAsync(number)).Request.Status;

    private static string InsertNumber(string text, CaseNumber number) => text.Replace("{0}", number.ToString(), StringComparison.Ordinal);
}
