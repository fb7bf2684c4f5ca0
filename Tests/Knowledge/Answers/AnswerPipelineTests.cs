using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

public sealed class AnswerPipelineTests
{
    private readonly AnswerPipeline pipeline = TestArticles.Pipeline();

    [Theory]
    [InlineData("Mua phần mềm quản lý kho được hỗ trợ bao nhiêu?", Lang.Vi, "7 triệu")]
    [InlineData("mua phan mem quan ly kho duoc ho tro bao nhieu", Lang.Vi, "7 triệu")]
    [InlineData("How much support is there for warehouse software?", Lang.En, "VND 7 million")]
    public void A_question_is_answered_in_its_language_with_citation_and_validity(string text, Lang lang, string amount)
    {
        var answer = Assert.IsType<Answer.Answered>(pipeline.Ask(new Question(text)));

        Assert.Equal("T1-software", answer.ArticleKey);
        Assert.Equal(lang, answer.Language);
        Assert.Contains(amount, answer.Text, StringComparison.Ordinal);
        Assert.Contains(
            lang == Lang.En
                ? "In force from 1 January 2022; checked on 20 November 2026."
                : "Có hiệu lực từ 01/01/2022; kiểm tra ngày 20/11/2026.",
            answer.Text,
            StringComparison.Ordinal
        );
        var citation = Assert.Single(answer.Citations);
        Assert.Equal("70/2022/NĐ-CP", citation.Document);
        Assert.Equal(lang == Lang.En ? "Article 7 clause 1" : "Điều 7 khoản 1", citation.Clause);
    }

    [Fact]
    public void Every_title_and_question_of_an_article_is_answered_by_it()
    {
        var answer = Assert.IsType<Answer.Answered>(pipeline.Ask(new Question("vay mua xe dien lai suat bao nhieu")));

        Assert.Equal("T2-loan", answer.ArticleKey);
        Assert.Equal(1, answer.Confidence);
    }

    [Fact]
    public void An_article_whose_facts_are_not_confirmed_offers_a_request() =>
        Assert.True(pipeline.Ask(new Question("Vay mua xe điện lãi suất bao nhiêu?")).OffersRequest);

    [Theory]
    [InlineData("thông tư 40/2021 thuế khoán quán cà phê còn hiệu lực không")]
    [InlineData("thong tu 40 thue khoan quan ca phe")]
    [InlineData("Does Circular 40/2021 on lump-sum tax for coffee shops still apply?")]
    public void A_rule_that_ended_and_is_asked_for_by_name_is_answered_with_what_replaced_it(string text)
    {
        var answer = Assert.IsType<Answer.Answered>(pipeline.Ask(new Question(text)));

        Assert.Equal("T3-old-tax", answer.ArticleKey);
        Assert.Contains(answer.Citations, citation => citation.Document == "9/2026/TT-BTC");
    }

    [Theory]
    [InlineData("thong tu 33/2020 con hieu luc khong", typeof(Answer.Answered), "9/2026/TT-BTC")]
    [InlineData("Is Decree 70/2022 still in force?", typeof(Answer.Answered), "1 January 2022")]
    public void The_validity_of_a_document_is_answered_from_the_register(string text, Type outcome, string says)
    {
        var answer = pipeline.Ask(new Question(text));

        Assert.IsType(outcome, answer);
        Assert.Contains(says, answer.Text, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Citations);
    }

    [Theory]
    [InlineData("hỗ trợ dn")]
    [InlineData("toi muon duoc ho tro")]
    [InlineData("I need support for my business")]
    [InlineData("nên mua phần mềm kho hay thuê gian hàng hội chợ")]
    public void A_message_that_names_only_a_field_is_clarified(string text) =>
        Assert.NotEmpty(Assert.IsType<Answer.Clarify>(pipeline.Ask(new Question(text))).Choices);

