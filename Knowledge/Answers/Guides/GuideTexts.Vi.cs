using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

internal sealed partial record GuideTexts
{
    public static GuideTexts Vi { get; } =
        new()
        {
            Questions = new Dictionary<GuideSlot, string>
            {
                [GuideSlot.Activity] = "Lĩnh vực hoạt động chính của doanh nghiệp là gì?",
                [GuideSlot.Employees] = "Doanh nghiệp có bao nhiêu lao động đóng bảo hiểm xã hội (bình quân năm)?",
                [GuideSlot.Revenue] = "Tổng doanh thu năm trước là bao nhiêu (ví dụ: 2 tỷ)?",
                [GuideSlot.Capital] = "Tổng nguồn vốn của năm trước là bao nhiêu (ví dụ: 500 triệu)?",
                [GuideSlot.Size] = "Doanh nghiệp của anh/chị thuộc quy mô nào?",
                [GuideSlot.Priority] =
                    "Doanh nghiệp có do phụ nữ làm chủ (từ 51 % vốn), sử dụng nhiều lao động nữ, hoặc là doanh nghiệp xã hội không?",
                [GuideSlot.Scheme] = "Anh/chị muốn tính mức cho nội dung nào?",
                [GuideSlot.Contract] = "Giá trị hợp đồng dự kiến là bao nhiêu (ví dụ: 80 triệu)?",
                [GuideSlot.Checklist] = "Anh/chị muốn kiểm tra ưu đãi nào?",
                [GuideSlot.Term] = "Anh/chị muốn tính hạn cho việc nào? Anh/chị cũng có thể gõ số ngày, ví dụ: 15 ngày làm việc.",
                [GuideSlot.Start] = "Tính từ ngày nào (ví dụ: 20/11/2026)?",
            },
            Sizes = new Dictionary<SmeClass, string>
            {
                [SmeClass.Micro] = "doanh nghiệp siêu nhỏ",
                [SmeClass.Small] = "doanh nghiệp nhỏ",
                [SmeClass.Medium] = "doanh nghiệp vừa",
            },
            Yes = "Có",
            No = "Không",
            NotSure = "Chưa rõ",
            NotSureHelp = "Chưa rõ, giúp tôi xác định",
            NoContract = "Chưa có hợp đồng",
            Today = "Hôm nay",
            FactActivity = "lĩnh vực: {0}",
            FactEmployees = "{0} lao động",
            FactRevenue = "doanh thu {0}",
            FactCapital = "nguồn vốn {0}",
            FactSize = "{0}",
            FactPriority = "thuộc diện ưu tiên (phụ nữ làm chủ, nhiều lao động nữ hoặc doanh nghiệp xã hội)",
            FactHousehold = "hộ kinh doanh",
            SizeIs = "Theo điều anh/chị cho biết ({0}), doanh nghiệp thuộc nhóm **{1}** ({2}).",
            SizeIsNone = "Theo điều anh/chị cho biết ({0}), doanh nghiệp **vượt ngưỡng** của doanh nghiệp nhỏ và vừa ({1}).",
            SizeDisputed =
                "Theo điều anh/chị cho biết ({0}), doanh nghiệp vượt ngưỡng của {1} nhưng vẫn trong khung của {2}. Hai văn bản lệch nhau nên tôi không kết luận được; mời anh/chị gửi yêu cầu để Sở Tài chính xem.",
            SizeUnclear =
                "Theo điều anh/chị cho biết ({0}), tôi chưa xác định được quy mô. Còn thiếu: {1}. Khi có số liệu, anh/chị gõ **xác định quy mô** nhé.",
            SizeHousehold =
                "Hộ kinh doanh không phải là doanh nghiệp nhỏ và vừa (Luật 04/2017/QH14, Điều 2), nên không xếp quy mô. Khi chuyển thành doanh nghiệp, anh/chị có thể được hỗ trợ riêng.",
            SizeGuidance =
                "Doanh nghiệp tự kê khai quy mô và chịu trách nhiệm. Đây là hướng dẫn, không phải xác nhận của cơ quan nhà nước.",
            SupportIs = "**{0}.** {1}",
            SupportOfContract = "Với hợp đồng {0}: nhiều nhất **{1}**.",
            SupportNotVerified =
                "Tôi chưa có mức đã kiểm chứng về nội dung “{0}” cho {1}. Mời anh/chị gửi yêu cầu để Sở Tài chính trả lời.",
            SupportUnclear = "Tôi chưa đủ thông tin để tính mức hỗ trợ. Khi biết nội dung và quy mô, anh/chị gõ **tính mức hỗ trợ** nhé.",
            SupportGuidance =
                "Đây là mức trần để tham khảo, không phải cam kết: còn tùy điều kiện, dự toán và kế hoạch được duyệt của năm.",
            TaxLikely = "Theo câu trả lời của anh/chị, doanh nghiệp **có thể thuộc diện**: {0} ({1}).",
            TaxNotLikely = "Theo câu trả lời của anh/chị, doanh nghiệp **có lẽ không thuộc diện**: {0} ({1}). Điều chưa đáp ứng:\n\n{2}",
            TaxAskOffice = "Về {0} ({1}), tôi chưa kết luận được. Anh/chị hỏi cơ quan thuế về:\n\n{2}",
            TaxGuidance = "Đây là hướng dẫn; doanh nghiệp tự xác định khi kê khai và cơ quan thuế là nơi quyết định.",
            DueOn = "Tính từ {0}, {1} ngày làm việc kết thúc vào **{2}**.",
            DueAbout = "Tính từ {0}, {1} ngày làm việc dự kiến kết thúc vào **{2}**; lịch nghỉ trong khoảng này chưa được xác nhận đầy đủ.",
            DueOnDay = "Tính từ {0}, {1} ngày (cả ngày nghỉ) kết thúc vào **{2}**.",
            DueDaysGuidance = "Quy định ghi số ngày, không ghi ngày làm việc, nên ngày nghỉ cũng được đếm. Đây là hướng dẫn.",
            DueBy = "**{0}** ({2}). {1}",
            DueNotKnown =
                "Thời hạn của “{0}” vào ngày này chưa được kiểm chứng nên tôi không tính. Mời anh/chị gửi yêu cầu để cán bộ trả lời.",
            DaysOff = "Ngày nghỉ đã trừ, ngoài thứ Bảy và Chủ nhật: {0}.",
            DueGuidance =
                "Đếm từ ngày làm việc kế tiếp, khi hồ sơ đã đầy đủ, hợp lệ. Đây là hướng dẫn; hạn chính thức ghi trên giấy tiếp nhận.",
            DueUnclear = "Tôi chưa đủ thông tin để tính hạn. Anh/chị gõ, ví dụ: “15 ngày làm việc từ 20/11/2026”.",
            Weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"],
            WeekdayAndDay = "{0}, {1}",
        };
}
