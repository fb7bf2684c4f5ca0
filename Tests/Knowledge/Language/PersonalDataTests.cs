using PolicyAssistantBot.Knowledge.Language.Masking;

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
    [InlineData("em la nguyen thi thu ha, hoi ve vay von", "em la [name], hoi ve vay von")]
    [InlineData("gửi giấy cho phạm quốc việt nhé", "gửi giấy cho [name] nhé")]
    [InlineData("NGUYỄN VĂN HÙNG XIN HỎI", "[name] XIN HỎI")]
    [InlineData("Nguyễn văn Hùng hỏi hồ sơ", "[name] hỏi hồ sơ")]
    [InlineData("Thu Hà bên em cần vay vốn", "[name] bên em cần vay vốn")]
    [InlineData("Please call Lan Nguyen tomorrow", "Please call [name] tomorrow")]
    [InlineData("nhờ chị lan và a. Tuấn xem giúp", "nhờ chị [name] và a. [name] xem giúp")]
    [InlineData("ho so tran minh hung nop hom qua", "ho so [name] nop hom qua")]
    [InlineData("giấy của lê hương đâu rồi", "giấy của [name] đâu rồi")]
    [InlineData("Lan ơi, gửi lại giúp nhé. Cảm ơn, Hằng", "[name] ơi, gửi lại giúp nhé. Cảm ơn, [name]")]
    [InlineData("Kế toán trưởng: Trần Lan", "Kế toán trưởng: [name]")]
    [InlineData("hồ sơ của Hương còn thiếu gì", "hồ sơ của [name] còn thiếu gì")]
    [InlineData("0912\u200B345\u200B678", "[phone]")]
    [InlineData("Toi la Nguyen Van Tuan, ở Ha Dong", "Toi la [name], ở Ha Dong")]
    [InlineData("em la nguyen thi thu ha, hỏi ve vay von cho cong ty", "em la [name], hỏi ve vay von cho cong ty")]
    [InlineData("em la tran minh duc, hoi ve vay von o Ha Noi", "em la [name], hoi ve vay von o Ha Noi")]
    [InlineData("Tôi gặp ông Nguyen Van Binh hôm qua", "Tôi gặp ông [name] hôm qua")]
    [InlineData("Bạn Lê Minh Hoan đã nộp, giờ Hoan muốn rút hồ sơ", "Bạn [name] đã nộp, giờ [name] muốn rút hồ sơ")]
    [InlineData("danh nghĩa thì Ông Thị Kiều Oanh là chủ", "danh nghĩa thì [name] là chủ")]
    public void Personal_data_is_masked(string text, string masked) => Assert.Equal(masked, PersonalData.Mask(text));

    [Theory]
    [InlineData("Doanh thu 2.000.000.000 đồng, vốn 1500000000 đồng, 10 lao động")]
    [InlineData("Nghị định 80/2021/NĐ-CP có hiệu lực từ 15/10/2021")]
    [InlineData("Anh/chị cho hỏi hỗ trợ tối đa 50 triệu đồng/năm có đúng không?")]
    [InlineData("Is the limit VND 300 billion from 1 July 2026?")]
    [InlineData("mã VSIC 62010, 422.212 doanh nghiệp, điều 11 khoản 2")]
    [InlineData("Chị cho em hỏi về phần mềm kế toán")]
    [InlineData("Công ty ở Hà Nội Việt Nam, gần Hồ Chí Minh và Hoàng Mai Hà Nội")]
    [InlineData("Xưởng ở đường Lê Lợi, phường Minh Khai, gần chợ Thu Hà")]
    [InlineData("Công ty TNHH Minh Anh và Công ty cổ phần Thành An")]
    [InlineData("dang thi cong, ho so can gi, phan mem kho, van ban quy dinh")]
    [InlineData("Chính phủ giao Hải quan và Bộ Tài chính; của Quốc hội, do Thanh tra")]
    [InlineData("Ngân Hàng Chính Sách Xã Hội, Sở Tài Chính, Quỹ Bảo Lãnh Tín Dụng")]
    public void Amounts_dates_and_document_numbers_are_not_masked(string text) => Assert.Equal(text, PersonalData.Mask(text));

    [Theory]
    [InlineData("[name]")]
    [InlineData("[name] và [name] cùng góp vốn, gọi [phone] hoặc [e-mail]")]
    [InlineData("chị [name] ở phường [name] bảo nộp")]
    [InlineData("Mr [name] told [name] to call [phone]")]
    [InlineData("stk [account], mst [number]. [name]")]
    public void Placeholders_stay_as_they_are(string text) => Assert.Equal(text, PersonalData.Mask(text));

    [Theory]
    [InlineData("tài khoản 0912 345 678 và 123456, chị Lan với [name] Hương")]
    [InlineData("[name] và Nguyễn Thị Lan, [phone] 0912345678 Hùng")]
    [InlineData("Lan Lan Lan Nguyễn Nguyễn Văn Văn")]
    public void Masking_twice_is_masking_once(string text) =>
        Assert.Equal(PersonalData.Mask(text), PersonalData.Mask(PersonalData.Mask(text)));
}
