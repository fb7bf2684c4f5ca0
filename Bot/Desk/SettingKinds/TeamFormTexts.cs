using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Routing;

namespace PolicyAssistantBot.Desk.SettingKinds;

/// <summary>Texts of the form of the teams.</summary>
internal static class TeamFormTexts
{
    public static readonly LocalizedText Title = new("Tổ và thành viên", "Teams and members");
    public static readonly LocalizedText Intro = new(
        "Mỗi tổ nhận các yêu cầu mà quy tắc phân công chuyển đến. Khi tổ có thành viên, yêu cầu của tổ chỉ thành viên và phụ trách thấy.",
        "A team gets the cases that the routing rules send to it. Once a team has members, only they and supervisors see its cases."
    );
    public static readonly LocalizedText Add = new("Thêm tổ", "Add a team");
    public static readonly LocalizedText Members = new("Thành viên", "Members");
    public static readonly LocalizedText MembersHint = new(
        "Đánh dấu cán bộ thuộc tổ. Một người có thể thuộc nhiều tổ.",
        "Tick the officials of the team. A person may be in several teams."
    );
    public static readonly LocalizedText NoStaff = new(
        "Chưa có tài khoản cán bộ nào. Quản trị viên tạo ở trang Tài khoản.",
        "There are no accounts of officials yet. An administrator creates them under Accounts."
    );
    public static readonly LocalizedText MemberName = new("{0} ({1})", "{0} ({1})");
    public static readonly LocalizedText GoneName = new("{0} (không còn là cán bộ)", "{0} (no longer an official)");
    public static readonly LocalizedText GoneMember = new(
        "Tài khoản “{0}” đã khóa hoặc không còn là cán bộ. Anh/chị bỏ đánh dấu tài khoản này.",
        "The account “{0}” is blocked or no longer an official's. Please untick it."
    );
    public static readonly LocalizedText NoMembers = new(
        "Chưa có thành viên: mọi cán bộ đều thấy yêu cầu của tổ",
        "No members yet: every official sees its cases"
    );
    public static readonly LocalizedText MembersAre = new("Thành viên: {0}", "Members: {0}");
    public static readonly LocalizedText Assignment = new("Cách giao yêu cầu mới", "How new cases are assigned");
    public static readonly LocalizedText AssignmentIs = new("Cách giao yêu cầu mới: {0}", "How new cases are assigned: {0}");
    public static readonly LocalizedText Fallback = new("Yêu cầu còn lại", "Remaining cases");
    public static readonly LocalizedText FallbackOption = new(
        "Nhận những yêu cầu mà không quy tắc nào khớp",
        "Gets the cases that no rule matches"
    );
    public static readonly LocalizedText FallbackNeeded = new(
        "Phải có một tổ nhận các yêu cầu còn lại. Để đổi, anh/chị đánh dấu ô này ở tổ khác.",
        "One team has to get the remaining cases. To change it, tick this box at another team."
    );

    public static readonly LocalizedText NoOpenCases = new("Tổ không có yêu cầu nào đang mở.", "The team has no open cases.");
    public static readonly LocalizedText OpenCasesStay = new(
        "Tổ có {0} yêu cầu đang mở. Các yêu cầu này không bị xóa: yêu cầu đã có người nhận vẫn do người đó xử lý; yêu cầu chưa ai "
            + "nhận thì mọi cán bộ đều thấy và nhận được. Muốn giao cho tổ khác, anh/chị "
            + "chuyển các yêu cầu đó trong danh sách trước khi xóa tổ.",
        "The team has {0} open cases. They are not deleted: a case with an owner stays with its owner; every official sees and can take "
            + "those without one. To give them to another team, move them in the list of cases before you remove the team."
    );
    public static readonly LocalizedText HistoryStays = new(
        "Yêu cầu đã kết thúc và lịch sử giữ nguyên tên tổ. Thành viên không mất tài khoản.",
        "Ended cases and histories keep the team's name. Members keep their accounts."
    );
    public static readonly LocalizedText Successor = new("Tổ nhận thay", "The team that takes over");
    public static readonly LocalizedText SuccessorHint = new(
        "Quy tắc phân công đang chuyển yêu cầu mới đến tổ này sẽ chuyển đến tổ được chọn.",
        "Rules that send new cases to this team will send them to the chosen one."
    );
    public static readonly LocalizedText OnlyTeam = new(
        "Đây là tổ duy nhất nên không xóa được. Anh/chị thêm tổ khác trước.",
        "This is the only team and cannot be removed. Please add another one first."
    );

    public static LocalizedText LabelOf(AssignmentMode mode) =>
        mode switch
        {
            AssignmentMode.Manual => new("Cán bộ tự nhận", "Officials take them"),
            AssignmentMode.RoundRobin => new("Giao lần lượt", "In turn"),
            _ => new("Giao người ít việc nhất", "To the least loaded"),
        };
}
