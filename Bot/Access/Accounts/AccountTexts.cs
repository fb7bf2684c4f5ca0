using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.Accounts;

/// <summary>The texts of the pages on which administrators manage accounts, and of invitations.</summary>
internal static class AccountTexts
{
    public static readonly LocalizedText Add = new("Thêm tài khoản", "Add an account");
    public static readonly LocalizedText BackToList = new("Về danh sách tài khoản", "Back to the accounts");
    public static readonly LocalizedText BackToAccount = new("Quay lại", "Back");
    public static readonly LocalizedText Teams = new("Tổ", "Teams");
    public static readonly LocalizedText NoTeam = new("Chưa vào tổ nào", "In no team");
    public static readonly LocalizedText LastSignIn = new("Đăng nhập gần nhất", "Last sign-in");
    public static readonly LocalizedText NeverSignedIn = new("Chưa lần nào", "Never");
    public static readonly LocalizedText CreatedAt = new("Tạo lúc", "Created");
    public static readonly LocalizedText UserNameHint = new(
        "Chữ thường không dấu, chữ số, dấu chấm, gạch ngang; ví dụ: lan.nguyen. Sau này không đổi được.",
        "Lower-case letters without diacritics, digits, dots, hyphens, such as lan.nguyen. It cannot be changed later."
    );
    public static readonly LocalizedText EmailOptional = new("Email (không bắt buộc)", "E-mail address (optional)");
    public static readonly LocalizedText EmailHint = new(
        "Để nhận lời mời, thông báo về yêu cầu và bản tóm tắt buổi sáng. Để trống thì không gửi thư.",
        "For the invitation, notices about cases and the morning overview. Leave it empty to send no mail."
    );
    public static readonly LocalizedText WillInvite = new(
        "Có email thì người đó nhận thư mời với đường liên kết để tự đặt mật khẩu; không có thì mật khẩu một lần hiện ra ngay sau đây.",
        "With an e-mail address the person gets an invitation with a link for choosing a password; without one, a one-time password is "
            + "shown next."
    );

    /// <summary>{0} why.</summary>
    public static readonly LocalizedText WillShowPassword = new(
        "Mật khẩu một lần sẽ hiện ra ngay sau đây. {0}",
        "A one-time password is shown next. {0}"
    );
    public static readonly LocalizedText NoAddress = new(
        "Không gửi được thư mời vì tài khoản chưa có email.",
        "No invitation can be mailed because the account has no e-mail address."
    );
    public static readonly LocalizedText NoInvitationWhileLocked = new(
        "Không gửi được thư mời vì tài khoản đang khóa; hãy mở khóa trước.",
        "No invitation can be mailed because the account is locked; unlock it first."
    );

    public static readonly LocalizedText NameSection = new("Họ và tên", "Full name");
    public static readonly LocalizedText SaveName = new("Lưu họ và tên", "Save the name");
    public static readonly LocalizedText RolesHint = new(
        "Đổi vai trò thì các phiên đang đăng nhập của người này kết thúc.",
        "Changing roles ends the person’s sessions."
    );
    public static readonly LocalizedText EmailSection = new("Email nhận thông báo", "E-mail address for notifications");
    public static readonly LocalizedText TeamsSection = new("Microsoft Teams", "Microsoft Teams");
    public static readonly LocalizedText SignInSection = new("Đăng nhập", "Sign-in");
    public static readonly LocalizedText StateSection = new("Ngừng dùng tài khoản", "End the use of the account");

    public static readonly LocalizedText Disable = new("Khóa tài khoản", "Lock the account");
    public static readonly LocalizedText DisableTitle = new("Khóa tài khoản?", "Lock the account?");

    /// <summary>{0} the person.</summary>
    public static readonly LocalizedText DisableText = new(
        "{0} bị đăng xuất ngay và không đăng nhập được nữa cho đến khi mở khóa. Tổ và các yêu cầu đang phụ trách giữ nguyên: dùng khi "
            + "tạm nghỉ hoặc nghi tài khoản bị lộ.",
        "{0} is signed out at once and cannot sign in until the account is unlocked. Teams and open cases stay: use this for a pause, or "
            + "when the account may be compromised."
    );
    public static readonly LocalizedText Enable = new("Mở khóa", "Unlock");
    public static readonly LocalizedText EnableTitle = new("Mở khóa tài khoản?", "Unlock the account?");

