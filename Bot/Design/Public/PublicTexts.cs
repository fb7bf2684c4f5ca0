using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Design.Public;

/// <summary>The texts of the frame of the public pages.</summary>
internal static class PublicTexts
{
    public static readonly LocalizedText Product = new("Trợ lý chính sách", "Policy assistant");
    public static readonly LocalizedText OtherLanguage = new("English", "Tiếng Việt");
    public static readonly LocalizedText SkipToContent = new("Đến nội dung chính", "Skip to the main content");
    public static readonly LocalizedText Navigation = new("Trang chính", "Main pages");
    public static readonly LocalizedText Guidance = new("Hướng dẫn", "Guidance");
    public static readonly LocalizedText Lookup = new("Tra cứu yêu cầu", "Look up a request");
    public static readonly LocalizedText Contact = new("Liên hệ", "Contact");
    public static readonly LocalizedText Accessibility = new("Trợ năng", "Accessibility");
    public static readonly LocalizedText Privacy = new("Dữ liệu cá nhân", "Privacy");

    /// <summary>{0} the unit.</summary>
    public static readonly LocalizedText Operator = new("Đơn vị phụ trách: {0}", "Responsible: {0}");
    public static readonly LocalizedText Reference = new(
        "Thông tin có tính chất tham khảo. Khi có khác biệt, văn bản quy phạm pháp luật được áp dụng.",
        "For reference. Where it differs from the legal documents, the documents apply."
    );
    public static readonly LocalizedText NoScript = new(
        "Khung trò chuyện cần JavaScript. Các trang khác vẫn dùng được.",
        "The chat needs JavaScript. All other pages work without it."
    );
}
