using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>Texts of e-mails.</summary>
internal static class MailTexts
{
    /// <summary>{0} the name of the person.</summary>
    public static readonly LocalizedText Greeting = new("Kính gửi anh/chị {0},", "Dear {0},");
    public static readonly LocalizedText GreetingWithoutName = new("Kính gửi anh/chị,", "Dear Sir or Madam,");

    /// <summary>{0} the department, {1} the case number.</summary>
    public static readonly LocalizedText AskerFooter = new(
        "{0}. Thư gửi tự động vì anh/chị đã để lại địa chỉ này trong yêu cầu {1}; vui lòng không trả lời thư này.",
        "{0}. This is an automatic e-mail because you left this address in request {1}; please do not reply to it."
    );

    /// <summary>{0} the department.</summary>
    public static readonly LocalizedText OfficialFooter = new(
        "{0}. Thư gửi tự động cho cán bộ; vui lòng không chuyển tiếp ra ngoài đơn vị.",
        "{0}. Automatic e-mail to officials; please do not forward it outside your unit."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText HowToAnswer = new(
        "Để trao đổi thêm, anh/chị quay lại cuộc trò chuyện đã gửi yêu cầu và gửi tin nhắn bắt đầu bằng số {0}.",
        "To add something, please go back to the chat from which you sent the request and send a message that begins with {0}."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText SubmittedSubject = new("Đã nhận yêu cầu {0}", "Your request {0} was received");

    /// <summary>{0} the department, {1} the case number.</summary>
    public static readonly LocalizedText Submitted = new(
        "{0} đã nhận yêu cầu của anh/chị. Số yêu cầu là {1}.",
        "{0} has received your request. Its case number is {1}."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText SubmittedNextStep = new(
        "Anh/chị giữ lại số này: gõ {0} trong cuộc trò chuyện với trợ lý để xem yêu cầu đang ở bước nào.",
        "Please keep this number: type {0} in the chat with the assistant to see its status."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText CorrectedSubject = new("Đính chính trả lời yêu cầu {0}", "A correction for request {0}");

    /// <summary>{0} the official, {1} the case number.</summary>
    public static readonly LocalizedText Corrected = new(
        "{0} đính chính nội dung đã trả lời cho yêu cầu {1} của anh/chị. Chỗ nào khác với câu trả lời trước thì anh/chị theo nội dung này.",
        "{0} corrects what you were told about your request {1}. Where it differs from the earlier reply, please follow this one."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText RepliedSubject = new("Trả lời yêu cầu {0}", "Reply to your request {0}");

    /// <summary>{0} the official, {1} the case number.</summary>
    public static readonly LocalizedText Replied = new("{0} trả lời yêu cầu {1} của anh/chị:", "{0} has replied to your request {1}:");

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText InformationRequestedSubject = new(
        "Cần bổ sung thông tin cho yêu cầu {0}",
        "More information is needed for request {0}"
    );

    /// <summary>{0} the official, {1} the case number.</summary>
    public static readonly LocalizedText InformationRequested = new(
        "{0} cần anh/chị bổ sung thông tin cho yêu cầu {1}:",
        "{0} needs more information from you for request {1}:"
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText ClosedSubject = new("Đã đóng yêu cầu {0}", "Your request {0} was closed");

    /// <summary>{0} the official, {1} the case number.</summary>
    public static readonly LocalizedText Closed = new(
        "{0} đã đóng yêu cầu {1} của anh/chị. Lý do:",
        "{0} has closed your request {1}. Reason:"
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText ClosedNextStep = new(
        "Nếu vấn đề chưa được giải quyết, anh/chị quay lại cuộc trò chuyện đã gửi yêu cầu và gửi tin nhắn bắt đầu bằng số {0} để mở lại.",
        "If the problem is not solved, please go back to the chat from which you sent the request and send a message that "
            + "begins with {0} to reopen it."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText ReopenedSubject = new("Đã mở lại yêu cầu {0}", "Your request {0} was reopened");

    /// <summary>{0} the official, {1} the case number.</summary>
    public static readonly LocalizedText Reopened = new("{0} đã mở lại yêu cầu {1} của anh/chị:", "{0} has reopened your request {1}:");

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText ForwardedSubject = new("Đã chuyển yêu cầu {0}", "Your request {0} was forwarded");

    /// <summary>{0} the official, {1} the case number, {2} the receiving authority.</summary>
    public static readonly LocalizedText Forwarded = new(
        "{0} đã chuyển yêu cầu {1} của anh/chị đến {2} để giải quyết theo thẩm quyền:",
        "{0} has forwarded your request {1} to {2}, which is responsible for this matter:"
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText MergedSubject = new("Đã gộp yêu cầu {0}", "Your request {0} was merged with another");

    /// <summary>{0} the official, {1} the case number, {2} the case it was merged into.</summary>
    public static readonly LocalizedText Merged = new(
        "{0} đã gộp yêu cầu {1} vào yêu cầu {2} của anh/chị và sẽ trả lời chung tại đó.",
        "{0} has merged your request {1} into your request {2} and will answer both there."
    );

    public static readonly LocalizedText ConsentCopy = new("Bản sao nội dung anh/chị đã đồng ý:", "A copy of what you agreed to:");

    public static readonly LocalizedText AddressCodeSubject = new("Mã xác nhận địa chỉ email", "Code to confirm an e-mail address");

    /// <summary>{0} the department, {1} the code.</summary>
    public static readonly LocalizedText AddressCode = new(
        "Có người vừa để lại địa chỉ này khi gửi yêu cầu đến {0}. Nếu đó là anh/chị, hãy nhập mã này trong cuộc trò chuyện đã gửi yêu "
            + "cầu để nhận thư tại đây: {1}",
        "Someone left this address in a request to: {0}. If it was you, enter this code in the chat from which you sent the request, to "
            + "get e-mails here: {1}"
    );

    public static readonly LocalizedText AddressCodeNotice = new(
        "Mã có hiệu lực 1 giờ. Nếu không phải anh/chị gửi, anh/chị không cần làm gì: khi mã chưa được nhập, không nội dung nào của yêu cầu "
            + "được gửi đến địa chỉ này. Đừng đưa mã cho ai, kể cả người xưng là cán bộ.",
        "The code is valid for 1 hour. If it was not you, you need not do anything: until the code is entered, nothing of the request is "
            + "sent to this address. Never give the code to anybody, not even to someone who claims to be an official."
    );

    /// <summary>{0} the department.</summary>
    public static readonly LocalizedText AddressCodeFooter = new(
        "{0}. Thư gửi tự động; vui lòng không trả lời thư này.",
        "{0}. This is an automatic e-mail; please do not reply to it."
    );

    public static readonly LocalizedText CodeSubject = new("Mã để xem tình trạng yêu cầu", "Your code to check the status of a request");

    /// <summary>{0} the code.</summary>
    public static readonly LocalizedText Code = new(
        "Có người vừa hỏi tình trạng yêu cầu của anh/chị. Nếu đó là anh/chị, hãy nhập mã này vào nơi vừa hỏi: {0}",
        "Someone asked for the status of your request. If it was you, enter this code where you asked: {0}"
    );

    public static readonly LocalizedText CodeNotice = new(
        "Mã dùng một lần, có hiệu lực 10 phút. Nếu không phải anh/chị hỏi, anh/chị không cần làm gì và đừng đưa mã cho ai, kể "
            + "cả người xưng là cán bộ.",
        "The code works once, for 10 minutes. If it was not you, you need not do anything. Never give the code to anybody, not "
            + "even to someone who claims to be an official."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText DueSoonSubject = new("Yêu cầu {0} sắp đến hạn", "Case {0} is nearly due");

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText OverdueSubject = new("Yêu cầu {0} đã quá hạn", "Case {0} is overdue");

    /// <summary>{0} the case number, {1} the share in percent, {2} the deadline, {3} what is due.</summary>
    public static readonly LocalizedText DueSoon = new(
        "Yêu cầu {0} đã dùng {1} % thời hạn “{3}”; hạn là {2}.",
        "Case {0} has used {1} % of the time for “{3}”; it is due {2}."
    );

    /// <summary>{0} the case number, {1} the deadline, {2} what was due.</summary>
    public static readonly LocalizedText Overdue = new(
        "Yêu cầu {0} đã quá thời hạn “{2}”, hạn là {1}.",
        "Case {0} is past its deadline for “{2}”, which was {1}."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText MentionSubject = new("Anh/chị được nhắc đến trong yêu cầu {0}", "You were mentioned in case {0}");

    /// <summary>{0} the official, {1} the case number.</summary>
    public static readonly LocalizedText Mention = new(
        "{0} nhắc đến anh/chị trong ghi chú nội bộ của yêu cầu {1}.",
        "{0} mentioned you in an internal note on case {1}."
    );

    /// <summary>{0} the day.</summary>
    public static readonly LocalizedText DigestSubject = new("Công việc ngày {0}", "Work on {0}");

    /// <summary>{0} the recipient's open cases, {1} those of them past their deadline, {2} the unassigned cases.</summary>
    public static readonly LocalizedText Digest = new(
        "Anh/chị đang xử lý {0} yêu cầu, trong đó {1} đã quá hạn. Có {2} yêu cầu chưa ai nhận.",
        "You are working on {0} cases, of which {1} are overdue. {2} cases are unassigned."
    );

    /// <summary>{0} the case number, {1} the status, {2} the deadline.</summary>
    public static readonly LocalizedText DigestLine = new("{0}: {1}, hạn {2}", "{0}: {1}, due {2}");

    /// <summary>{0} the case number, {1} the status.</summary>
    public static readonly LocalizedText DigestLineWithoutDeadline = new("{0}: {1}", "{0}: {1}");

    public static readonly LocalizedText OpenCase = new("Mở yêu cầu", "Open the case");

    public static readonly LocalizedText OpenDesk = new("Mở danh sách yêu cầu", "Open the list of cases");

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText UndeliveredSubject = new(
        "Tin nhắn về yêu cầu {0} chưa gửi được",
        "Your message about case {0} was not delivered"
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText Undelivered = new(
        "Tin nhắn của anh/chị về yêu cầu {0} chưa gửi được đến người gửi yêu cầu. Anh/chị mở yêu cầu để gửi lại.",
        "Your message about case {0} could not be delivered to the asker. Open the case to send it again."
    );

    public static readonly LocalizedText UndeliveredMayBeDuplicate = new(
        "Có thể tin này đã đến nơi nhưng kênh không xác nhận; nếu gửi lại, người nhận có thể thấy hai bản.",
        "The message may have arrived although the channel did not confirm it; if you send it again, the asker may see it twice."
    );

    public static readonly LocalizedText UndeliveredListSubject = new("Có tin nhắn chưa gửi được", "Messages were not delivered");

    public static readonly LocalizedText UndeliveredList = new(
        "Có tin nhắn của cán bộ chưa gửi được đến người gửi yêu cầu. Anh/chị mở trang “Tin chưa gửi được” để xem và gửi lại.",
        "Messages of officials could not be delivered to askers. Open the page “Undelivered messages” to see them and to send them again."
    );

    public static readonly LocalizedText InvitationSubject = new("Lời mời vào bàn tiếp nhận", "Invitation to the support desk");

    /// <summary>{0} the department, {1} the user name.</summary>
    public static readonly LocalizedText Invitation = new(
        "{0} đã tạo tài khoản cho anh/chị tại bàn tiếp nhận hỗ trợ doanh nghiệp. Tên đăng nhập: {1}.",
        "{0} created an account for you at the enterprise support desk. Your user name is {1}."
    );

    /// <summary>{0} a moment.</summary>
    public static readonly LocalizedText InvitationValidity = new(
        "Đường liên kết dưới đây dùng một lần, đến {0}. Ai có đường liên kết đều đặt được mật khẩu: anh/chị đừng chuyển tiếp thư này.",
        "The link below can be used once, until {0}. Whoever has it can choose the password, so do not forward this e-mail."
    );
    public static readonly LocalizedText InvitationLink = new("Đặt mật khẩu", "Choose a password");
    public static readonly LocalizedText NoInvitationWithoutMail = new(
        "Không gửi được thư mời vì máy chủ thư chưa được nối (mục Mail trong cấu hình máy chủ).",
        "No invitation can be mailed because no mail server is connected (section Mail of the server’s configuration)."
    );
    public static readonly LocalizedText NoInvitationWithoutAddress = new(
        "Không gửi được thư mời vì chưa đặt địa chỉ công khai của dịch vụ (Teams:PublicUrl trong cấu hình máy chủ).",
        "No invitation can be mailed because the public address of the service is not set (Teams:PublicUrl of the server’s configuration)."
    );
}