    /// <summary>{0} the person.</summary>
    public static readonly LocalizedText EnableText = new(
        "{0} đăng nhập lại được bằng mật khẩu cũ. Nếu người này đã rời các tổ, hãy đưa vào tổ lại.",
        "{0} can sign in again with the old password. A person who left the teams has to be put into them again."
    );
    public static readonly LocalizedText Leave = new("Cho nghỉ việc", "The person leaves");
    public static readonly LocalizedText LeaveTitle = new("Cho nghỉ việc?", "Does the person leave?");

    /// <summary>{0} the person.</summary>
    public static readonly LocalizedText LeaveText = new(
        "{0} bị đăng xuất và khóa tài khoản, rời mọi tổ; các yêu cầu đang mở của người này trở về tổ để người khác nhận. "
            + "Lịch sử giữ nguyên tên.",
        "{0} is signed out and locked and leaves all teams; the person’s open cases go back to the team, for others to take. The history "
            + "keeps the name."
    );
    public static readonly LocalizedText LeaveConfirm = new("Đồng ý cho nghỉ việc", "Confirm that the person leaves");

    /// <summary>{0} the number of cases.</summary>
    public static readonly LocalizedText Left = new(
        "Đã khóa tài khoản; {0} yêu cầu trở về tổ.",
        "The account is locked; {0} cases went back to their team."
    );
    public static readonly LocalizedText StillInTeams = new(
        "Người này chưa rời được tổ: người phụ trách bỏ tên ở trang Tổ và cán bộ.",
        "The person is still in a team: a supervisor has to remove the name on the page of teams."
    );

    /// <summary>{0} the number of cases.</summary>
    public static readonly LocalizedText CasesKept = new(
        "{0} yêu cầu chưa trả về tổ được: người phụ trách bàn giao từng yêu cầu trong danh sách.",
        "{0} cases could not go back to their team: a supervisor has to hand each over in the list."
    );

    public static readonly LocalizedText IssuePassword = new("Cấp mật khẩu một lần", "Issue a one-time password");
    public static readonly LocalizedText ResetTitle = new("Cấp mật khẩu một lần?", "Issue a one-time password?");

    /// <summary>{0} the person.</summary>
    public static readonly LocalizedText ResetText = new(
        "Mật khẩu hiện tại của {0} hết hiệu lực ngay và các phiên đang đăng nhập kết thúc. Mật khẩu một lần hiện ra trên trang sau.",
        "The present password of {0} ends at once, and so do the person’s sessions. The next page shows the one-time password."
    );
    public static readonly LocalizedText SendInvitation = new("Gửi thư mời", "Mail an invitation");
    public static readonly LocalizedText InviteTitle = new("Gửi thư mời đặt mật khẩu?", "Mail an invitation to choose a password?");

    /// <summary>{0} the person.</summary>
    public static readonly LocalizedText InviteText = new(
        "Mật khẩu hiện tại của {0} hết hiệu lực ngay. Người đó nhận thư có đường liên kết dùng một lần để tự đặt mật khẩu.",
        "The present password of {0} ends at once. The person gets a mail with a link, valid once, for choosing a password."
    );

    /// <summary>{0} the masked address.</summary>
    public static readonly LocalizedText Invited = new(
        "Thư mời đang được gửi đến {0}. Nếu sau ít phút người đó chưa nhận được, hãy gửi lại.",
        "The invitation is on its way to {0}. If it has not arrived after some minutes, send another."
    );
    public static readonly LocalizedText SecondFactorTitle = new("Gỡ xác thực hai bước?", "Remove the second factor?");

    /// <summary>{0} the person.</summary>
    public static readonly LocalizedText SecondFactorText = new(
        "Dùng khi {0} mất cả điện thoại và mã dự phòng. Hãy chắc chắn người yêu cầu đúng là người đó; các phiên của người này kết thúc.",
        "For when {0} lost both the phone and the recovery codes. Make sure that it is really that person; the person’s sessions end."
    );

    public static readonly LocalizedText Saved = new("Đã lưu.", "Saved.");
    public static readonly LocalizedText Locked = new("Đã khóa tài khoản.", "The account is locked.");
    public static readonly LocalizedText Unlocked = new("Đã mở khóa tài khoản.", "The account is unlocked.");
    public static readonly LocalizedText SecondFactorRemoved = new("Đã gỡ xác thực hai bước.", "The second factor was removed.");

