using PolicyAssistantBot.Knowledge.Checks;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Tests.Knowledge.Checks;

public sealed class KnowledgeCheckTests
{
    [Fact]
    public void Valid_articles_have_no_findings() => Assert.Empty(Check(CheckSample.Article));

    [Fact]
    public void The_articles_of_this_repository_have_no_findings()
    {
        var report = KnowledgeCheck.Run(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Articles"), new DateOnly(2026, 11, 21));

        Assert.InRange(report.Articles, 90, int.MaxValue);
        Assert.Empty(report.Findings);
    }

    [Theory]
    [InlineData("figure-without-basis", 58, "tối đa 50 triệu", "tối đa 60 triệu", "at most VND 50", "at most VND 60")]
    [InlineData("figure-without-basis", 62, "trong 14 ngày làm việc", "trong 15 ngày làm việc", "within 14 working", "within 15 working")]
    [InlineData("figure-without-basis", 62, "(Nghị định", "từ 01/02/2026 (Nghị định", "(Decree", "from 1 February 2026 (Decree")]
    [InlineData("unverified", 58, "50 triệu đồng, tùy", "99 triệu đồng, tùy", "VND 50 million", "VND 99 million")]
    [InlineData("confirm", 64, " Nguồn là báo hoặc trang luật, chưa đối chiếu văn bản gốc: anh/chị hỏi lại trước khi dùng.", "")]
    [InlineData("confirm", 80, " The source is the press or a law website, not the original text: please check before relying on it.", "")]
    [InlineData("style", 58, "hỗ trợ 50%, tối đa", "hỗ trợ 50 %, tối đa")]
    [InlineData("style", 62, "(Nghị định", "tại Thành phố (Nghị định")]
    [InlineData("style", 58, "Doanh nghiệp nhỏ có thể thuộc diện", "Có: doanh nghiệp nhỏ có thể thuộc diện")]
    [InlineData("confidence", 46, "confidence: V2-high\nsource", "confidence: V1-high\nsource")]
    [InlineData(
        "unconfirmed",
        56,
        "## Điều chưa xác nhận {#unconfirmed}",
        "## Khác {#more}",
        "## What is not confirmed {#unconfirmed}",
        "## More {#more}"
    )]
    [InlineData("unconfirmed", 66, "Anh/chị gửi yêu cầu cho Sở Tài chính.", "Xin chờ.")]
    [InlineData("register", 62, "80/2021/NĐ-CP).", "81/2021/NĐ-CP).")]
    [InlineData("register", 23, "document: 80/2021/NĐ-CP", "document: 81/2021/NĐ-CP")]
    [InlineData(
        "expired",
        62,
        "(Nghị định 80/2021/NĐ-CP)",
        "(Nghị định 39/2018/NĐ-CP)",
        "(Decree 80/2021/NĐ-CP)",
        "(Decree 39/2018/NĐ-CP)"
    )]
    [InlineData("validity", 23, "document: 80/2021/NĐ-CP", "document: 39/2018/NĐ-CP")]
    [InlineData(
        "validity",
        23,
        "from: 2021-10-15\n    until:\n    replacedBy:\n    confidence: V2-high",
        "from: 2021-10-14\n    until:\n    replacedBy:\n    confidence: V2-high"
    )]
    [InlineData("same-figures", 74, "at most VND 50 million", "at most VND 51 million")]
    [InlineData("same-figures", 78, "80/2021/NĐ-CP).\n\nAccording", "20/2026/NĐ-CP).\n\nAccording")]
    [InlineData("same-sections", 76, "## Time {#time}", "## Time {#term}")]
    [InlineData("follow-up", 50, "followUps: [A1-size]", "followUps: [A9-none]")]
    [InlineData("follow-up", 50, "followUps: [A1-size]", "followUps: []")]
    [InlineData("follow-up", 50, "followUps: [A1-size]", "followUps: [B1-tech]")]
    [InlineData("question-twice", 9, "Doanh nghiệp nhỏ được hỗ trợ bao nhiêu tiền mua phần mềm?", "cty nho mua QUY MÔ")]
    [InlineData("questions", 7, "    - cty nho mua phan mem\n", "")]
    [InlineData("questions", 7, "    - Software subsidy\n", "")]
    [InlineData("questions", 7, "- cty nho mua phan mem", "- cty nhỏ mua phần mềm")]
    [InlineData("audience", 49, "audience: [micro, small]", "audience: [micro, tiny]")]
    [InlineData("promise", 58, "có thể thuộc diện được", "chắc chắn được")]
    [InlineData("promise", 74, "A small enterprise may qualify for", "You are entitled to")]
    [InlineData("budget", 56, ", tùy dự toán của năm", "")]
    [InlineData("owner", 48, "owner: Sở Tài chính Hà Nội", "owner: Sở Tài Chính")]
    [InlineData("review", 52, "filing: none", "filing: none\nreview: 2026-11-21")]
    [InlineData("filing", 3, "filing: none", "related: []")]
    [InlineData("filing", 51, "filing: none", "filing: {}")]
    [InlineData("filing", 51, "filing: none", "filing: { as: A1-size }")]
    [InlineData("filing", 51, "filing: none", "filing: { as: B9-tax }")]
    [InlineData("filing", 51, "filing: none", "unknown: { facts: [], ask: Sở Tài chính Hà Nội }")]
    [InlineData("filing", 51, "filing: none", "unknown: { facts: [where], ask: Phòng nào đó }")]
    [InlineData("front-matter", 47, "owner: Sở", "ovner: Sở")]
    public void A_violation_is_found_at_its_line(string rule, int line, params string[] replacements)
    {
        var text = CheckSample.Article;
        for (var i = 0; i < replacements.Length; i += 2)
        {
            Assert.Contains(replacements[i], text, StringComparison.Ordinal);
            text = text.Replace(replacements[i], replacements[i + 1], StringComparison.Ordinal);
        }

        var findings = Check(text);

        Assert.True(
            findings.Any(finding =>
                finding.Rule == rule
                && (finding.Line == line || rule is "front-matter" or "budget" or "unconfirmed")
                && finding.Path == "support/B1-tech.md"
            ),
            string.Join('\n', findings)
        );
        Assert.All(findings, finding => Assert.NotEqual(finding.Reason.Vi, finding.Reason.En));
    }

    [Theory]
    [InlineData("answer", 130, 1)]
    [InlineData("sentence", 50, 1)]
    [InlineData("answer", 60, 0)]
    public void Sections_and_sentences_that_are_too_long_are_reported(string what, int words, int findings)
    {
        var sentence =
            what == "sentence"
                ? string.Join(' ', Enumerable.Repeat("từ", words)) + "."
                : string.Concat(Enumerable.Repeat("Một câu vừa phải. ", words / 4));

        Assert.Equal(
            findings,
            Check(
                    CheckSample.Article.Replace(
                        "Doanh nghiệp nhỏ có thể",
                        $"{sentence}\n\nDoanh nghiệp nhỏ có thể",
                        StringComparison.Ordinal
                    )
                )
                .Count(finding => finding.Rule == "length")
        );
    }

    private static IReadOnlyList<Problem> Check(string text) =>
        KnowledgeCheck
            .Run(
                [new ArticleFile("definitions/A1-size.md", CheckSample.Other), new ArticleFile("support/B1-tech.md", text)],
                LegalRegister.Default,
                new DateOnly(2026, 11, 21)
            )
            .Findings;
}
