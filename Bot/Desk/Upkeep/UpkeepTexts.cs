using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Upkeep;

/// <summary>Texts of the pages on which editors see what the articles need.</summary>
internal static class UpkeepTexts
{
    public static readonly LocalizedText DueTitle = new("Bài viết cần xem lại", "Articles due for review");
    public static readonly LocalizedText DueHint = new(
        "Những bài đã hoặc sắp hết hiệu lực, dựa trên văn bản đã thay đổi, hoặc đến hạn kiểm tra lại. Tính đến ngày {0}, nhìn "
            + "trước {1} ngày.",
        "Articles that ended or end soon, rest on a document that changed, or are due for a check. As of {0}, looking {1} days ahead."
    );

    public static readonly LocalizedText GapsTitle = new("Điều còn thiếu trong các bài", "What the articles do not know");
    public static readonly LocalizedText GapsHint = new(
        "Những điều người hỏi cần mà bài chưa có, theo nơi trả lời được. Điền một lần là mọi bài dùng chung được bổ sung.",
        "What askers need and the articles lack, by the body that can say. What is filled in once completes every article that shares it."
    );

    public static readonly LocalizedText Missing = new("Còn thiếu", "Missing");
    public static readonly LocalizedText AlsoIn = new("Dùng chung cho", "Also used by");
    public static readonly LocalizedText NoGaps = new("Không còn điều nào thiếu.", "Nothing is missing.");
    public static readonly LocalizedText Days = new("Nhìn trước bao nhiêu ngày", "Days to look ahead");
    public static readonly LocalizedText Show = new("Xem", "Show");
    public static readonly LocalizedText Nothing = new("Không có bài nào.", "None.");
    public static readonly LocalizedText Day = new("Ngày", "Day");
    public static readonly LocalizedText Article = new("Bài", "Article");
    public static readonly LocalizedText Articles = new("Các bài", "Articles");
    public static readonly LocalizedText Count = new("Số bài", "Number");
    public static readonly LocalizedText Reason = new("Lý do", "Reason");
    public static readonly LocalizedText Owner = new("Đơn vị phụ trách", "Owner");

    /// <summary>{0} the kind, {1} how many.</summary>
    public static readonly LocalizedText HeadingOf = new("{0}: {1}", "{0}: {1}");
}
