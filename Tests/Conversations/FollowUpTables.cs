namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>Questions that omit what the previous question contained, and questions that must not be completed from it.</summary>
internal static class FollowUpTables
{
    private const string Consulting = "vi-VN\n> Doanh nghiệp nhỏ được hỗ trợ phí tư vấn thế nào?\n= B3-consult\n**Doanh nghiệp nhỏ:**\n";

    private const string ConsultingEn =
        "en-US\n> How much consulting support can a small enterprise get?\n= B3-consult\nA small enterprise\n";

    public static Dictionary<string, string> All { get; } =
        new()
        {
            ["follow-up: another size"] =
                Consulting
                + "> thế còn doanh nghiệp vừa?\n= B3-consult\n**Doanh nghiệp vừa:** có thể được hỗ trợ tối đa 30%, không quá "
                + "150 triệu đồng mỗi năm (Nghị định 80/2021/NĐ-CP, Điều 13 khoản 2)",
            ["follow-up: another size in chat spelling"] =
                Consulting + "> còn dn siêu nhỏ thì sao\n= B3-consult\n**Doanh nghiệp siêu nhỏ:** có thể được hỗ trợ tối đa 100%",
            ["follow-up: another size without marks"] = Consulting + "> the con dn vua\n= B3-consult\n**Doanh nghiệp vừa:**",
            ["follow-up: only the size"] = Consulting + "> doanh nghiệp vừa\n= B3-consult\n**Doanh nghiệp vừa:**",
            ["follow-up: one size after the other"] =
                Consulting
                + "> thế còn doanh nghiệp vừa?\n**Doanh nghiệp vừa:**\n> siêu nhỏ thì sao?\n**Doanh nghiệp siêu nhỏ:**\n= B3-consult",
            ["follow-up: another size in English"] = ConsultingEn + "> what about medium ones?\n= B3-consult\nA medium enterprise",
            ["follow-up: how about, in English"] = ConsultingEn + "> how about micro enterprises?\n= B3-consult\nA micro enterprise",
            ["follow-up: and, in English"] = ConsultingEn + "> and medium?\n= B3-consult\nA medium enterprise",
            ["follow-up: a group of owners"] =
                "vi-VN\n> Doanh nghiệp vừa thuê tư vấn viên được hỗ trợ bao nhiêu?\n= B3-consult\n150 triệu\n> thế còn doanh "
                + "nghiệp do phụ nữ làm chủ?\n= B3-consult\n200 triệu đồng mỗi năm",
            ["follow-up: how long"] = Consulting + "> mất bao lâu?\n14 ngày làm việc",
            ["follow-up: how long without marks"] = Consulting + "> mat bao lau\n14 ngày làm việc",
            ["follow-up: how long, in English"] = ConsultingEn + "> How long does it take?\n14 working days",
            ["follow-up: the procedure"] = Consulting + "> thủ tục thế nào?\nhồ sơ gồm",
            ["follow-up: the fee"] =
                "vi-VN\n> Trình tự xin hỗ trợ dành cho doanh nghiệp nhỏ và vừa\n= B0-procedure\n> và phí?\n! pháp luật",
            ["follow-up: the papers"] =
                "vi-VN\n> Trình tự xin hỗ trợ dành cho doanh nghiệp nhỏ và vừa\n= B0-procedure\n> hồ sơ gồm những gì?\nTờ khai "
                + "tự xác định quy mô",
            ["follow-up: the papers, in English"] =
                "en-US\n> How do I apply for SME support?\n= B0-procedure\n> what documents are needed?\nregistration certificate",
            ["follow-up: how to do it"] =
                "vi-VN\n> Trình tự xin hỗ trợ dành cho doanh nghiệp nhỏ và vừa\n= B0-procedure\n> cách làm thế nào\nĐối chiếu quy mô",
            ["follow-up: a demonstrative"] = Consulting + "> khoản đó nộp ở đâu?\nnộp",
            ["follow-up: where, told by the article itself"] =
                "vi-VN\n> Vay giải quyết việc làm ở Ngân hàng Chính sách xã hội được bao nhiêu?\n= C6-vbsp\n> nộp ở đâu vậy\n"
                + "Chính sách xã hội",
            ["follow-up: the document it rests on"] = Consulting + "> căn cứ điều nào vậy\n80/2021/NĐ-CP\n! Điều hay nhầm",
            ["follow-up: a question of several by its number"] =
                "vi-VN\n> (1) Khóa quản trị doanh nghiệp được hỗ trợ bao nhiêu? (2) Tư vấn pháp lý được hỗ trợ bao nhiêu?\n> Trần lãi "
                + "suất vay ngắn hạn là bao nhiêu?\n4%\n> quay lại câu 2, bên nào trả lời\nSở Tư pháp",
            ["follow-up: the condition of a loan"] =
                "vi-VN\n> Quỹ Phát triển DNNVV cho ai vay?\n= C2-smedf\n> điều kiện là gì?\n**Điều kiện vay**",
            ["follow-up: another year"] =
                "vi-VN\n> Hộ kinh doanh doanh thu bao nhiêu thì không phải nộp thuế?\n1 tỷ đồng\n> năm 2024 thì sao?\nchưa áp "
                + "dụng vào ngày anh/chị hỏi\nXét tại ngày 31/12/2024.",
            ["follow-up: another year, in English"] =
                "en-US\n> What is the revenue threshold for household business tax?\nbillion\n> what about 2024?\nafter the "
                + "day you asked about\nAs of 31 December 2024.",
            ["follow-up: before a day"] =
                "vi-VN\n> Hộ kinh doanh doanh thu bao nhiêu thì không phải nộp thuế?\n> trước 1/7/2025 thì sao?\nXét tại ngày 30/06/2025.",
            ["follow-up: a quarter"] =
                "vi-VN\n> Hộ kinh doanh doanh thu bao nhiêu thì không phải nộp thuế?\n> còn quý 3/2025 thì sao?\nXét tại ngày 30/09/2025.",
            ["follow-up: another matter for the same asker"] = Consulting + "> thế còn mua phần mềm?\n= B1-tech-solutions\n50 triệu",
            ["follow-up: more, typed"] = Consulting + "> xem thêm\nMức hỗ trợ\nTrường hợp không áp dụng",
            ["follow-up: more, typed in English"] = ConsultingEn + "> more\nWhen it does not apply",
            ["follow-up: more of nothing"] = "vi-VN\n> xem thêm\nchưa có câu trả lời nào",
            ["follow-up: more, of a size asked later"] = Consulting + "> thế còn doanh nghiệp vừa?\n> chi tiết\nMức hỗ trợ",
            ["independent: a question of its own keeps its matter"] =
                Consulting + "> Còn phải đóng môn bài không?\nkhông còn thu\n! tư vấn viên",
            ["independent: a whole question about time"] =
                Consulting + "> Đăng ký doanh nghiệp mất bao lâu?\n= B17-register\n! 14 ngày làm việc",
            ["independent: a whole question about papers"] = Consulting + "> Ngân hàng cần giấy tờ gì khi vay?\n= C7-bank-papers",
            ["independent: a whole question in English"] =
                ConsultingEn + "> What is the corporate income tax rate for small companies?\n! consulting network",
            ["independent: another scheme"] = Consulting + "> Quỹ bảo lãnh tín dụng yêu cầu vốn chủ sở hữu bao nhiêu?\n= C1-guarantee",
            ["independent: nothing before it"] = "vi-VN\n> thế còn doanh nghiệp vừa?\n! **Doanh nghiệp vừa:**",
            ["independent: thanks and a new question"] = Consulting + "> cảm ơn\n> PPAP là gì?\n= D1-path-ppap",
            ["independent: the language changes with the question"] =
                Consulting + "> Is there a tax exemption for new enterprises?\n! Doanh nghiệp",
            ["clarify: a choice by its number is answered"] = "vi-VN\n> hỗ trợ dn\n1. \n2. \n> 1\n! Anh/chị muốn hỏi về nội dung nào",
            ["clarify: another question is a new question"] = "vi-VN\n> hỗ trợ dn\n1. \n> Lệ phí môn bài năm 2026\n= B9-tax-mon-bai",
            ["clarify: a choice in English"] = "en-US\n> support for my business\n1. \n> 2\n! Which of these",
            ["clarify: a wish with a place is asked back"] =
                "vi-VN\n> xin chao, minh muon hoi ve vay von cho cong ty moi mo o dong anh\n1. \n2. ",
            ["old name: told what it is called now"] =
                "vi-VN\n> Nộp hồ sơ hỗ trợ tư vấn ở Sở Kế hoạch và Đầu tư đúng không?\n= E1-sotc-former-dpi",
            ["old name: in English"] =
                "en-US\n> Do I submit the SME support application to the Department of Planning and Investment?\n= E1-sotc-former-dpi",
            ["crisis: a humane reply"] = "vi-VN\n> công ty phá sản rồi tôi không muốn sống nữa\n115\n113\n! Căn cứ",
            ["crisis: in English"] = "en-US\n> I am bankrupt and want to die\n115\nnot alone",
            ["dispute: goes to a person"] = "vi-VN\n> Tôi đang tranh chấp với đối tác, tư vấn giúp tôi\ngửi yêu cầu",
            ["out of scope: names the body"] = "vi-VN\n> Làm hộ chiếu ở đâu?\nhỏi Công an thành phố Hà Nội giúp",
            ["out of scope: names the body in English"] = "en-US\n> Where do I get a passport?\nplease ask the Hanoi police",
            ["out of scope: a hotel may be a business"] =
                "vi-VN\n> Công ty tôi kinh doanh khách sạn được hỗ trợ tư vấn bao nhiêu?\n! nằm ngoài phạm vi",
            ["term: an abbreviation is explained and answered"] = "vi-VN\n> DNNVV là gì\n“DNNVV” là doanh nghiệp nhỏ và vừa",
            ["term: an article that only mentions it does not explain it"] =
                "vi-VN\n> FDI là gì\n“FDI” là doanh nghiệp có vốn đầu tư nước ngoài\n! thuê mặt bằng",
            ["digits alone: nothing is guessed"] = "vi-VN\n> 1111111111 222222 33333\nchưa có thông tin\n! Anh/chị muốn hỏi",
            ["term: in English"] = "en-US\n> what does DNNVV mean\nsmall and medium-sized enterprise",
            ["where two matters may be meant, both are answered"] =
                "vi-VN\n> Khung trung ương giảm tiền thuê lại đất trong KCN cho DNNVV là bao nhiêu, mấy năm?\n= B11-premises\n"
                + "> thế Hà Nội đang áp đúng mấy phần trăm ở KCN Thạch Thất – Quốc Oai\n"
                + "Câu hỏi có thể hiểu theo hai ý\n= B11-premises",
        };
}
