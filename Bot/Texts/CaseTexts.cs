using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Texts;

/// <summary>What is said about requests that were sent.</summary>
internal sealed record CaseTexts
{
    /// <summary>{0} the case number.</summary>
    public required string Sent { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string AlreadySent { get; init; }

    /// <summary>{0} the case number, {1} the status.</summary>
    public required string Status { get; init; }

    public required string YourCases { get; init; }

    public required string AskNumber { get; init; }

    public required string NumberUnreadable { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string NotFound { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string MessageAdded { get; init; }

    /// <summary>{0} the case number that was typed, {1} the case that it was merged into.</summary>
    public required string MessageAddedToRemaining { get; init; }

    /// <summary>{0} the case number, {1} the status.</summary>
    public required string MessageNotTaken { get; init; }

    /// <summary>{0} the case number, {1} the length of the text, {2} the longest.</summary>
    public required string MessageTooLong { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string ConfirmWithdrawal { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string ConfirmWithdrawalAgain { get; init; }

    public required string Yes { get; init; }

    public required string No { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string Withdrawn { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string WithdrawalDropped { get; init; }

    /// <summary>{0} the case number, {1} the status.</summary>
    public required string NotWithdrawn { get; init; }

    /// <summary>Another dialog is active. {0} the case number.</summary>
    public required string WithdrawLater { get; init; }

    /// <summary>What is typed to withdraw. {0} the case number.</summary>
    public required string WithdrawCommand { get; init; }

    public required string WithdrawButton { get; init; }

    public required string GaveUp { get; init; }

    /// <summary>The same whether there is such a request or not. {0} the case number.</summary>
    public required string AskCode { get; init; }

    public required string EnterCode { get; init; }

    public required string CodeWrong { get; init; }

    public required string CodeGivenUp { get; init; }

    public required string TooManyCodes { get; init; }

    public required string CodeNotInGroup { get; init; }

    public required string Number { get; init; }

    public required string State { get; init; }

    public required string SentOn { get; init; }

    public required string ChangedOn { get; init; }

    public required string Kind { get; init; }

    public required string LastReply { get; init; }

    public required string AskedBack { get; init; }

    public required IReadOnlyDictionary<RequestStatus, string> Statuses { get; init; }

    public static CaseTexts For(Lang lang) => lang == Lang.En ? En : Vi;

    /// <summary>Says that a message was added.</summary>
    /// <param name="typed">The number that the asker typed.</param>
    /// <param name="added">The case that the message was added to.</param>
    public string Added(string typed, string added) =>
        typed == added ? MessageAdded.With(added) : MessageAddedToRemaining.With(typed, added);

    /// <summary>Says why a message was not added.</summary>
    public string NotAdded(SupportRequest request, Refusal reason, int length) =>
        reason is Refusal.TextTooLong tooLong
            ? MessageTooLong.With(request.CaseNumber, Say.Number(length, Lang), Say.Number(tooLong.Max, Lang))
            : MessageNotTaken.With(request.CaseNumber, Statuses[request.Status]);

    private Lang Lang => ReferenceEquals(this, En) ? Lang.En : Lang.Vi;

    public static CaseTexts Vi { get; } =
        new()
        {
            Sent =
                "Đã gửi yêu cầu. Số yêu cầu của anh/chị là **{0}**. Cán bộ sẽ trả lời ngay trong cuộc trò chuyện này; gõ số yêu cầu để xem tình trạng.",
            AlreadySent = "Yêu cầu này đã được gửi trước đó với số **{0}**; không có gì bị gửi lặp lại.",
            Status = "Yêu cầu **{0}**: {1}.",
            YourCases = "Các yêu cầu anh/chị đã gửi từ đây:",
            AskNumber = "Anh/chị cho biết số yêu cầu (như HN-2026-000123-7)?",
            NumberUnreadable =
                "Số yêu cầu chưa đúng: gồm HN, năm, sáu chữ số và một số kiểm tra, như HN-2026-000123-7. Anh/chị xem lại và nhập giúp.",
            NotFound =
                "Tôi không tìm thấy yêu cầu {0} trong những yêu cầu anh/chị gửi từ đây. Nếu đã gửi từ nơi khác (Teams hay trang web khác), anh/chị tra cứu ở đó giúp.",
            MessageAdded = "Đã chuyển nội dung bổ sung vào yêu cầu **{0}**.",
            MessageAddedToRemaining =
                "Yêu cầu {0} đã được gộp vào yêu cầu **{1}**, nên nội dung bổ sung đã được chuyển vào yêu cầu **{1}**.",
            MessageNotTaken =
                "Yêu cầu {0} không nhận thêm nội dung (tình trạng: {1}), nên tin nhắn vừa rồi chưa được lưu. Nếu vẫn cần hỗ trợ, anh/chị gõ **gửi yêu cầu** để gửi yêu cầu mới.",
            MessageTooLong =
                "Nội dung bổ sung cho yêu cầu {0} dài {1} ký tự, quá giới hạn {2} ký tự, nên chưa được lưu. Anh/chị rút gọn, hoặc chia thành nhiều tin nhắn, mỗi tin bắt đầu bằng số yêu cầu.",
            ConfirmWithdrawal = "Anh/chị muốn rút yêu cầu **{0}**? Yêu cầu đã rút không được xử lý tiếp và không mở lại được.",
            ConfirmWithdrawalAgain = "Anh/chị trả lời **có** để rút yêu cầu {0}, hoặc **không** để giữ yêu cầu.",
            Yes = "Có",
            No = "Không",
            Withdrawn = "Đã rút yêu cầu **{0}** theo đề nghị của anh/chị.",
            WithdrawalDropped = "Yêu cầu {0} được giữ nguyên, không có gì thay đổi.",
            NotWithdrawn = "Yêu cầu {0} không rút được (tình trạng: {1}).",
            WithdrawLater =
                "Anh/chị đang làm dở một việc khác nên yêu cầu {0} chưa được rút. Anh/chị hoàn tất hoặc hủy việc đang làm, rồi gửi lại tin nhắn này.",
            WithdrawCommand = "rút yêu cầu {0}",
            WithdrawButton = "Rút yêu cầu",
            AskCode =
                "Yêu cầu {0} không được gửi từ đây. Nếu có yêu cầu mang số này và người gửi đã để lại email, một mã 6 số đang được gửi đến email đó, có hiệu lực 10 phút. Anh/chị nhập mã để xem tình trạng, hoặc gõ **hủy**.",
            EnterCode = "Anh/chị nhập mã 6 số trong email, hoặc gõ **hủy**.",
            CodeWrong = "Mã chưa đúng hoặc đã hết hạn. Anh/chị xem lại email và nhập lại giúp.",
            CodeGivenUp =
                "Mã vẫn chưa đúng nên tôi dừng ở đây. Anh/chị gõ lại số yêu cầu để nhận mã mới, hoặc tra cứu tại nơi đã gửi yêu cầu.",
            TooManyCodes = "Cuộc trò chuyện này đã hỏi nhiều mã. Anh/chị thử lại sau một giờ, hoặc tra cứu tại nơi đã gửi yêu cầu.",
            CodeNotInGroup = "Để giữ riêng tư, anh/chị hỏi tình trạng yêu cầu gửi từ nơi khác trong cuộc trò chuyện riêng với tôi.",
            GaveUp = "Tôi chưa đọc được số yêu cầu. Khi có số, anh/chị gõ **tra cứu** nhé.",
            Number = "Số yêu cầu",
            State = "Tình trạng",
            SentOn = "Gửi lúc",
            ChangedOn = "Cập nhật lúc",
            Kind = "Loại",
            LastReply = "Trả lời gần nhất của cán bộ",
            AskedBack = "Cán bộ cần anh/chị bổ sung",
            Statuses = new Dictionary<RequestStatus, string>
            {
                [RequestStatus.Submitted] = "đã gửi, đang chờ cán bộ nhận",
                [RequestStatus.Assigned] = "cán bộ đang xử lý",
                [RequestStatus.WaitingForAsker] = "đang chờ anh/chị bổ sung",
                [RequestStatus.Answered] = "đã trả lời",
                [RequestStatus.Closed] = "đã đóng",
                [RequestStatus.Reopened] = "đã mở lại",
                [RequestStatus.Forwarded] = "đã chuyển cơ quan khác",
                [RequestStatus.Merged] = "đã gộp vào yêu cầu khác",
                [RequestStatus.Withdrawn] = "anh/chị đã rút",
            },
        };

    public static CaseTexts En { get; } =
        new()
        {
            Sent =
                "Your request was sent. Its case number is **{0}**. The official will answer in this chat; type the number to see where it stands.",
            AlreadySent = "This request was sent before, with the number **{0}**; nothing was sent twice.",
            Status = "Request **{0}**: {1}.",
            YourCases = "The requests you sent from here:",
            AskNumber = "What is the case number (such as HN-2026-000123-7)?",
            NumberUnreadable =
                "The case number is not right: it has HN, the year, six digits and a check digit, such as HN-2026-000123-7. Please look again and enter it.",
            NotFound =
                "I cannot find request {0} among those you sent from here. If you sent it from somewhere else (Teams or another web page), please check it there.",
            MessageAdded = "Your message was added to request **{0}**.",
            MessageAddedToRemaining = "Request {0} was merged into request **{1}**, so your message was added to request **{1}**.",
            MessageNotTaken =
                "Request {0} takes no more messages (status: {1}), so your message was not stored. If you still need help, type **send a request** to send a new one.",
            MessageTooLong =
                "Your message for request {0} has {1} characters; the limit is {2}, so it was not stored. Please shorten it, or send it as several messages that each begin with the case number.",
            ConfirmWithdrawal = "Do you want to withdraw request **{0}**? A withdrawn request is not processed and cannot be reopened.",
            ConfirmWithdrawalAgain = "Please answer **yes** to withdraw request {0}, or **no** to keep it.",
            Yes = "Yes",
            No = "No",
            Withdrawn = "Request **{0}** was withdrawn as you asked.",
            WithdrawalDropped = "Request {0} was kept; nothing has changed.",
            NotWithdrawn = "Request {0} cannot be withdrawn (status: {1}).",
            WithdrawLater =
                "You are in the middle of something else, so request {0} was not withdrawn yet. Please finish or cancel that, then send this message again.",
            WithdrawCommand = "withdraw request {0}",
            WithdrawButton = "Withdraw the request",
            AskCode =
                "Request {0} was not sent from here. If there is a request with this number and its sender left an e-mail address, a 6-digit code is on its way there; it works for 10 minutes. Enter the code to see where the request stands, or type **cancel**.",
            EnterCode = "Please enter the 6-digit code from the e-mail, or type **cancel**.",
            CodeWrong = "The code is not right or has expired. Please look at the e-mail again and enter it once more.",
            CodeGivenUp =
                "The code was still not right, so I stop here. Type the case number again for a new code, or ask where you sent the request.",
            TooManyCodes = "This conversation has asked for many codes. Please try again in an hour, or ask where you sent the request.",
            CodeNotInGroup = "To keep it private, please ask about a request that was sent from elsewhere in a personal chat with me.",
            GaveUp = "I could not read a case number. When you have it, type **status**.",
            Number = "Case number",
            State = "Status",
            SentOn = "Sent",
            ChangedOn = "Updated",
            Kind = "Kind",
            LastReply = "The official's last reply",
            AskedBack = "The official needs more from you",
            Statuses = new Dictionary<RequestStatus, string>
            {
                [RequestStatus.Submitted] = "sent, waiting for an official",
                [RequestStatus.Assigned] = "an official is working on it",
                [RequestStatus.WaitingForAsker] = "waiting for more from you",
                [RequestStatus.Answered] = "answered",
                [RequestStatus.Closed] = "closed",
                [RequestStatus.Reopened] = "open again",
                [RequestStatus.Forwarded] = "passed on to another body",
                [RequestStatus.Merged] = "merged into another request",
                [RequestStatus.Withdrawn] = "withdrawn by you",
            },
        };
}
