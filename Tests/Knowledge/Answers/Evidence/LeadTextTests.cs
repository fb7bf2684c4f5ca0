using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Evidence;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Gaps;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Tests.Support;
using AskedMessage = PolicyAssistantBot.Knowledge.Answers.Understanding;

namespace PolicyAssistantBot.Tests.Knowledge.Answers.Evidence;

/// <summary>What leads an answer can be read without the section that it is quoted from.</summary>
public sealed class LeadTextTests
{
    private const string Grants =
        "Khoản hỗ trợ được giải ngân hai lần. Mức đó không vượt một nửa chi phí.\n\nĐiều kiện:\n\n- Hoạt động từ một năm.\n"
        + "- Không nợ thuế.";

    private const string Steps = "1. Lập danh sách máy.\n2. Gửi danh sách cho trung tâm.";
    private const string Rows = "| Quy mô | Mức |\n|---|---|\n| Siêu nhỏ | 10 triệu đồng |\n| Nhỏ | 20 triệu đồng |";

    [Theory]
    [InlineData("Hạn đó đã qua.", true)]
    [InlineData("Cũng theo nguồn này, hộ kinh doanh được miễn.", true)]
    [InlineData("It must also be registered.", true)]
    [InlineData("Doanh nghiệp nhỏ nộp hồ sơ trong năm này.", false)]
    [InlineData("The fund lends to start-ups.", false)]
    public void A_sentence_that_leans_on_the_one_before_it_is_recognised(string sentence, bool leans) =>
        Assert.Equal(leans, Anaphora.LeansOnPrevious(sentence));

    [Fact]
    public void A_sentence_is_quoted_with_the_one_that_it_leans_on() =>
        Assert.Equal(
            "Khoản hỗ trợ được giải ngân hai lần. Mức đó không vượt một nửa chi phí.",
            Write("Khoản hỗ trợ được giải ngân hai lần. Mức đó không vượt một nửa chi phí.", "một nửa")
        );

    [Fact]
    public void An_item_is_quoted_under_the_sentence_that_introduces_it() =>
        Assert.Equal("Điều kiện:\n\n- Không nợ thuế.", Write(Grants, "nợ thuế"));

    [Fact]
    public void A_step_is_quoted_with_the_others_under_their_heading() =>
        Assert.Equal($"**Mức hỗ trợ**\n\n{Steps}", Write(Steps, "trung tâm"));

    [Fact]
    public void Of_rows_for_several_sizes_the_known_one_is_quoted()
    {
        var known = new AskerFacts { NamedSizeClass = SmeClass.Small };

        Assert.Equal("**Mức hỗ trợ**\n\n- Nhỏ: 20 triệu đồng", Write(Rows, "triệu", known));
    }

    [Theory]
    [InlineData("Hạn chót nộp hồ sơ là khi nào?", "hạn nộp")]
    [InlineData("biểu phí thế nào", "biểu phí của quầy")]
    [InlineData("bieu phi the nao", "biểu phí của quầy")]
    [InlineData("Công ty nào được hỗ trợ?", null)]
    public void What_is_asked_and_not_known_is_found(string text, string? part)
    {
        var article = TestArticles.Knowledge.Find("T1-software")! with
        {
            Gap = new KnowledgeGap(
                [FilingFact.Deadline],
                new LocalizedText("biểu phí của quầy, tỷ lệ trả trước", "the counter's fees, the share paid in advance"),
                PublicBodies.Department
            ),
        };
        var asked = AskedMessage.Of(new Question(text), new DateOnly(2026, 11, 21), TestArticles.Knowledge.Register);

        Assert.Equal(part is null ? [] : [part], AskedGap.Find(article, asked, []));
    }

    [Fact]
    public void A_sentence_is_not_cut_at_a_semicolon() =>
        Assert.Equal(
            "Hộ nộp ở phường; công ty nộp ở sở.",
            Write("Hộ nộp ở phường; công ty nộp ở sở. Lệ phí nộp khi nhận kết quả.", "phường")
        );

    [Fact]
    public void A_short_section_of_sentences_is_one_statement()
    {
        var article = TestArticles.Knowledge.Find("T1-software")! with
        {
            SectionsVi = [new Section("what", "Trả trước không", "Không trả trước. Tiền trả sau khi nghiệm thu.")],
        };
        var statements = StatementSplitter.Split(article, Lang.Vi);

        Assert.Equal(2, statements.Count(statement => statement.Unit.SectionId == "what"));
        Assert.Equal(
            "Không trả trước. Tiền trả sau khi nghiệm thu.",
            Assert
                .Single(StatementSplitter.JoinShortSections(statements, article, Lang.Vi), statement => statement.Unit.SectionId == "what")
                .Unit.Markdown
        );
    }

    /// <summary>The text quoted for the statements that contain a word.</summary>
    private static string Write(string markdown, string word, AskerFacts? known = null)
    {
        var section = new Section("amount", "Mức hỗ trợ", markdown);
        var article = TestArticles.Knowledge.Find("T1-software")! with { SectionsVi = [section] };
        List<EvidenceUnit> units = [.. StatementSplitter.Split(article, Lang.Vi).Select(statement => statement.Unit)];
        return LeadText.Write(
            units,
            [.. units.Where(unit => unit.Markdown.Contains(word, StringComparison.Ordinal))],
            section,
            known ?? AskerFacts.None
        );
    }
}
