using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>Texts of sending an answer to the asker's own address, in the chat and in the mails.</summary>
internal static class AnswerMailTexts
{
    public static readonly LocalizedText AskAddress = new(
        "Anh/chị muốn nhận câu trả lời này ở địa chỉ email nào? Trợ lý gửi một mã đến địa chỉ đó trước, và chỉ dùng địa chỉ để gửi câu trả "
            + "lời. Gõ “hủy” nếu không cần nữa.",
        "To which e-mail address should this answer be sent? A code is sent there first, and the address is used for nothing but answers. "
            + "Type “cancel” if you no longer need it."
    );

    /// <summary>{0} the confirmed address, masked.</summary>
    public static readonly LocalizedText AskConfirmedAddress = new(
        "Gửi câu trả lời này đến {0}, địa chỉ anh/chị đã xác nhận? Anh/chị trả lời “có”, hoặc gõ một địa chỉ khác của mình. Gõ “hủy” nếu "
            + "không cần nữa.",
        "Send this answer to {0}, the address that you have confirmed? Answer “yes”, or type another address of yours. Type “cancel” if "
            + "you no longer need it."
    );

    public static readonly LocalizedText AddressAttemptsExhausted = new(
        "Tôi chưa đọc được địa chỉ email nên dừng ở đây. Anh/chị bấm lại nút dưới câu trả lời khi cần.",
        "I could not read an e-mail address, so I stop here. Press the button under the answer again when you need it."
    );

    /// <summary>{0} the address, masked.</summary>
    public static readonly LocalizedText AskCode = new(
        "Một mã 7 số được gửi đến {0}. Anh/chị nhập mã vào đây trong vòng 1 giờ, tôi gửi câu trả lời ngay. Nếu vừa nhận mã trong giờ qua, "
            + "anh/chị dùng mã đó.",
        "A 7-digit code is sent to {0}. Enter it here within 1 hour and I send the answer at once. If you got a code within the last hour, "
            + "use that one."
    );

    public static readonly LocalizedText EnterCode = new(
        "Anh/chị nhập giúp mã 7 số trong thư, để tôi gửi câu trả lời; hoặc gõ “hủy”.",
        "Please enter the 7-digit code of the e-mail, so that I can send the answer; or type “cancel”."
    );

    public static readonly LocalizedText CodeWrong = new(
        "Mã chưa đúng. Anh/chị xem lại thư và nhập lại giúp.",
        "The code is not right. Please check the e-mail and enter it again."
    );

    public static readonly LocalizedText CodeSentAgain = new(
        "Mã đã hết hạn hoặc đã nhập sai nhiều lần. Tôi đang gửi mã mới (tối đa 3 mã một ngày); anh/chị nhập mã trong thư mới nhất.",
        "The code has expired or was entered wrongly too often. A new one is being sent (at most 3 a day); please enter the code of the "
            + "latest e-mail."
    );

    public static readonly LocalizedText CodeExpired = new(
        "Mã đã hết hạn hoặc đã nhập sai nhiều lần. Anh/chị bấm lại nút “Gửi vào email của tôi” dưới câu trả lời để nhận mã mới.",
        "The code has expired or was entered wrongly too often. Press the button “Send to my e-mail” under the answer again for a new code."
    );

    /// <summary>The code was typed after the dialog that asked for it had ended.</summary>
    public static readonly LocalizedText AddressConfirmed = new(
        "Đã xác nhận địa chỉ email. Để nhận câu trả lời, anh/chị bấm lại nút “Gửi vào email của tôi” dưới câu trả lời đó.",
        "Your e-mail address is confirmed. To get the answer, press the button “Send to my e-mail” under it again."
    );

    public static readonly LocalizedText CodeAttemptsExhausted = new(
        "Mã vẫn chưa đúng nên tôi dừng ở đây. Anh/chị bấm lại nút dưới câu trả lời để nhận mã mới.",
        "The code was wrong again, so I stop here. Press the button under the answer again for a new code."
    );

