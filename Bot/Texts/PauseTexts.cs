using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Texts;

/// <summary>What people are told while the chat is switched off.</summary>
internal static class PauseTexts
{
    /// <summary>{0} the department.</summary>
    public static readonly LocalizedText Paused = new(
        "Trợ lý đang tạm ngừng trả lời. Anh/chị vui lòng quay lại sau, hoặc liên hệ trực tiếp với {0}.",
        "The assistant is paused at the moment. Please come back later, or contact the {0} directly."
    );

    /// <summary>{0} the moment, {1} the department.</summary>
    public static readonly LocalizedText PausedUntil = new(
        "Trợ lý đang tạm ngừng trả lời, dự kiến hoạt động lại lúc {0}. Việc gấp, anh/chị liên hệ trực tiếp với {1}.",
        "The assistant is paused and expected back at {0}. For urgent matters, please contact the {1} directly."
    );

    /// <summary>{0} how the department is reached.</summary>
    public static readonly LocalizedText Contact = new("Liên hệ: {0}", "Contact: {0}");

    /// <param name="until">When the chat goes on by itself; null when that is not known.</param>
    public static IReadOnlyList<string> Compose(DateTimeOffset? until, RequestOptions unit, Lang lang)
    {
        var (name, contact) = lang == Lang.En ? (unit.UnitEn, unit.ContactEn) : (unit.UnitVi, unit.ContactVi);
        var notice = until is { } moment ? PausedUntil.With(lang, LocalFormat.Moment(moment, lang), name) : Paused.With(lang, name);
        return string.IsNullOrWhiteSpace(contact) ? [notice] : [notice, Contact.With(lang, contact)];
    }
}
