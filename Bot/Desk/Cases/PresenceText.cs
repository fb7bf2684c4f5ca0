using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Desk.Cases;

/// <summary>The other viewers of a case, in words.</summary>
internal static class PresenceText
{
    /// <summary>One sentence that names what happened and who did it.</summary>
    public static string FormatChanges(IReadOnlyList<CaseEvent> events, Lang lang) =>
        ReplyBarTexts.ChangedNow.With(
            lang,
            string.Join(
                "; ",
                events.Select(e => ReplyBarTexts.ChangeBy.With(lang, DeskTexts.LabelOf(e.Kind)[lang], DeskFormat.FormatActor(e, lang)))
            )
        );

    /// <summary>One sentence that names the other viewers; empty when there are none.</summary>
    public static string FormatOtherViewers(IReadOnlyList<CaseViewer> others, Lang lang) =>
        others.Count == 0
            ? ""
            : CaseWorkTexts.OtherViewers.With(
                lang,
                string.Join(
                    ", ",
                    others.Select(viewer => viewer.IsTyping ? CaseWorkTexts.TypingViewer.With(lang, viewer.Name) : viewer.Name)
                )
            );
}
