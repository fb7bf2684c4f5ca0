using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Site.Lookup;

/// <summary>The texts of the page that shows the status of a request.</summary>
internal static class LookupTexts
{
    public static readonly LocalizedText Title = new("Tra cứu yêu cầu", "Look up a request");
    public static readonly LocalizedText Lead = new(
        "Nhập số yêu cầu. Nếu yêu cầu có email đã xác nhận, chúng tôi gửi đến đó một mã dùng một lần; nhập mã thì trang hiện tình trạng.",
        "Enter the case number. If the request has a confirmed e-mail address, a one-time code is sent there; with it this page shows the "
            + "status."
    );
    public static readonly LocalizedText NoMail = new(
        "Hiện chưa tra cứu bằng số được, vì máy chủ chưa gửi được email có mã xác nhận. Anh/chị xem yêu cầu theo một trong các cách sau.",
        "Requests cannot be looked up by number yet, because this server cannot send the code by e-mail. See your request in one of these "
            + "ways."
    );
    public static readonly LocalizedText NoMailSameBrowser = new(
        "Dùng chính điện thoại hoặc máy tính và trình duyệt đã gửi yêu cầu: mở cuộc trò chuyện, không cần mã.",
        "On the device and in the browser from which you sent the request, open the chat: no code is needed."
    );
    public static readonly LocalizedText OpenMyRequests = new("Mở “Yêu cầu của tôi”", "Open “My requests”");
    public static readonly LocalizedText Number = new("Số yêu cầu", "Case number");
    public static readonly LocalizedText NumberHint = new("Ví dụ: HN-2026-000123-7", "For example: HN-2026-000123-7");
    public static readonly LocalizedText NumberWrong = new(
        "Đây chưa phải số yêu cầu. Số có dạng HN-2026-000123-7; anh/chị xem lại từng chữ số.",
        "This is not a case number. It looks like HN-2026-000123-7; please check each digit."
    );
    public static readonly LocalizedText SendCode = new("Gửi mã", "Send the code");

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText CodeSent = new(
        "Nếu có yêu cầu {0} và yêu cầu đó có email đã xác nhận, mã vừa được gửi đến email ấy. Mã dùng được trong 10 phút.",
        "If there is a case {0} with a confirmed e-mail address, a code was sent to that address. It is valid for 10 minutes."
    );

    /// <summary>{0} how many digits.</summary>
    public static readonly LocalizedText Code = new("Mã {0} chữ số", "{0}-digit code");
    public static readonly LocalizedText CodeWrong = new(
        "Mã không đúng, đã dùng hoặc đã hết hạn. Anh/chị xem lại thư, hoặc xin mã khác.",
        "The code is wrong, used or no longer valid. Please check the mail, or ask for another code."
    );
    public static readonly LocalizedText ShowStatus = new("Xem tình trạng", "Show the status");
    public static readonly LocalizedText OtherNumber = new("Tra số khác hoặc xin mã khác", "Another number or another code");
    public static readonly LocalizedText TooMany = new(
        "Đã xin mã nhiều lần từ mạng này. Anh/chị thử lại sau một giờ, hoặc gõ “yêu cầu của tôi” trong cuộc trò chuyện.",
        "Too many codes were requested from this network. Please try again in an hour, or type “my requests” in the chat."
    );
    public static readonly LocalizedText Expired = new(
        "Trang này đã để quá lâu. Anh/chị nhập lại số yêu cầu.",
        "This page was open for too long. Please enter the case number again."
    );
    public static readonly LocalizedText WithoutMailHeading = new(
        "Yêu cầu chỉ có số điện thoại, hoặc không nhận được mã?",
        "Only a telephone number in the request, or no code received?"
    );
    public static readonly LocalizedText SameBrowser = new(
        "Dùng lại trình duyệt đã gửi yêu cầu: mở cuộc trò chuyện, không cần mã.",
        "In the browser from which you sent the request, open the chat: no code is needed."
    );
    public static readonly LocalizedText OpenInChat = new("Xem trong cuộc trò chuyện", "Show it in the chat");
    public static readonly LocalizedText MyRequestsCommand = new("yêu cầu của tôi", "my requests");

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText OtherBrowser = new(
        "Ở máy khác: gửi yêu cầu mới và ghi {0} trong nội dung; cán bộ tìm lại yêu cầu cũ và trả lời anh/chị.",
        "On another device: send a new request that names {0}; an official finds the earlier one and answers you."
    );
    public static readonly LocalizedText ItsNumber = new("số yêu cầu cũ", "the number of the earlier one");
    public static readonly LocalizedText OrContact = new("Hoặc liên hệ trực tiếp:", "Or contact the department:");
    public static readonly LocalizedText Status = new("Tình trạng", "Status");
    public static readonly LocalizedText SubmittedAt = new("Gửi lúc", "Sent on");
    public static readonly LocalizedText ChangedAt = new("Thay đổi gần nhất", "Last change");

    /// <summary>{0} the deadline's name.</summary>
    public static readonly LocalizedText Deadline = new("Hạn: {0}", "Due: {0}");
    public static readonly LocalizedText LastMessage = new("Trả lời gần nhất của cán bộ", "The official’s latest message");
    public static readonly LocalizedText NoMessage = new("Cán bộ chưa trả lời.", "No official has answered yet.");
    public static readonly LocalizedText Files = new("Tệp của yêu cầu", "Files of the request");
    public static readonly LocalizedText OwnFile = new("anh/chị đã gửi", "sent by you");

    /// <summary>{0} a file's name.</summary>
    public static readonly LocalizedText Download = new("Tải {0}", "Download {0}");
    public static readonly LocalizedText ShownOnce = new(
        "Trang này chỉ hiện một lần với mỗi mã. Muốn bổ sung hoặc trả lời cán bộ, anh/chị viết trong cuộc trò chuyện đã gửi yêu cầu.",
        "Each code shows this page once. To add something or to answer the official, write in the chat from which you sent the request."
    );
}
