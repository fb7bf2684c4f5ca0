using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Mail;

namespace PolicyAssistantBot.Desk.Texts;

/// <summary>Texts of the desk's pages about e-mails.</summary>
internal static class DeskMailTexts
{
    public static readonly LocalizedText Title = new("Thư điện tử đã gửi", "E-mails");
    public static readonly LocalizedText Retry = new("Gửi lại", "Send again");
    public static readonly LocalizedText RetryWithCopyWarning = new("Gửi lại (có thể thành hai bản)", "Send again (may be a copy)");

    public static LocalizedText LabelOf(MailKind kind) =>
        kind switch
        {
            MailKind.Asker or MailKind.Receipt => new("cho người gửi yêu cầu", "to the asker"),
            MailKind.AddressConfirmationCode => new(
                "mã xác nhận địa chỉ, cho người gửi yêu cầu",
                "code to confirm the address, to the asker"
            ),
            MailKind.Deadline => new("nhắc hạn cho cán bộ", "deadline, to officials"),
            MailKind.Mention => new("nhắc tên cho cán bộ", "mention, to an official"),
            MailKind.Undelivered => new("tin nhắn chưa gửi được, cho cán bộ", "undelivered message, to officials"),
            _ => new("thông báo", "notice"),
        };

    public static LocalizedText LabelOf(MailRow mail) =>
        mail.State switch
        {
            MailState.Sent => new("đã gửi", "sent"),
            MailState.Failed when mail.AmbiguousAttempts > 0 => new(
                "chưa rõ đã đến hay chưa; gửi lại có thể thành hai bản",
                "may have arrived; sending it again may produce a copy"
            ),
            MailState.Failed => new("không gửi được", "could not be sent"),
            _ when mail.Attempts > 0 => new("chưa gửi được, sẽ thử lại", "not sent yet, will be tried again"),
            _ => new("đang chờ gửi", "waiting to be sent"),
        };
}
