using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Texts;

/// <summary>Texts about an action on several cases.</summary>
internal static class BulkTexts
{
    /// <summary>{0} the title of the action, {1} how many.</summary>
    public static readonly LocalizedText Done = new("Đã thực hiện “{0}” với {1} yêu cầu.", "“{0}” was done with {1} cases.");

    /// <summary>{0} seconds.</summary>
    public static readonly LocalizedText CanUndo = new(
        "Các tin được giữ lại {0} giây rồi mới đến người gửi yêu cầu; trong lúc đó anh/chị hoàn tác được.",
        "The messages are held for {0} seconds before the askers get them; until then you can undo them."
    );

    /// <summary>{0} how many.</summary>
    public static readonly LocalizedText UndoAll = new("Hoàn tác cả {0}", "Undo all {0}");
    public static readonly LocalizedText Undone = new(
        "Đã hoàn tác {0} yêu cầu: người gửi chưa nhận được gì. Nội dung đã trở lại bản nháp của từng yêu cầu.",
        "Undone in {0} cases: the askers have received nothing. The text is back in the draft of each case."
    );

    /// <summary>{0} how many were undone, {1} how many were not.</summary>
    public static readonly LocalizedText UndonePartly = new(
        "Đã hoàn tác {0} yêu cầu. {1} yêu cầu không hoàn tác được nữa: tin đã gửi đi, hoặc yêu cầu đã thay đổi nên tin vẫn được gửi.",
        "Undone in {0} cases. {1} could no longer be undone: the message has gone out, or the case has changed and it will still go out."
    );
    public static readonly LocalizedText NothingUndone = new(
        "Không hoàn tác được yêu cầu nào: các tin đã gửi đi, hoặc yêu cầu đã thay đổi nên tin vẫn được gửi.",
        "Nothing was undone: the messages have gone out, or the cases have changed and they will still go out."
    );

    public static readonly LocalizedText TemplateFieldsHint = new(
        "Mẫu được chèn nguyên các trường trong ngoặc nhọn; khi gửi, mỗi yêu cầu được điền thông tin của chính nó.",
        "A template is inserted with its fields in braces; when it is sent, each case gets its own values."
    );

    /// <summary>{0} how many.</summary>
    public static readonly LocalizedText Selected = new("Đã chọn {0} yêu cầu", "{0} selected");
}
