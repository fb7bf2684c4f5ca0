using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Gaps;
using PolicyAssistantBot.Knowledge.Upkeep;

namespace PolicyAssistantBot.Tests.Knowledge.Content;

public sealed class FilingTests
{
    private const string Known = """
        filing:
          where: { vi: qua bưu chính, en: by post }
          form: { vi: mẫu số 1, en: form 1 }
        unknown: { facts: [contact, deadline, decides], ask: Sở Tài chính Hà Nội }
        """;

    [Fact]
    public void What_is_known_is_a_section_and_what_is_not_is_one_line_in_both_languages()
    {
        var article = Assert.Single(Read(Known));
        var (vi, en) = (article.SectionsVi[^1], article.SectionsEn[^1]);
        Assert.Equal(("filing", "Nộp hồ sơ"), (vi.Id, vi.Heading));
        Assert.Equal("- **Nơi nộp:** qua bưu chính\n- **Mẫu hồ sơ:** mẫu số 1", vi.Markdown);
        Assert.Equal("- **Where:** by post\n- **Form:** form 1", en.Markdown);
        Assert.Equal(
            "Chưa rõ: hạn nộp, nơi quyết định, đầu mối liên hệ. Anh/chị gửi yêu cầu để Sở Tài chính trả lời.",
            FilingTexts.FormatGap(article.Gap!, Lang.Vi)
        );
        Assert.Equal(
            "Not known yet: the deadline, who decides, whom to contact. Send a request, and the Department of Finance will answer.",
            FilingTexts.FormatGap(article.Gap!, Lang.En)
        );
    }

    [Fact]
    public void Another_body_is_named_in_the_language_of_the_answer()
    {
        var article = Assert.Single(Read("unknown: { about: { vi: mức phí, en: the fee }, ask: Thuế thành phố Hà Nội }"));
        Assert.Equal(
            "Chưa rõ: mức phí. Anh/chị hỏi Thuế thành phố Hà Nội; chưa biết hỏi ai thì gửi yêu cầu.",
            FilingTexts.FormatGap(article.Gap!, Lang.Vi)
        );
        Assert.Equal(
            "Not known yet: the fee. Ask the Hanoi tax authority; if you do not know whom to ask, send a request.",
            FilingTexts.FormatGap(article.Gap!, Lang.En)
        );
        Assert.DoesNotContain(article.SectionsVi, section => section.Id == "filing");
    }

    [Fact]
    public void An_article_that_is_applied_for_in_the_same_way_shares_the_facts_and_the_gap()
    {
        var articles = Read(
            Known,
            """
            filing: { as: B1-tech, form: { vi: mẫu số 2, en: form 2 } }
            unknown: { about: { vi: mức tiền, en: the amount }, ask: Sở Tài chính Hà Nội }
            """
        );
        var other = articles.Single(article => article.Key == "B2-info");
        Assert.Equal("- **Nơi nộp:** qua bưu chính\n- **Mẫu hồ sơ:** mẫu số 2", other.SectionsVi[^1].Markdown);
        Assert.Equal("hạn nộp, nơi quyết định, đầu mối liên hệ, mức tiền", FilingTexts.FormatFacts(other.Gap!, Lang.Vi));
        Assert.Empty(other.OwnGap!.Facts);

        // The shared gap is filled in once, so it is listed once.
        var list = GapList.Create(articles);
        var body = Assert.Single(list.Bodies);
        Assert.Equal([("B1-tech", "B2-info"), ("B2-info", "")], body.Gaps.Select(gap => (gap.Article.Key, string.Join(',', gap.AlsoIn))));
    }

    [Fact]
    public void A_gap_that_is_filled_changes_the_revision_and_articles_without_one_keep_theirs()
    {
        var without = Assert.Single(Read(""));
        var gap = Assert.Single(Read("unknown: { facts: [where], ask: Sở Tài chính Hà Nội }"));
        Assert.NotEqual(without.Revision, gap.Revision);
        Assert.Equal(without.Revision, Assert.Single(Read("filing: none")).Revision);
    }

    [Theory]
    [InlineData("unknown: { facts: [price], ask: Sở Tài chính Hà Nội }", "price")]
    [InlineData("unknown: { facts: [where] }", "ask")]
    [InlineData("filing: { place: { vi: a, en: b } }", "place")]
    [InlineData("filing: { where: { vi: a } }", "en")]
    [InlineData("filing: nothing", "none")]
    public void What_cannot_be_read_is_told(string fields, string named)
    {
        var problem = Assert.Single(ArticleSet.Read([File("B1-tech", fields)]).Problems);
        Assert.Contains(named, problem.Reason.Vi, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Article> Read(string first, string? second = null)
    {
        List<ArticleFile> files = [File("B1-tech", first)];
        if (second is not null)
        {
            files.Add(File("B2-info", second));
        }

        var set = ArticleSet.Read(files);
        Assert.Empty(set.Problems);
        return set.Articles;
    }

    private static ArticleFile File(string key, string fields) =>
        new(
            $"support/{key}.md",
            Sample
                .Article.Replace("key: B1-tech", $"key: {key}", StringComparison.Ordinal)
                .Replace("related: []", $"related: []\n{fields}", StringComparison.Ordinal)
        );
}
