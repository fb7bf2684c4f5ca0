using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Acts;

namespace PolicyAssistantBot.Tests.Privacy;

/// <summary>
/// Only two wordings deleted a person's data; others got an article. What is recognised is asked about once, so a question about the law
/// that is taken for the wish deletes nothing, but it must not be taken either.
/// </summary>
public sealed class ForgetWordingsTests
{
    [Theory]
    [InlineData("xoá dữ liệu của tôi")]
    [InlineData("xóa dữ liệu cá nhân của tôi")]
    [InlineData("xoá hết thông tin về tôi đi")]
    [InlineData("hãy xóa toàn bộ dữ liệu của tôi")]
    [InlineData("xóa giúp em thông tin cá nhân của em")]
    [InlineData("em muốn xóa hết dữ liệu của em")]
    [InlineData("tôi muốn xóa thông tin của tôi khỏi hệ thống")]
    [InlineData("xóa hết những gì tôi đã nói")]
    [InlineData("quên hết những gì tôi đã nói đi")]
    [InlineData("hãy quên tôi đi")]
    [InlineData("đừng lưu thông tin của tôi nữa, xóa đi")]
    [InlineData("xóa lịch sử trò chuyện của tôi")]
    [InlineData("xóa cuộc trò chuyện này và mọi dữ liệu của tôi")]
    [InlineData("yêu cầu xóa dữ liệu cá nhân")]
    [InlineData("tôi yêu cầu bên mình xóa dữ liệu của tôi")]
    [InlineData("xóa số điện thoại với tên của tôi đi")]
    [InlineData("bạn xóa hết dữ liệu của mình giúp mình nhé")]
    [InlineData("cho mình xóa dữ liệu")]
    [InlineData("xoa du lieu cua toi")]
    [InlineData("xoa het thong tin ca nhan cua toi")]
    [InlineData("xoa du lieu ca nhan cua em di")]
    [InlineData("quen het thong tin cua toi di")]
    [InlineData("toi muon xoa du lieu cua toi")]
    [InlineData("xoa lich su chat cua toi")]
    [InlineData("xóa sạch dữ liệu của tôi")]
    [InlineData("xoa het du lieu di")]
    [InlineData("delete my data")]
    [InlineData("delete everything you know about me")]
    [InlineData("please delete my personal data")]
    [InlineData("erase my data")]
    [InlineData("erase all my information")]
    [InlineData("forget me")]
    [InlineData("forget everything I told you")]
    [InlineData("remove all my personal information please")]
    [InlineData("I want my data deleted")]
    [InlineData("can you delete my chat history?")]
    [InlineData("wipe my data")]
    [InlineData("delete all data about me")]
    [InlineData("please remove my details from your system")]
    [InlineData("delete this conversation and my data")]
    public void A_wish_to_be_forgotten_is_recognised(string text) =>
        Assert.Equal(DialogueAct.Forget, ActReader.Default.ReadMessage(text).Act.Act);

    [Theory]
    [InlineData("doanh nghiệp phải xóa dữ liệu cá nhân của khách hàng khi nào")]
    [InlineData("luật quy định xóa dữ liệu cá nhân trong bao lâu")]
    [InlineData("nhân viên nghỉ việc yêu cầu xóa dữ liệu thì công ty làm gì")]
    [InlineData("xóa nợ thuế cho doanh nghiệp giải thể")]
    [InlineData("xóa tên doanh nghiệp khỏi sổ đăng ký")]
    [InlineData("when must a company delete customer data?")]
    [InlineData("mức phạt khi không xóa dữ liệu khách hàng")]
    public void A_question_about_deleting_is_not(string text) =>
        Assert.NotEqual(DialogueAct.Forget, ActReader.Default.ReadMessage(text).Act.Act);
}
