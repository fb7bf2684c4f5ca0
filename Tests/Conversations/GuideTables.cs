namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>Rules applied to the asker's facts, which the assistant asks for one by one.</summary>
internal static class GuideTables
{
    public static Dictionary<string, string> All { get; } =
        new()
        {
            ["size: all facts at once"] =
                "vi-VN\n> Công ty tôi sản xuất bao bì, 45 lao động đóng bảo hiểm, doanh thu năm ngoái 38 tỷ thì thuộc quy mô "
                + "gì?\n45 lao động; doanh thu 38 tỷ đồng\n**doanh nghiệp nhỏ** (Nghị định 80/2021/NĐ-CP, Điều 5)\nĐây là hướng "
                + "dẫn",
            ["size: all facts at once without marks"] =
                "vi-VN\n> cty em ban le co 8 nguoi doanh thu 2 ty thuoc quy mo gi\n**doanh nghiệp siêu nhỏ**",
            ["size: all facts at once in English"] =
                "en-US\n> My company is a manufacturing firm with 30 staff and revenue of VND 2bn. Are we a small "
                + "enterprise?\n30 employees; revenue VND 2 billion\n**small enterprise** (Decree 80/2021/NĐ-CP, Article "
                + "5)\nThis is guidance",
            ["size: above every limit"] = "en-US\n> My company has 250 employees. Do I qualify as an SME?\n**above the limits**",
            ["size: asked one by one"] = """
                vi-VN
                > Công ty tôi thuộc quy mô gì?
                hỏi lần lượt từng điều
                Lĩnh vực hoạt động chính
                2. Công nghiệp, sản xuất, chế biến
                > 2
                bao nhiêu lao động
                > 45
                Tổng doanh thu năm trước
                > 38 tỷ
                lĩnh vực: Công nghiệp, sản xuất, chế biến; 45 lao động; doanh thu 38 tỷ đồng
                **doanh nghiệp nhỏ**
                """,
            ["size: asked one by one in English"] = """
                en-US
                > check my size
                one by one
                main field of activity
                > Construction
                How many employees
                > about 8
                total revenue
                > VND 2 billion
                **micro enterprise**
                """,
            ["size: the capital decides where the revenue is not known"] =
                "vi-VN\n> xác định quy mô\n> thương mại\n> 9 người\n> chưa rõ\nTổng nguồn vốn\n> 500tr\n**doanh nghiệp siêu nhỏ**",
            ["size: several facts in one reply"] =
                "vi-VN\n> xác định quy mô\n> bên em làm xây dựng, 15 lao động, doanh thu 12 tỷ\n**doanh nghiệp nhỏ**",
            ["size: nothing is known"] =
                "vi-VN\n> xác định quy mô\n> chưa rõ\n> không biết\n> bỏ qua\n> chưa rõ\nchưa xác định được quy mô\n! Đã hủy",
            ["size: a question in the middle is answered and the guide goes on"] =
                "vi-VN\n> xác định quy mô\n> xây dựng\nbao nhiêu lao động\n> Lệ phí môn bài năm 2026 thế nào?\nkhông còn "
                + "thu\nQuay lại phần đang dở\nbao nhiêu lao động\n> 12\nTổng doanh thu",
            ["size: a question in the middle, in English"] =
                "en-US\n> check my size\n> trade\n> Do we still pay the business licence fee?\nBack to the questions\nHow many employees",
            ["size: a fact is corrected in the middle"] =
                "vi-VN\n> xác định quy mô\n> xây dựng\n> 12\nTổng doanh thu\n> không, 120 người\nTôi ghi nhận: lĩnh vực: Xây "
                + "dựng; 120 lao động\nTổng doanh thu\n> 100 tỷ\n**doanh nghiệp vừa**",
            ["size: a fact is corrected afterwards"] =
                "vi-VN\n> cty em ban le co 8 nguoi doanh thu 2 ty thuoc quy mo gi\n**doanh nghiệp siêu nhỏ**\n> không, 25 "
                + "người\n25 lao động\n**doanh nghiệp nhỏ**",
            ["size: corrected afterwards without a word"] =
                "vi-VN\n> cty em ban le co 8 nguoi doanh thu 2 ty thuoc quy mo gi\n> 60 nguoi\n**doanh nghiệp vừa**",
            ["size: corrected afterwards in English"] =
                "en-US\n> My company is a trading company with 8 employees and revenue of VND 2bn. What size are we?\n**micro "
                + "enterprise**\n> sorry, 25 employees\n**small enterprise**",
            ["size: an unreadable answer is asked again"] =
                "vi-VN\n> xác định quy mô\n> xây dựng\n> cũng kha khá\nchưa đọc được\nbao nhiêu lao động\n> đông lắm\nchưa đọc "
                + "được\n> nhiều\ntạm ghi điều này là **chưa rõ**",
            ["size: cancelled"] = "vi-VN\n> xác định quy mô\n> hủy\nĐã hủy\n> hủy\nkhông có việc gì đang dở",
            ["size: law and decree differ"] =
                "vi-VN\n> Công ty thương mại của tôi 150 lao động, doanh thu 120 tỷ thuộc quy mô gì?\nHai văn bản lệch nhau\ngửi yêu cầu",
            ["size: a household is no enterprise"] =
                "vi-VN\n> Hộ kinh doanh của tôi có 5 lao động thuộc quy mô gì?\nHộ kinh doanh không phải là doanh nghiệp nhỏ và vừa",
            ["size: help in the middle"] = "vi-VN\n> xác định quy mô\n> trợ giúp\nxóa dữ liệu\nLĩnh vực hoạt động chính",
            ["size: language switch in the middle"] = "vi-VN\n> xác định quy mô\n> English\nmain field of activity",
            ["remembered: the size is used in the next answer"] =
                "vi-VN\n> cty em ban le co 8 nguoi doanh thu 2 ty thuoc quy mo gi\n> Thuê tư vấn viên được hỗ trợ bao "
                + "nhiêu?\nTheo điều anh/chị đã cho biết: **Doanh nghiệp siêu nhỏ:**",
            ["remembered: a named size is used in the next answer"] =
                "vi-VN\n> Công ty tôi là doanh nghiệp vừa, mua phần mềm được hỗ trợ bao nhiêu?\n**Doanh nghiệp vừa:**\n> Thuê "
                + "tư vấn viên được hỗ trợ bao nhiêu?\nTheo điều anh/chị đã cho biết: **Doanh nghiệp vừa:**",
            ["remembered: what is known is told"] =
                "vi-VN\n> bạn nhớ gì về tôi\nchưa nhớ thông tin nào\n> cty em ban le co 8 nguoi doanh thu 2 ty thuoc quy mo "
                + "gi\n> bạn nhớ gì về tôi\n8 lao động; doanh thu 2 tỷ đồng",
            ["remembered: forgotten on demand"] =
                "vi-VN\n> cty em ban le co 8 nguoi doanh thu 2 ty thuoc quy mo gi\n> xóa dữ liệu của tôi\n> đồng ý\nnhững gì tôi nhớ",
            ["remembered: a guide begins with what is known"] =
                "vi-VN\n> cty em ban le co 8 nguoi doanh thu 2 ty thuoc quy mo gi\n> tính mức hỗ trợ\nTôi nhớ anh/chị đã cho "
                + "biết: lĩnh vực: Thương mại: bán buôn, bán lẻ; 8 lao động; doanh thu 2 tỷ đồng\nnội dung nào",
            ["support: step by step"] = """
                vi-VN
                > tính mức hỗ trợ
                nội dung nào
                1. Thuê tư vấn viên mạng lưới
                > 1
                thuộc quy mô nào
                > Vừa
                do phụ nữ làm chủ
                > Có
                Giá trị hợp đồng
                > 400 triệu
                tối đa 30%, không quá 200 triệu đồng mỗi năm (Nghị định 80/2021/NĐ-CP, Điều 13 khoản 2)
                Với hợp đồng 400 triệu đồng: nhiều nhất **120 triệu đồng**.
                mức trần để tham khảo, không phải cam kết
                """,
            ["support: step by step in English"] = """
                en-US
                > check my support
                Which kind of support
                > software
                Which size
                > small
                planned value
                > no contract yet
                up to 50%, at most VND 50 million a year (Decree 80/2021/NĐ-CP, Article 11
                no promise
                """,
            ["support: an amount that is not verified is not told"] =
                "vi-VN\n> tính mức hỗ trợ\n> tư vấn chuyển đổi số\n> siêu nhỏ\n> chưa có hợp đồng\nchưa có mức đã kiểm chứng\ngửi yêu cầu",
            ["support: the size is found out on the way"] =
                "vi-VN\n> tính mức hỗ trợ\n> tư vấn pháp luật\n> chưa rõ, giúp tôi xác định\nLĩnh vực hoạt động chính\n> dịch "
                + "vụ khác\n> 30\n> 20 tỷ\nGiá trị hợp đồng\n> bỏ qua\n5 triệu đồng mỗi năm",
            ["tax: step by step"] = """
                vi-VN
                > kiểm tra miễn thuế
                ưu đãi nào
                > 1
                siêu nhỏ, nhỏ hoặc vừa không?
                > có
                lần đầu
                > không
                có lẽ không thuộc diện
                - Đây có phải lần đầu
                cơ quan thuế là nơi quyết định
                """,
            ["tax: likely is no promise"] =
                "vi-VN\n> kiểm tra miễn thuế\n> 3\n> có\n> không\nkhoản 3 Điều 18\n> không\n**có thể thuộc diện**\nĐiều 10",
            ["tax: not known goes to the tax office"] =
                "en-US\n> check tax relief\n> 2\n> yes\n> not sure\n> no\nPlease ask the tax office about",
            ["tax: a size that is known is not asked"] =
                "vi-VN\n> cty em ban le co 8 nguoi doanh thu 2 ty thuoc quy mo gi\n> kiểm tra miễn thuế\n> 1\nlần đầu",
            ["deadline: computed from the question"] =
                "vi-VN\n> nộp hồ sơ 20/11/2026 thì 15 ngày làm việc là ngày nào?\nTính từ 20/11/2026, 15 ngày làm việc\nthứ "
                + "Hai, 14/12/2026\n24/11/2026\nĐây là hướng dẫn",
            ["deadline: in English"] =
                "en-US\n> If I file on 20 November 2026, what date is 15 working days later?\nMonday, 14 December 2026",
            ["deadline: a period by law"] =
                "vi-VN\n> nộp hồ sơ hỗ trợ ngày 2/11/2026 thì bao giờ có kết quả?\n14 ngày làm việc\nNghị định 80/2021/NĐ-CP, Điều 32",
            ["deadline: step by step"] =
                "vi-VN\n> tính thời hạn\ncho việc nào\n> đăng ký doanh nghiệp\nTính từ ngày nào\n> 20/11/2026\n3 ngày làm "
                + "việc\nthứ Năm, 26/11/2026",
            ["deadline: corrected"] =
                "vi-VN\n> nộp hồ sơ 20/11/2026 thì 15 ngày làm việc là ngày nào?\n> nhầm, 10 ngày làm việc\nthứ Hai, 07/12/2026",
            ["guide: not while a request is filled in"] = "vi-VN\n> Gửi yêu cầu\n> xác định quy mô\nđang điền một yêu cầu",
        };
}
