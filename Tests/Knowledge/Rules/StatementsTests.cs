using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Tests.Knowledge.Rules;

/// <summary>Statements that people ask about: their truth on a day, and the verdict on a claim.</summary>
public sealed class StatementsTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Every_statement_has_an_article_and_begins_in_both_languages() =>
        Assert.All(
            Statements.All,
            statement =>
            {
                Assert.NotEmpty(statement.ArticleKeys);
                Assert.NotEmpty(statement.SubjectPhrases);
                Assert.All(
                    statement.Periods,
                    period =>
                    {
                        Assert.NotEqual("", period.Text.Vi);
                        Assert.NotEqual("", period.Text.En);
                    }
                );
                Assert.NotNull(statement.FindPeriod(Today) ?? statement.Periods[0]);
            }
        );

    [Fact]
    public void Keys_are_unique() =>
        Assert.Equal(Statements.All.Count, Statements.All.Select(statement => statement.Key).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData("vat 8 sang nam con khong", "vat8")]
    [InlineData("thue khoan con ap dung khong", "lump-sum")]
    [InlineData("mon bai nam nay phai nop khong", "mon-bai")]
    [InlineData("luat thu do 39 2024 con hieu luc khong", "capital-law-old")]
    [InlineData("is the capital law 39 2024 still in force", "capital-law-old")]
    [InlineData("tai khoan ngan hang mo o dau", null)]
    [InlineData("thoi tiet hom nay the nao", null)]
    public void A_message_is_matched_with_its_statement(string folded, string? key) =>
        Assert.Equal(key, Statements.Find(folded, null)?.Key);

    [Fact]
    public void A_follow_up_takes_its_subject_from_the_last_article()
    {
        Assert.Equal("cut30-vat", Statements.Find("giam ca gtgt luon ha", "B9-tax-cut30")?.Key);
        Assert.Null(Statements.Find("giam ca gtgt luon ha", null));
    }

    [Theory]
    [InlineData(2025, true)]
    [InlineData(2026, false)]
    public void A_statement_depends_on_the_day(int year, bool holds) =>
        Assert.Equal(holds, Statements.All.First(statement => statement.Key == "lump-sum").FindPeriod(new DateOnly(year, 6, 1))!.IsTrue);

    [Fact]
    public void What_is_not_decided_for_next_year_is_not_stated_as_certain() =>
        Assert.Null(Statements.All.First(statement => statement.Key == "vat8").FindPeriod(new DateOnly(2027, 1, 1))!.IsTrue);
}
