using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Texts;

/// <summary>Texts about cases (submitted requests): status, additional messages, withdrawal, access by code.</summary>
internal static class CaseTexts
{
    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText RequestSent = new(
        "Đã gửi yêu cầu. Số yêu cầu của anh/chị là **{0}**. Cán bộ sẽ trả lời ngay trong cuộc trò chuyện này; gõ số yêu cầu để "
            + "xem tình trạng.",
        "Your request was sent. Its case number is **{0}**. The official will answer in this chat; type the number to see its status."
    );

    /// <summary>{0} the address, mostly hidden.</summary>
    public static readonly LocalizedText AddressCodeSent = new(
        "Một mã 7 số đang được gửi đến {0}. Anh/chị gõ mã đó vào đây trong vòng 1 giờ để nhận thư về yêu cầu. Chưa có mã thì trả lời chỉ "
            + "hiện trong cuộc trò chuyện này.",
        "A 7-digit code is being sent to {0}. Type it here within 1 hour to get e-mails about your request. Until then, replies appear "
            + "only in this chat."
    );

    public static readonly LocalizedText AddressConfirmed = new(
        "Đã xác nhận địa chỉ email. Từ đây, thư về yêu cầu cũng được gửi đến địa chỉ đó.",
        "Your e-mail address is confirmed. From now on, e-mails about your request are sent there too."
    );

    public static readonly LocalizedText AddressCodeWrong = new(
        "Mã xác nhận email chưa đúng. Anh/chị xem lại thư và nhập lại giúp; không có mã, trả lời vẫn hiện trong cuộc trò chuyện này.",
        "This is not the code for your e-mail address. Please check the e-mail and enter it again; without it, replies still appear in "
            + "this chat."
    );

    public static readonly LocalizedText AddressCodeSentAgain = new(
        "Mã xác nhận email đã hết hạn hoặc đã nhập sai nhiều lần. Tôi đang gửi mã mới (tối đa 3 mã một ngày); anh/chị nhập mã trong thư "
            + "mới nhất.",
        "The code for your e-mail address has expired or was entered wrongly too often. A new one is being sent (at most 3 a day); please "
            + "enter the code of the latest e-mail."
    );

