using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Tests.Knowledge.Language;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("Gọi em 0912 345 678 nhé", "Gọi em [phone] nhé")]
    [InlineData("sđt 0912.345.678, (024) 3825 6637 hoặc +84 912 345 678", "sđt [phone], [phone] hoặc [phone]")]
    [InlineData("Write to Ann.Lee+x@mail.example.com.vn please", "Write to [e-mail] please")]
    [InlineData("mst 0100109106 và 0100109106-001", "mst [number] và [number]")]
    [InlineData("CCCD 001099012345, CMND 012345678, hộ chiếu C1234567", "CCCD [number], CMND [number], hộ chiếu [number]")]
    [InlineData("stk 1903 4567 8901 2 Techcombank", "stk [account] Techcombank")]
    [InlineData("số tài khoản của tôi là 0011004567890", "số tài khoản của tôi là [account]")]
    [InlineData("my card number is 4111 1111 1111 1111", "my card number is [account]")]
    [InlineData("Tôi gặp ông Nguyễn Văn Bình hôm qua", "Tôi gặp ông [name] hôm qua")]
    [InlineData("gặp bà nguyễn thị hoa ở sở", "gặp bà [name] ở sở")]
    [InlineData("Mr John Smith and Ms Tran Thi Lan said so", "Mr [name] and Ms [name] said so")]
    [InlineData("tôi tên là Lê Thị Mai, hỏi về vay vốn", "tôi tên là [name], hỏi về vay vốn")]
    [InlineData("My name is Ann Lee and I ask", "My name is [name] and I ask")]
    [InlineData("Hồ sơ mang tên Âu Dương Hải nộp tuần trước", "Hồ sơ mang tên [name] nộp tuần trước")]
    [InlineData("nhờ cán bộ gọi cho Quách Thị Minh Nguyệt giúp em", "nhờ cán bộ gọi cho [name] giúp em")]
    [InlineData("Toi la Nguyen Van Tuan, o Ha Dong", "Toi la [name], o Ha Dong")]
    [InlineData("0912\u200B345\u200B678", "[phone]")]
    public void Personal_data_is_masked(string text, string masked) => Assert.Equal(masked, PersonalData.Mask(text));

    [Theory]
    [InlineData("Doanh thu 2.000.000.000 đồng, vốn 1500000000 đồng, 10 lao động")]
    [InlineData("Nghị định 80/2021/NĐ-CP có hiệu lực từ 15/10/2021")]
    [InlineData("Anh/chị cho hỏi hỗ trợ tối đa 50 triệu đồng/năm có đúng không?")]
    [InlineData("Is the limit VND 300 billion from 1 July 2026?")]
    [InlineData("mã VSIC 62010, 422.212 doanh nghiệp, điều 11 khoản 2")]
    [InlineData("Chị cho em hỏi về phần mềm kế toán")]
    [InlineData("Công ty ở Hà Nội Việt Nam, gần Hồ Chí Minh và Hoàng Mai Hà Nội")]
    [InlineData("Ngân Hàng Chính Sách Xã Hội, Sở Tài Chính, Quỹ Bảo Lãnh Tín Dụng")]
    public void Amounts_dates_and_document_numbers_are_not_masked(string text) => Assert.Equal(text, PersonalData.Mask(text));
}
