using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Switches;

namespace PolicyAssistantBot.Desk.Switches;

/// <summary>The texts of the page of the switches.</summary>
internal static class SwitchTexts
{
    public static readonly LocalizedText Title = new("Tạm ngừng khẩn cấp", "Emergency switches");
    public static readonly LocalizedText Hint = new(
        "Khi một kênh tạm ngừng, người hỏi nhận được thông báo thay cho câu trả lời. Thay đổi có hiệu lực ngay và giữ nguyên sau khi "
            + "khởi động lại.",
        "While a channel is off, people get a notice instead of answers. A change takes effect at once and survives a restart."
    );

    public static readonly LocalizedText On = new("Đang hoạt động", "On");
    public static readonly LocalizedText Reason = new("Lý do", "Reason");
    public static readonly LocalizedText TurnOff = new("Tạm ngừng", "Switch off");
    public static readonly LocalizedText TurnOn = new("Cho hoạt động lại", "Switch on");

    public static readonly LocalizedText EndChats = new("Kết thúc mọi cuộc trò chuyện trên web", "End all web chats");
    public static readonly LocalizedText EndChatsHint = new(
        "Mọi phiên trò chuyện trên trang web đang mở sẽ không dùng được nữa, kể cả phiên mà người khác đang giữ; người hỏi bắt đầu cuộc "
            + "trò chuyện mới. Các yêu cầu đã gửi vẫn giữ nguyên và tra cứu được bằng mã hồ sơ.",
        "All web chats that are open now stop working, also those in other hands; visitors begin new ones. Requests that were sent are "
            + "kept and can be found with their case number."
    );

    public static readonly LocalizedText EndChatsConfirmed = new("Tôi hiểu và muốn kết thúc", "I understand and want to end them");
    public static readonly LocalizedText EndChatsToo = new(
        "Đồng thời kết thúc mọi cuộc trò chuyện đang mở",
        "Also end all chats that are open"
    );

    public static readonly LocalizedText FilesNotScanned = new(
        "Tệp của người hỏi đang được nhận mà không quét mã độc: chưa cấu hình bộ quét (Files:ClamAv). Xin chỉ mở tệp trên máy có phần mềm "
            + "diệt mã độc.",
        "Files of askers are accepted without being scanned for malware: no scanner is set (Files:ClamAv). Please open files only on a "
            + "computer with antivirus software."
    );

    /// <summary>{0} the time, {1} the person, {2} the reason.</summary>
    public static readonly LocalizedText Off = new("Tạm ngừng từ {0}, bởi {1}: {2}", "Off since {0}, by {1}: {2}");

    /// <summary>{0} the time, {1} the person, {2} the reason, {3} the end.</summary>
    public static readonly LocalizedText OffUntil = new("Tạm ngừng từ {0} đến {3}, bởi {1}: {2}", "Off from {0} to {3}, by {1}: {2}");

    public static readonly LocalizedText Until = new("Đến lúc (không bắt buộc)", "Until (optional)");
    public static readonly LocalizedText UntilHint = new(
        "Giờ Hà Nội. Đến lúc đó kênh tự hoạt động lại; để trống thì ngừng đến khi có người cho hoạt động lại.",
        "Hanoi time. At that time the channel goes on by itself; leave it empty to keep it off until somebody switches it on."
    );

    public static readonly LocalizedText InvalidUntil = new(
        "“Đến lúc” phải là ngày giờ ở phía sau, trong vòng một năm.",
        "“Until” has to be a time within the next year."
    );

    public static readonly LocalizedText NotConnected = new("Chưa nối", "Not connected");

    /// <summary>{0} the channel.</summary>
    public static readonly LocalizedText Banner = new("Đang tạm ngừng: {0}.", "Switched off: {0}.");

    /// <summary>{0} the channel, {1} the end.</summary>
    public static readonly LocalizedText BannerUntil = new("Đang tạm ngừng: {0}, đến {1}.", "Switched off: {0}, until {1}.");

    public static LocalizedText LabelOf(Switch name) =>
        name switch
        {
            Switch.WebChat => new("Chat trên trang web", "Chat on web pages"),
            Switch.Teams => new("Microsoft Teams", "Microsoft Teams"),
            _ => new("Mô hình ngôn ngữ", "Language model"),
        };
}
