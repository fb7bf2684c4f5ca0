using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.Navigation;

/// <summary>The texts of the desk's frame.</summary>
internal static class NavigationTexts
{
    public static readonly LocalizedText Studio = new("Studio soạn bài", "Studio");
    public static readonly LocalizedText Holds = new("Tạm ngừng trả lời", "Holds on answers");
    public static readonly LocalizedText Desk = new("Bàn tiếp nhận", "Support desk");
    public static readonly LocalizedText Knowledge = new("Kiến thức", "Knowledge");
    public static readonly LocalizedText Management = new("Quản lý", "Management");
    public static readonly LocalizedText Connections = new("Kết nối", "Connections");
    public static readonly LocalizedText FirstSteps = new("Những việc đầu tiên", "First steps");
    public static readonly LocalizedText Retention = new("Thời hạn lưu giữ", "Retention");
    public static readonly LocalizedText Logs = new("Nhật ký", "Logs");
    public static readonly LocalizedText OpenMenu = new("Mở danh mục", "Open the menu");
    public static readonly LocalizedText SearchCases = new("Tìm yêu cầu", "Search cases");
    public static readonly LocalizedText SearchHint = new(
        "Số yêu cầu, mã số thuế, điện thoại, tên, từ ngữ",
        "Case number, tax code, telephone, name, words"
    );
    public static readonly LocalizedText AccountMenu = new("Tài khoản của {0}", "Account of {0}");
}
