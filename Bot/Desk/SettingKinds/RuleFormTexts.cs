using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.SettingKinds;

/// <summary>Texts of the form of the routing rules.</summary>
internal static class RuleFormTexts
{
    public static readonly LocalizedText Title = new("Phân công", "Routing");
    public static readonly LocalizedText Intro = new(
        "Quy tắc được thử từ trên xuống; quy tắc đầu tiên khớp mọi điều kiện quyết định tổ. Không quy tắc nào khớp thì yêu cầu về "
            + "tổ nhận các yêu cầu còn lại (chọn ở trang Tổ và thành viên). Thay đổi áp dụng cho yêu cầu mới.",
        "Rules are tried from the top; the first of which every condition holds decides the team. A case that no rule matches goes to the "
            + "team for the remaining cases (chosen under Teams and members). A change applies to new cases."
    );
    public static readonly LocalizedText Add = new("Thêm quy tắc", "Add a rule");
    public static readonly LocalizedText Numbered = new("{0}. {1}", "{0}. {1}");
    public static readonly LocalizedText Condition = new("{0}: {1}", "{0}: {1}");
    public static readonly LocalizedText Team = new("Chuyển đến tổ", "The team that gets the case");
    public static readonly LocalizedText Kinds = new("Loại yêu cầu", "Kind of request");
    public static readonly LocalizedText ConditionsHint = new(
        "Cần ít nhất một điều kiện. Mục để trống thì không xét; chọn nhiều giá trị thì khớp một giá trị là đủ.",
        "At least one condition is needed. An empty one is not checked; of several values, any one is enough."
    );
    public static readonly LocalizedText Topics = new("Từ ngữ trong yêu cầu", "Words in the request");
    public static readonly LocalizedText TopicsHint = new(
        "Mỗi dòng một từ hoặc cụm từ, viết đủ dấu: “vay” không khớp “vậy”. Yêu cầu gõ hoàn toàn không dấu vẫn được nhận ra.",
        "One word or phrase a line, with its marks: “vay” does not match “vậy”. A request typed without any marks is still recognised."
    );
    public static readonly LocalizedText Sectors = new("Ngành", "Sector");
    public static readonly LocalizedText Sizes = new("Quy mô doanh nghiệp", "Size of the enterprise");
    public static readonly LocalizedText Places = new("Phường, xã", "Wards and communes");
    public static readonly LocalizedText PlacesHint = new(
        "Mỗi dòng một tên đầy đủ, ví dụ: Phường Hoàn Kiếm.",
        "One full name a line, for example Phường Hoàn Kiếm."
    );
    public static readonly LocalizedText Position = new("Thứ tự", "Position");
    public static readonly LocalizedText PositionHint = new("Quy tắc số nhỏ được thử trước.", "Rules with small numbers are tried first.");
    public static readonly LocalizedText NoCondition = new("Quy tắc cần ít nhất một điều kiện.", "The rule needs at least one condition.");
    public static readonly LocalizedText UnknownPlace = new("Không có phường, xã nào tên “{0}”.", "There is no ward or commune “{0}”.");
    public static readonly LocalizedText NoWord = new("“{0}” không có chữ nào.", "“{0}” has no letters.");
    public static readonly LocalizedText Removal = new(
        "Yêu cầu mới từng khớp quy tắc này sẽ theo các quy tắc còn lại. Yêu cầu đã gửi không đổi tổ.",
        "New cases that matched this rule will follow the others. Cases that were sent keep their team."
    );
}
