using System.Globalization;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>What a sentence says about an enterprise, and what it does not say.</summary>
public sealed class FactReaderTests
{
    [Theory]
    [InlineData("cty em co 8 nguoi, doanh thu 2 ty, ban le", 8, "2000000000", null)]
    [InlineData("Công ty tôi sản xuất bao bì, 45 lao động đóng bảo hiểm, doanh thu năm ngoái 38 tỷ", 45, "38000000000", null)]
    [InlineData("Vốn 120 tỷ nhưng doanh thu chỉ 180 tỷ, 150 lao động", 150, "180000000000", "120000000000")]
    [InlineData("nguồn vốn 500tr, 6 nv", 6, null, "500000000")]
    [InlineData("dthu 1,5 tỉ", null, "1500000000", null)]
    [InlineData("My company is a manufacturing firm with 30 staff and revenue of VND 2bn", 30, "2000000000", null)]
    [InlineData("quán em bán 700tr một năm", null, "700000000", null)]
    [InlineData("250 employees, capital 90 billion", 250, null, "90000000000")]
    [InlineData("vốn điều lệ 2 tỷ", null, null, null)]
    [InlineData("muốn vay vốn 2 tỷ", null, null, null)]
    [InlineData("hai người góp vốn, 3 người sáng lập", null, null, null)]
    [InlineData("hỗ trợ tối đa 300 triệu phải không", null, null, null)]
    [InlineData("nghị định 80/2021 và 15 ngày làm việc", null, null, null)]
    [InlineData("", null, null, null)]
    public void Figures_are_read_where_they_say_what_they_are(string text, int? employees, string? revenue, string? capital)
    {
        var facts = FactReader.Read(text, new DateOnly(2026, 11, 22));
        Assert.Equal((employees, Amount(revenue), Amount(capital)), (facts.Employees, facts.Revenue, facts.Capital));
    }

    [Theory]
    [InlineData("doanh nghiệp siêu nhỏ", "Micro")]
    [InlineData("cty nho", "Small")]
    [InlineData("công ty tôi thuộc loại vừa", "Medium")]
    [InlineData("a medium-sized company", "Medium")]
    [InlineData("doanh nghiệp nhỏ và vừa", null)]
    [InlineData("nhỏ hay vừa", null)]
    [InlineData("small and medium enterprises", null)]
    [InlineData("công ty vừa mới thành lập", null)]
    [InlineData("công ty em vừa dùng hết hạn mức tư vấn", null)]
    [InlineData("công ty em vừa thì được bao nhiêu", "Medium")]
    [InlineData("quán nhỏ hơn trước", null)]
    [InlineData("cửa hàng vừa bán lẻ vừa sửa điện thoại", null)]
    [InlineData("công ty vừa làm đại lý vừa nhập khẩu", null)]
    [InlineData("doanh nghiệp vừa thì được bao nhiêu", "Medium")]
    public void A_size_is_read_where_one_is_named(string text, string? size) =>
        Assert.Equal(size, FactReader.FindSizeClass(VietnameseText.Fold(text))?.ToString());

    [Theory]
    [InlineData("công ty do phụ nữ làm chủ", true, null)]
    [InlineData("chúng tôi đã là doanh nghiệp nữ", true, null)]
    [InlineData("hkd của tôi", null, true)]
    [InlineData("women-owned firm", true, null)]
    [InlineData("ho kinh doanh do nu lam chu", true, true)]
    [InlineData("công ty trách nhiệm hữu hạn", null, null)]
    public void Owners_and_kind_are_read(string text, bool? priority, bool? household)
    {
        var facts = FactReader.Read(text, new DateOnly(2026, 11, 22));
        Assert.Equal((priority, household), (facts.HasPriority, facts.IsHouseholdBusiness));
    }

    [Theory]
    [InlineData("cong ty toi co 8 nguoi", true)]
    [InlineData("bên em làm phần mềm", true)]
    [InlineData("we have 30 staff", true)]
    [InlineData("doanh nghiệp nhỏ được hỗ trợ gì", false)]
    [InlineData("what can a small company get", false)]
    public void The_askers_enterprise_is_distinguished_from_enterprises_in_general(string text, bool own) =>
        Assert.Equal(own, FactReader.IsAboutOwnEnterprise(VietnameseText.Fold(text)));

    private static decimal? Amount(string? vnd) => vnd is null ? null : decimal.Parse(vnd, CultureInfo.InvariantCulture);
}
