using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Texts;

/// <summary>Texts of the cards that show a case to its asker: deadlines, team, what happens next, how the asker is told.</summary>
internal static class CaseCardTexts
{
    public static readonly LocalizedText FirstReplyBy = new("Trả lời lần đầu trước", "First reply by");

    public static readonly LocalizedText SettledBy = new("Giải quyết xong trước", "Settled by");

    /// <summary>The value of a deadline that does not run.</summary>
    public static readonly LocalizedText Paused = new(
        "tạm dừng cho đến khi anh/chị bổ sung",
        "paused until you have added what was asked for"
    );

    public static readonly LocalizedText Team = new("Bộ phận phụ trách", "Team in charge");

    public static readonly LocalizedText Subject = new("Nội dung", "Subject");

    public static readonly LocalizedText SentLabel = new("Tệp và nội dung anh/chị đã gửi", "Files and texts that you sent");

    /// <summary>{0} the name.</summary>
    public static readonly LocalizedText SentFile = new("Tệp {0}", "File {0}");

    /// <summary>{0} the name.</summary>
    public static readonly LocalizedText RemovedFile = new("Tệp {0} (đã loại bỏ vì có mã độc)", "File {0} (deleted: malware)");

    /// <summary>{0} how many.</summary>
    public static readonly LocalizedText EarlierSent = new("và {0} lần gửi trước đó", "and {0} sent earlier");

    public static readonly LocalizedText NextLabel = new("Bước tiếp theo", "What happens next");

    public static readonly LocalizedText ToldLabel = new("Anh/chị được báo thế nào", "How you will be told");

    public static readonly LocalizedText ToldHere = new("Trả lời hiện ngay trong cuộc trò chuyện này.", "The reply appears in this chat.");

    /// <summary>For the chat on a web page, which is found again only in the same browser.</summary>
    public static readonly LocalizedText ToldOnThisPage = new(
        "Trả lời hiện ngay trong cuộc trò chuyện này; anh/chị mở lại trang này bằng cùng trình duyệt để đọc.",
        "The reply appears in this chat; open this page again in the same browser to read it."
    );

    public static readonly LocalizedText ToldByMail = new(
        "Thư báo cũng được gửi đến email anh/chị đã xác nhận.",
        "An e-mail is also sent to the address that you have confirmed."
    );

    public static readonly LocalizedText ToldByPhone = new(
        "Cán bộ có thể gọi số điện thoại anh/chị đã để lại.",
        "The official may call the telephone number that you left."
    );

    public static readonly LocalizedText AddButton = new("Bổ sung nội dung", "Add something");

    public static readonly LocalizedText ReplyButton = new("Trả lời cán bộ", "Reply to the official");

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText WriteNow = new(
        "Anh/chị viết nội dung gửi cho cán bộ xử lý yêu cầu **{0}** trong tin nhắn tiếp theo. Gõ **hủy** nếu không gửi nữa.",
        "Please write what the official of request **{0}** should read in your next message. Type **cancel** to send nothing."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText NothingAdded = new("Chưa có gì được gửi vào yêu cầu {0}.", "Nothing was sent to request {0}.");

    /// <summary>One line of the list: {0} the status, {1} the day by which the next step is due.</summary>
    public static readonly LocalizedText StatusAndDue = new("{0}; hạn {1}", "{0}; due {1}");

    public static LocalizedText NextStep(CaseStatus status) =>
        status switch
        {
            CaseStatus.Submitted => new(
                "Cán bộ của bộ phận phụ trách nhận yêu cầu rồi trả lời anh/chị.",
                "An official of the team takes the request and replies to you."
            ),
            CaseStatus.Assigned or CaseStatus.Reopened => new(
                "Cán bộ đang xem xét và sẽ trả lời anh/chị.",
                "An official is working on it and will reply to you."
            ),
            CaseStatus.WaitingForAsker => new(
                "Anh/chị bổ sung điều cán bộ hỏi; thời hạn tính tiếp sau đó.",
                "You add what the official asked for; the deadlines run on after that."
            ),
            CaseStatus.Answered => new(
                "Nếu cần hỏi thêm, anh/chị trả lời cán bộ; nếu không, yêu cầu sẽ được đóng.",
                "Reply to the official if you need more; otherwise the request will be closed."
            ),
            CaseStatus.Forwarded => new(
                "Cơ quan nhận chuyển sẽ giải quyết theo thẩm quyền.",
                "The authority that received it settles the matter."
            ),
            CaseStatus.Closed => new(
                "Không còn bước nào. Nếu vấn đề chưa xong, anh/chị bổ sung để mở lại.",
                "Nothing more. If the matter is not settled, add a message to reopen it."
            ),
            _ => new("Không còn bước nào với yêu cầu này.", "Nothing more happens with this request."),
        };
}