    public static readonly LocalizedText PasswordTitle = new("Mật khẩu một lần", "One-time password");

    /// <summary>{0} the person, {1} the user name.</summary>
    public static readonly LocalizedText Created = new("Đã thêm tài khoản của {0} ({1}).", "The account of {0} ({1}) was added.");
    public static readonly LocalizedText SignInAddress = new("Địa chỉ đăng nhập", "Address for signing in");
    public static readonly LocalizedText ShownOnce = new(
        "Mật khẩu chỉ hiện lần này. Anh/chị đưa tận tay hoặc nói qua điện thoại; khi đăng nhập lần đầu, người đó đặt mật khẩu riêng.",
        "The password is shown only now. Hand it over in person or by phone; the person chooses a password at the first sign-in."
    );

    /// <summary>{0} a moment.</summary>
    public static readonly LocalizedText ValidUntil = new("Có hiệu lực đến {0}.", "Valid until {0}.");
    public static readonly LocalizedText Copy = new("Sao chép", "Copy");
    public static readonly LocalizedText Copied = new("Đã sao chép", "Copied");
    public static readonly LocalizedText ToAccount = new("Đến trang của tài khoản", "Go to the account");
    public static readonly LocalizedText AddAnother = new("Thêm người nữa", "Add another person");

    public static readonly LocalizedText InvitationTitle = new("Đặt mật khẩu", "Choose a password");

    /// <summary>{0} the person, {1} the user name.</summary>
    public static readonly LocalizedText InvitationIntro = new(
        "Chào {0}. Tên đăng nhập của anh/chị là {1}. Hãy đặt mật khẩu để bắt đầu.",
        "Welcome, {0}. Your user name is {1}. Choose a password to begin."
    );
    public static readonly LocalizedText InvitationEnded = new("Đường liên kết không còn dùng được", "This link cannot be used any more");
    public static readonly LocalizedText InvitationEndedText = new(
        "Mỗi thư mời dùng một lần và có hạn. Nếu anh/chị đã đặt mật khẩu, hãy đăng nhập; nếu chưa, nhờ quản trị viên gửi lại.",
        "Each invitation is valid once and for a limited time. If you have chosen a password, sign in; otherwise ask an administrator for "
            + "another."
    );

    /// <summary>{0} the person’s name.</summary>
    public static readonly LocalizedText LockedName = new("{0} (đã khóa)", "{0} (locked)");

    /// <summary>What a role may do, in one line.</summary>
    public static LocalizedText DescriptionOf(Roles role) =>
        role switch
        {
            Roles.Official => new("Nhận và trả lời yêu cầu của tổ mình.", "Takes and answers the cases of the own teams."),
            Roles.Supervisor => new(
                "Xử lý mọi yêu cầu, xếp tổ và cán bộ, đặt lịch, thời hạn, mẫu trả lời; xem số liệu.",
                "Works on all cases, sets up teams, calendar, deadlines and templates; sees the figures."
            ),
            Roles.Administrator => new(
                "Quản lý tài khoản, thời hạn lưu giữ và tạm ngừng khẩn cấp; không đọc yêu cầu của doanh nghiệp.",
                "Manages accounts, retention and emergency switches; does not read the cases of enterprises."
            ),
            Roles.Auditor => new("Chỉ đọc: mọi yêu cầu, số liệu và nhật ký.", "Reads only: all cases, figures and logs."),
            Roles.Editor => new("Soạn và sửa bài viết trong Studio.", "Writes and changes articles in the Studio."),
            Roles.Reviewer => new(
                "Xem xét và duyệt bài do người khác soạn; tạm dừng một nội dung.",
                "Reviews and approves what others wrote; puts content on hold."
            ),
            Roles.Publisher => new(
                "Xuất bản bài đã duyệt, quay lại bản trước; tạm dừng một nội dung.",
                "Publishes approved articles, goes back to an earlier version; puts content on hold."
            ),
            _ => new("Không được làm gì.", "May do nothing."),
        };

    /// <summary>The name with a mark when the account is locked.</summary>
    public static string NameOf(Account account, Lang lang) =>
        account.IsDisabled ? LockedName.With(lang, account.DisplayName) : account.DisplayName;
}
