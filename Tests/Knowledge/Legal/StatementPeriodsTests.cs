using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Tests.Knowledge.Checks;

namespace PolicyAssistantBot.Tests.Knowledge.Legal;

public sealed class StatementPeriodsTests
{
    private const string Clause =
        "    until:\n    replacedBy:\n    confidence: V2-high\n    figures: [50%, 50 triệu đồng, 14 ngày làm việc]";
    private const string Ended =
        "    until: 2027-02-28\n    then: { vi: Nay là mức mới., en: A new amount applies. }\n    replacedBy:\n    confidence: V2-high\n"
        + "    figures: [50%, 50 triệu đồng, 14 ngày làm việc]";
    private const string Second =
        "\n  - document: 55/2019/NĐ-CP\n    clause:\n    from: 2019-08-16\n    confidence: V2-high\n    figures: [30%, 50%]";

    [Theory]
    [InlineData("Được hỗ trợ 50 triệu đồng. Câu khác.", "**Thay đổi từ 01/03/2027:** Nay là mức mới. Câu khác.")]
    [InlineData("Theo Nghị định 80/2021/NĐ-CP. Câu khác.", "**Thay đổi từ 01/03/2027:** Nay là mức mới. Câu khác.")]
    [InlineData(
        "Một việc; việc nữa (Nghị định 80/2021/NĐ-CP; Điều 1 văn bản khác). Câu khác.",
        "**Thay đổi từ 01/03/2027:** Nay là mức mới. Câu khác."
    )]
    [InlineData("Theo Nghị định 180/2021/NĐ-CP.", "Theo Nghị định 180/2021/NĐ-CP.")]
    [InlineData("Được hỗ trợ 50% theo Nghị định 55/2019/NĐ-CP.", "Được hỗ trợ 50% theo Nghị định 55/2019/NĐ-CP.")]
    [InlineData("Được hỗ trợ 50%.", "Được hỗ trợ 50%.")]
    [InlineData("Được hỗ trợ 50%, tối đa 50 triệu đồng.", "**Thay đổi từ 01/03/2027:** Nay là mức mới.")]
    [InlineData("- Tối đa 50 triệu đồng.\n- Khác.\n- Trong 14 ngày làm việc.", "- **Thay đổi từ 01/03/2027:** Nay là mức mới.\n- Khác.")]
    [InlineData(
        "Theo Nghị định 80/2021/NĐ-CP:\n- một việc;\n- việc nữa.\n\nCâu khác.",
        "**Thay đổi từ 01/03/2027:** Nay là mức mới.\n\nCâu khác."
    )]
    [InlineData(
        "| Mục | Mức |\n|---|---|\n| Một | 50 triệu đồng |\n| Hai | 30% |\n\nCâu khác.",
        "| Mục | Mức |\n|---|---|\n| Hai | 30% |\n\n**Thay đổi từ 01/03/2027:** Nay là mức mới.\n\nCâu khác."
    )]
    [InlineData("| Mục | Mức |\n|---|---|\n| Một | 50 triệu đồng |", "**Thay đổi từ 01/03/2027:** Nay là mức mới.")]
    public void A_statement_ends_with_the_clause_that_it_names_or_whose_figure_it_holds(string written, string shown)
    {
        var article = Article(written, Ended + Second);

        Assert.Equal(written, Shown(article, new DateOnly(2027, 2, 28)));
        Assert.Equal(shown, Shown(article, new DateOnly(2027, 3, 1)));
    }

    [Fact]
    public void A_statement_takes_the_period_to_which_it_refers()
    {
        var article = Article(
            "Nộp bản giấy đến hết năm.{@paper} Câu khác.",
            Clause,
            "periods: [{ id: paper, until: 2026-12-31, then: { vi: Chỉ nộp trên mạng., en: File online only. } }]\n"
        );

        Assert.Equal("Nộp bản giấy đến hết năm. Câu khác.", Shown(article, new DateOnly(2026, 12, 31)));
        Assert.Equal("**Thay đổi từ 01/01/2027:** Chỉ nộp trên mạng. Câu khác.", Shown(article, new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public void A_statement_is_not_given_before_its_period_begins()
    {
        var article = Article("Câu khác. Được hỗ trợ 30%.", Clause + Second.Replace("2019-08-16", "2027-01-01", StringComparison.Ordinal));

        Assert.Equal("Câu khác. **Lưu ý:** có quy định ở đây chỉ áp dụng từ ngày 01/01/2027.", Shown(article, new DateOnly(2026, 12, 31)));
        Assert.Equal("Câu khác. Được hỗ trợ 30%.", Shown(article, new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public void A_clause_that_had_ended_when_the_text_was_written_leaves_the_text_alone()
    {
        var article = Article("Theo Nghị định 80/2021/NĐ-CP.", Ended.Replace("2027-02-28", "2025-12-31", StringComparison.Ordinal));

        Assert.Equal("Theo Nghị định 80/2021/NĐ-CP.", Shown(article, new DateOnly(2027, 3, 1)));
    }

    [Fact]
    public void The_end_of_a_statement_without_a_successor_is_given()
    {
        var article = Article("Được hỗ trợ 50 triệu đồng.", Clause.Replace("until:", "until: 2026-12-31", StringComparison.Ordinal));

        var shown = Shown(article, new DateOnly(2027, 1, 1));
        Assert.Contains("đã hết hiệu lực sau ngày 31/12/2026", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("50 triệu", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Periods_do_not_change_the_revision()
    {
        var article = Article("Được hỗ trợ 50 triệu đồng.", Ended);

        Assert.Equal(article.Revision, StatementPeriods.Apply(article).Revision);
    }

    private static string Shown(Article article, DateOnly day) =>
        Assert.Single(StatementPeriods.Apply(article).GetSectionsOn(day, Lang.Vi), section => section.Id == "time").Markdown;

    private static Article Article(string written, string clause, string periods = "")
    {
        var text = CheckSample.Article;
        var from = text.IndexOf("Quyết định trong", StringComparison.Ordinal);
        var to = text.IndexOf("\n\n## Điều chưa", StringComparison.Ordinal);
        text = text[..from] + written + text[to..];
        Assert.Contains(Clause, text, StringComparison.Ordinal);
        text = text.Replace(Clause, clause, StringComparison.Ordinal).Replace("checked:", $"{periods}checked:", StringComparison.Ordinal);
        var read = ArticleReader.Read("support/B1-tech.md", text);
        return Assert.IsType<ArticleReadResult.Valid>(read).Article;
    }
}
