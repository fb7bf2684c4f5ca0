using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Tests.Knowledge.Understanding;

public sealed class ReplyPolicyTests
{
    [Theory]
    [InlineData("Dạ đúng rồi", true)]
    [InlineData("dạ không ạ", false)]
    [InlineData("Không đồng ý", false)]
    [InlineData("OK!", true)]
    [InlineData("Đúng", true)]
    [InlineData("đúng ạ", true)]
    [InlineData("dạ đúng ạ", true)]
    [InlineData("yes", true)]
    [InlineData("not yet", false)]
    [InlineData("để xem", null)]
    [InlineData("dừng", null)]
    [InlineData("dung", null)]
    [InlineData("", null)]
    public void Yes_and_no_are_read_in_both_languages(string typed, bool? meant) =>
        Assert.Equal(meant, ConversationPolicy.Current.Replies.IsYes(typed));
}
