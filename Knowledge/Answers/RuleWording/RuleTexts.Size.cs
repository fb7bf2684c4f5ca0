using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.RuleWording;

/// <summary>The texts of rules.</summary>
internal static partial class RuleTexts
{
    public static IReadOnlyDictionary<SmeClass, LocalizedText> Classes { get; } =
        new Dictionary<SmeClass, LocalizedText>
        {
            [SmeClass.Micro] = new("doanh nghiệp siêu nhỏ", "micro enterprise"),
            [SmeClass.Small] = new("doanh nghiệp nhỏ", "small enterprise"),
            [SmeClass.Medium] = new("doanh nghiệp vừa", "medium enterprise"),
        };

    public static IReadOnlyDictionary<SmeClass, LocalizedText> Levels { get; } =
        new Dictionary<SmeClass, LocalizedText>
        {
            [SmeClass.Micro] = new("siêu nhỏ", "micro"),
            [SmeClass.Small] = new("nhỏ", "small"),
            [SmeClass.Medium] = new("vừa", "medium"),
        };

    public static LocalizedText LevelNone { get; } = new("vượt mức doanh nghiệp nhỏ và vừa", "above the limits of an SME");

    public static IReadOnlyDictionary<SmeSector, LocalizedText> Sectors { get; } =
        new Dictionary<SmeSector, LocalizedText>
        {
            [SmeSector.Industry] = new(
                "nhóm nông – lâm – thủy sản, công nghiệp, xây dựng",
                "group of agriculture, forestry, fishery, industry and construction"
            ),
            [SmeSector.Services] = new("nhóm thương mại, dịch vụ", "group of trade and services"),
        };

    public static LocalizedText FactEmployees { get; } = new("{0} lao động", "{0} employees");

    public static LocalizedText FactRevenue { get; } = new("doanh thu {0}", "revenue {0}");

    public static LocalizedText FactCapital { get; } = new("nguồn vốn {0}", "capital {0}");

    /// <summary>{0} class, {1} clause, {2} facts, {3} a sentence with the reason.</summary>
    public static LocalizedText SizeIs { get; } =
        new("Doanh nghiệp thuộc nhóm **{0}** ({1}), tính từ: {2}.\n\n{3}", "This is a **{0}** ({1}), computed from: {2}.\n\n{3}");

    /// <summary>{0} clause, {1} facts, {2} the bounds exceeded.</summary>
    public static LocalizedText SizeNone { get; } =
        new(
            "Doanh nghiệp **không thuộc** diện nhỏ và vừa, vì **vượt ngưỡng** ({0}): {2}. Tính từ: {1}.",
            "The enterprise is **not an SME**: it is **above the limits** ({0}): {2}. Computed from: {1}."
        );

    /// <summary>{0} facts, {1} the decree's clause, {2} the law's clause.</summary>
    public static LocalizedText SizeDiffers { get; } =
        new(
            "Theo {1}, doanh nghiệp **không thuộc** nhóm nào vì vượt ngưỡng; nhưng vẫn trong khung của {2}. Tính từ: "
                + "{0}.\n\nHai văn bản lệch nhau nên tôi không kết luận được; mời anh/chị gửi yêu cầu để Sở Tài chính xem.",
            "Under {1} the enterprise is **not within** any class, because it is above the limits; yet it is within the frame "
                + "of {2}. Computed from: {0}.\n\nThe two texts differ, so I cannot conclude; please send a request and the "
                + "Department of Finance will look into it."
        );

    public static LocalizedText SizeHousehold { get; } =
        new(
            "Hộ kinh doanh không phải là doanh nghiệp nhỏ và vừa (Luật 04/2017/QH14, Điều 2), nên không xếp quy mô. Khi chuyển "
                + "thành doanh nghiệp, anh/chị có thể được hỗ trợ riêng.",
            "A household business is **not** a small or medium enterprise (Law 04/2017/QH14, Article 2), so it has no size "
                + "class. When it becomes an enterprise there may be support of its own."
        );

