using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.Checking;

namespace PolicyAssistantBot.Tests.Knowledge.Checking;

/// <summary>The ways of writing a figure, brought into the one of the articles.</summary>
public sealed class FigureTextTests
{
    [Theory]
    [InlineData("hỗ trợ hai tỷ đồng", "hỗ trợ 2 tỷ đồng")]
    [InlineData("hỗ trợ 2tỷ", "hỗ trợ 2 tỷ")]
    [InlineData("hỗ trợ 2tỉ", "hỗ trợ 2 tỷ")]
    [InlineData("800tr", "800 triệu")]
    [InlineData("800TR một năm", "800 triệu 1 năm")]
    [InlineData("800 tr", "800 triệu")]
    [InlineData("50k", "50 nghìn")]
    [InlineData("50000đ", "50000 đồng")]
    [InlineData("5 triệu vnd", "5 triệu đồng")]
    [InlineData("5 triệu VNĐ", "5 triệu đồng")]
    [InlineData("2 tỷ trước", "2 tỷ trước")]
    [InlineData("ba mươi phần trăm", "30%")]
    [InlineData("50 phần trăm chi phí", "50% chi phí")]
    [InlineData("2.5 tỷ", "2,5 tỷ")]
    [InlineData("1,234.5", "1.234,5")]
    [InlineData("1.234,5", "1.234,5")]
    [InlineData("2,000,000 đồng", "2.000.000 đồng")]
    [InlineData("2.000.000 đồng", "2.000.000 đồng")]
    [InlineData("2,5 tỷ", "2,5 tỷ")]
    [InlineData("2.000 người", "2.000 người")]
    [InlineData("ngày 1/7/2026", "ngày 01/07/2026")]
    [InlineData("ngày 1-7-2026", "ngày 01/07/2026")]
    [InlineData("ngày 1.7.2026", "ngày 01/07/2026")]
    [InlineData("ngày 2026-07-01", "ngày 01/07/2026")]
    [InlineData("ngày 31/12/2026", "ngày 31/12/2026")]
    [InlineData("ngày 28/2/2026", "ngày 28/02/2026")]
    [InlineData("ngày 29/2/2028", "ngày 29/02/2028")]
    [InlineData("ngày 29/2/2026", "ngày 29/2/2026")]
    [InlineData("ngày 1/13/2026", "ngày 1/13/2026")]
    [InlineData("ngày 1/0/2026", "ngày 1/0/2026")]
    [InlineData("ngày 0/1/2026", "ngày 0/1/2026")]
    [InlineData("ngày 1/1/2026", "ngày 01/01/2026")]
    [InlineData("ngày 1/12/2026", "ngày 01/12/2026")]
    [InlineData("ngày 1/7-2026", "ngày 1/7-2026")]
    public void Vietnamese_figures_are_normalised(string text, string normalized) =>
        Assert.Equal(normalized, FigureText.Normalize(text, Lang.Vi));

    [Theory]
    [InlineData("two billion dong", "VND 2 billion")]
    [InlineData("2bn dong", "VND 2 billion")]
    [InlineData("2 mn", "2 million")]
    [InlineData("2m VND", "VND 2 million")]
    [InlineData("50k", "50 thousand")]
    [InlineData("2,000,000 Vietnamese dong", "VND 2,000,000 ")]
    [InlineData("VND 2 billion", "VND 2 billion")]
    [InlineData("fifty per cent of the cost", "50% of the cost")]
    [InlineData("50 percent", "50%")]
    [InlineData("2,5", "2.5")]
    [InlineData("1.234,5", "1,234.5")]
    [InlineData("2.000.000", "2,000,000")]
    [InlineData("2,000", "2,000")]
    [InlineData("July 1, 2026", "1 July 2026")]
    [InlineData("July 1st 2026", "1 July 2026")]
    [InlineData("the 2nd of July", "the 2 July")]
    [InlineData("3rd December", "3 December")]
    [InlineData("on 1/7/2026", "on 1 July 2026")]
    [InlineData("on 2026-12-31", "on 31 December 2026")]
    [InlineData("on 31/1/2026", "on 31 January 2026")]
    [InlineData("on 29/2/2026", "on 29/2/2026")]
    public void English_figures_are_normalised(string text, string normalized) =>
        Assert.Equal(normalized, FigureText.Normalize(text, Lang.En));

    [Theory]
    [InlineData("Jan", "January")]
    [InlineData("Feb", "February")]
    [InlineData("Mar", "March")]
    [InlineData("Apr", "April")]
    [InlineData("May", "May")]
    [InlineData("Jun", "June")]
    [InlineData("Jul", "July")]
    [InlineData("Aug", "August")]
    [InlineData("Sep", "September")]
    [InlineData("Oct", "October")]
    [InlineData("Nov", "November")]
    [InlineData("Dec", "December")]
    public void Each_month_is_written_with_its_English_name(string start, string name)
    {
        var number = 1 + (Array.IndexOf(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], start));
        Assert.Equal($"5 {name} 2026", FigureText.Normalize($"5/{number}/2026", Lang.En));
        Assert.Equal($"5 {name} 2026", FigureText.Normalize($"{name} 5, 2026", Lang.En));
    }
}
