using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Cases;

/// <summary>Who else works on a case, in words.</summary>
internal static class PresenceText
{
    /// <summary>Who else has the case open, in one sentence; empty when nobody has.</summary>
    public static string Of(IReadOnlyList<CaseViewer> others, Lang lang) =>
        others.Count == 0
            ? ""
            : WorkTexts.AlsoHere.With(
                lang,
                string.Join(", ", others.Select(viewer => viewer.IsTyping ? WorkTexts.Typing.With(lang, viewer.Name) : viewer.Name))
            );
}
