using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Tests.Conversations;

namespace PolicyAssistantBot.Tests.Issues.Clients;

/// <summary>
/// The language followed the locale of the client: in Teams in English a Vietnamese asker got a Vietnamese welcome, an English form, a
/// Vietnamese answer and an English confirmation.
/// </summary>
public sealed class ScreenLanguageTests(ConversationHost host) : IClassFixture<ConversationHost>
{
    private static readonly Activity Start = new()
    {
        Type = ActivityTypes.ConversationUpdate,
        MembersAdded = [new ChannelAccount { Id = "bot" }, new ChannelAccount { Id = "u1" }],
    };

    [Fact]
    public async Task A_user_with_an_English_client_is_answered_in_Vietnamese_until_they_write_English()
    {
        var chat = new TestConversation(host, "en-US");
        Assert.Contains("Xin chào anh/chị", await chat.SendAsync(Start), StringComparison.Ordinal);
        Assert.Equal(("vi-VN", "vi"), (chat.Last[0].Locale, chat.Card!["lang"]!.ToString()));
        Assert.Contains("Anh/chị điền biểu mẫu", await chat.SayAsync("Gửi yêu cầu"), StringComparison.Ordinal);
        Assert.Contains("Bỏ phiếu đang điền dở?", await chat.SayAsync("hủy"), StringComparison.Ordinal);
        Assert.Contains("Đã hủy", await chat.SayAsync("có"), StringComparison.Ordinal);
        Assert.Contains("Anh/chị có thể", await chat.SayAsync("help"), StringComparison.Ordinal);

        Assert.Contains(
            "A small company",
            await chat.SayAsync("Is there support for buying warehouse software?"),
            StringComparison.Ordinal
        );
        Assert.Equal(("en-US", "en"), (chat.Last[0].Locale, chat.Card!["lang"]!.ToString()));
        Assert.Contains("You can:", await chat.SayAsync("help"), StringComparison.Ordinal);
        Assert.Contains("Please fill in the form", await chat.SayAsync("send a request"), StringComparison.Ordinal);
        Assert.All(chat.Last, message => Assert.Equal("en-US", message.Locale));
    }

    [Fact]
    public async Task The_name_of_a_company_in_a_form_does_not_change_the_language()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Gửi yêu cầu");
        Assert.Contains("Mã số thuế", await chat.SayAsync("The Sunrise Trading Company of Hanoi"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Hello!")]
    [InlineData("vi", "Xin chào")]
    public async Task The_language_of_the_embedding_page_counts_as_a_choice(string language, string welcome)
    {
        var chat = new TestConversation(host, "fr-FR");
        var start = new Activity
        {
            Type = ActivityTypes.ConversationUpdate,
            MembersAdded = Start.MembersAdded,
            ChannelData = new JsonObject { ["language"] = language },
        };
        Assert.StartsWith(welcome, await chat.SendAsync(start), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Lang.Vi, "What does giấy phép con mean?", Lang.En)]
    [InlineData(Lang.Vi, "supplier quality audit là gì", Lang.Vi)]
    [InlineData(Lang.Vi, "working capital loan", Lang.Vi)]
    [InlineData(Lang.Vi, "ISO 9001", Lang.Vi)]
    [InlineData(Lang.Vi, "thank you", Lang.Vi)]
    [InlineData(Lang.Vi, "What support is there for small enterprises?", Lang.En)]
    [InlineData(Lang.En, "giấy phép con", Lang.En)]
    [InlineData(Lang.En, "how about a medium doanh nghiệp?", Lang.En)]
    [InlineData(Lang.En, "Doanh nghiệp nhỏ được hỗ trợ gì?", Lang.Vi)]
    [InlineData(Lang.En, "doanh nghiep nho duoc ho tro gi", Lang.Vi)]
    [InlineData(null, "tax incentives for supporting industries", Lang.En)]
    [InlineData(null, "supplier audit", null)]
    [InlineData(null, "0100109106", null)]
    public void Three_clear_words_change_the_language_and_a_foreign_term_does_not(Lang? current, string text, Lang? after) =>
        Assert.Equal(after, ConversationLanguage.Update(current, text));
}
