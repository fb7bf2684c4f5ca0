using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>"Đừng gửi" (do not send) and other replies with the word "send" sent the request.</summary>
public sealed class SendNeedsAClearYesTests(ConversationHost host) : IClassFixture<ConversationHost>
{
    private const int Step = 6;

    [Fact]
    public async Task Only_a_clear_yes_sends_the_request()
    {
        var file = SourceTree.Combine("Tests", "Knowledge", "Understanding", "Data", "not-a-confirmation.txt");
        var lines = File.ReadLines(file).Where((line, i) => i < 12 || i % Step == 0);
        var before = await host.CountAsync<CaseRow>();
        foreach (var line in lines)
        {
            var chat = await OpenSummaryAsync();
            await chat.SayAsync(line);
            Assert.True(await host.CountAsync<CaseRow>() == before, $"“{line}” sent the request: {chat.LastText}");
        }
    }

    [Theory]
    [InlineData("đừng gửi")]
    [InlineData("khoan hãy gửi")]
    [InlineData("tôi chưa đồng ý gửi")]
    [InlineData("don't send it yet")]
    public async Task The_form_stays_open_and_the_reply_says_so(string text)
    {
        var chat = await OpenSummaryAsync();

        Assert.Matches("(?i)chưa có gì được gửi|nothing was sent", await chat.SayAsync(text));
        Assert.Contains("HN-2026-", await chat.SayAsync("gửi đi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_to_send_a_request_opens_the_form()
    {
        var chat = new TestConversation(host, user: Guid.NewGuid().ToString("N"));

        Assert.Contains("điền biểu mẫu", await chat.SayAsync("Tôi muốn gửi yêu cầu hỗ trợ"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_is_deleted_only_after_a_clear_yes()
    {
        var chat = new TestConversation(host, user: Guid.NewGuid().ToString("N"));

        await chat.SayAsync("xóa hết dữ liệu của tôi đi");
        Assert.Contains("chưa xóa gì", await chat.SayAsync("thôi để sau"), StringComparison.Ordinal);
        Assert.DoesNotContain("Tôi đã quên", await chat.SayAsync("đồng ý"), StringComparison.Ordinal);
    }

    private async Task<TestConversation> OpenSummaryAsync()
    {
        var chat = new TestConversation(host, user: Guid.NewGuid().ToString("N"));
        await chat.SayAsync("gửi yêu cầu");
        await chat.SubmitAsync(CardFlowTests.Complete);
        return chat;
    }
}
