using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>Questions as people type them, over the published articles, with what a careful official would say.</summary>
public sealed class TypicalQuestionsTests
{
    private static readonly AnswerPipeline Pipeline = RealKnowledge.Pipeline();

    [Theory]
    [InlineData("cty em o quan cau giay duoc ho tro tu van gi", "B3-consult")]
    [InlineData("doanh nghieepj sieeu nhor mua phaafn meemf dduwowcj hoox trowj bao nhieeu", "B1-tech-solutions")]
    [InlineData("em mở cty đc 3 tháng, đang bí tiền quá ạ, có chỗ nào cho vay ko a", "C7-bank")]
    [InlineData("alo cho hoi sở kh đt bây h ở đâu v", "E1-sotc-former-dpi")]
    [InlineData("nghe noi nha nuoc cho khong moi doanh nghiep 300 trieu phai khong", "B15-hanoi-consulting")]
    [InlineData("chi Hoa ban hang online doanh thu 700tr/nam co phai dong thue ko", "A7-hkd")]
    [InlineData("tôi là doanh nghiệp FDI Hàn Quốc có được hưởng gói hỗ trợ nhỏ và vừa không", "A1-size-household")]
    [InlineData("cho vay 0% nop truoc 5 trieu phi ho so co that ko", "C10-defer-scam")]
    [InlineData("mst bi khoa mo lai the nao", "B9-tax-where")]
    [InlineData("xuất hóa đơn sai thì sửa sao", "B9-tax-where")]
    [InlineData("dia chi cap co tai ha noi", "D4-origin")]
    [InlineData("nen lam 5s truoc hay iso truoc", "D2-std-5s")]
    [InlineData("Lên doanh nghiệp thì Nhà nước giúp hộ kinh doanh những gì?", "A8-hkd-to-dn")]
    [InlineData("nd 20/2026 co hieu luc tu ngay nao", "A6-reform-nd20")]
    [InlineData("can foreigners get sme support", "A1-size-household")]
    [InlineData("can bo phuong bat em nop them 5tr moi lam giay, dung k", "E3-complain")]
    [InlineData("Are you a robot or a person?", "F8-ai")]
    [InlineData("doanh nghiep nho tham gia dau thau co loi the gi", "B13-trade-tender")]
    [InlineData("Hà Nội hỗ trợ công nghiệp hỗ trợ như thế nào?", "B15-hanoi-supporting-industry")]
    [InlineData("thủ tục thành lập công ty", "B17-register")]
    [InlineData("thủ tục giải thể công ty", "B17-register-dissolve")]
    [InlineData("tạm ngừng kinh doanh nộp hồ sơ gì", "B17-register-suspend")]
    [InlineData("How to change the legal representative of my company", "B17-register-change")]
    [InlineData("luong toi thieu vung ha noi 2026", "E5-bodies-insurance")]
    [InlineData("phong chay chua chay cho xuong can gi", "E5-bodies-workshop")]
    public void A_question_is_answered_by_the_expected_article(string text, string key) =>
        Assert.Equal(key, Assert.IsType<Answer.Answered>(Pipeline.Ask(new Question(text))).ArticleKey);

    [Theory]
    [InlineData("xin giay phep lao dong cho chuyen gia", "Sở Nội vụ")]
    [InlineData("bhxh cham dong bi phat bn", "Bảo hiểm xã hội")]
    [InlineData("xin giay phep xay dung nha xuong", "Sở Xây dựng")]
    [InlineData("toi muon pha san cong ty", "Tòa án")]
    [InlineData("How do I get a work permit for a foreign engineer?", "Home Affairs")]
    public void A_matter_of_another_authority_names_that_authority(string text, string body) =>
        Assert.Contains(body, Assert.IsType<Answer.OutOfScope>(Pipeline.Ask(new Question(text))).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("vay vốn mua thiết bị phòng cháy chữa cháy được không")]
    [InlineData("hỗ trợ tư vấn hợp đồng lao động cho công ty nhỏ")]
    [InlineData("lam he thong quan ly moi truong bat dau tu dau")]
    [InlineData("nguoi lam thoi vu khong dong bhxh co tinh khong")]
    [InlineData("Bên em mới thuê thêm 20 bạn part-time không đóng BHXH, có bị tính lên doanh nghiệp nhỏ không ạ?")]
    public void Support_in_a_matter_of_another_authority_is_in_scope(string text) =>
        Assert.IsNotType<Answer.OutOfScope>(Pipeline.Ask(new Question(text)));

    [Theory]
    [InlineData("goi ho tro covid con khong")]
    [InlineData("mấy ông toàn hứa, dân kêu chả ai nghe")]
    public void A_question_that_no_article_covers_is_not_answered(string text) =>
        Assert.True(Assert.IsType<Answer.Unanswerable>(Pipeline.Ask(new Question(text))).OffersRequest);

    [Theory]
    [InlineData("Tôi bức xúc quá, nộp hồ sơ 2 tháng rồi chả ai trả lời, làm ăn kiểu gì vậy!!!")]
    [InlineData("bi cong an kinh te moi len lam viec")]
    [InlineData("em chan lam roi, sap pha san, no ngan hang 3 ty, co ai giup khong")]
    [InlineData("our bank rejected the loan, who can help")]
    public void A_question_about_the_askers_own_case_goes_to_an_official(string text) =>
        Assert.True(Assert.IsType<Answer.Personal>(Pipeline.Ask(new Question(text))).OffersRequest);

