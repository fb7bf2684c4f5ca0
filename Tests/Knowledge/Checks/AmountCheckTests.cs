using PolicyAssistantBot.Knowledge.Checks;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Tests.Knowledge.Checks;

public sealed class AmountCheckTests
{
    private const string Cap = "{{support-amounts.digital-solutions-small.cap}}";
    private const string Share = "{{support-amounts.digital-solutions-small.share}}";

    /// <summary>The sample with the clause of the table, and references in the place of its amounts.</summary>
    private static readonly string Referring = CheckSample
        .Article.Replace("clause: Điều 22", "clause: Điều 11", StringComparison.Ordinal)
        .Replace("[50%, 50 triệu đồng,", $"['{Share}', '{Cap}',", StringComparison.Ordinal)
        .Replace("được hỗ trợ 50%, tối đa 50 triệu đồng", $"được hỗ trợ {Share}, tối đa {Cap}", StringComparison.Ordinal)
        .Replace("qualify for 50%, at most VND 50 million", $"qualify for {Share}, at most {Cap}", StringComparison.Ordinal);

    [Fact]
    public void References_to_amounts_pass() => Assert.Empty(Check(Referring));

    [Theory]
    [InlineData("50 triệu đồng", "write {{support-amounts.digital-consulting-small.cap}} / " + Cap)]
    [InlineData("60 triệu đồng", "“60 triệu đồng” differs from the rule table (VND 50 million; VND 100 million; VND 20 million)")]
    public void A_figure_of_the_clause_must_be_a_reference(string figure, string reason)
    {
        var finding = Assert.Single(Check(Referring.Replace($"'{Cap}'", $"'{Cap}', '{figure}'", StringComparison.Ordinal)));

        Assert.Equal(("amount", 29), (finding.Rule, finding.Line));
        Assert.Contains(reason, finding.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_an_example_are_no_amounts_of_the_clause() =>
        Assert.Empty(
            Check(Referring.Replace("14 ngày làm việc]", "14 ngày làm việc]\n    examples: [60 triệu đồng]", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("tối đa " + Cap, "tối đa 50 triệu đồng", 58)]
    [InlineData("at most " + Cap, "at most VND 50 million", 74)]
    public void A_statement_must_not_repeat_an_amount(string written, string repeated, int line)
    {
        var finding = Assert.Single(Check(Referring.Replace(written, repeated, StringComparison.Ordinal)));

        Assert.Equal(("amount", line), (finding.Rule, finding.Line));
    }

    [Theory]
    [InlineData("clause: Điều 11", "clause: Điều 12", "the article needs the basis 80/2021/NĐ-CP Điều 11")]
    [InlineData(
        "until:\n    replacedBy:",
        "until: 2027-12-31\n    replacedBy:",
        "its last day in the table is not that of the article's basis"
    )]
    public void A_reference_must_agree_with_a_basis(string written, string other, string reason)
    {
        var at = Referring.IndexOf(written, StringComparison.Ordinal);

        Assert.Contains(
            Check($"{Referring[..at]}{other}{Referring[(at + written.Length)..]}"),
            finding => finding.Rule == "amount" && finding.Reason.En.Contains(reason, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_unverified_amount_must_not_be_stated() =>
        Assert.Contains(
            Check(
                Referring
                    .Replace("clause: Điều 11", "clause: Điều 13 khoản 2", StringComparison.Ordinal)
                    .Replace(Cap, "{{support-amounts.consulting-micro-priority.cap}}", StringComparison.Ordinal)
            ),
            finding => finding.Reason.En.Contains("not verified", StringComparison.Ordinal)
        );

    private static List<Problem> Check(string text) =>
        [
            .. KnowledgeCheck
                .Run(
                    [new ArticleFile("definitions/A1-size.md", CheckSample.Other), new ArticleFile("support/B1-tech.md", text)],
                    LegalRegister.Default,
                    new DateOnly(2026, 11, 21)
                )
                .Findings.Where(finding => finding.Path == "support/B1-tech.md"),
        ];
}
