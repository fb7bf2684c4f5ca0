using PolicyAssistantBot.Access.Passwords;
using PolicyAssistantBot.Access.Views;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access;

/// <summary>The texts of the pages for signing in and managing accounts.</summary>
internal static class AccessTexts
{
    public static readonly LocalizedText Product = new("Bàn tiếp nhận hỗ trợ doanh nghiệp", "Enterprise support desk");
    public static readonly LocalizedText Cases = new("Yêu cầu", "Cases");
    public static readonly LocalizedText Teams = new("Tổ, lịch vắng", "Teams and absences");
    public static readonly LocalizedText Settings = new("Thiết lập", "Settings");
    public static readonly LocalizedText Recall = new("Đính chính", "Recall answers");
    public static readonly LocalizedText Due = new("Bài cần xem lại", "Articles due");
    public static readonly LocalizedText Switches = new("Tạm ngừng khẩn cấp", "Emergency switches");
    public static readonly LocalizedText Undelivered = new("Tin chưa gửi được", "Undelivered messages");
    public static readonly LocalizedText SkipToContent = new("Đến nội dung chính", "Skip to the main content");
    public static readonly LocalizedText Navigation = new("Trang", "Main navigation");
    public static readonly LocalizedText OtherLanguage = new("English", "Tiếng Việt");
    public static readonly LocalizedText SignIn = new("Đăng nhập", "Sign in");
    public static readonly LocalizedText SignOut = new("Đăng xuất", "Sign out");
    public static readonly LocalizedText UserName = new("Tên đăng nhập", "User name");
    public static readonly LocalizedText Password = new("Mật khẩu", "Password");
    public static readonly LocalizedText SignInRefused = new(
        "Tên đăng nhập hoặc mật khẩu không đúng.",
        "The user name or password is incorrect."
    );

    public static readonly LocalizedText TooManyAttempts = new(
        "Đã thử nhiều lần không đúng. Anh/chị đợi {0} giây rồi thử lại.",
        "Too many attempts. Please wait {0} seconds and try again."
    );

    public static readonly LocalizedText TooManySignIns = new(
        "Đang có quá nhiều lượt đăng nhập cùng lúc. Anh/chị đợi vài giây rồi thử lại.",
        "Too many people are signing in at the moment. Please wait a few seconds and try again."
    );

    public static readonly LocalizedText ChangePassword = new("Đổi mật khẩu", "Change password");
    public static readonly LocalizedText MustChangePassword = new(
        "Anh/chị đang dùng mật khẩu một lần. Hãy đặt mật khẩu mới để tiếp tục.",
        "You signed in with a one-time password. Choose a new password to continue."
    );

    public static readonly LocalizedText CurrentPassword = new("Mật khẩu hiện tại", "Current password");
    public static readonly LocalizedText NewPassword = new("Mật khẩu mới", "New password");
    public static readonly LocalizedText RepeatPassword = new("Nhập lại mật khẩu mới", "Repeat the new password");

    /// <summary>{0} the minimum length.</summary>
    public static readonly IReadOnlyList<LocalizedText> PasswordRules =
    [
        new("Ít nhất {0} ký tự; một câu dễ nhớ là tốt nhất.", "At least {0} characters. A sentence that you can remember works best."),
        new("Ít nhất 6 ký tự khác nhau, không chứa tên đăng nhập.", "At least 6 different characters, without the user name."),
        new(
            "Không phải mật khẩu hay gặp hay tên của anh/chị, và khác mật khẩu hiện tại.",
            "No password that is often used, not your name, and not the current password."
        ),
    ];

    public static readonly LocalizedText Accounts = new("Tài khoản", "Accounts");
    public static readonly LocalizedText DisplayName = new("Họ và tên", "Full name");
    public static readonly LocalizedText RolesHeading = new("Vai trò", "Roles");
    public static readonly LocalizedText SaveRoles = new("Lưu vai trò", "Save roles");
    public static readonly LocalizedText EntraId = new(
        "Mã đối tượng Entra (để thao tác trong Teams)",
        "Entra object ID (for actions in Teams)"
    );
    public static readonly LocalizedText Email = new("Email nhận thông báo", "E-mail address for notifications");
    public static readonly LocalizedText SaveEmail = new("Lưu email", "Save e-mail address");
    public static readonly LocalizedText SaveEntraId = new("Lưu mã", "Save object ID");
    public static readonly LocalizedText StatusHeading = new("Tình trạng", "Status");
    public static readonly LocalizedText Active = new("Đang dùng", "Active");
    public static readonly LocalizedText Disabled = new("Đã khóa", "Locked");
    public static readonly LocalizedText PasswordChangeRequired = new("Chờ đổi mật khẩu", "Password change required");
    public static readonly LocalizedText Actions = new("Thao tác", "Actions");

