using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Privacy.Export;

/// <summary>The texts of the page with a person's data.</summary>
internal static class ExportTexts
{
    public static readonly LocalizedText Title = new("Dữ liệu của anh/chị", "Your data");

    /// <summary>{0} when, {1} the channel, {2} the person's id there.</summary>
    public static readonly LocalizedText Intro = new(
        "Mọi dữ liệu trợ lý đang lưu về anh/chị lúc {0} (kênh {1}, mã {2}). Đường dẫn này hết hạn sau 15 phút; ai có đường "
            + "dẫn đều xem được.",
        "Everything that the assistant stores about you at {0} (channel {1}, id {2}). This link expires after 15 minutes; whoever "
            + "has it can see the page."
    );

    public static readonly LocalizedText Download = new("Tải tệp JSON", "Download as a JSON file");

    /// <summary>{0} the number, {1} the status.</summary>
    public static readonly LocalizedText Case = new("Yêu cầu {0} ({1})", "Request {0} ({1})");

    /// <summary>{0} how many.</summary>
    public static readonly LocalizedText Questions = new("Nhật ký câu hỏi ({0})", "Log of questions ({0})");

    /// <summary>{0} how many.</summary>
    public static readonly LocalizedText Votes = new("Đánh giá ({0})", "Votes ({0})");

    /// <summary>{0} how many messages.</summary>
    public static readonly LocalizedText Conversation = new("Cuộc trò chuyện ({0} tin nhắn)", "Conversation ({0} messages)");

    public static readonly LocalizedText You = new("Anh/chị", "You");

    public static readonly LocalizedText Assistant = new("Trợ lý", "Assistant");

    public static readonly LocalizedText Office = new("Cơ quan", "Office");

    public static readonly LocalizedText Form = new("(biểu mẫu hoặc nút bấm)", "(a form or a button)");

    /// <summary>{0} the statement with its time.</summary>
    public static readonly LocalizedText Consent = new("Đã đồng ý: {0}", "Consent: {0}");

    /// <summary>{0} when.</summary>
    public static readonly LocalizedText ConsentWithdrawn = new(
        "Đã rút lại đồng ý cho liên hệ lúc {0}",
        "Consent to be contacted withdrawn at {0}"
    );

    /// <summary>{0} the name.</summary>
    public static readonly LocalizedText File = new("Tệp: {0}", "File: {0}");

    /// <summary>{0} when, {1} the recipient, {2} the subject.</summary>
    public static readonly LocalizedText Mail = new("Email lúc {0} đến {1}: {2}", "E-mail at {0} to {1}: {2}");

    public static readonly LocalizedText NotIncluded = new(
        "Không kèm theo: ghi chú nội bộ của cán bộ, dấu vết tính toán của câu trả lời, nhật ký ai đã xem yêu cầu.",
        "Not included: internal notes of officials, the trace of how answers were computed, the log of who viewed a request."
    );

    public static LocalizedText NameOf(bool isUpvote) => isUpvote ? new("hữu ích", "helpful") : new("chưa hữu ích", "not helpful");
}
