using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>The texts and questions of guides.</summary>
internal static class GuideTexts
{
    public static readonly IReadOnlyDictionary<GuideSlot, LocalizedText> Questions = new Dictionary<GuideSlot, LocalizedText>
    {
        [GuideSlot.Activity] = new("Lĩnh vực hoạt động chính của doanh nghiệp là gì?", "What is the enterprise's main field of activity?"),
        [GuideSlot.Employees] = new(
            "Doanh nghiệp có bao nhiêu lao động đóng bảo hiểm xã hội (bình quân năm)?",
            "How many employees pay social insurance (the year's average)?"
        ),
        [GuideSlot.Revenue] = new(
            "Tổng doanh thu năm trước là bao nhiêu (ví dụ: 2 tỷ)?",
            "What was last year's total revenue (for example: VND 2 billion)?"
        ),
        [GuideSlot.Capital] = new(
            "Tổng nguồn vốn của năm trước là bao nhiêu (ví dụ: 500 triệu)?",
            "What was last year's total capital (for example: VND 500 million)?"
        ),
        [GuideSlot.Size] = new("Doanh nghiệp của anh/chị thuộc quy mô nào?", "Which size is your enterprise?"),
        [GuideSlot.Priority] = new(
            "Doanh nghiệp có do phụ nữ làm chủ (từ 51% vốn), sử dụng nhiều lao động nữ, hoặc là doanh nghiệp xã hội không?",
            "Is the enterprise owned by women (51% of the capital or more), does it employ many women, or is it a social enterprise?"
        ),
        [GuideSlot.Scheme] = new(
            "Anh/chị muốn tính mức cho nội dung nào? Tôi không tính mức cho chứng nhận tiêu chuẩn (ISO, HACCP…), đo lường, thử nghiệm, hội "
                + "chợ: mức hỗ trợ các việc này chưa được xác minh, anh/chị gửi yêu cầu để hỏi cán bộ.",
            "Which kind of support shall I work out? Not certification to standards (ISO, HACCP…), measurement, testing or trade fairs: "
                + "the amounts for these are not verified; please send a request to ask an official."
        ),
        [GuideSlot.Contract] = new(
            "Giá trị hợp đồng dự kiến là bao nhiêu (ví dụ: 80 triệu)?",
            "What is the planned value of the contract (for example: VND 80 million)?"
        ),
        [GuideSlot.Checklist] = new("Anh/chị muốn kiểm tra ưu đãi nào?", "Which tax relief would you like to check?"),
        [GuideSlot.Term] = new(
            "Anh/chị muốn tính hạn cho việc nào? Anh/chị cũng có thể gõ số ngày, ví dụ: 15 ngày làm việc.",
            "For which matter shall I work out the deadline? You can also type a number of days, such as 15 working days."
        ),
        [GuideSlot.Start] = new("Tính từ ngày nào (ví dụ: 20/11/2026)?", "Counted from which day (for example: 20/11/2026)?"),
    };

    public static readonly IReadOnlyDictionary<SmeClass, LocalizedText> Sizes = new Dictionary<SmeClass, LocalizedText>
    {
        [SmeClass.Micro] = new("doanh nghiệp siêu nhỏ", "micro enterprise"),
        [SmeClass.Small] = new("doanh nghiệp nhỏ", "small enterprise"),
        [SmeClass.Medium] = new("doanh nghiệp vừa", "medium enterprise"),
    };

    public static readonly LocalizedText Yes = new("Có", "Yes");

    public static readonly LocalizedText No = new("Không", "No");

    public static readonly LocalizedText NotSure = new("Chưa rõ", "Not sure");

    public static readonly LocalizedText NotSureHelp = new("Chưa rõ, giúp tôi xác định", "Not sure, help me find out");

    public static readonly LocalizedText NoContract = new("Chưa có hợp đồng", "No contract yet");

    public static readonly LocalizedText Today = new("Hôm nay", "Today");

    /// <summary>{0} the field of activity.</summary>
    public static readonly LocalizedText FactActivity = new("lĩnh vực: {0}", "field: {0}");

    /// <summary>{0} a number.</summary>
    public static readonly LocalizedText FactEmployees = new("{0} lao động", "{0} employees");

    /// <summary>{0} an amount.</summary>
    public static readonly LocalizedText FactRevenue = new("doanh thu {0}", "revenue {0}");

    /// <summary>{0} an amount.</summary>
    public static readonly LocalizedText FactCapital = new("nguồn vốn {0}", "capital {0}");

    /// <summary>{0} the size.</summary>
    public static readonly LocalizedText FactSize = new("{0}", "{0}");

