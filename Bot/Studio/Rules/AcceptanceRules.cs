using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge.Evaluation.Gate;

namespace PolicyAssistantBot.Studio.Rules;

/// <summary>What of the gate a person may accept: single answers. Findings of the check and lost ways of asking must be mended.</summary>
internal static class AcceptanceRules
{
    /// <param name="gate">What the gate saw of the present text; null while it has not run.</param>
    public static StudioDecision Accept(
        ArticleDraft draft,
        int version,
        GateReport? gate,
        string question,
        string? reason,
        StudioPerson by,
        DateTimeOffset now
    ) =>
        !by.HasAny(Roles.Publisher) ? Refuse(StudioRefusal.NoRole)
        : draft.Version != version ? Refuse(StudioRefusal.Stale)
        : draft.State is DraftState.Draft or DraftState.ChangesAsked ? Refuse(StudioRefusal.WrongState)
        : draft.Contributors.Contains(by.Id) ? Refuse(StudioRefusal.OwnWork)
        : gate is null ? Refuse(StudioRefusal.NoGate)
        : gate.Blocking.FirstOrDefault(change => change.Question == question) is not { } wanted ? Refuse(StudioRefusal.Missing)
        : string.IsNullOrWhiteSpace(reason) ? Refuse(StudioRefusal.NoReason)
        : new StudioDecision.Changed(
            draft with
            {
                Version = draft.Version + 1,
                ChangedAt = now,
                Accepted =
                [
                    .. draft.Accepted.Where(one => one.Question != question),
                    new AcceptedChange(question, wanted.After.Outcome, wanted.After.Article, StudioRules.Shorten(reason), by.Id, by.Name),
                ],
            },
            StudioEventKind.ChangeAccepted,
            $"{question}: {StudioRules.Shorten(reason)}"
        );

    private static StudioDecision.Refused Refuse(StudioRefusal refusal) => new(refusal);
}
