using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Tests.Conversations;

namespace PolicyAssistantBot.Tests.Issues.Clients;

/// <summary>After the form a second message always asked for the first field: it pushed the form away and read as a second
/// demand.</summary>
public sealed class FormInOneMessageTests(ConversationHost host) : IClassFixture<ConversationHost>
{
    [Fact]
    public async Task The_form_and_the_first_question_are_one_message_and_typing_still_works()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Mua phần mềm kho có được hỗ trợ không?");
        await chat.SayAsync("gửi yêu cầu");
        var form = Assert.Single(chat.Last);
        Assert.Contains(form.Attachments!, attachment => attachment.ContentType == Attachment.AdaptiveCard);
        Assert.Contains("Anh/chị điền biểu mẫu dưới đây", form.Text, StringComparison.Ordinal);
        Assert.EndsWith("Tên doanh nghiệp của anh/chị là gì?", form.Text, StringComparison.Ordinal);

        Assert.Contains("Mã số thuế của doanh nghiệp?", await chat.SayAsync("Công ty TNHH An Phát"), StringComparison.Ordinal);
        Assert.Contains("phường, xã nào", await chat.SayAsync("0100109106"), StringComparison.Ordinal);
    }
}
