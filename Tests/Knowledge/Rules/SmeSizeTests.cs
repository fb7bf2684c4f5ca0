using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Tests.Knowledge.Rules;

/// <summary>Tests each bound of each class one below, at it, and one above; amounts to the đồng.</summary>
public sealed class SmeSizeTests
{
    private const decimal Billion = 1_000_000_000m;
    private const decimal Huge = 999_999 * Billion;

    public static TheoryData<SmeSector, string, decimal, decimal, decimal, string> Bounds =>
        new()
        {
            { SmeSector.Industry, "Micro", 10, 3, 3, "Small" },
            { SmeSector.Industry, "Small", 100, 50, 20, "Medium" },
            { SmeSector.Industry, "Medium", 200, 200, 100, "LawAndDecreeDiffer" },
            { SmeSector.Services, "Micro", 10, 10, 3, "Small" },
            { SmeSector.Services, "Small", 50, 100, 50, "Medium" },
            { SmeSector.Services, "Medium", 100, 300, 100, "LawAndDecreeDiffer" },
        };

    [Theory]
    [MemberData(nameof(Bounds))]
    public void The_bounds_of_a_class_are_inclusive(
        SmeSector sector,
        string size,
        decimal employees,
        decimal revenue,
        decimal capital,
        string next
    )
    {
        var (r, c) = (revenue * Billion, capital * Billion);

        // Employees: the bound is inclusive for any revenue and capital, and one more is the next class.
        Assert.Equal(size, Of(sector, employees - 1, r, c));
        Assert.Equal(size, Of(sector, employees, r, c));
        Assert.Equal(employees == 200 ? "NotSme" : next, Of(sector, employees + 1, r, c));

        // Either revenue or capital within its bound is enough.
        Assert.Equal(size, Of(sector, employees, r - 1, Huge));
        Assert.Equal(size, Of(sector, employees, r, Huge));
        Assert.NotEqual(size, Of(sector, employees, r + 1, Huge));
        Assert.Equal(size, Of(sector, employees, Huge, c - 1));
        Assert.Equal(size, Of(sector, employees, Huge, c));
        Assert.NotEqual(size, Of(sector, employees, Huge, c + 1));
    }

    [Theory]
    [InlineData(SmeSector.Industry, 200, 200.000000001, 100.000000001, "LawAndDecreeDiffer")]
    [InlineData(SmeSector.Industry, 200, 300, 100.000000001, "LawAndDecreeDiffer")]
    [InlineData(SmeSector.Industry, 200, 300.000000001, 100.000000001, "NotSme")]
    [InlineData(SmeSector.Industry, 201, 1, 1, "NotSme")]
    [InlineData(SmeSector.Services, 101, 300, 500, "LawAndDecreeDiffer")]
    [InlineData(SmeSector.Services, 200, 500, 100, "LawAndDecreeDiffer")]
    [InlineData(SmeSector.Services, 200, 300.000000001, 100.000000001, "NotSme")]
    [InlineData(SmeSector.Services, 100, 300.000000001, 100.000000001, "NotSme")]
    [InlineData(SmeSector.Services, 201, 1, 1, "NotSme")]
    [InlineData(SmeSector.Industry, 45, 38, 50, "Small")]
    [InlineData(SmeSector.Industry, 150, 180, 120, "Medium")]
    public void Law_and_decree_are_both_stated_when_they_differ(
        SmeSector sector,
        double employees,
        double revenue,
        double capital,
        string expected
    ) => Assert.Equal(expected, Of(sector, (decimal)employees, (decimal)revenue * Billion, (decimal)capital * Billion));

    [Fact]
    public void A_difference_between_law_and_decree_cites_both()
    {
        var differ = Assert.IsType<SmeSizeResult.LawAndDecreeDiffer>(
            SmeSize.Classify(new SmeFacts(SmeSector.Services, 150, Billion, Billion))
        );

        Assert.Equal(("80/2021/NĐ-CP", "Điều 5"), (differ.Basis.Document, differ.Basis.Clause));
        Assert.Equal(("04/2017/QH14", "Điều 4"), (differ.Law.Document, differ.Law.Clause));
    }

    [Fact]
    public void A_missing_fact_matters_only_when_it_decides()
    {
        Assert.IsType<SmeSizeResult.Micro>(SmeSize.Classify(new SmeFacts(SmeSector.Industry, 5, 2 * Billion, null)));
        Assert.IsType<SmeSizeResult.NotSme>(SmeSize.Classify(new SmeFacts(SmeSector.Industry, 250, null, null)));
        Assert.IsType<SmeSizeResult.NotSme>(SmeSize.Classify(new SmeFacts(null, 250, null, null)));
        Assert.IsType<SmeSizeResult.Micro>(SmeSize.Classify(new SmeFacts(null, 5, 2 * Billion, null)));
        Assert.Equal([SmeFact.Capital], Missing(new SmeFacts(SmeSector.Industry, 5, 4 * Billion, null)));
        Assert.Equal([SmeFact.Employees], Missing(new SmeFacts(SmeSector.Industry, null, Billion, Billion)));
        Assert.Equal([SmeFact.Sector], Missing(new SmeFacts(null, 5, 4 * Billion, 4 * Billion)));
    }

    private static string Of(SmeSector sector, decimal employees, decimal revenue, decimal capital) =>
        SmeSize.Classify(new SmeFacts(sector, employees, revenue, capital)).GetType().Name;

    private static IReadOnlyList<SmeFact> Missing(SmeFacts facts) =>
        Assert.IsType<SmeSizeResult.Unclear>(SmeSize.Classify(facts)).MissingFacts;
}
