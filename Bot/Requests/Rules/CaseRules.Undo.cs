using System.Globalization;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Requests.Rules;

internal static partial class CaseRules
{
    /// <summary>
    /// Takes back what the official did since an event: the case has its earlier status again, and the history keeps both. The caller
    /// checks that the asker was not told.
    /// </summary>
    public static CaseDecision Undo(CaseWithHistory stored, CaseCommand command, int firstSequence)
    {
        var detail = firstSequence.ToString(CultureInfo.InvariantCulture);
        if (stored.History[^1] is { Kind: CaseEventKind.Undone } last && last.Actor == command.Official.Actor && last.Detail == detail)
        {
            return new CaseDecision.AlreadyDone();
        }

        var undone = stored.History.Where(e => e.Sequence >= firstSequence).ToList();
        return
            firstSequence < 2
            || undone.Count == 0
            || undone.Exists(e => e.Actor != command.Official.Actor || !UndoneEvents.CanBeUndone(e.Kind))
            || stored.Request.ErasedAt is not null
            ? Refuse(new Refusal.CannotUndo())
            : ApplyChange(
                stored,
                CaseEventKind.Undone,
                stored.History[firstSequence - 2].StatusAfter,
                command.Official.Actor,
                command.Channel,
                command.At,
                ChangeText.None,
                detail
            );
    }
}
