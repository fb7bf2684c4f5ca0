using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Desk.Texts;

/// <summary>Texts of the desk: the web pages on which officials handle cases.</summary>
internal static class DeskTexts
{
    public static readonly LocalizedText Title = new("Yêu cầu của doanh nghiệp", "Cases of enterprises");
    public static readonly LocalizedText ListsHeading = new("Danh sách", "Lists");
    public static readonly LocalizedText Search = new("Tìm", "Search");
    public static readonly LocalizedText SearchLabel = new(
        "Tìm theo số yêu cầu, mã số thuế, điện thoại, tên doanh nghiệp hoặc nội dung",
        "Search by case number, tax code, telephone, enterprise or words of the request"
    );
    public static readonly LocalizedText ClearSearch = new("Bỏ tìm kiếm", "Clear the search");
    public static readonly LocalizedText NoCases = new("Không có yêu cầu nào.", "There are no cases here.");
    public static readonly LocalizedText NextPage = new("Trang sau", "Next page");
    public static readonly LocalizedText FirstPage = new("Về trang đầu", "First page");
    public static readonly LocalizedText CaseNumber = new("Số yêu cầu", "Case");
    public static readonly LocalizedText Enterprise = new("Doanh nghiệp", "Enterprise");
    public static readonly LocalizedText Kind = new("Loại yêu cầu", "Kind");
    public static readonly LocalizedText Status = new("Tình trạng", "Status");
    public static readonly LocalizedText OwnerLabel = new("Cán bộ xử lý", "Official");
    public static readonly LocalizedText SubmittedAt = new("Gửi lúc", "Submitted");
    public static readonly LocalizedText ChangedAt = new("Thay đổi lúc", "Changed");
    public static readonly LocalizedText Unassigned = new("Chưa có", "Unassigned");

    public static readonly LocalizedText RequestContent = new("Nội dung yêu cầu", "The request");
    public static readonly LocalizedText Facts = new("Thông tin đã khai", "Declared facts");
    public static readonly LocalizedText SizeUnknown = new("Chưa đủ thông tin", "Not enough information");
    public static readonly LocalizedText Question = new("Câu hỏi ban đầu", "Original question");
    public static readonly LocalizedText AssistantAnswer = new("Trợ lý đã trả lời", "The assistant's answer");
    public static readonly LocalizedText AnswerTrace = new("Vì sao trả lời như vậy", "How that answer was found");
    public static readonly LocalizedText NotDeclared = new("Không khai", "Not given");

    public static readonly LocalizedText Conversation = new("Trích cuộc trò chuyện trước khi gửi", "The conversation before the request");
    public static readonly LocalizedText NoConversation = new("Không có cuộc trò chuyện nào được lưu.", "No conversation is stored.");
    public static readonly LocalizedText CardOrFilePlaceholder = new("(thẻ hoặc tệp)", "(a card or a file)");
    public static readonly LocalizedText Asker = new("Người gửi", "Asker");
    public static readonly LocalizedText Assistant = new("Trợ lý tự động", "Automated assistant");
    public static readonly LocalizedText SystemActor = new("Hệ thống", "System");
    public static readonly LocalizedText History = new("Quá trình xử lý", "History");
    public static readonly LocalizedText HistoryAltered = new(
        "Quá trình xử lý đã bị sửa bên ngoài hệ thống, từ mục {0}. Hãy báo quản trị viên.",
        "The history was altered outside the system, from entry {0} on. Inform an administrator."
    );

