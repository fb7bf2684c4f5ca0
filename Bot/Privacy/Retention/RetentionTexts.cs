using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Privacy.Retention;

/// <summary>Texts of the desk's page about retention.</summary>
internal static class RetentionTexts
{
    public static readonly LocalizedText Title = new("Thời hạn lưu giữ", "Retention");
    public static readonly LocalizedText Intro = new(
        "Dữ liệu nào được giữ bao lâu. Trang thông báo về dữ liệu cá nhân cho người hỏi hiện đúng các thời hạn này.",
        "Which data is kept how long. The privacy notice for askers shows these same periods."
    );
    public static readonly LocalizedText Who = new(
        "Thời hạn do người vận hành đổi trong cấu hình máy chủ, mục Retention, rồi khởi động lại. Quản trị viên quyết định; hãy ghi lý do.",
        "The operator changes a period in the section Retention of the configuration. Administrators decide; write down why."
    );
    public static readonly LocalizedText Off = new(
        "Việc xóa theo thời hạn đang tắt (Retention:IsEnabled = false): mọi dữ liệu được giữ lại.",
        "Deletion is switched off (Retention:IsEnabled = false): all data is kept."
    );
    public static readonly LocalizedText MinimumColumn = new("Tối thiểu", "At least");
    public static readonly LocalizedText SettingColumn = new("Đổi ở", "Changed in");
    public static readonly LocalizedText NoticeLink = new("Xem trang thông báo cho người hỏi", "See the privacy notice for askers");
}
