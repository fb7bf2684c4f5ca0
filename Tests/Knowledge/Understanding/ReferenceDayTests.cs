using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Tests.Knowledge.Understanding;

public sealed class ReferenceDayTests
{
    [Theory]
    [InlineData("truoc 1/7/2025 thi sao", "2025-06-30")]
    [InlineData("vao ngay 1/7/2025 muc la bao nhieu", "2025-07-01")]
    [InlineData("quy dinh nam 2023 the nao", "2023-12-31")]
    [InlineData("as of 15/3/2024 what applied", "2024-03-15")]
    [InlineData("cong ty toi lap nam 2024 co duoc mien thue khong", null)]
    [InlineData("thang 3/2025 em thanh lap cong ty lan dau, co duoc mien khong", null)]
    [InlineData("thang 1/2027 em mo cong ty thi le phi bao nhieu", "2027-01-01")]
    [InlineData("ho so duyet truoc 1/7/2026 co lam tiep khong", null)]
    [InlineData("hop dong ky truoc 1/7/2026 thi sao", null)]
    [InlineData("nam 2026 co giam thue khong", null)]
    [InlineData("truoc 31/2/2025", null)]
    [InlineData("quy 2/2025 thi sao", "2025-06-30")]
    [InlineData("tu 1/1/2027 thay doi gi", "2027-01-01")]
    [InlineData("tu 1/7/2025 den nay", null)]
    [InlineData("sang nam con giam thue khong", "2027-01-01")]
    [InlineData("what applied in 2024", "2024-12-31")]
    [InlineData("after 30 june 2026", "2026-07-01")]
    [InlineData("doanh thu nam 2025 la 3 ty", null)]
    [InlineData("nghi dinh 80 nam 2021", null)]
    [InlineData("from January 2027 what changes", "2027-01-01")]
    [InlineData("Từ tháng 1/2027 có gì mới", "2027-01-01")]
    [InlineData("đầu năm sau có gì thay đổi", "2027-01-01")]
    [InlineData("năm ngoái bên em doanh thu 3 tỷ", null)]
    [InlineData("giai doan 2026-2030", null)]
    [InlineData("mon bai bo tu nam 2026 roi thi nam 2025 quen nop co sao khong", null)]
    [InlineData("nam 2025 doanh thu 8 ty thi thue bao nhieu", null)]
    [InlineData("nam 2025 chua nop to khai thi lam sao", null)]
    [InlineData("Luật Thủ đô số 39 năm 2024 còn dùng được không", null)]
    [InlineData("in 2025 we made 8 billion, what is the rate", null)]
    [InlineData("năm 2024 mức thuế là bao nhiêu", "2024-12-31")]
    [InlineData("năm 2024 lãi suất vay được hỗ trợ bao nhiêu", "2024-12-31")]
    [InlineData("năm 2024 lô hàng xuất khẩu được hoàn thuế thế nào", "2024-12-31")]
    [InlineData("năm 2024 lỗ 2 tỷ thì có được vay không", null)]
    public void A_date_counts_only_with_a_word_that_makes_it_a_point_of_view(string folded, string? expected) =>
        Assert.Equal(
            expected is null ? null : DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            ReferenceDay.Find(QuantityReader.Read(folded, new DateOnly(2026, 11, 22)), new DateOnly(2026, 11, 22))
        );
}
