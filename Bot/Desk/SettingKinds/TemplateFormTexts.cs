using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.SettingKinds;

/// <summary>Texts of the forms of the reply templates and of the bodies to forward to.</summary>
internal static class TemplateFormTexts
{
    public static readonly LocalizedText Title = new("Mẫu trả lời", "Reply templates");
    public static readonly LocalizedText Intro = new(
        "Cán bộ chèn mẫu khi trả lời một yêu cầu; hệ thống chọn thứ tiếng của người gửi và điền các trường trong ngoặc nhọn.",
        "Officials insert a template when they reply to a case; it comes in the asker's language with the fields in braces filled in."
    );
    public static readonly LocalizedText Add = new("Thêm mẫu", "Add a template");
    public static readonly LocalizedText TextVi = new("Nội dung tiếng Việt", "Text in Vietnamese");
    public static readonly LocalizedText TextEn = new("Nội dung tiếng Anh", "Text in English");
    public static readonly LocalizedText FieldsHint = new(
        "Trường điền sẵn: {case} số yêu cầu, {enterprise} doanh nghiệp, {contact} người liên hệ, {ward} phường xã, {unit} đơn vị, "
            + "{official} cán bộ, {due} hạn trả lời.",
        "Fields: {case} the case number, {enterprise}, {contact} the contact person, {ward}, {unit} the office, {official}, {due} the "
            + "deadline of the reply."
    );
    public static readonly LocalizedText Use = new("Dùng để", "Use");
    public static readonly LocalizedText IsAcknowledgement = new(
        "Chỉ báo nhận: gửi mẫu này thì yêu cầu vẫn đang xử lý, hạn giải quyết vẫn chạy",
        "Acknowledgement only: after sending it the case stays in progress and its deadline keeps running"
    );
    public static readonly LocalizedText UnknownField = new("Không có trường {0}.", "There is no field {0}.");
    public static readonly LocalizedText Removal = new(
        "Cán bộ không còn thấy mẫu này. Các câu trả lời đã gửi không thay đổi.",
        "Officials no longer see this template. Replies that were sent do not change."
    );
}
