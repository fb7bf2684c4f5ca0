using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules.Places;

namespace PolicyAssistantBot.Tests.Knowledge.Rules;

public sealed class WardsTests
{
    [Fact]
    public void There_are_51_wards_and_75_communes_each_with_a_name_and_code_of_its_own()
    {
        Assert.Equal(51, Wards.All.Count(ward => ward.Type == WardType.Ward));
        Assert.Equal(75, Wards.All.Count(ward => ward.Type == WardType.Commune));
        Assert.Equal(126, Wards.All.DistinctBy(ward => ward.Code).Count());
        Assert.Equal(126, Wards.All.DistinctBy(ward => ward.FullName.Vi).Count());
        Assert.All(Wards.All, ward => Assert.NotEmpty(ward.FormedFrom));
    }

    [Theory]
    [InlineData("Nghĩa Đô", "Phường Nghĩa Đô")]
    [InlineData("phường nghĩa đô", "Phường Nghĩa Đô")]
    [InlineData("p. nghia do", "Phường Nghĩa Đô")]
    [InlineData("P.Nghĩa Đô, Hà Nội", "Phường Nghĩa Đô")]
    [InlineData("NGHIA DO", "Phường Nghĩa Đô")]
    [InlineData("Nghia Do Ward", "Phường Nghĩa Đô")]
    [InlineData("số 12 phố Vọng, phường Bạch Mai, TP Hà Nội", "Phường Bạch Mai")]
    [InlineData("Yên Hòa", "Phường Yên Hoà")]
    [InlineData("Yên Hoà", "Phường Yên Hoà")]
    [InlineData("yen hoa", "Phường Yên Hoà")]
    [InlineData("xã Hòa Lạc", "Xã Hoà Lạc")]
    [InlineData("van mieu quoc tu giam", "Phường Văn Miếu - Quốc Tử Giám")]
    [InlineData("phuong liet", "Phường Phương Liệt")]
    [InlineData("xa dong anh", "Xã Đông Anh")]
    [InlineData("nghi do", "Phường Nghĩa Đô")]
    [InlineData("hoang liet", "Phường Hoàng Liệt")]
    [InlineData("hoangf liet", "Phường Hoàng Liệt")]
    [InlineData("xuân đinhr", "Phường Xuân Đỉnh")]
    [InlineData("00004", "Phường Ba Đình")]
    public void A_ward_is_found_by_typed_text(string typed, string expected)
    {
        var found = Assert.IsType<WardMatch.Found>(Wards.Find(typed));

        Assert.Equal(expected, found.Ward.FullName.Vi);
    }

    [Theory]
    [InlineData("phuong trung hoa cau giay ha noi", "Phường Yên Hoà")]
    [InlineData("so 12 phuong trung hoa quan cau giay hn", "Phường Yên Hoà")]
    [InlineData("Dịch Vọng Hậu Cầu Giấy", "Phường Cầu Giấy")]
    [InlineData("ngo 5 duong lang dong da ha noi", "Phường Đống Đa")]
    public void A_former_address_without_commas_leads_to_the_wards_of_today(string typed, string expected) =>
        Assert.Contains(expected, Assert.IsType<WardMatch.Ambiguous>(Wards.Find(typed)).Candidates.Select(ward => ward.FullName.Vi));

    [Fact]
    public void A_former_district_is_named_in_full_as_it_was()
    {
        var asked = Assert.IsType<WardMatch.Ambiguous>(Wards.Find("quan hoan kiem"));
        Assert.Contains("“Quận Hoàn Kiếm” trước đây", asked.Reason.Vi, StringComparison.Ordinal);
        Assert.All(asked.Candidates, ward => Assert.Contains("Quận Hoàn Kiếm", ward.FormerDistricts));
    }

    [Fact]
    public void Every_ward_is_found_by_its_own_full_name_with_and_without_marks()
    {
        Assert.All(
            Wards.All,
            ward =>
            {
                Assert.Equal(ward, Assert.IsType<WardMatch.Found>(Wards.Find(ward.FullName.Vi)).Ward);
                Assert.Equal(ward, Assert.IsType<WardMatch.Found>(Wards.Find(ward.FullName.En)).Ward);
                Assert.Equal(ward, Assert.IsType<WardMatch.Found>(Wards.Find(VietnameseText.Fold(ward.FullName.Vi))).Ward);
                Assert.Equal(ward, Assert.IsType<WardMatch.Found>(Wards.Find(ward.Code)).Ward);
            }
        );
    }

    [Theory]
    [InlineData("phường Minh Khai, quận Hai Bà Trưng", "Phường Bạch Mai")]
    [InlineData("P. Minh Khai Q. Bắc Từ Liêm", "Phường Thượng Cát")]
    [InlineData("quan hoa", "Phường Cầu Giấy")]
    [InlineData("Bắc Từ Liêm", "Phường Nghĩa Đô")]
    [InlineData("quận Đống Đa", "Phường Đống Đa")]
    [InlineData("huyen dong anh", "Xã Đông Anh")]
    [InlineData("phường Chương Dương", "Phường Hồng Hà")]
    [InlineData("Trần Phú", "Phường Hoàng Mai")]
    [InlineData("thị trấn Đông Anh", "Xã Thư Lâm")]
    public void A_former_name_is_ambiguous_and_never_replaced_silently(string typed, string candidate)
    {
        var ambiguous = Assert.IsType<WardMatch.Ambiguous>(Wards.Find(typed));

        Assert.Contains(candidate, ambiguous.Candidates.Select(ward => ward.FullName.Vi));
    }

    [Fact]
    public void The_former_district_narrows_a_former_ward()
    {
        var ambiguous = Assert.IsType<WardMatch.Ambiguous>(Wards.Find("phường Minh Khai, quận Hai Bà Trưng"));

        Assert.DoesNotContain("Phường Thượng Cát", ambiguous.Candidates.Select(ward => ward.FullName.Vi));
    }

    [Fact]
    public void A_ward_named_like_a_former_district_has_a_note()
    {
        var found = Assert.IsType<WardMatch.Found>(Wards.Find("Đông Anh"));

        Assert.Equal("Xã Đông Anh", found.Ward.FullName.Vi);
        Assert.NotNull(found.Note);
    }

    [Fact]
    public void An_unknown_name_gets_the_three_most_similar_wards()
    {
        var unknown = Assert.IsType<WardMatch.Unknown>(Wards.Find("Bến Nghé"));

        Assert.Equal(3, unknown.MostSimilar.Count);
    }

    [Fact]
    public void A_current_name_without_its_type_is_rarely_ambiguous() =>
        Assert.InRange(Wards.All.Count(ward => Wards.Find(ward.Name) is not WardMatch.Found), 0, 15);

    [Theory]
    [InlineData("")]
    [InlineData("   ,, ")]
    [InlineData("Hà Nội")]
    public void Text_without_a_name_has_no_suggestions(string typed) =>
        Assert.Empty(Assert.IsType<WardMatch.Unknown>(Wards.Find(typed)).MostSimilar);
}
