using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.SecondFactor;

/// <summary>The texts of the pages for two-step sign-in.</summary>
internal static class SecondFactorTexts
{
    public static readonly LocalizedText Title = new("Xác thực hai bước", "Two-step sign-in");
    public static readonly LocalizedText EnterCode = new("Nhập mã xác thực", "Enter your code");
    public static readonly LocalizedText EnterCodeHint = new(
        "Mở ứng dụng xác thực trên điện thoại và nhập mã 6 chữ số. Nếu mất điện thoại, anh/chị nhập một mã dự phòng.",
        "Open the authenticator app on your phone and enter the 6-digit code. If you have lost your phone, enter a recovery code."
    );

    public static readonly LocalizedText Code = new("Mã xác thực", "Code");
    public static readonly LocalizedText Continue = new("Tiếp tục", "Continue");
    public static readonly LocalizedText CodeInvalid = new(
        "Mã không đúng, đã hết hạn hoặc đã được dùng. Anh/chị đợi mã mới rồi thử lại.",
        "The code is incorrect, expired or already used. Please wait for the next code and try again."
    );

    public static readonly LocalizedText CannotTurnOff = new(
        "Tài khoản của anh/chị phải có xác thực hai bước, nên không tắt được.",
        "Your account requires two-step sign-in, so it cannot be turned off."
    );

    public static readonly LocalizedText MustSetUp = new(
        "Tài khoản của anh/chị phải có xác thực hai bước. Hãy cài đặt để tiếp tục.",
        "Your account requires two-step sign-in. Set it up to continue."
    );

    public static readonly LocalizedText ManagedByProvider = new(
        "Anh/chị đăng nhập qua cơ quan định danh bên ngoài; xác thực hai bước được cài đặt tại đó.",
        "You sign in with an identity provider; two-step sign-in is set up there."
    );

    public static readonly LocalizedText EnabledStatus = new("Xác thực hai bước đang bật.", "Two-step sign-in is on.");
    public static readonly LocalizedText RecoveryCodesLeft = new("Còn {0} mã dự phòng.", "Recovery codes left: {0}.");
    public static readonly LocalizedText ScanStep = new(
        "Quét hình này bằng ứng dụng xác thực (Microsoft Authenticator, Google Authenticator hoặc ứng dụng tương tự).",
        "Scan this QR code with an authenticator app (Microsoft Authenticator, Google Authenticator or similar)."
    );

    public static readonly LocalizedText QrLabel = new("Mã QR cho ứng dụng xác thực", "QR code for the authenticator app");
    public static readonly LocalizedText ManualKeyHint = new(
        "Không quét được? Nhập khóa này vào ứng dụng:",
        "Can't scan it? Enter this key in the app:"
    );
    public static readonly LocalizedText ConfirmStep = new(
        "Nhập mật khẩu và mã mà ứng dụng hiện ra.",
        "Enter your password and the code shown in the app."
    );
    public static readonly LocalizedText ConfirmStepAfterSignIn = new("Nhập mã mà ứng dụng hiện ra.", "Enter the code shown in the app.");
    public static readonly LocalizedText Copy = new("Sao chép các mã", "Copy the codes");
    public static readonly LocalizedText Print = new("In trang này", "Print this page");
    public static readonly LocalizedText TurnOn = new("Bật xác thực hai bước", "Turn on two-step sign-in");
    public static readonly LocalizedText CreateRecoveryCodes = new("Tạo mã dự phòng mới", "Create new recovery codes");
    public static readonly LocalizedText CreateRecoveryCodesHint = new(
        "Các mã dự phòng cũ sẽ không dùng được nữa.",
        "The old recovery codes will stop working."
    );
    public static readonly LocalizedText TurnOff = new("Tắt xác thực hai bước", "Turn off two-step sign-in");
    public static readonly LocalizedText RecoveryTitle = new("Mã dự phòng", "Recovery codes");
    public static readonly LocalizedText RecoveryHint = new(
        "In hoặc chép các mã này và cất ở nơi an toàn. Mỗi mã dùng một lần thay cho điện thoại. Các mã này không hiện lại.",
        "Print or copy these codes and keep them in a safe place. Each code works once instead of your phone. They will not be shown again."
    );

    public static readonly LocalizedText RecoveryCodesSaved = new("Đã cất xong", "I have saved the codes");
    public static readonly LocalizedText RemoveForAccount = new("Gỡ xác thực hai bước", "Remove two-step sign-in");
}