    /// <summary>{0} the address, masked.</summary>
    public static readonly LocalizedText Sent = new(
        "Câu trả lời đang được gửi đến {0}. Nếu chưa thấy, anh/chị xem cả mục thư rác.",
        "The answer is being sent to {0}. If you do not see it, look among the spam, too."
    );

    public static readonly LocalizedText TooMany = new(
        "Hôm nay đã gửi đủ số thư cho phép, nên tôi chưa gửi thêm được. Anh/chị có thể sao chép, in câu trả lời, hoặc "
            + "thử lại vào ngày mai.",
        "The number of e-mails for today is used up, so I cannot send another one. You can copy or print the answer, or try again tomorrow."
    );

    public static readonly LocalizedText NotAvailable = new(
        "Hiện không gửi được câu trả lời này qua email. Anh/chị có thể sao chép hoặc in câu trả lời.",
        "This answer cannot be sent by e-mail at present. You can copy or print it."
    );

    public static readonly LocalizedText FinishFirst = new(
        "Ta làm xong việc đang dở trước đã; sau đó anh/chị bấm lại nút “Gửi vào email của tôi”.",
        "Let us finish what we are at first; then press the button “Send to my e-mail” again."
    );

    public static readonly LocalizedText CodeSubject = new("Mã để nhận câu trả lời qua email", "Code to get an answer by e-mail");

    /// <summary>{0} the department, {1} the code.</summary>
    public static readonly LocalizedText Code = new(
        "Có người vừa nhập địa chỉ này trong cuộc trò chuyện với trợ lý của {0} để nhận một câu trả lời. Nếu đó là anh/chị, hãy nhập mã "
            + "này trong cuộc trò chuyện đó: {1}",
        "Someone entered this address in a chat with the assistant of {0}, to get an answer. If it was you, enter this code in that chat: "
            + "{1}"
    );

    public static readonly LocalizedText CodeNotice = new(
        "Mã có hiệu lực 1 giờ. Nếu không phải anh/chị, anh/chị không cần làm gì: khi mã chưa được nhập, không gì khác được gửi đến địa chỉ "
            + "này. Đừng đưa mã cho ai, kể cả người xưng là cán bộ.",
        "The code is valid for 1 hour. If it was not you, you need not do anything: until the code is entered, nothing else is sent to "
            + "this address. Never give the code to anybody, not even to someone who claims to be an official."
    );

    /// <summary>{0} the title of the article.</summary>
    public static readonly LocalizedText Subject = new("Câu trả lời: {0}", "Your answer: {0}");

    /// <summary>{0} the department.</summary>
    public static readonly LocalizedText Lead = new(
        "Theo yêu cầu của anh/chị trong cuộc trò chuyện, trợ lý của {0} gửi nội dung sau.",
        "As you asked in the chat, the assistant of {0} sends you the following."
    );

    public static readonly LocalizedText Sources = new("Căn cứ", "Legal basis");

    /// <summary>{0} the day.</summary>
    public static readonly LocalizedText CheckedOn = new(
        "Nội dung được kiểm tra lần cuối ngày {0}. Kết quả tính riêng cho doanh nghiệp của anh/chị, nếu có, chỉ ở trong cuộc trò chuyện.",
        "This was last checked on {0}. What was worked out for your enterprise, if anything, is in the chat only."
    );

    public static readonly LocalizedText Page = new("Xem trên trang công khai", "See the public page");

    /// <summary>{0} the department.</summary>
    public static readonly LocalizedText Footer = new(
        "{0}. Thư gửi tự động vì anh/chị đã xác nhận địa chỉ này trong cuộc trò chuyện; vui lòng không trả lời thư này.",
        "{0}. This is an automatic e-mail because you confirmed this address in the chat; please do not reply to it."
    );
}