    public static readonly LocalizedText FactPriority = new(
        "thuộc diện ưu tiên (phụ nữ làm chủ, nhiều lao động nữ hoặc doanh nghiệp xã hội)",
        "in the priority group (owned by women, many women employed, or a social enterprise)"
    );

    public static readonly LocalizedText FactHousehold = new("hộ kinh doanh", "a household business");

    /// <summary>{0} facts, {1} size, {2} clause.</summary>
    public static readonly LocalizedText SizeIs = new(
        "Theo điều anh/chị cho biết ({0}), doanh nghiệp thuộc nhóm **{1}** ({2}).",
        "From what you told me ({0}), the enterprise is a **{1}** ({2})."
    );

    /// <summary>{0} facts, {1} clause.</summary>
    public static readonly LocalizedText SizeIsNone = new(
        "Theo điều anh/chị cho biết ({0}), doanh nghiệp **vượt ngưỡng** của doanh nghiệp nhỏ và vừa ({1}).",
        "From what you told me ({0}), the enterprise is **above the limits** of small and medium enterprises ({1})."
    );

    /// <summary>{0} facts, {1} the decree's clause, {2} the law's clause.</summary>
    public static readonly LocalizedText SizeDisputed = new(
        "Theo điều anh/chị cho biết ({0}), doanh nghiệp vượt ngưỡng của {1} nhưng vẫn trong khung của {2}. Hai văn bản lệch "
            + "nhau nên tôi không kết luận được; mời anh/chị gửi yêu cầu để Sở Tài chính xem.",
        "From what you told me ({0}), the enterprise is above the limits of {1} but within the frame of {2}. The two differ, "
            + "so I cannot say; please send a request for the Department of Finance to look into it."
    );

    /// <summary>{0} facts, {1} what is missing.</summary>
    public static readonly LocalizedText SizeUnclear = new(
        "Theo điều anh/chị cho biết ({0}), tôi chưa xác định được quy mô. Còn thiếu: {1}. Khi có số liệu, anh/chị gõ **xác "
            + "định quy mô** nhé.",
        "From what you told me ({0}), I cannot tell the size yet. Missing: {1}. When you have the figures, type **check my size**."
    );

    public static readonly LocalizedText SizeHousehold = new(
        "Hộ kinh doanh không phải là doanh nghiệp nhỏ và vừa (Luật 04/2017/QH14, Điều 2), nên không xếp quy mô. Khi chuyển "
            + "thành doanh nghiệp, anh/chị có thể được hỗ trợ riêng.",
        "A household business is not a small or medium enterprise (Law 04/2017/QH14, Article 2), so it has no size class. When "
            + "it becomes an enterprise, it may get support of its own."
    );

    public static readonly LocalizedText SizeGuidance = new(
        "Doanh nghiệp tự kê khai quy mô và chịu trách nhiệm. Đây là hướng dẫn, không phải xác nhận của cơ quan nhà nước.",
        "Enterprises declare their size themselves and answer for it. This is guidance, no confirmation by a public body."
    );

    /// <summary>{0} scheme, {1} a sentence with the ceiling.</summary>
    public static readonly LocalizedText SupportIs = new("**{0}.** {1}", "**{0}.** {1}");

    /// <summary>{0} the contract, {1} the amount.</summary>
    public static readonly LocalizedText SupportOfContract = new(
        "Với hợp đồng {0}: nhiều nhất **{1}**.",
        "For a contract of {0}: at most **{1}**."
    );

    /// <summary>{0} scheme, {1} size.</summary>
    public static readonly LocalizedText SupportNotVerified = new(
        "Tôi chưa có mức đã kiểm chứng về nội dung “{0}” cho {1}. Mời anh/chị gửi yêu cầu để Sở Tài chính trả lời.",
        "I have no verified amount of “{0}” for a {1}. Please send a request, and the Department of Finance will answer it."
    );

    public static readonly LocalizedText SupportUnclear = new(
        "Tôi chưa đủ thông tin để tính mức hỗ trợ. Khi biết nội dung và quy mô, anh/chị gõ **tính mức hỗ trợ** nhé.",
        "I do not know enough to work out the support. When you know the kind of support and your size, type **check my support**."
    );

    public static readonly LocalizedText SupportGuidance = new(
        "Đây là mức trần để tham khảo, không phải cam kết: còn tùy điều kiện, dự toán và kế hoạch được duyệt của năm.",
        "This is a ceiling for orientation, no promise: it depends on the conditions and on the year's approved budget and plan."
    );

    /// <summary>{0} relief, {1} clause.</summary>
    public static readonly LocalizedText TaxLikely = new(
        "Theo câu trả lời của anh/chị, doanh nghiệp **có thể thuộc diện**: {0} ({1}).",
        "From your answers, the enterprise **may qualify** for: {0} ({1})."
    );

