using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Tests.Knowledge.Legal;

public sealed class FigureReaderTests
{
    [Theory]
    [InlineData("50 triệu đồng", "VND 50 million", "Money 50000000")]
    [InlineData("1,5 tỷ đồng", "VND 1.5 billion", "Money 1500000000")]
    [InlineData("25.000 đồng", "VND 25,000", "Money 25000")]
    [InlineData("100, 200 và 500 triệu đồng", "VND 100, 200 and 500 million", "Money 100000000", "Money 200000000", "Money 500000000")]
    [InlineData("trên 3 đến 50 tỷ đồng", "above 3 to 50 billion: VND 3 to 50 billion", "Money 3000000000", "Money 50000000000")]
    [InlineData("98,2 %", "98.2 %", "Percent 98.2")]
    [InlineData("từ 30 % đến 50 %", "30 % to 50 %", "Percent 30", "Percent 50")]
    [InlineData("từ 01/7/2026", "from 1 July 2026", "Date 2026-07-01")]
    [InlineData("tháng 6/2026", "June 2026", "Date 2026-06")]
    [InlineData("ngày 24/11", "24 November", "Date -----11-24")]
    [InlineData("14 ngày làm việc", "14 working days", "Period 14 working day")]
    [InlineData("3 năm liên tục", "3 consecutive years", "Period 3 year")]
    [InlineData("Nghị định 80/2021/NĐ-CP, Điều 11", "Decree 80/2021/NĐ-CP, Article 11", "Document 80/2021/nd-cp", "Number 11")]
    [InlineData("422.212 doanh nghiệp", "422,212 enterprises", "Number 422212")]
    [InlineData("1. Nộp đơn\n2. Chờ 3 ngày", "1. File\n2. Wait 3 days", "Period 3 day")]
    public void The_same_figure_has_one_value_in_both_languages(string vi, string en, params string[] expected)
    {
        Assert.Equal(expected, Values(vi, Lang.Vi));
        if (!en.Contains(':', StringComparison.Ordinal))
        {
            Assert.Equal(expected, Values(en, Lang.En));
        }
    }

    private static List<string> Values(string text, Lang lang) =>
        [.. FigureReader.Read(text, lang).Select(figure => $"{figure.Kind} {figure.Value}")];
}