    public static readonly LocalizedText ActionsHeading = new("Xử lý", "Actions");
    public static readonly LocalizedText Take = new("Nhận xử lý", "Take the case");
    public static readonly LocalizedText Release = new("Trả lại hàng chờ", "Return to the queue");
    public static readonly LocalizedText Reply = new("Trả lời", "Reply");
    public static readonly LocalizedText ReplyHint = new(
        "Người gửi đọc được nội dung này ngay trong cuộc trò chuyện.",
        "The asker reads this in the chat."
    );
    public static readonly LocalizedText RequestInformation = new("Hỏi thêm", "Ask for information");
    public static readonly LocalizedText RequestInformationHint = new(
        "Nêu rõ thông tin, giấy tờ còn thiếu.",
        "Name the missing information and documents."
    );
    public static readonly LocalizedText Close = new("Đóng yêu cầu", "Close the case");
    public static readonly LocalizedText Reason = new("Lý do", "Reason");
    public static readonly LocalizedText ReasonText = new(
        "Giải thích thêm (bắt buộc với lý do khác)",
        "Explanation (required if the reason is “another reason”)"
    );
    public static readonly LocalizedText Reopen = new("Mở lại", "Reopen");
    public static readonly LocalizedText ReopenHint = new("Vì sao mở lại; người gửi đọc được.", "Why it is reopened; the asker reads it.");
    public static readonly LocalizedText Forward = new("Chuyển cơ quan khác", "Forward to another authority");
    public static readonly LocalizedText ReceivingAuthority = new("Cơ quan tiếp nhận", "Receiving authority");
    public static readonly LocalizedText ForwardHint = new(
        "Vì sao chuyển; người gửi đọc được.",
        "Why it is forwarded; the asker reads it."
    );
    public static readonly LocalizedText Merge = new("Gộp vào yêu cầu khác", "Merge into another case");
    public static readonly LocalizedText MergeTarget = new("Số yêu cầu còn lại (cùng người gửi)", "The case to keep (from the same asker)");

    public static LocalizedText ExplainMergeProblem(MergeProblem problem) =>
        problem switch
        {
            MergeProblem.Missing => new(
                "Không gộp được: không có yêu cầu mang số ấy.",
                "Cannot be merged: there is no case with that number."
            ),
            MergeProblem.SameCase => new("Không gộp được: đó chính là yêu cầu này.", "Cannot be merged: that is this very case."),
            MergeProblem.OtherAsker => new(
                "Không gộp được: yêu cầu kia của người gửi khác.",
                "Cannot be merged: the other case comes from another asker."
            ),
            _ => new("Không gộp được: yêu cầu kia đã kết thúc.", "Cannot be merged: the other case has ended."),
        };

    public static readonly LocalizedText Message = new("Nội dung", "Message");

    public static readonly LocalizedText NotSaved = new("Chưa lưu", "Not saved");
    public static readonly LocalizedText Stale = new(
        "Yêu cầu đã thay đổi sau khi anh/chị mở trang. Nội dung anh/chị viết còn nguyên bên dưới; hãy xem thay đổi rồi gửi lại "
            + "nếu vẫn đúng.",
        "The case has changed since you opened it. What you wrote is kept below; look at the changes and send it again if it "
            + "is still right."
    );

    public static readonly LocalizedText ChangesMeanwhile = new("Thay đổi trong lúc đó", "What changed in the meantime");
    public static readonly LocalizedText HandledByColleague = new("{0} đang xử lý yêu cầu này.", "{0} is handling this case.");
    public static readonly LocalizedText TakeFirst = new("Hãy nhận xử lý yêu cầu trước.", "Take the case first.");
    public static readonly LocalizedText WrongStatus = new(
        "Không làm được khi yêu cầu ở tình trạng “{0}”.",
        "This cannot be done while the case is “{0}”."
    );
    public static readonly LocalizedText TextMissing = new("Hãy viết nội dung.", "Please enter a text.");
    public static readonly LocalizedText TextTooLong = new("Nội dung dài quá {0} ký tự.", "The text is longer than {0} characters.");
    public static readonly LocalizedText OpenCase = new("Mở trang yêu cầu", "Open the case");
    public static readonly LocalizedText NoAccountForTeams = new(
        "Tài khoản Teams của anh/chị chưa được gắn với tài khoản nào của bàn tiếp nhận. Anh/chị nhờ quản trị viên ghi mã đối "
            + "tượng Entra vào tài khoản của mình.",
        "Your Teams account is not linked to an account of the desk. Please ask an administrator to enter your Entra object id "
            + "on your account."
    );

    public static readonly LocalizedText NoPermission = new(
        "Tài khoản của anh/chị không có quyền xử lý yêu cầu.",
        "Your account does not have permission to handle cases."
    );
    public static readonly LocalizedText AlreadyDone = new(
        "Việc này đã được thực hiện trước đó; không có gì bị lặp lại.",
        "This was already done; nothing was repeated."
    );
    public static readonly LocalizedText StaleCard = new(
        "Yêu cầu đã thay đổi sau khi anh/chị nhìn thấy thẻ. Đây là tình trạng hiện tại; anh/chị xem lại rồi thao tác lại nếu vẫn đúng.",
        "The case changed after you saw the card. This is its current state; check it and try again if needed."
    );

