using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>Whom a question and a statement are about, and that a rule for one audience does not answer another.</summary>
public sealed class AudienceTests
{
    [Theory]
    [InlineData("hộ nhà tôi bán phở", "Household")]
    [InlineData("ho kinh doanh co phai bao tam ngung khong", "Household")]
    [InlineData("xin hỗ trợ hồ sơ vay vốn", "None")]
    [InlineData("bảo hộ nhãn hiệu, hộ chiếu của giám đốc", "None")]
    [InlineData("cty em 12 người", "Company")]
    [InlineData("hộ kinh doanh lên công ty", "Household, Company")]
    [InlineData("cho thuê căn hộ, nhờ kế toán nộp hộ", "None")]
    [InlineData("em hỏi hộ bác, xưởng bác có 40 người", "None")]
    [InlineData("em xem hộ chị giấy này, nhỏ hay vừa hở em", "None")]
    [InlineData("tính hộ tôi, họ bảo phải nộp thêm", "None")]
    [InlineData("hoi ho bac e, xuong dap co 105 ng", "None")]
    [InlineData("hoi ngan hang xem ho co cho vay khong", "None")]
    [InlineData("giờ chị muốn làm hộ kinh doanh", "Household")]
    [InlineData("hỏi hộ kinh doanh của mẹ em", "Household")]
    [InlineData("mỗi hộ nộp bao nhiêu", "Household")]
    [InlineData("vay vốn trung hạn, chủ nhật có nhận hồ sơ không", "None")]
    [InlineData("hỗ trợ doanh nghiệp ra nước ngoài", "Company")]
    [InlineData("công ty Hàn Quốc góp vốn", "Company, ForeignOwned")]
    [InlineData("hợp tác xã trồng rau", "Cooperative")]
    [InlineData("công ty có cổ đông nước ngoài", "Company, ForeignOwned")]
    [InlineData("Our household business sells cakes", "Household")]
    [InlineData("We are a foreign-owned company", "Company, ForeignOwned")]
    public void An_audience_is_read_from_the_words_with_their_marks(string text, string expected) =>
        Assert.Equal(Enum.Parse<Audiences>(expected), ConversationPolicy.Current.Audiences.Find(text));

    [Theory]
    [InlineData(Audiences.Company, Audiences.Household, true)]
    [InlineData(Audiences.Household, Audiences.Company, true)]
    [InlineData(Audiences.Household | Audiences.Company, Audiences.Household, false)]
    [InlineData(Audiences.None, Audiences.Household, false)]
    [InlineData(Audiences.Company, Audiences.Household | Audiences.Company, false)]
    internal void A_statement_is_for_others_only_where_both_name_one_audience(Audiences asked, Audiences told, bool isForOthers) =>
        Assert.Equal(isForOthers, AudienceFit.IsForOthers(asked, told));

    [Theory]
    [InlineData("Công ty tôi bán phế liệu sắt vụn thì có bắt buộc xuất hóa đơn điện tử không?")]
    [InlineData("Doanh nghiệp bán lẻ có phải dùng hóa đơn từ máy tính tiền không?")]
    public void A_company_is_not_told_the_invoice_threshold_of_households_as_its_own(string text)
    {
        var answer = RealKnowledge.Pipeline().Ask(new Question(text));

        Assert.True(
            answer.Trace.ArticleKey?.StartsWith("A7-hkd", StringComparison.Ordinal) != true
                || answer.Text.StartsWith(AnswerTexts.ForHouseholds.Vi, StringComparison.Ordinal),
            answer.Text
        );
    }

    [Fact]
    public void A_household_is_told_that_a_rule_is_for_companies() =>
        Assert.StartsWith(
            AnswerTexts.ForCompanies.Vi,
            RealKnowledge.Pipeline().Ask(new Question("Hộ kinh doanh muốn tạm ngừng kinh doanh thì báo trước mấy ngày?")).Text,
            StringComparison.Ordinal
        );
}
