using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Texts;

/// <summary>Texts of the desk's pages about deadlines, teams, notes and work on many cases.</summary>
internal static class CaseWorkTexts
{
    public static readonly LocalizedText Deadlines = new("Thời hạn", "Deadlines");
    public static readonly LocalizedText Due = new("Hạn", "Due");
    public static readonly LocalizedText TimeLeft = new("đến {0}, còn {1}", "by {0}, {1} left");
    public static readonly LocalizedText OverdueBy = new("đến {0}, đã quá hạn {1}", "by {0}, {1} overdue");
    public static readonly LocalizedText RemainingLeft = new("còn {0}", "{0} left");
    public static readonly LocalizedText TodayAt = new("hôm nay {0}", "today {0}");
    public static readonly LocalizedText RemainingLate = new("quá hạn {0}", "{0} overdue");
    public static readonly LocalizedText CardDue = new("{0}: {1}", "{0}: {1}");
    public static readonly LocalizedText CardLate = new("{0}: {1} (quá hạn)", "{0}: {1} (overdue)");
    public static readonly LocalizedText Paused = new("tạm dừng: đang chờ người gửi bổ sung", "paused while waiting for the asker");
    public static readonly LocalizedText DoneOnTime = new("xong lúc {0}, đúng hạn", "done on {0}, on time");
    public static readonly LocalizedText DoneLate = new("xong lúc {0}, sau hạn {1}", "done on {0}, after the deadline of {1}");
    public static readonly LocalizedText DaysUnit = new("{0} ngày làm việc", "{0} working days");
    public static readonly LocalizedText HoursUnit = new("{0} giờ làm việc", "{0} working hours");
    public static readonly LocalizedText MinutesUnit = new("{0} phút làm việc", "{0} working minutes");
    public static readonly LocalizedText DayUnit = new("1 ngày làm việc", "1 working day");
    public static readonly LocalizedText HourUnit = new("1 giờ làm việc", "1 working hour");
    public static readonly LocalizedText MinuteUnit = new("1 phút làm việc", "1 working minute");
    public static readonly LocalizedText NoDeadline = new("–", "–");

    public static readonly LocalizedText Team = new("Tổ xử lý", "Team");
    public static readonly LocalizedText RoutedForReasons = new("Chuyển đến {0} vì {1}.", "Routed to {0} because {1}.");
    public static readonly LocalizedText RoutedFallback = new(
        "Chuyển đến {0} vì không quy tắc nào khác khớp.",
        "Routed to {0} because no other rule matches."
    );
    public static readonly LocalizedText MovedByOfficial = new("{1} đã chuyển đến {0}.", "Moved to {0} by {1}.");
    public static readonly LocalizedText JoinWithAnd = new("{0} và {1}", "{0} and {1}");
    public static readonly LocalizedText KindReason = new("loại yêu cầu là “{0}”", "the kind is “{0}”");
    public static readonly LocalizedText TopicReason = new("nội dung nhắc đến “{0}”", "it mentions “{0}”");
    public static readonly LocalizedText SectorReason = new("ngành là “{0}”", "the sector is “{0}”");
    public static readonly LocalizedText SizeReason = new("quy mô là “{0}”", "the size is “{0}”");
    public static readonly LocalizedText WardReason = new("địa bàn là {0}", "the location is {0}");

    public static readonly LocalizedText HandOver = new("Chuyển cho đồng nghiệp", "Hand over to a colleague");
    public static readonly LocalizedText Colleague = new("Đồng nghiệp", "Colleague");
    public static readonly LocalizedText AwayUntil = new("{0} (vắng đến {1})", "{0} (away until {1})");
    public static readonly LocalizedText HandOverHint = new(
        "Lời nhắn cho đồng nghiệp (không bắt buộc)",
        "A message to the colleague (optional)"
    );
    public static readonly LocalizedText MoveToTeam = new("Chuyển sang tổ khác", "Move to another team");
    public static readonly LocalizedText ChooseOption = new("Chọn…", "Choose…");
    public static readonly LocalizedText MoveHint = new("Lý do (không bắt buộc)", "Reason (optional)");
    public static readonly LocalizedText WithdrawForAsker = new("Ghi nhận người gửi rút", "Record the asker's withdrawal");
    public static readonly LocalizedText WithdrawHint = new(
        "Người gửi đã báo rút như thế nào, lúc nào.",
        "How and when the asker withdrew it."
    );
    public static readonly LocalizedText UnknownColleague = new("Không có cán bộ này.", "There is no such official.");
    public static readonly LocalizedText UnknownTeam = new("Không có tổ này.", "There is no such team.");