    public static readonly LocalizedText NotFound = new("Không tìm thấy", "Not found");
    public static readonly LocalizedText NotFoundText = new("Không có yêu cầu này.", "There is no such case.");

    public static LocalizedText LabelOf(CaseListView view) =>
        view switch
        {
            CaseListView.Unassigned => new("Chưa ai nhận", "Unassigned"),
            CaseListView.Mine => new("Của tôi", "Mine"),
            CaseListView.Team => new("Của tổ tôi", "My team's"),
            CaseListView.DueSoon => new("Sắp đến hạn", "Due soon"),
            CaseListView.Overdue => new("Quá hạn", "Overdue"),
            CaseListView.Waiting => new("Chờ bổ sung", "Waiting"),
            CaseListView.Answered => new("Đã trả lời", "Answered"),
            CaseListView.Closed => new("Đã kết thúc", "Finished"),
            _ => new("Tất cả", "All"),
        };

    public static LocalizedText LabelOf(CaseStatus status) =>
        status switch
        {
            CaseStatus.Submitted => new("Mới gửi", "Submitted"),
            CaseStatus.Assigned => new("Đang xử lý", "In progress"),
            CaseStatus.WaitingForAsker => new("Chờ người gửi bổ sung", "Waiting for the asker"),
            CaseStatus.Answered => new("Đã trả lời", "Answered"),
            CaseStatus.Closed => new("Đã đóng", "Closed"),
            CaseStatus.Reopened => new("Mở lại", "Reopened"),
            CaseStatus.Forwarded => new("Đã chuyển cơ quan khác", "Forwarded"),
            CaseStatus.Merged => new("Đã gộp", "Merged"),
            _ => new("Người gửi đã rút", "Withdrawn"),
        };

    public static LocalizedText LabelOf(RequestKind? kind) => FieldTexts.KindNames[kind ?? RequestKind.Other];

    public static LocalizedText LabelOf(EnterpriseSize? size) => size is { } knownSize ? FieldTexts.ShortSizeNames[knownSize] : SizeUnknown;

    /// <summary>The channel of an event; a channel without a text of its own keeps its id.</summary>
    public static LocalizedText ChannelLabel(string channel) =>
        channel switch
        {
            "directline" => new("trên trang web", "on the web"),
            "msteams" => new("trong Teams", "in Teams"),
            "desk" => new("tại bàn tiếp nhận", "at the desk"),
            "system" => new("tự động", "by the system"),
            _ => new(channel, channel),
        };

    public static LocalizedText LabelOf(CaseEventKind kind) =>
        kind switch
        {
            CaseEventKind.Submitted => new("Gửi yêu cầu", "Submitted"),
            CaseEventKind.Taken => new("Nhận xử lý", "Taken"),
            CaseEventKind.Released => new("Trả lại hàng chờ", "Returned to the queue"),
            CaseEventKind.Replied => new("Trả lời", "Replied"),
            CaseEventKind.AskedBack => new("Hỏi thêm", "Asked for information"),
            CaseEventKind.AskerMessage => new("Tin nhắn của người gửi", "Message from the asker"),
            CaseEventKind.Closed => new("Đóng", "Closed"),
            CaseEventKind.Reopened => new("Mở lại", "Reopened"),
            CaseEventKind.Withdrawn => new("Người gửi rút yêu cầu", "Withdrawn by the asker"),
            CaseEventKind.Forwarded => new("Chuyển cơ quan khác", "Forwarded"),
            CaseEventKind.Assigned => new("Giao theo quy tắc của tổ", "Assigned by the team's rule"),
            CaseEventKind.HandedOver => new("Chuyển cho đồng nghiệp", "Handed over"),
            CaseEventKind.Routed => new("Chuyển tổ", "Moved to another team"),
            CaseEventKind.ConsentWithdrawn => new("Rút lại đồng ý cho liên hệ", "Consent withdrawn"),
            CaseEventKind.Undone => new("Hoàn tác trước khi gửi đi", "Undone before it was sent"),
            CaseEventKind.Erased => new("Đã xóa nội dung và liên hệ", "Content and contact erased"),
            CaseEventKind.Merged => new("Gộp vào yêu cầu khác", "Merged into another case"),
            CaseEventKind.TookOver => new("Nhận gộp yêu cầu khác", "Another case was merged into this one"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static LocalizedText LabelOf(CloseReason reason) => NoticeTexts.CloseReasonNames[reason];
}
