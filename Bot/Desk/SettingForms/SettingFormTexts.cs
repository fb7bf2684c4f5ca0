using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.SettingForms;

/// <summary>Texts that the forms of the settings share.</summary>
internal static class SettingFormTexts
{
    public static readonly LocalizedText Advanced = new("Nâng cao", "Advanced");
    public static readonly LocalizedText Documents = new("Tệp thiết lập", "Documents");
    public static readonly LocalizedText AdvancedHint = new(
        "Toàn bộ thiết lập dưới dạng văn bản (YAML), cho những gì các trang khác không hiện. Các trang khác sửa chính các tệp này.",
        "All settings as text (YAML), for what the other pages do not show. The other pages change these same documents."
    );

    public static readonly LocalizedText Earlier = new("Các bản trước", "Earlier versions");

    /// <summary>{0} the version.</summary>
    public static readonly LocalizedText EarlierShown = new(
        "Ô bên dưới là nội dung của bản {0}, chưa có hiệu lực. Muốn quay lại bản này, anh/chị kiểm tra và lưu.",
        "The box below has the text of version {0}, which is not in force. To go back to it, check and save."
    );

    public static readonly LocalizedText Saved = new("Đã lưu, có hiệu lực ngay.", "Saved and in force.");
    public static readonly LocalizedText Edit = new("Sửa", "Edit");
    public static readonly LocalizedText Remove = new("Xóa", "Remove");
    public static readonly LocalizedText Save = new("Lưu", "Save");
    public static readonly LocalizedText Back = new("Quay lại danh sách", "Back to the list");
    public static readonly LocalizedText EditOf = new("Sửa: {0}", "Edit: {0}");
    public static readonly LocalizedText RemovalOf = new("Xóa “{0}”?", "Remove “{0}”?");
    public static readonly LocalizedText ConfirmRemoval = new("Xóa", "Remove");
    public static readonly LocalizedText Past = new("Đã qua", "Past");
    public static readonly LocalizedText None = new("Chưa có mục nào.", "There are no entries yet.");
    public static readonly LocalizedText Optional = new("(không bắt buộc)", "(optional)");
    public static readonly LocalizedText NameVi = new("Tên tiếng Việt", "Name in Vietnamese");
    public static readonly LocalizedText NameEn = new("Tên tiếng Anh", "Name in English");

    public static readonly LocalizedText FillIn = new("Anh/chị vui lòng nhập: {0}.", "Please fill in: {0}.");
    public static readonly LocalizedText ChooseOne = new("Anh/chị vui lòng chọn: {0}.", "Please choose: {0}.");
    public static readonly LocalizedText InvalidDate = new("{0}: ngày không đúng.", "{0}: this is not a date.");
    public static readonly LocalizedText InvalidNumber = new("{0}: phải là số nguyên.", "{0}: this must be a whole number.");
    public static readonly LocalizedText TooLong = new("{0}: nội dung quá dài.", "{0}: the text is too long.");
    public static readonly LocalizedText NameTaken = new("Đã có mục mang tên này.", "There is already an entry with this name.");
    public static readonly LocalizedText CannotWrite = new(
        "Tệp thiết lập được viết theo cách mà trang này không sửa được. Anh/chị sửa ở phần Nâng cao; những gì đã nhập vẫn còn ở đây.",
        "The document is written in a way that this page cannot change. Please edit it under Advanced; what you entered is still here."
    );

    /// <summary>{0} who saved.</summary>
    public static readonly LocalizedText NotMoved = new(
        "Chưa chuyển chỗ: {0} vừa lưu một thay đổi. Danh sách dưới đây là bản mới nhất; anh/chị xem lại rồi chuyển.",
        "Nothing was moved: {0} has saved a change. The list below is the newest one; look at it and move the entry again."
    );
    public static readonly LocalizedText Stale = new(
        "{0} vừa lưu thay đổi khác trong cùng tệp thiết lập. Những gì anh/chị nhập vẫn còn nguyên và chưa được lưu. Anh/chị xem mục "
            + "hiện nay ở dưới rồi lưu lại nếu vẫn muốn thay đổi.",
        "{0} has just saved another change to the same settings. What you entered is kept and not saved yet. Please look at the present "
            + "entry below, and save again if you still want your change."
    );

    public static readonly LocalizedText Present = new("Mục hiện nay", "The present entry");
    public static readonly LocalizedText Gone = new(
        "Mục này không còn nữa. Lưu lại sẽ thêm thành mục mới.",
        "This entry no longer exists. Saving again adds it as a new one."
    );

    /// <summary>The text with a placeholder filled in by another text of the same language.</summary>
    public static LocalizedText InBothOf(this LocalizedText text, params IReadOnlyList<LocalizedText> parts) =>
        new(text.With(Lang.Vi, [.. parts.Select(part => part.Vi)]), text.With(Lang.En, [.. parts.Select(part => part.En)]));

    /// <summary>A list of names, separated by commas.</summary>
    public static LocalizedText Join(IReadOnlyCollection<LocalizedText> names) =>
        new(string.Join(", ", names.Select(name => name.Vi)), string.Join(", ", names.Select(name => name.En)));
}