    [Theory]
    [InlineData("DNNVV nghĩa là gì?", "doanh nghiệp nhỏ và vừa")]
    [InlineData("What does DNNVV mean?", "small and medium")]
    [InlineData("fdi la gi", "vốn đầu tư nước ngoài")]
    [InlineData("What is VCCI?", "Chamber of Commerce")]
    public void A_term_of_the_glossary_is_explained(string text, string says) =>
        Assert.Contains(says, Assert.IsType<Answer.Answered>(pipeline.Ask(new Question(text))).Text, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void What_ended_is_never_presented_as_current()
    {
        var answer = Assert.IsType<Answer.Expired>(pipeline.Ask(new Question("gian hàng hội chợ mùa xuân có miễn phí không")));

        Assert.Contains("đã hết hiệu lực sau ngày 30/06/2026", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_in_force_on_the_day_asked_about_is_answered()
    {
        var asked = new Question("gian hàng hội chợ mùa xuân có miễn phí không", AskedAbout: new DateOnly(2026, 3, 1));

        Assert.IsType<Answer.Answered>(pipeline.Ask(asked));
    }

    [Fact]
    public void What_is_not_yet_in_force_on_the_day_asked_about_says_so()
    {
        var asked = new Question("mua phần mềm quản lý kho được hỗ trợ bao nhiêu", AskedAbout: new DateOnly(2020, 3, 1));

        Assert.Contains(
            "chỉ có hiệu lực từ ngày 01/01/2022",
            Assert.IsType<Answer.Answered>(pipeline.Ask(asked)).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Giá vàng SJC hôm nay bao nhiêu?")]
    [InlineData("ket qua xo so mien bac")]
    [InlineData("Cách nấu phở bò ngon")]
    [InlineData("Write me a Python script to scrape tax data")]
    public void Another_matter_is_out_of_scope(string text) => Assert.IsType<Answer.OutOfScope>(pipeline.Ask(new Question(text)));

    [Theory]
    [InlineData("Hồ sơ của công ty tôi nộp ngày 3/11 sao chưa thấy trả lời?")]
    [InlineData("Tôi đang kiện đối tác, ở đây tư vấn giúp tôi được không?")]
    [InlineData("The bank turned down my loan, can the Department help?")]
    [InlineData("We applied for support in May and still have no answer")]
    public void A_question_about_the_askers_file_or_a_dispute_goes_to_an_official(string text) =>
        Assert.IsType<Answer.Personal>(pipeline.Ask(new Question(text)));

    [Theory]
    [InlineData("xin chào", SmallTalkKind.Greeting)]
    [InlineData("Hello!", SmallTalkKind.Greeting)]
    [InlineData("cảm ơn bạn nhé", SmallTalkKind.Thanks)]
    [InlineData("bạn là ai?", SmallTalkKind.WhoAreYou)]
    public void Small_talk_is_recognised(string text, SmallTalkKind kind) =>
        Assert.Equal(kind, Assert.IsType<Answer.SmallTalk>(pipeline.Ask(new Question(text))).Kind);

    [Theory]
    [InlineData("huy", CommandKind.Cancel)]
    [InlineData("Hủy giúp em ạ", CommandKind.Cancel)]
    [InlineData("gửi yêu cầu", CommandKind.Request)]
    [InlineData("I", null)]
    [InlineData("English", CommandKind.English)]
    [InlineData("TIẾNG VIỆT", CommandKind.Vietnamese)]
    [InlineData("hủy hợp đồng thuê đất", null)]
    public void Commands_are_whole_messages(string text, CommandKind? kind) =>
        Assert.Equal(kind, (pipeline.Ask(new Question(text)) as Answer.Command)?.Kind);

    [Theory]
    [InlineData("")]
    [InlineData("   \t\n")]
    [InlineData("\u200b\u200d")]
    [InlineData("😀")]
    [InlineData("\ud83d")]
    [InlineData("'; DROP TABLE requests; --")]
    [InlineData("\0\u0001\u0002")]
    [InlineData("ﷺﷺﷺ")]
    public void Rubbish_gets_an_answer_and_no_exception(string text) => Assert.NotNull(pipeline.Ask(new Question(text)));

    [Theory]
    [InlineData("asdkjh qwoieu zxmncb", null, Lang.Vi)]
    [InlineData("asdkjh qwoieu zxmncb", Lang.Vi, Lang.Vi)]
    [InlineData("asdkjh qwoieu zxmncb", Lang.En, Lang.En)]
    [InlineData("<img src=x onerror=alert(1)>", Lang.Vi, Lang.Vi)]
    [InlineData("How much support is there for warehouse software?", Lang.Vi, Lang.En)]
    public void A_text_without_a_clear_language_is_answered_in_the_conversations_language(string text, Lang? conversation, Lang answered) =>
        Assert.Equal(answered, pipeline.Ask(new Question(text, conversation)).Language);

    [Fact]
    public void A_very_long_message_gets_an_answer() =>
        Assert.NotNull(pipeline.Ask(new Question(string.Concat(Enumerable.Repeat("phần mềm ", 200_000)))));

    [Fact]
    public void An_invisible_order_is_not_read()
    {
        var tagged =
            "mua phần mềm quản lý kho được hỗ trợ bao nhiêu" + string.Concat("ignore".Select(c => char.ConvertFromUtf32(0xE0000 + c)));

        Assert.DoesNotContain("ignore", pipeline.Ask(new Question(tagged)).Trace.UnderstoodQuestion, StringComparison.Ordinal);
    }
}
