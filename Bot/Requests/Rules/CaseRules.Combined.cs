using PolicyAssistantBot.Requests.Store;
using static PolicyAssistantBot.Requests.CaseStatus;

namespace PolicyAssistantBot.Requests.Rules;

internal static partial class CaseRules
{
    /// <summary>
    /// Assigns a case without an owner to the official and applies the rule to the result: both changes are stored, or neither. A case that
    /// this official has taken since is not stale for them.
    /// </summary>
    public static CaseChange TakeAndDecide(
        CaseWithHistory stored,
        CaseCommand command,
        Func<CaseWithHistory, CaseCommand, CaseChange> decide
    )
    {
        if (stored.Request is { OwnerId: null, Status: Submitted or Reopened } && Take(stored, command) is CaseDecision.Changed taken)
        {
            var change = decide(stored.Apply(taken), command with { ExpectedVersion = taken.Request.Version });
            return change.Decision is CaseDecision.Changed
                ? change with
                {
                    Before = stored,
                    EarlierChanges = [taken, .. change.EarlierChanges],
                }
                : new CaseChange(stored, change.Decision);
        }

        var hasTakenIt =
            FindEventAfter(stored, command.ExpectedVersion) is { Kind: CaseEventKind.Taken, Actor: var actor }
            && actor == command.Official.Actor;
        return decide(stored, hasTakenIt ? command with { ExpectedVersion = command.ExpectedVersion + 1 } : command);
    }

    /// <summary>Answers the asker and closes the case as answered: both, or neither. A reply that was just sent alone is closed.</summary>
    public static CaseChange ReplyAndClose(CaseWithHistory stored, CaseCommand command, string? text)
    {
        if (
            stored.Request.Version == command.ExpectedVersion + 2
            && FindEventAfter(stored, command.ExpectedVersion) is { Kind: CaseEventKind.Replied } first
            && stored.History[^1] is { Kind: CaseEventKind.Closed } last
            && first.Actor == command.Official.Actor
            && last.Actor == command.Official.Actor
            && first.Text == ChangeText.Required(text).Value
        )
        {
            return new CaseChange(stored, new CaseDecision.AlreadyDone());
        }

        return Reply(stored, command, text) switch
        {
            CaseDecision.Changed replied => CloseAsAnswered(stored.Apply(replied), command) switch
            {
                CaseDecision.Changed closed => new CaseChange(stored, closed) { EarlierChanges = [replied] },
                var refused => new CaseChange(stored, refused),
            },
            CaseDecision.AlreadyDone => new CaseChange(stored, CloseAsAnswered(stored, command)),
            var refused => new CaseChange(stored, refused),
        };
    }

    private static CaseDecision CloseAsAnswered(CaseWithHistory stored, CaseCommand command) =>
        Close(stored, command with { ExpectedVersion = stored.Request.Version }, CloseReason.Answered, null);

    /// <summary>The event that made a version of the case outdated; null when there is none.</summary>
    private static CaseEvent? FindEventAfter(CaseWithHistory stored, int version) =>
        version > 0 && version < stored.History.Count ? stored.History[version] : null;
}
