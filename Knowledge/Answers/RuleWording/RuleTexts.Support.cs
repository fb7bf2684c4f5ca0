using PolicyAssistantBot.Knowledge.Answers.ByRule;

namespace PolicyAssistantBot.Knowledge.Answers.RuleWording;

internal static partial class RuleTexts
{
    /// <summary>Folded words by which a promise is asked for.</summary>
    public static PhraseSet PromiseWords { get; } =
        new(
            "chac chan",
            "cam ket",
            "dam bao",
            "bao dam",
            "duong nhien",
            "guarantee",
            "guaranteed",
            "for sure",
            "certain",
            "certainly",
            "promise"
        );

    public static LocalizedText SupportNoPromise { get; } =
        new(
            "**Không chắc chắn**: đây là mức trần, còn tùy điều kiện và dự toán được duyệt. ",
            "**Not for certain**: this is a ceiling, subject to conditions and the approved budget. "
        );

    /// <summary>{0} class, {1} percent, {2} cap, {3} clause, {4} scheme.</summary>
    public static LocalizedText SupportPerYear { get; } =
        new(
            "**{0}:** có thể được hỗ trợ tối đa {1}%, không quá {2} mỗi năm ({3}).",
            "**A {0}:** up to {1}%, at most {2} a year ({3}), if the conditions are met."
        );

    /// <summary>{0} class, {1} percent, {2} cap, {3} clause, {4} scheme.</summary>
    public static LocalizedText SupportPerContract { get; } =
        new(
            "**{0}:** có thể được hỗ trợ tối đa {1}%, không quá {2} mỗi hợp đồng trong một năm ({3}).",
            "**A {0}:** up to {1}%, at most {2} per contract and year ({3}), if the conditions are met."
        );

    /// <summary>{0} contract, {1} percent, {2} the share, {3} cap, {4} the outcome.</summary>
    public static LocalizedText ContractSupport { get; } =
        new(
            "Với hợp đồng {0}: {1}% là {2}, trong mức trần, nên nhiều nhất **{4}**.",
            "Of a contract of {0}: {1}% is {2}, within the cap, so at most **{4}**."
        );

    /// <summary>{0} contract, {1} percent, {2} the share, {3} cap, {4} the outcome.</summary>
    public static LocalizedText ContractSupportCapped { get; } =
        new(
            "Với hợp đồng {0}: {1}% là {2}, vượt trần {3}, nên nhiều nhất **{4}**.",
            "Of a contract of {0}: {1}% is {2}, above the cap of {3}, so at most **{4}**."
        );

    public static LocalizedText SupportIsPriorityAmount { get; } =
        new(
            "Đây là mức nâng cho doanh nghiệp do phụ nữ làm chủ, sử dụng nhiều lao động nữ hoặc doanh nghiệp xã hội.",
            "This is the raised amount for women-owned enterprises, those with many women employees and social enterprises."
        );

    public static LocalizedText SupportHigherAmountUnverified { get; } =
        new(
            "Diện ưu tiên có thể có mức cao hơn, nhưng con số cho quy mô này chưa được kiểm chứng; mời anh/chị gửi yêu cầu.",
            "The priority group may have a higher amount, but its figure for this size is not verified; please send a request."
        );

    public static LocalizedText SupportGuidance { get; } =
        new(
            "Đây là mức trần để tham khảo, không phải cam kết: còn tùy điều kiện, dự toán và kế hoạch được duyệt của năm.",
            "This is a ceiling for orientation, not a promise: it depends on conditions and on the year's approved budget and plan."
        );

    /// <summary>{0} scheme, {1} clause.</summary>
    public static LocalizedText SupportHousehold { get; } =
        new(
            "**Không**: mức hỗ trợ “{0}” ({1}) dành cho doanh nghiệp nhỏ và vừa; hộ kinh doanh không phải là doanh nghiệp nhỏ "
                + "và vừa. Luật Chuyển đổi số 148/2025/QH15 Điều 37 có nêu hỗ trợ hộ kinh doanh chuyển đổi số, nhưng nghị định quy "
                + "định chi tiết chưa thấy.",
            "**No**: the support “{0}” ({1}) is for small and medium enterprises, and a household business is not one. Law "
                + "148/2025/QH15 on Digital Transformation, Article 37, mentions support for household businesses, but no decree "
                + "with details was found."
        );

    /// <summary>{0} scheme, {1} class.</summary>
    public static LocalizedText SupportNotVerified { get; } =
        new(
            "Tôi chưa có mức đã kiểm chứng về nội dung “{0}” cho {1}. Mời anh/chị gửi yêu cầu để Sở Tài chính trả lời.",
            "I have no verified amount of “{0}” for a {1}. Please send a request and the Department of Finance will answer."
        );
}
