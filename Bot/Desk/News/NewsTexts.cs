using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Desk.News;

/// <summary>What open pages say of cases that concern the official. {0} the case number: nothing personal.</summary>
internal static class NewsTexts
{
    public static readonly LocalizedText NewCase = new("Có yêu cầu mới: {0}", "New case: {0}");
    public static readonly LocalizedText AskerWrote = new("Người gửi vừa nhắn trong yêu cầu {0}", "The asker wrote in case {0}");
    public static readonly LocalizedText Given = new("Anh/chị được giao yêu cầu {0}", "Case {0} was given to you");
    public static readonly LocalizedText Dismiss = new("Ẩn thông báo", "Hide");
    public static readonly LocalizedText TurnOn = new("Bật thông báo trên màn hình", "Turn on desktop notifications");
    public static readonly LocalizedText TurnOff = new("Tắt thông báo trên màn hình", "Turn off desktop notifications");

    public static LocalizedText Of(CaseEventKind kind) =>
        kind switch
        {
            CaseEventKind.Submitted => NewCase,
            CaseEventKind.AskerMessage => AskerWrote,
            _ => Given,
        };
}
