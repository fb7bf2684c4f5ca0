using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Requests.Notices;

/// <summary>Why a case was closed.</summary>
internal static class CloseReasons
{
    /// <summary>The reason that a closing event carries.</summary>
    public static CloseReason Of(CaseEvent closed) =>
        Enum.TryParse<CloseReason>(closed.Detail, out var reason) ? reason : CloseReason.Other;

    public static string NameOf(CaseEvent closed, Lang lang) => NoticeTexts.CloseReasons[Of(closed)][lang];

    /// <summary>The reason and, below it, what the official wrote.</summary>
    public static string Explain(CaseEvent closed, Lang lang) =>
        closed.Text is null ? $"{NameOf(closed, lang)}." : $"{NameOf(closed, lang)}.\n\n{closed.Text}";
}