    /// <summary>{0} relief, {1} clause, {2} list of conditions.</summary>
    public static readonly LocalizedText TaxNotLikely = new(
        "Theo câu trả lời của anh/chị, doanh nghiệp **có lẽ không thuộc diện**: {0} ({1}). Điều chưa đáp ứng:\n\n{2}",
        "From your answers, the enterprise **probably does not qualify** for: {0} ({1}). What speaks against it:\n\n{2}"
    );

    /// <summary>{0} relief, {1} clause, {2} list of conditions.</summary>
    public static readonly LocalizedText TaxAskOffice = new(
        "Về {0} ({1}), tôi chưa kết luận được. Anh/chị hỏi cơ quan thuế về:\n\n{2}",
        "As to {0} ({1}), I cannot say. Please ask the tax office about:\n\n{2}"
    );

    public static readonly LocalizedText TaxGuidance = new(
        "Đây là hướng dẫn; doanh nghiệp tự xác định khi kê khai và cơ quan thuế là nơi quyết định.",
        "This is guidance; the enterprise determines it in its declaration and the tax authority decides."
    );

    /// <summary>{0} first day, {1} days, {2} last day with its weekday.</summary>
    public static readonly LocalizedText DueOn = new(
        "Tính từ {0}, {1} ngày làm việc kết thúc vào **{2}**.",
        "Counted from {0}, {1} working days end on **{2}**."
    );

    /// <summary>{0} first day, {1} days, {2} last day with its weekday.</summary>
    public static readonly LocalizedText DueAbout = new(
        "Tính từ {0}, {1} ngày làm việc dự kiến kết thúc vào **{2}**; lịch nghỉ trong khoảng này chưa được xác nhận đầy đủ.",
        "Counted from {0}, {1} working days are expected to end on **{2}**; the holidays on the way are not fully confirmed."
    );

    /// <summary>{0} matter, {1} a sentence with the day, {2} clause.</summary>
    public static readonly LocalizedText DueBy = new("**{0}** ({2}). {1}", "**{0}** ({2}). {1}");

    /// <summary>{0} first day, {1} days, {2} last day with its weekday.</summary>
    public static readonly LocalizedText DueOnDay = new(
        "Tính từ {0}, {1} ngày (cả ngày nghỉ) kết thúc vào **{2}**.",
        "From {0}, {1} days (days off included) end on **{2}**."
    );

    public static readonly LocalizedText DueDaysGuidance = new(
        "Quy định ghi số ngày, không ghi ngày làm việc, nên ngày nghỉ cũng được đếm. Đây là hướng dẫn.",
        "The rule counts days, not working days, so days off are counted too. This is guidance."
    );

    /// <summary>{0} matter.</summary>
    public static readonly LocalizedText DueNotKnown = new(
        "Thời hạn của “{0}” vào ngày này chưa được kiểm chứng nên tôi không tính. Mời anh/chị gửi yêu cầu để cán bộ trả lời.",
        "The time limit of “{0}” on that day is not verified, so I do not work it out. Please send a request, and an official will answer."
    );

    /// <summary>{0} list of days off.</summary>
    public static readonly LocalizedText DaysOff = new(
        "Ngày nghỉ đã trừ, ngoài thứ Bảy và Chủ nhật: {0}.",
        "Days off that were left out, besides Saturdays and Sundays: {0}."
    );

    public static readonly LocalizedText DueGuidance = new(
        "Đếm từ ngày làm việc kế tiếp, khi hồ sơ đã đầy đủ, hợp lệ. Đây là hướng dẫn; hạn chính thức ghi trên giấy tiếp nhận.",
        "Counting begins on the next working day, once the application is complete. This is guidance; the official deadline is "
            + "on the receipt."
    );

    public static readonly LocalizedText DueUnclear = new(
        "Tôi chưa đủ thông tin để tính hạn. Anh/chị gõ, ví dụ: “15 ngày làm việc từ 20/11/2026”.",
        "I do not know enough to work out the deadline. Please type, for example, “15 working days from 20/11/2026”."
    );

    /// <summary>By <see cref="DayOfWeek"/>.</summary>
    public static readonly IReadOnlyList<LocalizedText> Weekdays =
    [
        new("Chủ nhật", "Sunday"),
        new("thứ Hai", "Monday"),
        new("thứ Ba", "Tuesday"),
        new("thứ Tư", "Wednesday"),
        new("thứ Năm", "Thursday"),
        new("thứ Sáu", "Friday"),
        new("thứ Bảy", "Saturday"),
    ];

    /// <summary>{0} weekday, {1} day.</summary>
    public static readonly LocalizedText WeekdayAndDay = new("{0}, {1}", "{0}, {1}");
}