    public static LocalizedText SizeGuidance { get; } =
        new(
            "Doanh thu và nguồn vốn lấy theo báo cáo tài chính năm trước liền kề, lao động là số đóng BHXH bình quân năm. "
                + "Doanh nghiệp tự kê khai quy mô và chịu trách nhiệm. Đây là hướng dẫn, không phải xác nhận của cơ quan nhà nước.",
            "Revenue and capital are those of the previous year's accounts; employees are those insured, the year's average. "
                + "The enterprise declares its size and answers for it. This is guidance, not a confirmation by an authority."
        );

    /// <summary>{0} bounds kept.</summary>
    public static LocalizedText WithinLimits { get; } =
        new(
            "Vì {0}. Lao động phải trong mức; doanh thu và nguồn vốn chỉ cần một.",
            "Because {0}. Employees must be within the limit; of revenue and capital one is enough."
        );

    /// <summary>{0} bounds kept, {1} the level below, {2} why it is exceeded.</summary>
    public static LocalizedText WithinLimitsAboveLowerClass { get; } =
        new(
            "Vì {0}; đã vượt mức {1}: {2}. Lao động phải trong mức; doanh thu và nguồn vốn chỉ cần một.",
            "Because {0}; the {1} level is exceeded: {2}. Employees must be within the limit; of revenue and capital one is enough."
        );

    public static LocalizedText AnySector { get; } =
        new("Kết quả như nhau ở cả hai nhóm ngành.", "The result is the same in both groups of sectors.");

    public static LocalizedText PeopleWithin { get; } = new("{0} lao động không quá {1}", "{0} employees are within {1}");

    public static LocalizedText PeopleAbove { get; } = new("{0} lao động quá {1}", "{0} employees exceed {1}");

    public static LocalizedText RevenueWithin { get; } = new("doanh thu {0} không quá {1}", "revenue of {0} is within {1}");

    public static LocalizedText RevenueAbove { get; } = new("doanh thu {0} quá {1}", "revenue of {0} exceeds {1}");

    public static LocalizedText CapitalWithin { get; } = new("nguồn vốn {0} không quá {1}", "capital of {0} is within {1}");

    public static LocalizedText CapitalAbove { get; } = new("nguồn vốn {0} quá {1}", "capital of {0} exceeds {1}");

    public static LocalizedText And { get; } = new(" và ", " and ");

    public static LocalizedText Or { get; } = new(" hoặc ", " or ");

    /// <summary>{0} levels.</summary>
    public static LocalizedText SizeOneOf { get; } =
        new("Với số liệu này, mức có thể là: {0}.", "With these figures the class may be: {0}.");

    /// <summary>{0} the fact, {1} steps.</summary>
    public static LocalizedText DependsOn { get; } = new("Còn tùy {0}: {1}.", "It depends on the {0}: {1}.");

    public static LocalizedText UpTo { get; } = new("không quá {0} thì ở mức {1}", "up to {0} it is {1}");

    public static LocalizedText Above { get; } = new("trên đó thì ở mức {0}", "above that it is {0}");

    public static LocalizedText RevenueName { get; } = new("doanh thu", "revenue");

    public static LocalizedText CapitalName { get; } = new("nguồn vốn", "capital");

    public static IReadOnlyDictionary<SmeFact, LocalizedText> FactQuestions { get; } =
        new Dictionary<SmeFact, LocalizedText>
        {
            [SmeFact.Sector] = new(
                "Lĩnh vực hoạt động chính của doanh nghiệp là gì (sản xuất, xây dựng, thương mại, dịch vụ …)?",
                "What is the enterprise's main field of activity (manufacturing, construction, trade, services …)?"
            ),
            [SmeFact.Employees] = new(
                "Doanh nghiệp có bao nhiêu lao động đóng bảo hiểm xã hội (bình quân năm)?",
                "How many employees have social insurance (the year's average)?"
            ),
            [SmeFact.Revenue] = new(
                "Tổng doanh thu năm trước là bao nhiêu (hoặc tổng nguồn vốn)?",
                "What was last year's total revenue (or total capital)?"
            ),
            [SmeFact.Capital] = new("Tổng nguồn vốn của năm trước là bao nhiêu?", "What was last year's total capital?"),
        };
}
