using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.Sessions;

/// <summary>The texts of the pages that list sessions.</summary>
internal static class SessionTexts
{
    public static readonly LocalizedText Title = new("Phiên đăng nhập", "Sessions");
    public static readonly LocalizedText TitleOf = new("Phiên đăng nhập của {0}", "Sessions of {0}");
    public static readonly LocalizedText Hint = new(
        "Các trình duyệt đang đăng nhập bằng tài khoản này. Nếu thấy phiên không phải của mình, "
            + "anh/chị hãy kết thúc phiên đó và đổi mật khẩu.",
        "Browsers that are signed in with this account. If one of them is not yours, end that session and change your password."
    );

    public static readonly LocalizedText Device = new("Thiết bị", "Device");
    public static readonly LocalizedText Address = new("Địa chỉ mạng", "Network address");
    public static readonly LocalizedText StartedAt = new("Đăng nhập lúc", "Signed in");
    public static readonly LocalizedText LastSeenAt = new("Dùng lần cuối", "Last used");
    public static readonly LocalizedText UnknownDevice = new("Không rõ", "Unknown");
    public static readonly LocalizedText ThisSession = new("phiên này", "this session");
    public static readonly LocalizedText End = new("Kết thúc", "End");
    public static readonly LocalizedText EndAll = new("Đăng xuất mọi nơi", "Sign out everywhere");
    public static readonly LocalizedText None = new("Không có phiên nào.", "There are no sessions.");
}
