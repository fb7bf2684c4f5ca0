using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.Checking;

namespace PolicyAssistantBot.Tests.Knowledge.Checking;

/// <summary>Numbers in words become digits where a unit follows.</summary>
public sealed class NumberWordsTests
{
    [Theory]
    [InlineData("không đồng", "0 đồng")]
    [InlineData("một tỷ", "1 tỷ")]
    [InlineData("Hai năm", "2 năm")]
    [InlineData("ba tháng", "3 tháng")]
    [InlineData("bốn tuần", "4 tuần")]
    [InlineData("năm ngày", "5 ngày")]
    [InlineData("sáu giờ", "6 giờ")]
    [InlineData("bảy người", "7 người")]
    [InlineData("bẩy người", "7 người")]
    [InlineData("tám lần", "8 lần")]
    [InlineData("chín triệu", "9 triệu")]
    [InlineData("mười lao động", "10 lao động")]
    [InlineData("mười hai người", "12 người")]
    [InlineData("mười lăm ngày", "15 ngày")]
    [InlineData("hai mươi ngày", "20 ngày")]
    [InlineData("hai mươi mốt ngày", "21 ngày")]
    [InlineData("hai mươi tư giờ", "24 giờ")]
    [InlineData("ba mươi lăm phần trăm", "35 phần trăm")]
    [InlineData("một trăm triệu", "100 triệu")]
    [InlineData("hai trăm lẻ năm người", "205 người")]
    [InlineData("hai trăm linh năm người", "205 người")]
    [InlineData("ba trăm năm mươi người", "350 người")]
    [InlineData("một trăm mười người", "110 người")]
    [InlineData("một doanh nghiệp", "một doanh nghiệp")]
    [InlineData("năm nay", "năm nay")]
    public void Vietnamese_numerals_are_converted_to_digits(string text, string digits) =>
        Assert.Equal(digits, NumberWords.ToDigits(text, Lang.Vi));

    [Theory]
    [InlineData("one year", "1 year")]
    [InlineData("Two billion dong", "2 billion dong")]
    [InlineData("three months", "3 months")]
    [InlineData("four weeks", "4 weeks")]
    [InlineData("five working days", "5 working days")]
    [InlineData("six hours", "6 hours")]
    [InlineData("seven people", "7 people")]
    [InlineData("eight persons", "8 persons")]
    [InlineData("nine employees", "9 employees")]
    [InlineData("ten workers", "10 workers")]
    [InlineData("eleven times", "11 times")]
    [InlineData("twelve copies", "12 copies")]
    [InlineData("thirteen days", "13 days")]
    [InlineData("nineteen days", "19 days")]
    [InlineData("twenty days", "20 days")]
    [InlineData("thirty days", "30 days")]
    [InlineData("forty-five days", "45 days")]
    [InlineData("fifty per cent", "50 per cent")]
    [InlineData("ninety days", "90 days")]
    [InlineData("one hundred employees", "100 employees")]
    [InlineData("two hundred and fifty people", "250 people")]
    [InlineData("three hundred million", "300 million")]
    [InlineData("one of the firms", "one of the firms")]
    public void English_numerals_are_converted_to_digits(string text, string digits) =>
        Assert.Equal(digits, NumberWords.ToDigits(text, Lang.En));
}
