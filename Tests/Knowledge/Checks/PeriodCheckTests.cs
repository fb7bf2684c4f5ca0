using PolicyAssistantBot.Knowledge.Checks;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Tests.Knowledge.Checks;

public sealed class PeriodCheckTests
{
    private static readonly DateOnly Day = new(2026, 12, 16);

    private const string Validity = "validity: { from: 2021-10-15, until: }";
    private const string Clause = "    until:\n    replacedBy:\n    confidence: V2-high";
    private const string VietnameseTime = "Quyết định trong 14 ngày làm việc (Nghị định 80/2021/NĐ-CP).";
    private const string EnglishTime = "A decision within 14 working days (Decree 80/2021/NĐ-CP).";
    private const string Then = "then: { vi: Nay khác., en: It is different now. }";

    [Theory]
    [InlineData("2026-12-15", 1)]
    [InlineData("2026-12-16", 0)]
    public void An_article_that_ended_yesterday_without_the_rule_that_follows_fails(string until, int findings) =>
        Assert.Equal(findings, Ended(Validity, $"validity: {{ from: 2021-10-15, until: {until} }}").Count);

    [Fact]
    public void An_ended_article_with_the_rule_that_follows_passes() =>
        Assert.Empty(Ended(Validity, $"validity: {{ from: 2021-10-15, until: 2026-12-15, {Then} }}"));

    [Fact]
    public void A_statement_whose_clause_ended_yesterday_is_reported_at_its_line()
    {
        Assert.Equal([58, 62, 74, 78], Ended(Clause, Clause.Replace("until:", "until: 2026-12-15", StringComparison.Ordinal)));
        Assert.Empty(Ended(Clause, Clause.Replace("until:", "until: 2026-12-16", StringComparison.Ordinal)));
        Assert.Empty(Ended(Clause, Clause.Replace("until:", $"until: 2026-12-15\n    {Then}", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_clause_that_ended_before_the_check_needs_a_successor_for_its_figures() =>
        Assert.Equal([23], Ended(Clause, Clause.Replace("until:", "until: 2026-11-20", StringComparison.Ordinal)));

    [Theory]
    [InlineData("period", VietnameseTime, "Đến hết 31/12/2026 nộp bản giấy.")]
    [InlineData("period", EnglishTime, "Until the end of 31 December 2026 papers are taken.")]
    [InlineData("period", VietnameseTime, "Nộp bản giấy.{@paper}")]
    [InlineData("period", "checked:", "periods: [{ id: paper, until: 2026-12-31 }]\nchecked:")]
    [InlineData(
        "period",
        Clause,
        "    until: 2026-12-31\n    replacedBy:\n    confidence: V2-high",
        "checked:",
        "periods: [{ id: paper, until: 2027-01-31 }]\nchecked:",
        VietnameseTime,
        VietnameseTime + "{@paper}"
    )]
    [InlineData(
        "same-periods",
        "checked:",
        "periods: [{ id: paper, until: 2026-12-31 }]\nchecked:",
        VietnameseTime,
        VietnameseTime + "{@paper}"
    )]
    public void A_period_that_is_unknown_or_disagrees_with_clause_text_or_translation_fails(string rule, params string[] replacements) =>
        Assert.Contains(Check(replacements), finding => finding.Rule == rule);

    [Fact]
    public void An_article_that_applies_longer_than_all_its_bases_fails()
    {
        var text = CheckSample.Article.Replace("    until:\n", $"    until: 2027-02-28\n    {Then}\n", StringComparison.Ordinal);

        Assert.Contains(Check(text), finding => finding is { Rule: "period", Line: 47 });
        Assert.DoesNotContain(
            Check(text.Replace(Validity, "validity: { from: 2021-10-15, until: 2027-02-28 }", StringComparison.Ordinal)),
            finding => finding.Rule == "period"
        );
    }

    [Fact]
    public void The_text_for_the_time_after_an_end_is_checked_like_any_other()
    {
        var findings = Check(Validity, "validity: { from: 2021-10-15, until: 2026-12-15, then: { vi: Nay là 60%., en: Now 65%. } }");

        Assert.Contains(findings, finding => finding.Rule == "figure-without-basis");
        Assert.Contains(findings, finding => finding.Rule == "same-figures");
    }

    private static List<int> Ended(params string[] replacements) =>
        [.. Check(replacements).Where(finding => finding.Rule == "ended").Select(finding => finding.Line)];

    private static IReadOnlyList<Problem> Check(params string[] replacements)
    {
        var text = CheckSample.Article;
        for (var i = 0; i < replacements.Length; i += 2)
        {
            Assert.Contains(replacements[i], text, StringComparison.Ordinal);
            text = text.Replace(replacements[i], replacements[i + 1], StringComparison.Ordinal);
        }

        return Check(text);
    }

    private static IReadOnlyList<Problem> Check(string text) =>
        KnowledgeCheck
            .Run(
                [new ArticleFile("definitions/A1-size.md", CheckSample.Other), new ArticleFile("support/B1-tech.md", text)],
                LegalRegister.Default,
                Day
            )
            .Findings.Where(finding => finding.Path == "support/B1-tech.md")
            .ToList();
}
