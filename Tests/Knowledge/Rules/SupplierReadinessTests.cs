using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Rules.Places;

namespace PolicyAssistantBot.Tests.Knowledge.Rules;

public sealed class SupplierReadinessTests
{
    public static TheoryData<BuyerSector> Sectors => [.. Enum.GetValues<BuyerSector>()];

    [Theory]
    [MemberData(nameof(Sectors))]
    public void The_checklist_asks_each_requirement_once_and_ends(BuyerSector sector)
    {
        var answers = new Dictionary<string, bool>(StringComparer.Ordinal);
        while (SupplierReadiness.Evaluate(sector, answers).Next is { } next)
        {
            answers.Add(next.Key, answers.Count % 2 == 0);
        }

        var result = SupplierReadiness.Evaluate(sector, answers);
        Assert.Equal(SupplierReadiness.GetRequirements(sector).Count, result.Met.Count + result.Missing.Count);
        Assert.InRange(result.Met.Count - result.Missing.Count, 0, 1);
        Assert.InRange(answers.Count, 8, 16);
    }

    [Theory]
    [InlineData(BuyerSector.Automotive, "iatf-16949")]
    [InlineData(BuyerSector.Electronics, "rohs-reach")]
    [InlineData(BuyerSector.Food, "food-safety")]
    [InlineData(BuyerSector.Medical, "iso-13485")]
    [InlineData(BuyerSector.Textile, "social")]
    [InlineData(BuyerSector.It, "iso-27001")]
    [InlineData(BuyerSector.Aerospace, "as9100")]
    public void Each_sector_has_its_own_requirement_and_the_common_ones(BuyerSector sector, string key)
    {
        var keys = SupplierReadiness.GetRequirements(sector).Select(requirement => requirement.Key).ToList();

        Assert.Contains(key, keys);
        Assert.Contains("iso-9001", keys);
        Assert.Contains("profile", keys);
    }

    [Fact]
    public void The_page_shows_gaps_and_support_in_one_language_and_encodes_them()
    {
        var result = SupplierReadiness.Evaluate(
            BuyerSector.It,
            new Dictionary<string, bool>(StringComparer.Ordinal) { ["iso-27001"] = false, ["profile"] = true }
        );

        var page = SupplierReadinessPage.Render(
            result,
            Lang.Vi,
            new DateOnly(2026, 11, 21),
            key => key == "B1-tech-consulting" ? "Tư vấn <số>" : null
        );

        Assert.Contains("An ninh th&#244;ng tin ISO/IEC 27001", page, StringComparison.Ordinal);
        Assert.Contains("&lt;s", page, StringComparison.Ordinal);
        Assert.Contains("21/11/2026", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains(
            "lang=\"en\"",
            SupplierReadinessPage.Render(result, Lang.En, new DateOnly(2026, 11, 21), _ => null),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_requirement_refers_to_existing_articles()
    {
        var keys = new ArticleStore(
            Path.Combine(AppContext.BaseDirectory, "Knowledge", "Articles"),
            null,
            TimeProvider.System,
            watch: false
        )
            .Current.Articles.Select(article => article.Key)
            .ToHashSet(StringComparer.Ordinal);
        var named = SupplierReadiness
            .All.SelectMany(requirement => requirement.ArticleKeys.Concat(requirement.SchemeKeys))
            .Concat(FormerNames.All.Select(name => name.ArticleKey))
            .Concat(Deadlines.All.Select(rule => rule.Basis.ArticleKey))
            .Concat(SupportAmounts.All.Select(amount => amount.Basis.ArticleKey))
            .Concat(Checklists.All.Select(checklist => checklist.Basis.ArticleKey))
            .Concat(HouseholdTable.Default.Bands.Select(band => band.Basis.ArticleKey))
            .Append(SmeSizeTable.Default.Decree.ArticleKey)
            .Append(WomenOwnershipTable.Default.ManyWomen.Basis.ArticleKey);

        Assert.Subset(keys, named.ToHashSet(StringComparer.Ordinal));
    }
}
