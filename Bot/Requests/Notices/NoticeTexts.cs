using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Requests.Notices;

/// <summary>What the chat tells askers about their cases. {0} who (the unit), {1} the case number, {2} what the official wrote.</summary>
internal static class NoticeTexts
{
    public static readonly LocalizedText Replied = new(
        "{0} trả lời yêu cầu {1} của anh/chị:\n\n{2}\n\nNếu cần trao đổi thêm, anh/chị gửi tin nhắn bắt đầu bằng số {1} trong "
            + "cuộc trò chuyện này.",
        "{0} has replied to your request {1}:\n\n{2}\n\nTo add something, send a message in this chat that begins with {1}."
    );

    public static readonly LocalizedText Corrected = new(
        "{0} đính chính nội dung đã trả lời cho yêu cầu {1} của anh/chị:\n\n{2}\n\nChỗ nào khác với câu trả lời trước thì anh/chị theo "
            + "nội dung này. Nếu cần trao đổi thêm, anh/chị gửi tin nhắn bắt đầu bằng số {1} trong cuộc trò chuyện này.",
        "{0} corrects what you were told about your request {1}:\n\n{2}\n\nWhere it differs from the earlier reply, please follow this "
            + "one. To add something, send a message in this chat that begins with {1}."
    );

    public static readonly LocalizedText MoreInformationRequested = new(
        "{0} cần anh/chị bổ sung thông tin cho yêu cầu {1}:\n\n{2}\n\nĐể bổ sung, anh/chị gửi tin nhắn bắt đầu bằng số {1} "
            + "trong cuộc trò chuyện này.",
        "{0} needs more information from you for request {1}:\n\n{2}\n\nTo answer, send a message in this chat that begins with {1}."
    );

    /// <summary>{2} the reason.</summary>
    public static readonly LocalizedText Closed = new(
        "{0} đã đóng yêu cầu {1} của anh/chị. Lý do: {2}.\n\nNếu vấn đề chưa được giải quyết, anh/chị gửi tin nhắn bắt đầu "
            + "bằng số {1} để mở lại.",
        "{0} has closed your request {1}. Reason: {2}.\n\nIf your matter is not settled, send a message that begins with {1} to reopen it."
    );

    /// <summary>{2} the reason, {3} what the official wrote.</summary>
    public static readonly LocalizedText ClosedWithText = new(
        "{0} đã đóng yêu cầu {1} của anh/chị. Lý do: {2}.\n\n{3}\n\nNếu vấn đề chưa được giải quyết, anh/chị gửi tin nhắn bắt "
            + "đầu bằng số {1} để mở lại.",
        "{0} has closed your request {1}. Reason: {2}.\n\n{3}\n\nIf your matter is not settled, send a message that begins "
            + "with {1} to reopen it."
    );

    public static readonly LocalizedText Reopened = new(
        "{0} đã mở lại yêu cầu {1} của anh/chị:\n\n{2}",
        "{0} has reopened your request {1}:\n\n{2}"
    );

    /// <summary>{3} the authority to which the case was forwarded.</summary>
    public static readonly LocalizedText Forwarded = new(
        "{0} đã chuyển yêu cầu {1} của anh/chị đến {3} để giải quyết theo thẩm quyền:\n\n{2}",
        "{0} has forwarded your request {1} to {3}, which is responsible for this matter:\n\n{2}"
    );

    public static readonly LocalizedText Withdrawn = new(
        "{0} đã ghi nhận việc anh/chị rút yêu cầu {1}:\n\n{2}",
        "{0} has recorded that you withdrew your request {1}:\n\n{2}"
    );

    /// <summary>{2} the case that remains.</summary>
    public static readonly LocalizedText Merged = new(
        "{0} đã gộp yêu cầu {1} vào yêu cầu {2} của anh/chị và sẽ trả lời chung tại đó.",
        "{0} has merged your request {1} into your request {2} and will answer both there."
    );

    public static readonly IReadOnlyDictionary<CloseReason, LocalizedText> CloseReasonNames = new Dictionary<CloseReason, LocalizedText>
    {
        [CloseReason.Answered] = new("đã trả lời đầy đủ", "fully answered"),
        [CloseReason.NoAnswer] = new("chưa nhận được thông tin bổ sung", "the information requested was not received"),
        [CloseReason.NotOurMatter] = new("nội dung không thuộc thẩm quyền của đơn vị", "the matter is outside the unit's responsibility"),
        [CloseReason.Duplicate] = new("trùng với một yêu cầu khác", "duplicate of another request"),
        [CloseReason.Other] = new("lý do khác", "another reason"),
    };
}
