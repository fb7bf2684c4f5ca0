using System.Globalization;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Tests.Knowledge.Understanding;

public sealed class TypedAnswerTests
{
    [Theory]
    [InlineData("2 tỷ", "2000000000")]
    [InlineData("2 ty", "2000000000")]
    [InlineData("2ti", "2000000000")]
    [InlineData("1,5 tỉ", "1500000000")]
    [InlineData("1.5 tỷ", "1500000000")]
    [InlineData("2 tỷ rưỡi", "2500000000")]
    [InlineData("1 tỷ 2", "1200000000")]
    [InlineData("2 tỷ 500 triệu", "2500000000")]
    [InlineData("500tr", "500000000")]
    [InlineData("500 TRIỆU đồng", "500000000")]
    [InlineData("1.500 triệu", "1500000000")]
    [InlineData("3 nghìn tỷ", "3000000000000")]
    [InlineData("hai tỷ", "2000000000")]
    [InlineData("VND 2bn", "2000000000")]
    [InlineData("about 1.5 billion VND", "1500000000")]
    [InlineData("800k", "800000")]
    [InlineData("12.500.000.000", "12500000000")]
    [InlineData("12,500,000,000", "12500000000")]
    [InlineData("12 500 000 000", "12500000000")]
    [InlineData("khoảng 45 tỷ", "45000000000")]
    [InlineData("0", "0")]
    [InlineData("2", null)]
    [InlineData("45", null)]
    [InlineData("-2 tỷ", null)]
    [InlineData("2-3 tỷ", null)]
    [InlineData("2 đến 3 tỷ", null)]
    [InlineData("1 tỷ hoặc 2 tỷ", null)]
    [InlineData("1,250 tỷ", null)]
    [InlineData("nhiều", null)]
    [InlineData("", null)]
    public void Amounts_are_read_as_people_type_them(string typed, string? vnd) =>
        Assert.Equal(vnd is null ? null : decimal.Parse(vnd, CultureInfo.InvariantCulture), QuantityReader.ReadSureAmount(typed));

    [Theory]
    [InlineData("45", 45)]
    [InlineData("khoảng 45 người", 45)]
    [InlineData("1.200 lao động", 1200)]
    [InlineData("about 45 people", 45)]
    [InlineData("4,5", null)]
    [InlineData("10 đến 20", null)]
    [InlineData("vài người", null)]
    [InlineData("-5", null)]
    public void Head_counts_are_read_as_people_type_them(string typed, int? count) =>
        Assert.Equal(count, QuantityReader.ReadSureCount(typed));
}
