using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Acts;
using PolicyAssistantBot.Tests.Conversations;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>A command next to a remark was treated as a question about the remark, and refused.</summary>
public sealed class ActsInAPartOfAMessageTests(TalkHost host) : IClassFixture<TalkHost>
{
    [Theory]
    [InlineData("Switch to English please, giám đốc em là người Hàn", DialogueAct.Language)]
    [InlineData("Chuyển sang tiếng Việt giúp, kế toán của tôi đọc", DialogueAct.Language)]
    [InlineData("cho em gặp người thật đi, sếp em đang giục lắm", DialogueAct.WantPerson)]
    [InlineData("Hồ sơ của tôi đến đâu rồi. Hai tháng nay không ai nói gì", DialogueAct.MyCase)]
    [InlineData("thôi hủy luôn nhé vợ em không đồng ý", DialogueAct.Cancel)]
    [InlineData("thanks, sếp em vui rồi", DialogueAct.Thanks)]
    public void A_remark_next_to_an_act_does_not_hide_the_act(string text, DialogueAct act) =>
        Assert.Equal((act, ""), (ActReader.Default.ReadMessage(text).Act.Act, ActReader.Default.ReadMessage(text).RemainingText));

    [Theory]
    [InlineData("Hủy yêu cầu đi. Tư vấn pháp lý theo nghị định nào?", DialogueAct.Cancel, "Tư vấn pháp lý theo nghị định nào?")]
    [InlineData("Khoan đã, doanh nghiệp nhỏ được hỗ trợ bao nhiêu?", DialogueAct.Postpone, "doanh nghiệp nhỏ được hỗ trợ bao nhiêu?")]
    public void A_question_next_to_an_act_is_kept(string text, DialogueAct act, string rest) =>
        Assert.Equal((act, rest), (ActReader.Default.ReadMessage(text).Act.Act, ActReader.Default.ReadMessage(text).RemainingText));

    [Theory]
    [InlineData("Xóa dữ liệu, thông tin cá nhân của khách hàng thì làm thế nào?")]
    [InlineData("nói nhầm, bốn tháng thôi")]
    [InlineData("my wife writes the books, ok?")]
    [InlineData("gửi báo giá ở a@b.vn, hạn nộp thuế là ngày nào?")]
    public void A_message_that_only_looks_like_an_act_is_not_split(string text) =>
        Assert.Contains(ActReader.Default.ReadMessage(text).Act.Act, new[] { DialogueAct.Ask, DialogueAct.Inform });

    /// <summary>Consulting and support are subjects of articles, not only requests for a person.</summary>
    [Theory]
    [InlineData("ho tro tu van cho DNNVV")]
    [InlineData("ho tro tu van chuyen giao cong nghe giup em")]
    [InlineData("em hoi ho tro tu van giai phap chuyen doi so")]
    [InlineData("can ho tro chi phi thue tu van vien thuoc mang luoi tu van")]
    public void The_name_of_a_support_scheme_is_not_a_request_for_a_person(string text) =>
        Assert.Equal(DialogueAct.Ask, ActReader.Default.ReadMessage(text).Act.Act);

    [Fact]
    public async Task The_last_answer_is_repeated_in_the_other_language()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Quỹ bảo lãnh tín dụng là gì?");
        Assert.Contains("guarantee", await chat.SayAsync("same in English please"), StringComparison.Ordinal);
        Assert.Contains("bảo lãnh", await chat.SayAsync("nói lại bằng tiếng Việt đi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_computed_answer_is_repeated_with_its_figures()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Công ty sản xuất, 62 lao động đóng bảo hiểm, doanh thu 41 tỷ, vốn 27 tỷ thì là doanh nghiệp gì?");
        Assert.Contains("small enterprise", await chat.SayAsync("say that in English"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_case_number_the_reply_explains_how_to_reach_an_official()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("hồ sơ của tôi đến đâu rồi");
        var reply = await chat.SayAsync("tôi quên mã rồi");
        Assert.Contains("gửi yêu cầu", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("cho biết số yêu cầu", reply, StringComparison.Ordinal);
    }
}
