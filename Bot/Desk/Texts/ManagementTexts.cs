using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Texts;

/// <summary>Texts of the pages for teams, settings and undelivered messages.</summary>
internal static class ManagementTexts
{
    public static readonly LocalizedText Settings = new("Thiết lập", "Settings");
    public static readonly LocalizedText FileContent = new("Nội dung tệp {0}", "The file {0}");
    public static readonly LocalizedText CheckAndSave = new("Kiểm tra và lưu", "Check and save");
    public static readonly LocalizedText SavedBy = new("Bản {0}, {1} lưu lúc {2}", "Version {0}, saved by {1} on {2}");
    public static readonly LocalizedText DefaultVersion = new("Bản đi kèm chương trình, chưa ai sửa", "Default version, never edited");
    public static readonly LocalizedText TimesInForce = new("Thời hạn đang áp dụng", "Times in force");
    public static readonly LocalizedText Problems = new("Chưa lưu được. Hãy sửa các lỗi sau:", "Not saved. Please correct the following:");
    public static readonly LocalizedText LineProblem = new("Dòng {0}: {1}", "Line {0}: {1}");
    public static readonly LocalizedText StaleText = new(
        "{0} vừa lưu bản khác. Nội dung anh/chị viết còn nguyên bên dưới; bản hiện hành ở dưới nữa để so sánh. Lưu lại để dùng "
            + "nội dung của anh/chị.",
        "{0} has just saved another version. What you wrote is kept below, followed by the current version for comparison. "
            + "Save again to use yours."
    );

    public static readonly LocalizedText CurrentVersion = new("Bản hiện hành", "Current version");
    public static readonly LocalizedText Saved = new(
        "Đã lưu; có hiệu lực ngay, thời hạn của các yêu cầu đang mở đã được tính lại.",
        "Saved and in force; the deadlines of open cases were recalculated."
    );

    public static readonly LocalizedText Teams = new("Tổ và lịch vắng", "Teams and absences");
    public static readonly LocalizedText Members = new("Thành viên", "Members");
    public static readonly LocalizedText AssignmentHeading = new("Cách giao việc", "How cases are assigned");
    public static readonly LocalizedText NoMembers = new("Chưa có thành viên", "No members yet");
    public static readonly LocalizedText OpenCases = new("Yêu cầu đang mở", "Open cases");
    public static readonly LocalizedText Absences = new("Lịch vắng", "Absences");
    public static readonly LocalizedText AbsencesHint = new(
        "Người vắng không được giao yêu cầu mới.",
        "Absent officials are assigned no new cases."
    );
    public static readonly LocalizedText Official = new("Cán bộ", "Official");
    public static readonly LocalizedText FirstDay = new("Từ ngày", "From");
    public static readonly LocalizedText LastDay = new("Đến hết ngày", "Until (inclusive)");
    public static readonly LocalizedText SaveAbsence = new("Ghi lịch vắng", "Record the absence");
    public static readonly LocalizedText CancelAbsence = new("Hủy", "Cancel");
    public static readonly LocalizedText InvalidDates = new(
        "Ngày cuối phải từ ngày đầu trở đi và chưa qua.",
        "The last day must not be before the first day or in the past."
    );
    public static readonly LocalizedText NoAbsences = new("Không ai vắng.", "No one is away.");

    public static readonly LocalizedText Undelivered = new("Tin nhắn chưa gửi được", "Undelivered messages");
    public static readonly LocalizedText UndeliveredHint = new(
        "Các tin này chưa gửi được. Tin chắc chắn chưa đến sẽ tự gửi lại khi cuộc trò chuyện nhận tin trở lại; tin có thể đã "
            + "đến chỉ gửi lại khi anh/chị bấm. Có thể bỏ tin không còn cần.",
        "These messages were not delivered. Those that certainly did not arrive are sent automatically when their conversation "
            + "accepts messages again; those that may have arrived are sent only on request. Drop messages that are no longer needed."
    );
    public static readonly LocalizedText MayHaveArrived = new(
        "Có thể đã đến; gửi lại có thể thành hai bản.",
        "May have arrived; sending it again may produce a copy."
    );
    public static readonly LocalizedText NotArrived = new("Chắc chắn chưa đến.", "Did not arrive.");
    public static readonly LocalizedText NoneUndelivered = new("Không có tin nào bị kẹt.", "There are no undelivered messages.");
    public static readonly LocalizedText ChannelHeading = new("Kênh", "Channel");
    public static readonly LocalizedText TimeHeading = new("Thời điểm", "When");
    public static readonly LocalizedText Attempts = new("Số lần thử", "Attempts");
    public static readonly LocalizedText ReasonHeading = new("Lý do", "Reason");
    public static readonly LocalizedText Drop = new("Bỏ", "Drop");
    public static readonly LocalizedText CaseHeading = new("Yêu cầu", "Case");
    public static readonly LocalizedText EditTeams = new("Thêm tổ, sửa thành viên", "Add teams, change members");
}
