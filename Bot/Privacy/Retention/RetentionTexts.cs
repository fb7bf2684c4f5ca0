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
        "Quản trị viên đổi thời hạn ở đây; mỗi lần đổi ghi vào nhật ký bảo mật cùng giá trị cũ, mới. Thời hạn không đổi ở đây thì theo "
            + "cấu hình máy chủ, mục Retention.",
        "Administrators change a period here; each change is in the security log with the old and the new value. A period that was not "
            + "changed here is the one of the server’s configuration, section Retention."
    );
    public static readonly LocalizedText Off = new(
        "Việc xóa theo thời hạn đang tắt (Retention:IsEnabled = false): mọi dữ liệu được giữ lại.",
        "Deletion is switched off (Retention:IsEnabled = false): all data is kept."
    );
    public static readonly LocalizedText BoundsColumn = new("Đặt được", "Allowed");

    /// <summary>{0} the least, {1} the most number of days.</summary>
    public static readonly LocalizedText Bounds = new("{0} đến {1} ngày", "{0} to {1} days");
    public static readonly LocalizedText SettingColumn = new("Đặt ở", "Set in");
    public static readonly LocalizedText ChosenHere = new("trang này", "this page");

    /// <summary>{0} a kind of data.</summary>
    public static readonly LocalizedText Change = new("Đổi thời hạn: {0}", "Change the period: {0}");
    public static readonly LocalizedText ChangeShort = new("Đổi", "Change");
    public static readonly LocalizedText Saved = new(
        "Đã lưu. Thời hạn mới có hiệu lực từ lần dọn tới.",
        "Saved. It applies from the next run."
    );

    /// <summary>{0} the period in force.</summary>
    public static readonly LocalizedText Now = new("Hiện nay: {0}.", "Now: {0}.");
    public static readonly LocalizedText DaysLabel = new("Số ngày giữ", "Days to keep");

    /// <summary>{0} the least, {1} the most, {2} the configured number of days.</summary>
    public static readonly LocalizedText DaysHint = new(
        "Từ {0} đến {1}. Để trống: theo cấu hình máy chủ ({2} ngày).",
        "From {0} to {1}. Leave empty for the server’s configuration ({2} days)."
    );
    public static readonly LocalizedText ReasonLabel = new("Lý do (ghi vào nhật ký bảo mật)", "Reason (for the security log)");
    public static readonly LocalizedText OutOfRange = new(
        "Nhập số ngày từ {0} đến {1}, hoặc để trống.",
        "Enter a number of days from {0} to {1}, or leave it empty."
    );
    public static readonly LocalizedText Confirm = new(
        "Nếu ngắn hơn hiện nay: tôi hiểu dữ liệu cũ hơn bị xóa hẳn ở lần dọn tới (trong khoảng một giờ) và không lấy lại được.",
        "If it is shorter than now: I understand that older data is deleted in the next run (within about an hour), for good."
    );
    public static readonly LocalizedText ConfirmNeeded = new(
        "Thời hạn mới ngắn hơn: đánh dấu ô xác nhận rồi lưu lại.",
        "The new period is shorter: tick the box to confirm, then save again."
    );
    public static readonly LocalizedText Stale = new(
        "Người khác vừa đổi một thời hạn. Anh/chị xem lại rồi lưu.",
        "Somebody else has just changed a period. Please check, then save."
    );
    public static readonly LocalizedText Save = new("Lưu", "Save");
    public static readonly LocalizedText Back = new("Quay lại", "Back");
    public static readonly LocalizedText NoSuchKind = new("Không có loại dữ liệu này.", "There is no such kind of data.");
    public static readonly LocalizedText NoticeLink = new("Xem trang thông báo cho người hỏi", "See the privacy notice for askers");
}
