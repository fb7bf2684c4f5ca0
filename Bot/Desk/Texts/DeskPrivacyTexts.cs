using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Texts;

/// <summary>Texts about the rights of askers over their data.</summary>
internal static class DeskPrivacyTexts
{
    public static readonly LocalizedText SupervisorNeeded = new("Chỉ lãnh đạo được làm việc này.", "Only a supervisor may do this.");

    public static readonly LocalizedText Erase = new("Xóa dữ liệu cá nhân", "Erase personal data");

    public static readonly LocalizedText EraseHint = new(
        "Ghi căn cứ: đơn yêu cầu nào, ngày nào; không ghi lại dữ liệu bị xóa. Nội dung, liên hệ, tệp, thư, ghi chú của yêu cầu bị xóa hẳn; "
            + "nếu người gửi không còn yêu cầu đang xử lý thì cả tin nhắn, câu hỏi và đánh giá của họ.",
        "Give the ground: which application, of which day, without the data itself. Content, contact, files, mails and notes of the case "
            + "are erased for good; if the asker has no case being worked on, their messages, questions and votes too."
    );

    public static readonly LocalizedText Reason = new("Căn cứ (bắt buộc)", "Reason (required)");

    public static readonly LocalizedText WithdrawConsent = new("Ghi nhận rút đồng ý liên hệ", "Record a withdrawal of consent");

    public static readonly LocalizedText WithdrawConsentHint = new(
        "Ghi căn cứ. Từ đây hệ thống không gửi email cho người gửi nữa; không gọi điện cho họ. Trả lời vẫn hiện trong cuộc trò chuyện.",
        "Give the ground. From now on no e-mail is sent to the asker; do not telephone. Replies still appear in the chat."
    );

    public static readonly LocalizedText Export = new("Tải mọi dữ liệu của người gửi (JSON)", "Download everything about the asker (JSON)");

    /// <summary>{0} the channel.</summary>
    public static readonly LocalizedText ConsentCopy = new("Nội dung đã đồng ý (qua {0})", "The consent given (on {0})");

    /// <summary>{0} when.</summary>
    public static readonly LocalizedText ConsentWithdrawnAt = new(
        "Đã rút lại đồng ý cho liên hệ lúc {0}: không gọi điện, không gửi email.",
        "Consent to be contacted was withdrawn at {0}: do not telephone or e-mail."
    );

    /// <summary>{0} when.</summary>
    public static readonly LocalizedText ErasedAt = new(
        "Nội dung và liên hệ đã được xóa lúc {0}; lịch sử xử lý được giữ lại.",
        "Content and contact were erased at {0}; the history remains."
    );
}
