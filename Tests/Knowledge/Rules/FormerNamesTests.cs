using PolicyAssistantBot.Knowledge.Rules.Places;

namespace PolicyAssistantBot.Tests.Knowledge.Rules;

public sealed class FormerNamesTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("so ke hoach dau tu ha noi gio o dau", "department-of-planning", false)]
    [InlineData("Sở KH&ĐT còn không", "department-of-planning", false)]
    [InlineData("nộp ở UBND quận được không", "districts", true)]
    [InlineData("Xin C/O ở VCCI được không", "co-vcci", false)]
    public void A_former_name_is_recognised(string text, string key, bool ask)
    {
        var name = Assert.Single(FormerNames.FindIn(text, Today));

        Assert.Equal((key, ask), (name.Key, name.NeedsChoice));
        Assert.Empty(FormerNames.FindIn(text, new DateOnly(2024, 1, 1)));
    }

    [Theory]
    [InlineData("cty em o quan Cau Giay thi nop o dau", "Phường Cầu Giấy", "Phường Nghĩa Đô")]
    [InlineData("nộp ở Q. Đống Đa được không", "Phường Đống Đa", "Phường Láng")]
    [InlineData("doanh nghiệp tại thị xã Sơn Tây", "Phường Sơn Tây", "Phường Tùng Thiện")]
    [InlineData("my company is in Cau Giay district", "Phường Cầu Giấy", "Phường Nghĩa Đô")]
    public void A_former_district_gets_a_note_with_its_current_wards(string text, params string[] wards)
    {
        var name = Assert.Single(FormerNames.FindIn(text, Today));

        Assert.True(name.NeedsChoice);
        Assert.Contains("không còn cấp quận", name.Text.Vi, StringComparison.Ordinal);
        Assert.All(wards, ward => Assert.Contains(ward, name.Text.Vi, StringComparison.Ordinal));
        Assert.Empty(FormerNames.FindIn(text, new DateOnly(2025, 6, 30)));
    }

    [Theory]
    [InlineData("phuong Dich Vong nay thuoc phuong nao", "Phường Cầu Giấy")]
    [InlineData("P. Minh Khai, Q. Hai Bà Trưng", "Phường Bạch Mai")]
    [InlineData("trụ sở ở thị trấn Văn Điển", "Hoàng Liệt")]
    [InlineData("Dich Vong Ward", "Phường Cầu Giấy")]
    public void A_former_ward_gets_a_note_with_its_current_ward(string text, string ward)
    {
        var name = Assert.Single(FormerNames.FindIn(text, Today));

        Assert.Contains("tên trước 01/7/2025", name.Text.Vi, StringComparison.Ordinal);
        Assert.Contains(ward, name.Text.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phường Cầu Giấy có hỗ trợ gì")]
    [InlineData("xã Đông Anh")]
    [InlineData("phuong an kinh doanh, phuong thuc thanh toan, quan tam, xa hoi, huyen thoai, quan ly")]
    [InlineData("Doanh nghiệp xã hội được ưu tiên gì, phương án vay vốn ra sao?")]
    [InlineData("phố Dịch Vọng Hậu")]
    [InlineData("p h q xa quan huyen")]
    public void Current_names_and_lookalikes_get_no_note(string text) => Assert.Empty(FormerNames.FindIn(text, Today));

    [Fact]
    public void No_current_ward_gets_a_note() =>
        Assert.All(Wards.All, ward => Assert.Empty(FormerNames.FindIn($"trụ sở tại {ward.FullName.Vi}", Today)));
}
