using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.Audit;

/// <summary>The texts of the page of the security log.</summary>
internal static class SecurityLogTexts
{
    public static readonly LocalizedText Title = new("Nhật ký bảo mật", "Security log");
    public static readonly LocalizedText Hint = new(
        "Đăng nhập, thay đổi tài khoản và thiết lập, tra cứu và tải số liệu. Nhật ký không sửa được và được giữ ít nhất năm năm.",
        "Sign-ins, changes of accounts and settings, searches and exports. The log cannot be changed and is kept for at least five years."
    );

    public static readonly LocalizedText Act = new("Việc", "Act");
    public static readonly LocalizedText AllActs = new("Mọi việc", "All acts");
    public static readonly LocalizedText Actor = new("Ai làm", "Done by");
    public static readonly LocalizedText Subject = new("Tài khoản liên quan", "Account concerned");
    public static readonly LocalizedText Address = new("Địa chỉ mạng", "Network address");
    public static readonly LocalizedText Detail = new("Chi tiết", "Detail");
    public static readonly LocalizedText From = new("Từ ngày", "From");
    public static readonly LocalizedText Until = new("Đến ngày", "Until");
    public static readonly LocalizedText Export = new("Tải về (JSON)", "Download (JSON)");
    public static readonly LocalizedText ExportCsv = new("Tải về (CSV)", "Download (CSV)");
    public static readonly LocalizedText None = new("Không có việc nào.", "There are no acts.");

    public static LocalizedText LabelOf(SecurityEventKind kind) =>
        kind switch
        {
            SecurityEventKind.SignedIn => new("Đăng nhập", "Signed in"),
            SecurityEventKind.SignInFailed => new("Đăng nhập không thành công", "Sign-in failed"),
            SecurityEventKind.SignInBlocked => new("Đăng nhập khi đang phải đợi", "Sign-in blocked during a wait"),
            SecurityEventKind.SignedOut => new("Đăng xuất", "Signed out"),
            SecurityEventKind.CodeFailed => new("Mã xác thực không đúng", "Wrong code"),
            SecurityEventKind.PasswordChanged => new("Đổi mật khẩu", "Password changed"),
            SecurityEventKind.SecondFactorEnabled => new("Bật xác thực hai bước", "Two-step sign-in turned on"),
            SecurityEventKind.SecondFactorDisabled => new("Tắt xác thực hai bước", "Two-step sign-in turned off"),
            SecurityEventKind.RecoveryCodesRenewed => new("Tạo mã dự phòng mới", "Recovery codes renewed"),
            SecurityEventKind.SessionEnded => new("Kết thúc một phiên", "Session ended"),
            SecurityEventKind.AllSessionsEnded => new("Kết thúc mọi phiên", "All sessions ended"),
            SecurityEventKind.AccessDenied => new("Bị từ chối quyền", "Access denied"),
            SecurityEventKind.AccountCreated => new("Thêm tài khoản", "Account created"),
            SecurityEventKind.AccountDisabled => new("Khóa tài khoản", "Account disabled"),
            SecurityEventKind.AccountEnabled => new("Mở khóa tài khoản", "Account enabled"),
            SecurityEventKind.RolesChanged => new("Đổi vai trò", "Roles changed"),
            SecurityEventKind.EmailChanged => new("Đổi email", "E-mail address changed"),
            SecurityEventKind.EntraIdChanged => new("Đổi mã Entra", "Entra object ID changed"),
            SecurityEventKind.PasswordReset => new("Cấp mật khẩu một lần", "One-time password issued"),
            SecurityEventKind.SecondFactorRemoved => new("Gỡ xác thực hai bước của người khác", "Second factor of another person removed"),
            SecurityEventKind.NameChanged => new("Đổi họ tên", "Name changed"),
            SecurityEventKind.InvitationSent => new("Gửi thư mời", "Invitation mailed"),
            SecurityEventKind.PersonLeft => new("Cho nghỉ việc", "Person left"),
            SecurityEventKind.SettingsChanged => new("Đổi thiết lập", "Settings changed"),
            SecurityEventKind.SwitchChanged => new("Tạm ngừng khẩn cấp", "Emergency switch"),
            SecurityEventKind.ChatsEnded => new("Kết thúc mọi cuộc trò chuyện trên web", "All web chats ended"),
            SecurityEventKind.CasesListed => new("Xem danh sách yêu cầu", "Cases listed"),
            SecurityEventKind.CasesSearched => new("Tìm yêu cầu", "Cases searched"),
            SecurityEventKind.FiguresExported => new("Tải số liệu", "Figures exported"),
            _ => new("Tải nhật ký bảo mật", "Security log exported"),
        };
}
