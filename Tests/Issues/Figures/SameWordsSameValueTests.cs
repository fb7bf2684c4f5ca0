using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Tests.Issues.Figures;

/// <summary>The form, the guides and questions must read the same value from the same words.</summary>
public sealed class SameWordsSameValueTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("3 tỷ 050 triệu", 3_050_000_000)]
    [InlineData("hai mươi tỷ rưỡi", 20_500_000_000)]
    [InlineData("một tỷ hai", 1_200_000_000)]
    [InlineData("1 500 000 000", 1_500_000_000)]
    [InlineData("1'500'000'000", 1_500_000_000)]
    [InlineData("1T5", 1_500_000_000)]
    [InlineData("tỷ rưỡi", 1_500_000_000)]
    [InlineData("300 củ", 300_000_000)]
    public void Amounts(string words, long value)
    {
        var guide = new Guide { Kind = GuideKind.Size };

        Assert.Equal(value, QuantityReader.ReadSureAmount(words));
        Assert.Equal(value, GuideAnswers.ApplyText(guide, GuideSlot.Revenue, words, Today)?.Facts.Revenue);
        Assert.Equal(value, QuantityReader.Read($"doanh thu {words}", Today).FindFact(Measure.Revenue));
    }
}