    public static readonly LocalizedText SignInWith = new("Đăng nhập bằng {0}", "Sign in with {0}");
    public static readonly LocalizedText SignInFailedTitle = new("Không đăng nhập được", "Sign-in failed");
    public static readonly LocalizedText SignInFailedText = new(
        "Việc đăng nhập qua cơ quan định danh không thành công hoặc đã quá hạn. Anh/chị thử lại từ trang đăng nhập.",
        "Sign-in with your identity provider failed or timed out. Please try again from the sign-in page."
    );

    public static readonly LocalizedText ProviderUnreachable = new(
        "Hiện không liên lạc được với cơ quan định danh. Anh/chị thử lại sau ít phút.",
        "The identity provider cannot be reached at the moment. Please try again in a few minutes."
    );

    public static readonly LocalizedText NoAccess = new(
        "Anh/chị đã được xác nhận danh tính nhưng chưa được cấp quyền tại bàn tiếp nhận. Hãy liên hệ quản trị viên.",
        "Your identity is confirmed, but you do not have access to the desk. Please contact an administrator."
    );

    public static readonly LocalizedText SignedOut = new("Đã đăng xuất", "Signed out");
    public static readonly LocalizedText SignedOutText = new(
        "Anh/chị đã đăng xuất khỏi bàn tiếp nhận, nhưng vẫn đang đăng nhập tại cơ quan định danh.",
        "You have signed out of the desk but are still signed in with your identity provider."
    );

    public static readonly LocalizedText SignOutAtProvider = new(
        "Đăng xuất cả tại cơ quan định danh",
        "Sign out of the identity provider as well"
    );
    public static readonly LocalizedText ViewLog = new("Nhật ký xem dữ liệu", "View log");
    public static readonly LocalizedText ViewLogHint = new(
        "Mỗi lần mở một yêu cầu đều được ghi lại trước khi hiển thị. Nhật ký không sửa và không xóa được.",
        "Each view of a case is recorded before the case is shown. The log cannot be changed or deleted."
    );

    public static readonly LocalizedText CaseNumber = new("Số yêu cầu", "Case number");
    public static readonly LocalizedText ViewedBy = new("Ai xem", "Viewed by");
    public static readonly LocalizedText ViewedAt = new("Lúc", "Time");
    public static readonly LocalizedText ViewedItemHeading = new("Xem gì", "Item");
    public static readonly LocalizedText AllAccounts = new("Tất cả mọi người", "Everyone");
    public static readonly LocalizedText Filter = new("Lọc", "Filter");
    public static readonly LocalizedText NoViews = new("Chưa có lượt xem nào.", "No views yet.");
    public static readonly LocalizedText NextPage = new("Trang sau", "Next page");
    public static readonly LocalizedText Insight = new("Số liệu", "Insight");

    public static readonly LocalizedText DeniedTitle = new("Không có quyền", "Access denied");
    public static readonly LocalizedText DeniedText = new(
        "Tài khoản của anh/chị không có quyền xem trang này.",
        "Your account does not have permission to view this page."
    );

    public static readonly LocalizedText FormUnreadableTitle = new("Không nhận được biểu mẫu", "The form was not accepted");
    public static readonly LocalizedText FormUnreadableText = new(
        "Dữ liệu gửi lên không đúng dạng của biểu mẫu. Anh/chị quay lại, tải lại trang rồi gửi lại.",
        "The data that was sent is not a valid form. Please go back, reload the page and submit it again."
    );

    public static readonly LocalizedText FormTooLargeText = new(
        "Dữ liệu gửi lên quá lớn. Anh/chị quay lại, rút gọn rồi gửi lại.",
        "The data that was sent is too large. Please go back, shorten it and submit it again."
    );

    public static readonly LocalizedText FormExpiredTitle = new("Biểu mẫu đã hết hạn", "The form has expired");
    public static readonly LocalizedText FormExpiredText = new(
        "Biểu mẫu không còn hợp lệ. Anh/chị quay lại, tải lại trang rồi gửi lại.",
        "The form is no longer valid. Please go back, reload the page and submit it again."
    );

