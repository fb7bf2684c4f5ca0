using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Requests;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>A message right after an official's answer was answered from an article, and the official never saw it.</summary>
public sealed class ReplyGoesToTheCaseTests(TalkHost host) : IClassFixture<TalkHost>
{
    private const string Question = "Thế nộp bản sao công chứng có được không ạ?";

    [Fact]
    public async Task A_message_under_an_answer_is_offered_to_the_case_and_sent_when_chosen()
    {
        var (chat, number) = await CreateAnsweredCaseAsync();

        Assert.Contains($"yêu cầu {number}", await chat.SayAsync(Question), StringComparison.Ordinal);
        Assert.Equal(
            [$"Gửi cho yêu cầu {number}", "Đây là câu hỏi mới"],
            chat.Last[^1].SuggestedActions!.Actions!.Select(action => action.Title)
        );
        Assert.Contains("Đã chuyển nội dung bổ sung", await chat.SayAsync($"Gửi cho yêu cầu {number}"), StringComparison.Ordinal);
        Assert.Equal(Question, (await host.Storage.ReadAsync(number)).History[^1].Text);
    }

    [Fact]
    public async Task A_second_message_is_added_to_the_first()
    {
        var (chat, number) = await CreateAnsweredCaseAsync();
        await chat.SayAsync("Tôi vẫn chưa nhận được mẫu đơn.");
        Assert.Contains($"yêu cầu {number}", await chat.SayAsync("Bên tôi cần bản có dấu"), StringComparison.Ordinal);
        await chat.SayAsync($"Gửi cho yêu cầu {number}");
        Assert.Equal("Tôi vẫn chưa nhận được mẫu đơn.\nBên tôi cần bản có dấu", (await host.Storage.ReadAsync(number)).History[^1].Text);
    }

    [Fact]
    public async Task A_new_question_is_answered_and_no_other_is_offered_until_the_official_writes_again()
    {
        var (chat, number) = await CreateAnsweredCaseAsync();
        await chat.SayAsync("Lãi vay quỹ SMEDF tính sao?");
        Assert.DoesNotContain(number.ToString(), await chat.SayAsync("Đây là câu hỏi mới"), StringComparison.Ordinal);
        Assert.DoesNotContain("hay đây là câu hỏi mới", await chat.SayAsync("Còn quỹ bảo lãnh thì lãi ra sao?"), StringComparison.Ordinal);

        host.Storage.Time.Advance(TimeSpan.FromHours(1));
        await host.Storage.ApplyRuleAsync(number, s => CaseRules.Reply(s, s.Command(Sample.Lan), "Mời anh/chị xem mẫu mới."));
        Assert.Contains("hay đây là câu hỏi mới", await chat.SayAsync(Question), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gửi yêu cầu")]
    [InlineData("gui yeu cau moi")]
    [InlineData("Tôi muốn gửi yêu cầu hỗ trợ")]
    public async Task Asking_for_a_new_request_opens_the_form_and_sends_nothing_to_the_case(string text)
    {
        var (chat, number) = await CreateAnsweredCaseAsync();
        await chat.SayAsync(Question);
        Assert.Contains("biểu mẫu", await chat.SayAsync(text), StringComparison.Ordinal);
        Assert.DoesNotContain((await host.Storage.ReadAsync(number)).History, entry => entry.Text == Question);
    }

    [Theory]
    [InlineData("cảm ơn")]
    [InlineData("trợ giúp")]
    [InlineData("Quỹ bảo lãnh tín dụng DNNVV là gì?")]
    public async Task Small_talk_commands_and_answerable_questions_are_not_offered_for_a_case(string text)
    {
        var (chat, _) = await CreateAnsweredCaseAsync();
        Assert.DoesNotContain("hay đây là câu hỏi mới", await chat.SayAsync(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_offered_before_an_official_has_answered()
    {
        var (chat, _) = await SubmitRequestAsync();
        Assert.DoesNotContain("hay đây là câu hỏi mới", await chat.SayAsync(Question), StringComparison.Ordinal);
    }

    private async Task<(TestConversation Chat, CaseNumber Number)> CreateAnsweredCaseAsync()
    {
        var (chat, number) = await SubmitRequestAsync();
        await host.Storage.ApplyRuleAsync(number, s => CaseRules.Take(s, s.Command(Sample.Lan)));
        await host.Storage.ApplyRuleAsync(number, s => CaseRules.Reply(s, s.Command(Sample.Lan), "Anh/chị nộp bản sao."));
        return (chat, number);
    }

    private async Task<(TestConversation Chat, CaseNumber Number)> SubmitRequestAsync()
    {
        var chat = new TestConversation(host, user: Guid.NewGuid().ToString("N"));
        var text = "";
        foreach (var line in CancelledFormTests.ToSummary.Append("gửi"))
        {
            text = await chat.SayAsync(line);
        }

        Assert.True(CaseNumber.TryFindIn(text, out var number), text);
        return (chat, number);
    }
}