    /// <summary>{0} the number of requests a day.</summary>
    public static readonly LocalizedText TooManyCases = new(
        "Trong 24 giờ qua anh/chị đã gửi {0} yêu cầu, là số tối đa một ngày, nên yêu cầu này chưa được gửi; nội dung đã điền vẫn được "
            + "giữ. Anh/chị gửi lại vào ngày mai, hoặc bổ sung vào một yêu cầu đã gửi.",
        "You have submitted {0} requests within 24 hours, the maximum for a day, so this one was not sent; what you filled in is kept. "
            + "Please send it tomorrow, or add to a request that you have already sent."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText AlreadySent = new(
        "Yêu cầu này đã được gửi trước đó với số **{0}**; không có gì bị gửi lặp lại.",
        "This request was sent before, with the number **{0}**; nothing was sent twice."
    );

    /// <summary>{0} the case number, {1} the status.</summary>
    public static readonly LocalizedText StatusSentence = new("Yêu cầu **{0}**: {1}.", "Request **{0}**: {1}.");

    public static readonly LocalizedText YourCases = new("Các yêu cầu anh/chị đã gửi từ đây:", "The requests you sent from here:");

    public static readonly LocalizedText AskNumber = new(
        "Anh/chị cho biết số yêu cầu (như HN-2026-000123-7)? Không nhớ số thì gõ **không có số**, cán bộ tìm giúp.",
        "What is the case number (such as HN-2026-000123-7)? Without it, type **I have no number**, and an official will look for it."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText AskMessageOrQuestion = new(
        "Anh/chị muốn gửi tin nhắn vừa rồi cho cán bộ đang xử lý yêu cầu {0}, hay đây là câu hỏi mới cho tôi?",
        "Shall I send this message to the official who handles request {0}, or is it a new question for me?"
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText SendToCase = new("Gửi cho yêu cầu {0}", "Send to request {0}");

    public static readonly LocalizedText NewQuestion = new("Đây là câu hỏi mới", "This is a new question");

    /// <summary>A shorter way to type <see cref="NewQuestion"/>.</summary>
    public static readonly LocalizedText NewQuestionSynonym = new("câu hỏi mới", "new question");

    public static readonly LocalizedText NumberNeeded = new(
        "Không có số yêu cầu thì tôi không tra được. Số này nằm trong tin nhắn xác nhận ở đây hoặc trong email đã nhận khi gửi. Nếu hồ sơ "
            + "nộp giấy hoặc nộp ở nơi khác, anh/chị gõ **gửi yêu cầu** để cán bộ tìm và trả lời.",
        "Without the case number I cannot look the request up. The number is in the confirmation message here or in the e-mail that you "
            + "received. If you filed on paper or elsewhere, type **send a request** and an official will look for it and answer."
    );

    public static readonly LocalizedText NumberUnreadable = new(
        "Số yêu cầu chưa đúng: gồm HN, năm, sáu chữ số và một số kiểm tra, như HN-2026-000123-7. Anh/chị xem lại và nhập giúp.",
        "This is not a valid case number: it has HN, the year, six digits and a check digit, such as HN-2026-000123-7. "
            + "Please check it and enter it again."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText NotFound = new(
        "Tôi không tìm thấy yêu cầu {0} trong những yêu cầu anh/chị gửi từ đây. Nếu đã gửi từ nơi khác (Teams hay trang web "
            + "khác), anh/chị tra cứu ở đó giúp.",
        "I cannot find request {0} among those you sent from here. If you sent it from somewhere else (Teams or another web "
            + "page), please check it there."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText MessageAdded = new(
        "Đã chuyển nội dung bổ sung vào yêu cầu **{0}**.",
        "Your message was added to request **{0}**."
    );

    /// <summary>{0} the case number that was typed, {1} the case that it was merged into.</summary>
    public static readonly LocalizedText MessageAddedToMergeTarget = new(
        "Yêu cầu {0} đã được gộp vào yêu cầu **{1}**, nên nội dung bổ sung đã được chuyển vào yêu cầu **{1}**.",
        "Request {0} was merged into request **{1}**, so your message was added to request **{1}**."
    );

    /// <summary>{0} the case number, {1} the status.</summary>
    public static readonly LocalizedText MessageNotAccepted = new(
        "Yêu cầu {0} không nhận thêm nội dung (tình trạng: {1}), nên tin nhắn vừa rồi chưa được lưu. Nếu vẫn cần hỗ trợ, "
            + "anh/chị gõ **gửi yêu cầu** để gửi yêu cầu mới.",
        "Request {0} accepts no more messages (status: {1}), so your message was not stored. If you still need help, type **send "
            + "a request** to send a new one."
    );

    /// <summary>{0} the case number, {1} the length of the text, {2} the limit.</summary>
    public static readonly LocalizedText MessageTooLong = new(
        "Nội dung bổ sung cho yêu cầu {0} dài {1} ký tự, quá giới hạn {2} ký tự, nên chưa được lưu. Anh/chị rút gọn, hoặc chia "
            + "thành nhiều tin nhắn, mỗi tin bắt đầu bằng số yêu cầu.",
        "Your message for request {0} has {1} characters; the limit is {2}, so it was not stored. Please shorten it, or send "
            + "it as several messages that each begin with the case number."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText ConfirmWithdrawal = new(
        "Anh/chị muốn rút yêu cầu **{0}**? Yêu cầu đã rút không được xử lý tiếp và không mở lại được.",
        "Do you want to withdraw request **{0}**? A withdrawn request is not processed and cannot be reopened."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText ConfirmWithdrawalAgain = new(
        "Anh/chị trả lời **có** để rút yêu cầu {0}, hoặc **không** để giữ yêu cầu.",
        "Please answer **yes** to withdraw request {0}, or **no** to keep it."
    );

    public static readonly LocalizedText Yes = new("Có", "Yes");

    public static readonly LocalizedText No = new("Không", "No");

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText Withdrawn = new(
        "Đã rút yêu cầu **{0}** theo đề nghị của anh/chị.",
        "Request **{0}** was withdrawn as you asked."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText WithdrawalCancelled = new(
        "Yêu cầu {0} được giữ nguyên, không có gì thay đổi.",
        "Request {0} was kept; nothing has changed."
    );

    /// <summary>{0} the case number, {1} the status.</summary>
    public static readonly LocalizedText CannotBeWithdrawn = new(
        "Yêu cầu {0} không rút được (tình trạng: {1}).",
        "Request {0} cannot be withdrawn (status: {1})."
    );

    /// <summary>Nothing was withdrawn, because another dialog is active. {0} the case number.</summary>
    public static readonly LocalizedText WithdrawalBlocked = new(
        "Anh/chị đang làm dở một việc khác nên yêu cầu {0} chưa được rút. Anh/chị hoàn tất hoặc hủy việc đang làm, rồi gửi lại "
            + "tin nhắn này.",
        "You are in the middle of something else, so request {0} was not withdrawn yet. Please finish or cancel that, then "
            + "send this message again."
    );

    /// <summary>The command that withdraws a case. {0} the case number.</summary>
    public static readonly LocalizedText WithdrawCommand = new("rút yêu cầu {0}", "withdraw request {0}");

    public static readonly LocalizedText WithdrawButton = new("Rút yêu cầu", "Withdraw the request");

    /// <summary>No case number could be read after several attempts.</summary>
    public static readonly LocalizedText NumberAttemptsExhausted = new(
        "Tôi chưa đọc được số yêu cầu. Khi có số, anh/chị gõ **tra cứu** nhé.",
        "I could not read a case number. When you have it, type **status**."
    );

    /// <summary>The text is the same whether or not the case exists, so that case numbers cannot be probed. {0} the case number.</summary>
    public static readonly LocalizedText AskCode = new(
        "Yêu cầu {0} không được gửi từ đây. Nếu có yêu cầu mang số này và người gửi đã để lại email, một mã 7 số đang được gửi "
            + "đến email đó, có hiệu lực 10 phút. Anh/chị nhập mã để xem tình trạng, hoặc gõ **hủy**.",
        "Request {0} was not sent from here. If there is a request with this number and its sender left an e-mail address, a "
            + "7-digit code is being sent there; it is valid for 10 minutes. Enter the code to see the status of the request, or "
            + "type **cancel**."
    );

    public static readonly LocalizedText EnterCode = new(
        "Anh/chị nhập mã 7 số trong email, hoặc gõ **hủy**.",
        "Please enter the 7-digit code from the e-mail, or type **cancel**."
    );

    public static readonly LocalizedText CodeWrong = new(
        "Mã chưa đúng hoặc đã hết hạn. Anh/chị xem lại email và nhập lại giúp.",
        "The code is wrong or has expired. Please check the e-mail and enter it again."
    );

    public static readonly LocalizedText CodeAttemptsExhausted = new(
        "Mã vẫn chưa đúng nên tôi dừng ở đây. Anh/chị gõ lại số yêu cầu để nhận mã mới, hoặc tra cứu tại nơi đã gửi yêu cầu.",
        "The code was wrong again, so I stop here. Type the case number again for a new code, or check it where you sent the request."
    );

    public static readonly LocalizedText TooManyCodes = new(
        "Cuộc trò chuyện này đã hỏi nhiều mã. Anh/chị thử lại sau một giờ, hoặc tra cứu tại nơi đã gửi yêu cầu.",
        "This conversation has asked for many codes. Please try again in an hour, or check it where you sent the request."
    );

    public static readonly LocalizedText CodeOnlyInPersonalChat = new(
        "Để giữ riêng tư, anh/chị hỏi tình trạng yêu cầu gửi từ nơi khác trong cuộc trò chuyện riêng với tôi.",
        "For privacy, please open a personal chat with me to ask about a request that was sent from elsewhere."
    );

    public static readonly LocalizedText NumberLabel = new("Số yêu cầu", "Case number");

    public static readonly LocalizedText StatusLabel = new("Tình trạng", "Status");

    public static readonly LocalizedText SubmittedAtLabel = new("Gửi lúc", "Sent");

    public static readonly LocalizedText UpdatedAtLabel = new("Cập nhật lúc", "Updated");

    public static readonly LocalizedText Details = new("Chi tiết", "Details");

    public static readonly LocalizedText ConsentCopy = new("Nội dung tôi đã đồng ý", "What I agreed to");

    public static readonly LocalizedText KindLabel = new("Loại", "Kind");

    public static readonly LocalizedText LastReplyLabel = new("Trả lời gần nhất của cán bộ", "The official's last reply");

    public static readonly LocalizedText MoreInformationNeeded = new(
        "Cán bộ cần anh/chị bổ sung",
        "The official needs more information from you"
    );

    public static readonly IReadOnlyDictionary<CaseStatus, LocalizedText> StatusNames = new Dictionary<CaseStatus, LocalizedText>
    {
        [CaseStatus.Submitted] = new("đã gửi, đang chờ cán bộ nhận", "sent, waiting for an official"),
        [CaseStatus.Assigned] = new("cán bộ đang xử lý", "an official is working on it"),
        [CaseStatus.WaitingForAsker] = new("đang chờ anh/chị bổ sung", "waiting for more information from you"),
        [CaseStatus.Answered] = new("đã trả lời", "answered"),
        [CaseStatus.Closed] = new("đã đóng", "closed"),
        [CaseStatus.Reopened] = new("đã mở lại", "reopened"),
        [CaseStatus.Forwarded] = new("đã chuyển cơ quan khác", "forwarded to another authority"),
        [CaseStatus.Merged] = new("đã gộp vào yêu cầu khác", "merged into another request"),
        [CaseStatus.Withdrawn] = new("anh/chị đã rút", "withdrawn by you"),
    };

    /// <summary>The confirmation that a message was added.</summary>
    /// <param name="typedNumber">The number that the asker typed.</param>
    /// <param name="targetNumber">The number of the case that the message was added to; another one when the first was merged.</param>
    public static string MessageAddedText(string typedNumber, string targetNumber, Lang lang) =>
        typedNumber == targetNumber
            ? MessageAdded.With(lang, targetNumber)
            : MessageAddedToMergeTarget.With(lang, typedNumber, targetNumber);

    /// <summary>The reason why a message was not added.</summary>
    public static string MessageRefusedText(SupportRequest request, Refusal reason, int length, Lang lang) =>
        reason is Refusal.TextTooLong tooLong
            ? MessageTooLong.With(lang, request.CaseNumber, LocalFormat.Number(length, lang), LocalFormat.Number(tooLong.MaxLength, lang))
            : MessageNotAccepted.With(lang, request.CaseNumber, StatusNames[request.Status][lang]);
}