    [Theory]
    [InlineData("được rồi cảm ơn em nhé", SmallTalkKind.Thanks)]
    [InlineData("ok cam on ban nhieu nha", SmallTalkKind.Thanks)]
    [InlineData("bot ngu quá", SmallTalkKind.Displeased)]
    [InlineData("ủa vậy hả", SmallTalkKind.Surprised)]
    [InlineData("khong hieu, noi lai don gian hon di", SmallTalkKind.Displeased)]
    public void A_message_without_a_question_is_small_talk(string text, SmallTalkKind kind) =>
        Assert.Equal(kind, Assert.IsType<Answer.SmallTalk>(Pipeline.Ask(new Question(text))).Kind);

    [Fact]
    public void A_rule_in_force_is_not_answered_by_the_article_on_what_it_replaced()
    {
        var answer = Assert.IsType<Answer.Answered>(Pipeline.Ask(new Question("nd 80 het hieu luc chua, thay bang nd nao")));
        Assert.Contains("vẫn còn hiệu lực", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("39/2018", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ktra giúp mst 0101243150", "đúng số kiểm tra")]
    [InlineData("Mã số thuế công ty tôi 0123456789 sao hệ thống báo sai?", "**Mã 0123456789:**")]
    [InlineData("Is tax code 0100109106 right?", "the check digit fits")]
    public void A_tax_code_that_is_typed_is_checked(string text, string says) =>
        Assert.Contains(says, Pipeline.Ask(new Question(text)).Text, StringComparison.Ordinal);

    [Fact]
    public void An_old_district_is_explained_beside_the_answer() =>
        Assert.Contains(
            "không còn cấp quận",
            Pipeline.Ask(new Question("cty em o quan cau giay duoc ho tro tu van gi")).Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_later_question_of_a_message_keeps_the_subject_of_the_first()
    {
        var answers = Pipeline.AskEach(new Question("cty mình 15 người làm phần mềm, được hỗ trợ những gì? có phải nộp thuế ko?"));
        Assert.All(
            answers[1] is Answer.Clarify clarify ? clarify.Choices.Select(choice => choice.ArticleKey) : [answers[1].Trace.ArticleKey!],
            key => Assert.StartsWith("B9-", key, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("tôi muốn xin tiền mua máy CNC", "B1-tech-transfer", "cong ty toi 45 nguoi", "B1-tech-transfer")]
    [InlineData("vậy em đc hỗ trợ tư vấn bao nhiêu", "B3-consult", "con phan mem", "B1-tech-solutions")]
    [InlineData("đào tạo miễn phí cho giám đốc ở đâu", "B4-training-reform", "khi nao co lop", "B4-training-reform")]
    public void A_follow_up_stays_with_the_matter(string before, string key, string text, string expected)
    {
        var context = new ConversationContext([new PastQuestion(before, key)], AskerFacts.None);
        Assert.Equal(expected, Assert.IsType<Answer.Answered>(Pipeline.Ask(new Question(text) { Context = context })).ArticleKey);
    }

    [Theory]
    [InlineData("vay vốn ở đâu", "C7-bank", "Fine, thanks anyway.", typeof(Answer.SmallTalk))]
    [InlineData(
        "khởi nghiệp sáng tạo tối đa mấy năm tuổi",
        "A3-startup",
        "can you talk english pls, my viet is so so",
        typeof(Answer.Command)
    )]
    [InlineData("vay vốn ở đâu", "C7-bank", "Then put me through to one of them", typeof(Answer.Command))]
    public void A_wish_said_in_passing_is_no_question_on_the_subject(string before, string key, string text, Type expected)
    {
        var context = new ConversationContext([new PastQuestion(before, key)], AskerFacts.None);
        Assert.IsType(expected, Pipeline.Ask(new Question(text) { Context = context }));
    }

    [Theory]
    [InlineData("asdkj 123 !!! ???")]
    [InlineData("qwpoe zxmnb")]
    public void Rubbish_is_no_question_on_the_subject(string text)
    {
        var context = new ConversationContext([new PastQuestion("quỹ bảo lãnh cho vay thế nào", "C1-guarantee")], AskerFacts.None);
        var answer = Pipeline.Ask(new Question(text) { Context = context });
        Assert.True(answer is Answer.Unanswerable or Answer.Clarify { Choices.Count: 0 }, answer.GetType().Name);
    }

    [Fact]
    public void Remembered_facts_can_be_asked_for_in_several_ways() =>
        Assert.Equal(
            CommandKind.WhatIsKnown,
            Assert.IsType<Answer.Command>(Pipeline.Ask(new Question("bạn có nhớ công ty tôi không"))).Kind
        );

    [Fact]
    public void A_question_what_something_is_does_not_ask_for_the_size_class() =>
        Assert.False(Pipeline.Ask(new Question("bảo lãnh tín dụng là gì? dn mình có đc ko")).StartsGuide);
}
