using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.FirstSteps;

/// <summary>The texts of the checklist for the first administrator.</summary>
internal static class FirstStepTexts
{
    public const string AccountsKey = "accounts";
    public const string TeamsKey = "teams";
    public const string CalendarKey = "calendar";
    public const string MailKey = "mail";
    public const string MeetingsKey = "microsoft-teams";
    public const string ChatKey = "chat";

    public static readonly IReadOnlyList<string> Keys = [AccountsKey, TeamsKey, CalendarKey, MailKey, MeetingsKey, ChatKey];

    public static readonly LocalizedText Heading = new("Những việc đầu tiên", "First steps");

    /// <summary>{0} done, {1} all.</summary>
    public static readonly LocalizedText Progress = new("Đã xong {0} trên {1}", "{0} of {1} done");
    public static readonly LocalizedText Done = new("đã xong", "done");
    public static readonly LocalizedText ToDo = new("chưa làm", "to do");

    public static readonly LocalizedText AllDone = new("Xong: mọi việc đầu tiên đã làm.", "Done: all first steps are taken.");

    /// <summary>{0} the explanation, {1} the names of the teams.</summary>
    public static readonly LocalizedText EmptyTeams = new("{0} Tổ chưa có người: {1}.", "{0} Teams without members: {1}.");
    public static readonly LocalizedText Dismissed = new("đã bỏ qua", "skipped");
    public static readonly LocalizedText Resume = new("Làm lại bước này", "Take this step up again");

    public static readonly LocalizedText Dismiss = new("Bỏ qua", "Dismiss");

    /// <summary>{0} the step.</summary>
    public static readonly LocalizedText DismissStep = new("Bỏ qua bước “{0}”", "Dismiss the step “{0}”");

    public static readonly LocalizedText Accounts = new("Thêm tài khoản cho đồng nghiệp", "Add accounts for colleagues");
    public static readonly LocalizedText AccountsText = new(
        "Mỗi người một tài khoản: cán bộ xử lý, phụ trách, kiểm tra, quản trị. Tài khoản đầu tiên này là phụ trách và quản trị.",
        "One account for each person: official, supervisor, auditor, administrator. This first account is supervisor and administrator."
    );
    public static readonly LocalizedText Teams = new("Đưa cán bộ vào các tổ", "Put officials into teams");
    public static readonly LocalizedText TeamsText = new(
        "Yêu cầu được chuyển đến tổ theo loại và nội dung. Tổ nào chưa có người thì mọi cán bộ đều thấy yêu cầu của tổ đó.",
        "Requests go to a team by kind and content. While a team has no member, all officials see its requests."
    );
    public static readonly LocalizedText TeamsLink = new("Tổ và phân công", "Teams and routing");
    public static readonly LocalizedText Calendar = new("Xem lại lịch ngày nghỉ", "Check the calendar of days off");
    public static readonly LocalizedText CalendarText = new(
        "Thời hạn tính theo ngày làm việc. Xem lịch nghỉ, ngày làm bù của năm nay và năm sau rồi lưu.",
        "Deadlines count working days. Check the days off and make-up days of this year and the next, and save."
    );
    public static readonly LocalizedText CalendarLink = new("Lịch ngày nghỉ", "Days off");
    public static readonly LocalizedText Mail = new("Nối máy chủ thư", "Connect a mail server");
    public static readonly LocalizedText MailText = new(
        "Đặt mục Mail trong cấu hình máy chủ (Mail:Host, Mail:From). Chưa có thì người gửi chỉ thấy trả lời trong cuộc trò chuyện.",
        "Set the section Mail of the server’s configuration (Mail:Host, Mail:From). Until then askers see replies in the chat only."
    );
    public static readonly LocalizedText Meetings = new("Nối Microsoft Teams", "Connect Microsoft Teams");
    public static readonly LocalizedText MeetingsText = new(
        "Đặt mục Bot trong cấu hình máy chủ (Bot:AppId) nếu cơ quan dùng Teams. Không dùng thì bỏ qua.",
        "Set the section Bot of the server’s configuration (Bot:AppId) if your organisation uses Teams. If not, dismiss this step."
    );
    public static readonly LocalizedText Chat = new("Hỏi thử trợ lý", "Try the chat");
    public static readonly LocalizedText ChatText = new(
        "Mở trang dành cho doanh nghiệp, hỏi một câu và gửi một yêu cầu thử; yêu cầu sẽ hiện ở đây.",
        "Open the page for enterprises, ask a question and send a test request; it appears here."
    );
    public static readonly LocalizedText ChatLink = new("Mở trang hỏi đáp", "Open the chat page");
}
