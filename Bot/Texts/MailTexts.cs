using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>What e-mails say.</summary>
internal sealed record MailTexts
{
    /// <summary>{0} the name of the person.</summary>
    public required string Greeting { get; init; }

    /// <summary>{0} the unit, {1} the case number.</summary>
    public required string AskerFooter { get; init; }

    /// <summary>{0} the unit.</summary>
    public required string OfficialFooter { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string HowToAnswer { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string SubmittedSubject { get; init; }

    /// <summary>{0} the unit, {1} the case number.</summary>
    public required string Submitted { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string SubmittedNext { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string RepliedSubject { get; init; }

    /// <summary>{0} who, {1} the case number.</summary>
    public required string Replied { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string AskedBackSubject { get; init; }

    /// <summary>{0} who, {1} the case number.</summary>
    public required string AskedBack { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string ClosedSubject { get; init; }

    /// <summary>{0} who, {1} the case number.</summary>
    public required string Closed { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string ClosedNext { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string ReopenedSubject { get; init; }

    /// <summary>{0} who, {1} the case number.</summary>
    public required string Reopened { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string ForwardedSubject { get; init; }

    /// <summary>{0} who, {1} the case number, {2} the body that gets it.</summary>
    public required string Forwarded { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string MergedSubject { get; init; }

    /// <summary>{0} who, {1} the case number, {2} the case that remains.</summary>
    public required string Merged { get; init; }

    public required string CodeSubject { get; init; }

    /// <summary>{0} the code.</summary>
    public required string Code { get; init; }

    public required string CodeNext { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string WarnedSubject { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string OverdueSubject { get; init; }

    /// <summary>{0} the case number, {1} the share in percent, {2} the deadline.</summary>
    public required string Warned { get; init; }

    /// <summary>{0} the case number, {1} the deadline.</summary>
    public required string Overdue { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string MentionSubject { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string UndeliveredSubject { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string Undelivered { get; init; }

    public required string UndeliveredMayBeCopy { get; init; }

    public required string UndeliveredListSubject { get; init; }

    public required string UndeliveredList { get; init; }

    /// <summary>{0} who, {1} the case number.</summary>
    public required string Mention { get; init; }

    /// <summary>{0} the day.</summary>
    public required string DigestSubject { get; init; }

    /// <summary>{0} how many of one's own are open, {1} how many of them are past their deadline, {2} how many nobody has.</summary>
    public required string Digest { get; init; }

    /// <summary>{0} the case number, {1} the state, {2} the deadline.</summary>
    public required string DigestLine { get; init; }

    /// <summary>{0} the case number, {1} the state.</summary>
    public required string DigestLineWithoutDeadline { get; init; }

    public required string OpenCase { get; init; }

    public required string OpenDesk { get; init; }

    public static MailTexts For(Lang lang) => lang == Lang.En ? En : Vi;

    public static MailTexts Vi { get; } =
        new()
        {
            Greeting = "Kính gửi anh/chị {0},",
            AskerFooter = "{0}. Thư gửi tự động vì anh/chị đã để lại địa chỉ này trong yêu cầu {1}; vui lòng không trả lời thư này.",
            OfficialFooter = "{0}. Thư gửi tự động cho cán bộ; vui lòng không chuyển tiếp ra ngoài đơn vị.",
            HowToAnswer = "Để trao đổi thêm, anh/chị quay lại cuộc trò chuyện đã gửi yêu cầu và gửi tin nhắn bắt đầu bằng số {0}.",
            SubmittedSubject = "Đã nhận yêu cầu {0}",
            Submitted = "{0} đã nhận yêu cầu của anh/chị. Số yêu cầu là {1}.",
            SubmittedNext = "Anh/chị giữ lại số này: gõ {0} trong cuộc trò chuyện với trợ lý để xem yêu cầu đang ở bước nào.",
            RepliedSubject = "Trả lời yêu cầu {0}",
            Replied = "{0} trả lời yêu cầu {1} của anh/chị:",
            AskedBackSubject = "Cần bổ sung thông tin cho yêu cầu {0}",
            AskedBack = "{0} cần anh/chị bổ sung thông tin cho yêu cầu {1}:",
            ClosedSubject = "Đã đóng yêu cầu {0}",
            Closed = "{0} đã đóng yêu cầu {1} của anh/chị. Lý do:",
            ClosedNext =
                "Nếu vấn đề chưa được giải quyết, anh/chị quay lại cuộc trò chuyện đã gửi yêu cầu và gửi tin nhắn bắt đầu bằng số {0} để mở lại.",
            ReopenedSubject = "Đã mở lại yêu cầu {0}",
            Reopened = "{0} đã mở lại yêu cầu {1} của anh/chị:",
            ForwardedSubject = "Đã chuyển yêu cầu {0}",
            Forwarded = "{0} đã chuyển yêu cầu {1} của anh/chị đến {2} để giải quyết theo thẩm quyền:",
            MergedSubject = "Đã gộp yêu cầu {0}",
            Merged = "{0} đã gộp yêu cầu {1} vào yêu cầu {2} của anh/chị và sẽ trả lời chung tại đó.",
            CodeSubject = "Mã để xem tình trạng yêu cầu",
            Code =
                "Có người vừa hỏi tình trạng yêu cầu của anh/chị qua trợ lý. Nếu đó là anh/chị, hãy nhập mã này trong cuộc trò chuyện: {0}",
            CodeNext =
                "Mã dùng một lần, có hiệu lực 10 phút. Nếu không phải anh/chị hỏi, anh/chị không cần làm gì và đừng đưa mã cho ai, kể cả người xưng là cán bộ.",
            WarnedSubject = "Yêu cầu {0} sắp đến hạn",
            OverdueSubject = "Yêu cầu {0} đã quá hạn",
            Warned = "Yêu cầu {0} đã dùng {1} % thời hạn xử lý; hạn là {2}.",
            Overdue = "Yêu cầu {0} đã quá hạn xử lý, hạn là {1}.",
            UndeliveredSubject = "Tin nhắn về yêu cầu {0} chưa gửi được",
            Undelivered = "Tin nhắn của anh/chị về yêu cầu {0} chưa gửi được đến người gửi yêu cầu. Anh/chị mở yêu cầu để gửi lại.",
            UndeliveredMayBeCopy = "Có thể tin này đã đến nơi nhưng kênh không xác nhận; nếu gửi lại, người nhận có thể thấy hai bản.",
            UndeliveredListSubject = "Có tin nhắn chưa gửi được",
            UndeliveredList =
                "Có tin nhắn của cán bộ chưa gửi được đến người gửi yêu cầu. Anh/chị mở trang “Tin chưa gửi được” để xem và gửi lại.",
            MentionSubject = "Anh/chị được nhắc đến trong yêu cầu {0}",
            Mention = "{0} nhắc đến anh/chị trong ghi chú nội bộ của yêu cầu {1}.",
            DigestSubject = "Công việc ngày {0}",
            Digest = "Anh/chị đang xử lý {0} yêu cầu, trong đó {1} đã quá hạn. Có {2} yêu cầu chưa ai nhận.",
            DigestLine = "{0}: {1}, hạn {2}",
            DigestLineWithoutDeadline = "{0}: {1}",
            OpenCase = "Mở yêu cầu",
            OpenDesk = "Mở danh sách yêu cầu",
        };

    public static MailTexts En { get; } =
        new()
        {
            Greeting = "Dear {0},",
            AskerFooter = "{0}. This is an automatic e-mail because you left this address in request {1}; please do not reply to it.",
            OfficialFooter = "{0}. Automatic e-mail to officials; please do not pass it on outside the unit.",
            HowToAnswer = "To add something, go back to the chat from which you sent the request and send a message that begins with {0}.",
            SubmittedSubject = "Your request {0} was received",
            Submitted = "{0} has received your request. Its case number is {1}.",
            SubmittedNext = "Please keep this number: type {0} in the chat with the assistant to see where your request stands.",
            RepliedSubject = "Reply to your request {0}",
            Replied = "{0} has replied to your request {1}:",
            AskedBackSubject = "More information is needed for request {0}",
            AskedBack = "{0} needs more information from you for request {1}:",
            ClosedSubject = "Your request {0} was closed",
            Closed = "{0} has closed your request {1}. Reason:",
            ClosedNext =
                "If your matter is not settled, go back to the chat from which you sent the request and send a message that begins with {0} to open it again.",
            ReopenedSubject = "Your request {0} was reopened",
            Reopened = "{0} has reopened your request {1}:",
            ForwardedSubject = "Your request {0} was passed on",
            Forwarded = "{0} has passed your request {1} to {2}, which is competent for it:",
            MergedSubject = "Your request {0} was joined to another",
            Merged = "{0} has joined your request {1} to your request {2} and will answer both there.",
            CodeSubject = "Code to see where your request stands",
            Code = "Somebody asked the assistant where your request stands. If it was you, enter this code in the chat: {0}",
            CodeNext =
                "The code works once, for 10 minutes. If it was not you, you need do nothing; give the code to nobody, not even to someone who says they are an official.",
            WarnedSubject = "Case {0} is nearly due",
            OverdueSubject = "Case {0} is overdue",
            Warned = "Case {0} has used {1} % of its time; it is due {2}.",
            Overdue = "Case {0} is past its deadline, which was {1}.",
            UndeliveredSubject = "Your message about case {0} was not delivered",
            Undelivered = "Your message about case {0} could not be delivered to the asker. Open the case to send it again.",
            UndeliveredMayBeCopy =
                "The message may have arrived although the channel did not confirm it; if you send it again, the asker may see it twice.",
            UndeliveredListSubject = "Messages were not delivered",
            UndeliveredList =
                "Messages of officials could not be delivered to askers. Open the page “Undelivered” to see them and to send them again.",
            MentionSubject = "You were mentioned in case {0}",
            Mention = "{0} mentioned you in an internal note on case {1}.",
            DigestSubject = "Work on {0}",
            Digest = "You are working on {0} cases, of which {1} are overdue. Nobody has taken {2} cases yet.",
            DigestLine = "{0}: {1}, due {2}",
            DigestLineWithoutDeadline = "{0}: {1}",
            OpenCase = "Open the case",
            OpenDesk = "Open the list of cases",
        };
}
