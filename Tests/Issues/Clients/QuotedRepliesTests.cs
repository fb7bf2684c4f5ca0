using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Conversation.Questions;

namespace PolicyAssistantBot.Tests.Issues.Clients;

/// <summary>Quoted text in Teams was discarded, or answered instead of the new text.</summary>
public sealed class QuotedRepliesTests
{
    private const string Quoted = "Quỹ bảo lãnh tín dụng giúp doanh nghiệp nhỏ và vừa vay vốn khi thiếu tài sản bảo đảm.";

    [Fact]
    public void An_html_quote_is_separated_from_the_text()
    {
        var activity = new Activity
        {
            Text = "hồ sơ gồm những gì?",
            Attachments =
            [
                new Attachment
                {
                    ContentType = "text/html",
                    Content = JsonValue.Create(
                        "<blockquote itemscope=\"\" itemtype=\"http://schema.skype.com/Reply\" itemid=\"1\"><strong "
                            + "itemprop=\"mri\">Trợ lý</strong><span itemprop=\"time\" itemid=\"1\"></span><p "
                            + $"itemprop=\"preview\">{Quoted}</p></blockquote><p>hồ sơ gồm những gì?</p>"
                    ),
                },
            ],
        };

        QuotedMessage.MoveToEntity(activity);

        Assert.Equal(new Quote(Quoted, "hồ sơ gồm những gì?"), Quote.Read(activity, activity.Text));
    }

    [Fact]
    public void The_quote_is_read_from_an_entity()
    {
        var activity = JsonSerializer.Deserialize<Activity>(
            JsonSerializer.Serialize(
                new
                {
                    text = "<quoted messageId=\"1\"/> hồ sơ gồm những gì?",
                    entities = new[] { new { type = "quotedReply", quotedReply = new { messageId = "1", preview = Quoted } } },
                }
            ),
            JsonSerializerOptions.Web
        )!;

        QuotedMessage.MoveToEntity(activity);

        Assert.Equal(new Quote(Quoted, "hồ sơ gồm những gì?"), Quote.Read(activity, activity.Text!));
    }

    [Fact]
    public void A_copied_text_before_a_blank_line_is_a_quote() =>
        Assert.Equal(new Quote(Quoted, "hồ sơ gồm những gì?"), Quote.Read(new Activity(), $"{Quoted}\n\nhồ sơ gồm những gì?"));

    [Theory]
    [InlineData("Chào anh chị\n\nDoanh nghiệp nhỏ được hỗ trợ gì?")]
    [InlineData("Doanh nghiệp nhỏ được hỗ trợ những khoản gì trong năm nay vậy ạ?\n\nNộp hồ sơ ở đâu?")]
    public void Other_paragraphs_are_not_quotes(string text) => Assert.Null(Quote.Read(new Activity(), text).Subject);
}
