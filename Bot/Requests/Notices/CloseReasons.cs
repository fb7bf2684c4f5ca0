using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Requests.Notices;

/// <summary>Why a case was closed.</summary>
internal static class CloseReasons
{
    /// <summary>The reason that a closing event carries.</summary>
    public static CloseReason GetReason(CaseEvent closingEvent) =>
        Enum.TryParse<CloseReason>(closingEvent.Detail, out var reason) ? reason : CloseReason.Other;

    public static string NameOf(CaseEvent closingEvent, Lang lang) => NoticeTexts.CloseReasonNames[GetReason(closingEvent)][lang];

    /// <summary>The reason and, below it, what the official wrote.</summary>
    public static string GetExplanation(CaseEvent closingEvent, Lang lang) =>
        closingEvent.Text is null ? $"{NameOf(closingEvent, lang)}." : $"{NameOf(closingEvent, lang)}.\n\n{closingEvent.Text}";
}
