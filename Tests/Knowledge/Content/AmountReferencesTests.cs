using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Tests.Knowledge.Content;

public sealed class AmountReferencesTests
{
    private const string Table = """
        basis: { document: 1/2026/NĐ-CP, clause: Điều 1, from: 2026-01-01, until: 2026-12-31, confidence: V2-medium, article: T1 }
        exemption: { upTo: 1500000000 }
        rates:
          - { key: goods, percent: 0.5 }
          - { id: services, key: other, percent: 5, basis: { document: 2/2026/NĐ-CP, confidence: V1-high } }
          - { percent: 7 }
        times:
          - { key: short, days: 3, unit: workingDay }
          - { key: long, days: 30, unit: day }
        people: { employees: 10 }
        """;

    [Fact]
    public void An_amount_has_an_id_of_its_table_path_and_field()
    {
        var amounts = AmountTable.Read("sample", Table).ToDictionary(amount => amount.Id);

        Assert.Equal(
            [
                "sample.exemption.upTo",
                "sample.rates.goods.percent",
                "sample.rates.services.percent",
                "sample.times.long.days",
                "sample.times.short.days",
            ],
            amounts.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal("1,5 tỷ đồng|VND 1.5 billion", Written(amounts["sample.exemption.upTo"]));
        Assert.Equal("0,5%|0.5%", Written(amounts["sample.rates.goods.percent"]));
        Assert.Equal("3 ngày làm việc|3 working days", Written(amounts["sample.times.short.days"]));
        Assert.Equal("30 ngày|30 days", Written(amounts["sample.times.long.days"]));
        Assert.Equal("1/2026/NĐ-CP", amounts["sample.exemption.upTo"].Document);
        Assert.Equal(new DateOnly(2026, 12, 31), amounts["sample.exemption.upTo"].InForce.Until);
        Assert.Equal("2/2026/NĐ-CP", amounts["sample.rates.services.percent"].Document);
    }

    [Fact]
    public void A_table_without_a_basis_defines_no_amounts() => Assert.Empty(AmountTable.Read("sample", "exemption: { upTo: 1 }"));

    [Fact]
    public void References_are_written_out_in_the_language_of_the_text()
    {
        var text = Sample
            .Article.Replace("[50 %, 50 triệu đồng]", "['{{support-amounts.digital-solutions-small.cap}}']", StringComparison.Ordinal)
            .Replace("50 triệu đồng.", "{{support-amounts.digital-solutions-small.cap}}.", StringComparison.Ordinal)
            .Replace("VND 50 million", "{{support-amounts.digital-solutions-small.cap}}", StringComparison.Ordinal);

        var article = Assert.IsType<ArticleReadResult.Valid>(ArticleReader.Read(Sample.Path, text)).Article;

        Assert.EndsWith("tối đa 50 triệu đồng.", article.GetSections(Lang.Vi)[0].Markdown, StringComparison.Ordinal);
        Assert.EndsWith("at most VND 50 million.", article.GetSections(Lang.En)[0].Markdown, StringComparison.Ordinal);
        Assert.Equal(["50 triệu đồng"], article.Basis[0].Figures);
    }

    [Fact]
    public void An_unknown_amount_is_a_problem_at_its_line()
    {
        var text = Sample.Article.Replace("50 triệu đồng.", "{{support-amounts.nothing.cap}}.", StringComparison.Ordinal);

        var problem = Assert.Single(Assert.IsType<ArticleReadResult.Invalid>(ArticleReader.Read(Sample.Path, text)).Problems);

        Assert.Equal(("amount", 35), (problem.Rule, problem.Line));
    }

    private static string Written(DefinedAmount amount) => $"{amount.Format(Lang.Vi)}|{amount.Format(Lang.En)}";
}