    public static readonly LocalizedText EligibilityHintsHeading = new("Gợi ý từ số liệu khai", "Hints from the declared figures");
    public static readonly LocalizedText HintsDisclaimer = new(
        "Chỉ để tham khảo; việc được hỗ trợ hay không do cơ quan có thẩm quyền quyết định.",
        "For guidance only; the responsible authority decides."
    );
    public static readonly LocalizedText NotesHint = new(
        "Người gửi không thấy. Gõ @ để nhắc đồng nghiệp (@tên-đăng-nhập) hoặc cả tổ; người được nhắc đọc được yêu cầu này.",
        "The asker does not see them. Type @ to mention a colleague (@user-name) or a team; who is mentioned can read this case."
    );
    public static readonly LocalizedText MentionedInCases = new(
        "Anh/chị được nhắc đến trong ghi chú của:",
        "You are mentioned in the notes of:"
    );
    public static readonly LocalizedText SimilarCases = new("Yêu cầu tương tự", "Similar cases");
    public static readonly LocalizedText SameEnterprise = new("Cùng doanh nghiệp", "Same enterprise");
    public static readonly LocalizedText LikelyDuplicate = new("Có thể trùng", "Likely a duplicate");
    public static readonly LocalizedText SimilarityPercent = new("giống {0} %", "{0} % similar");
    public static readonly LocalizedText AnswerTogether = new("Trả lời cùng lúc", "Answer together");
    public static readonly LocalizedText Suggestion = new("Gợi ý trả lời từ kho kiến thức", "Answer suggested from the knowledge base");
    public static readonly LocalizedText Cautions = new("Không chèn vào thư, để anh/chị cân nhắc:", "Not inserted, for you to consider:");
    public static readonly LocalizedText SuggestionHint = new(
        "Chỉ được gửi đi khi anh/chị chèn vào ô trả lời, xem lại và gửi.",
        "It is sent only when you insert it, check it and send it."
    );
    public static readonly LocalizedText Sources = new("Căn cứ", "Sources");
    public static readonly LocalizedText SourceLine = new("{0} ({1})", "{0} ({1})");
    public static readonly LocalizedText Template = new("Mẫu trả lời", "Reply template");
    public static readonly LocalizedText InsertTemplate = new("Chèn mẫu", "Insert the template");
    public static readonly LocalizedText MissingFields = new("Thông tin còn thiếu", "Missing information");
    public static readonly LocalizedText MissingIntro = new("Anh/chị vui lòng bổ sung:", "Please add:");

    public static readonly LocalizedText OtherViewers = new("Cũng đang mở yêu cầu này: {0}", "Also viewing this case: {0}");
    public static readonly LocalizedText TypingViewer = new("{0} (đang viết)", "{0} (typing)");
    public static readonly LocalizedText ChangedMeanwhile = new(
        "Yêu cầu vừa thay đổi. Nội dung anh/chị đang viết vẫn còn; khi gửi, anh/chị sẽ thấy phần đã thay đổi.",
        "The case has just changed. Your text is kept; when you send it, you will see what changed."
    );
    public static readonly LocalizedText Reload = new("Xem bản mới", "Reload");

    public static readonly LocalizedText SelectedCases = new("Các yêu cầu đã chọn", "Selected cases");
    public static readonly LocalizedText WithSelected = new("Với các yêu cầu đã chọn", "With the selected cases");
    public static readonly LocalizedText SelectCase = new("Chọn {0}", "Select {0}");
    public static readonly LocalizedText BulkReplyHint = new(
        "Mỗi người gửi nhận câu trả lời này trong yêu cầu của mình; yêu cầu chưa ai nhận thì anh/chị nhận luôn.",
        "Each asker gets this reply in their own case; an unassigned case is assigned to you."
    );
    public static readonly LocalizedText BulkResult = new("Kết quả", "Result");
    public static readonly LocalizedText ActionDone = new("Đã thực hiện", "Done");
    public static readonly LocalizedText NothingSelected = new("Anh/chị chưa chọn yêu cầu nào.", "No case is selected.");
    public static readonly LocalizedText BackToList = new("Về danh sách", "Back to the list");

    public static readonly LocalizedText AnyKind = new("Mọi loại", "Any kind");
    public static readonly LocalizedText AnyTeam = new("Mọi tổ", "Any team");
    public static readonly LocalizedText KeyboardShortcuts = new("Phím tắt", "Keyboard shortcuts");
    public static readonly LocalizedText KeyboardShortcutsText = new(
        "Danh sách: j, k xuống và lên; x chọn; Enter mở; / tìm. Yêu cầu: r trả lời; a hỏi thêm; n ghi chú; / mẫu trả lời; j, k yêu cầu "
            + "tiếp và trước; u về danh sách. Trong ô viết: Ctrl+Enter gửi; Ctrl+Shift+Enter gửi và sang yêu cầu tiếp; Escape rời "
            + "ô.",
        "List: j, k down and up; x selects; Enter opens; / searches. Case: r reply; a ask for information; n note; / templates; j, k "
            + "next and previous case; u back to the list. While writing: Ctrl+Enter sends; Ctrl+Shift+Enter sends and goes on; "
            + "Escape leaves the box."
    );

    public static readonly LocalizedText TurnShortcutsOff = new("Tắt phím tắt", "Turn shortcuts off");
    public static readonly LocalizedText TurnShortcutsOn = new("Bật phím tắt", "Turn shortcuts on");

    public static LocalizedText LabelOf(RoutingField field) =>
        field switch
        {
            RoutingField.Kind => KindReason,
            RoutingField.Topic => TopicReason,
            RoutingField.Sector => SectorReason,
            RoutingField.Size => SizeReason,
            _ => WardReason,
        };

    public static LocalizedText LabelOf(SettingKind kind) =>
        kind switch
        {
            SettingKind.Routing => new("Phân công và giờ làm việc", "Routing and working hours"),
            SettingKind.Times => new("Thời hạn xử lý", "Service times"),
            SettingKind.Calendar => new("Ngày nghỉ, ngày làm bù", "Days off and make-up days"),
            _ => new("Mẫu trả lời", "Reply templates"),
        };
}
