using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.SettingForms;

/// <summary>Texts of the page that tries a request against the routing rules.</summary>
internal static class RoutingTrialTexts
{
    public static readonly LocalizedText Title = new("Thử một câu", "Try a request");
    public static readonly LocalizedText Link = new("Thử một câu: tổ nào nhận?", "Try a request: which team gets it?");
    public static readonly LocalizedText Intro = new(
        "Nhập thử nội dung của một yêu cầu để xem tổ nào nhận và theo quy tắc nào. Không có gì được lưu hay gửi đi.",
        "Enter the content of a request to see which team gets it and by which rule. Nothing is stored or sent."
    );
    public static readonly LocalizedText Content = new("Nội dung yêu cầu", "Content of the request");
    public static readonly LocalizedText PlaceHint = new(
        "Tên đầy đủ, ví dụ: Phường Hoàn Kiếm.",
        "The full name, for example Phường Hoàn Kiếm."
    );
    public static readonly LocalizedText Try = new("Xem tổ nào nhận", "See which team gets it");
    public static readonly LocalizedText Goes = new("Chuyển đến: {0}", "Goes to: {0}");

    /// <summary>{0} the number of the rule, {1} its reasons.</summary>
    public static readonly LocalizedText Decides = new("Theo quy tắc số {0}: {1}.", "By rule {0}: {1}.");
    public static readonly LocalizedText NoRule = new(
        "Không quy tắc nào khớp, nên yêu cầu về tổ nhận các yêu cầu còn lại.",
        "No rule matches, so the request goes to the team for the remaining cases."
    );
    public static readonly LocalizedText Passed = new(
        "Các quy tắc sau cũng khớp nhưng không được xét vì đứng sau:",
        "These rules match too but get no chance because they come later:"
    );

    /// <summary>{0} the number of the rule, {1} its team.</summary>
    public static readonly LocalizedText PassedRule = new("Quy tắc số {0} ({1})", "Rule {0} ({1})");

    /// <summary>{0} the number of the earlier rule.</summary>
    public static readonly LocalizedText Covered = new(
        "Quy tắc này không bao giờ được xét: quy tắc số {0} đứng trước và bắt hết các yêu cầu của nó. Hãy chuyển lên trên hoặc xóa.",
        "This rule is never used: rule {0} comes first and takes all of its cases. Move it up, or remove it."
    );
    public static readonly LocalizedText MoveUp = new("Lên", "Up");
    public static readonly LocalizedText MoveDown = new("Xuống", "Down");
}
