using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Site.Errors;

/// <summary>The texts of the pages for addresses that do not exist and for faults.</summary>
internal static class ErrorTexts
{
    public static readonly LocalizedText NotFoundTitle = new("Không có trang này", "This page does not exist");
    public static readonly LocalizedText NotFound = new(
        "Địa chỉ có thể đã gõ sai hoặc bài đã được gỡ. Anh/chị tìm theo chủ đề, hoặc hỏi trợ lý.",
        "The address may be mistyped, or the article was removed. Please look under a topic, or ask the assistant."
    );
    public static readonly LocalizedText NotFoundAtDesk = new(
        "Địa chỉ có thể đã gõ sai, hoặc yêu cầu không còn hay anh/chị không được xem.",
        "The address may be mistyped, or the case no longer exists or is not open to you."
    );
    public static readonly LocalizedText ToDesk = new("Về bàn tiếp nhận", "Back to the desk");
    public static readonly LocalizedText ToStart = new("Về trang đầu", "Back to the start page");
    public static readonly LocalizedText UnreadableTitle = new("Không đọc được nội dung đã gửi", "What was sent could not be read");
    public static readonly LocalizedText Unreadable = new(
        "Nội dung có thể quá lớn, bị ngắt giữa chừng hoặc không đúng dạng. Anh/chị thử gửi lại.",
        "It may be too large, broken off or not in the expected form. Please try to send it again."
    );
    public static readonly LocalizedText FaultTitle = new("Hệ thống gặp lỗi", "Something went wrong");
    public static readonly LocalizedText Fault = new(
        "Lỗi này là của hệ thống, không phải của anh/chị, và đã được ghi lại. Anh/chị thử lại sau ít phút.",
        "The fault is ours, not yours, and it was recorded. Please try again in a few minutes."
    );

    /// <summary>{0} the reference.</summary>
    public static readonly LocalizedText Reference = new("Khi báo lỗi, hãy nêu mã {0}.", "If you report it, name the reference {0}.");
}