    public static LocalizedText LabelOf(Roles role) =>
        role switch
        {
            Roles.Official => new("Cán bộ xử lý", "Official"),
            Roles.Supervisor => new("Phụ trách", "Supervisor"),
            Roles.Administrator => new("Quản trị", "Administrator"),
            Roles.Auditor => new("Kiểm tra", "Auditor"),
            Roles.Editor => new("Biên tập", "Editor"),
            Roles.Reviewer => new("Thẩm định", "Reviewer"),
            Roles.Publisher => new("Xuất bản", "Publisher"),
            _ => new("Không", "None"),
        };

    /// <summary>The names of all roles of an account.</summary>
    public static LocalizedText ListRoles(Roles roles)
    {
        if (roles == Roles.None)
        {
            return LabelOf(roles);
        }

        var labels = Enum.GetValues<Roles>()
            .Where(role => role != Roles.None && roles.HasFlag(role))
            .Select(role => LabelOf(role))
            .ToList();
        return new(string.Join(", ", labels.Select(label => label.Vi)), string.Join(", ", labels.Select(label => label.En)));
    }

    public static LocalizedText StateOf(Account account) =>
        account.IsDisabled ? Disabled
        : account.MustChangePassword ? PasswordChangeRequired
        : Active;

    public static LocalizedText LabelOf(ViewedItem what) =>
        what switch
        {
            ViewedItem.Case => new("Trang yêu cầu", "Case page"),
            ViewedItem.Attachment => new("Tệp đính kèm", "Attachment"),
            _ => new("Tệp tải về", "Export"),
        };

    public static LocalizedText LabelOf(PasswordProblem problem) =>
        problem switch
        {
            PasswordProblem.TooShort => new("Mật khẩu mới quá ngắn.", "The new password is too short."),
            PasswordProblem.TooLong => new("Mật khẩu mới quá dài.", "The new password is too long."),
            PasswordProblem.TooEasy => new(
                "Mật khẩu mới quá dễ đoán: không chứa tên đăng nhập và có ít nhất 6 ký tự khác nhau.",
                "The new password is too easy to guess: do not include the user name, and use at least 6 different characters."
            ),
            PasswordProblem.Common => new(
                "Mật khẩu này nằm trong số hay được dùng nên dễ bị đoán. Hãy ghép ít nhất bốn từ không liên quan với nhau.",
                "This password is among those that people often use, so it is easy to guess. Combine at least four unrelated words."
            ),
            PasswordProblem.WrongCurrent => new("Mật khẩu hiện tại không đúng.", "The current password is incorrect."),
            PasswordProblem.TooManyAttempts => new(
                "Đã nhập sai mật khẩu hiện tại nhiều lần. Anh/chị đợi một lúc rồi thử lại.",
                "The current password was wrong several times. Please wait a moment and try again."
            ),
            PasswordProblem.RepetitionDiffers => new("Hai lần nhập mật khẩu mới không giống nhau.", "The new passwords do not match."),
            _ => new("Mật khẩu mới phải khác mật khẩu hiện tại.", "The new password must differ from the current one."),
        };

    public static LocalizedText LabelOf(AccountProblem problem) =>
        problem switch
        {
            AccountProblem.UserNameRegex => new(
                "Tên đăng nhập gồm 2–100 chữ cái không dấu, chữ số, dấu chấm, gạch ngang hoặc gạch dưới.",
                "A user name has 2 to 100 letters without diacritics, digits, dots, hyphens or underscores."
            ),
            AccountProblem.Taken => new("Tên đăng nhập đã có người dùng.", "This user name is already taken."),
            AccountProblem.DisplayName => new("Họ và tên có từ 2 đến 255 ký tự.", "The full name must have 2 to 255 characters."),
            AccountProblem.EntraId => new(
                "Mã đối tượng Entra gồm 32 chữ số thập lục phân, chia thành năm nhóm bằng dấu gạch ngang.",
                "An Entra object ID has 32 hexadecimal digits in five groups separated by hyphens."
            ),
            AccountProblem.Email => new("Địa chỉ email chưa đúng.", "The e-mail address is not valid."),
            AccountProblem.EntraIdTaken => new(
                "Mã đối tượng Entra này thuộc tài khoản khác.",
                "This Entra object ID belongs to another account."
            ),
            AccountProblem.NoRole => new("Hãy chọn ít nhất một vai trò.", "Choose at least one role."),
            _ => new("Phải còn ít nhất một quản trị viên đang dùng.", "There must be at least one active administrator."),
        };
}
