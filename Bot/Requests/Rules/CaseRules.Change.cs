using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Requests.Store;
using static PolicyAssistantBot.Requests.CaseStatus;

namespace PolicyAssistantBot.Requests.Rules;

internal static partial class CaseRules
{
    /// <summary>Assigns a case to the official who takes it. A second official is refused and told the owner.</summary>
    public static CaseDecision Take(CaseWithHistory stored, CaseCommand command) =>
        stored.Request switch
        {
            { OwnerId: { } owner } when owner == command.Official.Id && stored.Request.Status is not Reopened =>
                new CaseDecision.AlreadyDone(),
            { OwnerId: { } owner, OwnerName: var name } when owner != command.Official.Id => Refuse(
                new Refusal.OwnedByColleague(name ?? owner)
            ),
            _ => DecideForOfficial(
                    stored,
                    command,
                    CaseEventKind.Taken,
                    [Submitted, Reopened],
                    Assigned,
                    ChangeText.None,
                    needsOwner: false
                )
                .Modify(request => request with { OwnerId = command.Official.Id, OwnerName = command.Official.Name }),
        };

    /// <summary>Returns a case to the queue, so that another official can take it.</summary>
    public static CaseDecision Release(CaseWithHistory stored, CaseCommand command) =>
        DecideForOfficial(stored, command, CaseEventKind.Released, [Assigned, WaitingForAsker, Reopened], Submitted, ChangeText.None)
            .Modify(request => request with { OwnerId = null, OwnerName = null });

    /// <summary>Asks the asker for missing information.</summary>
    public static CaseDecision RequestInformation(CaseWithHistory stored, CaseCommand command, string? text) =>
        DecideForOfficial(
            stored,
            command,
            CaseEventKind.AskedBack,
            [Assigned, WaitingForAsker, Reopened, Answered],
            WaitingForAsker,
            ChangeText.Required(text)
        );

    /// <summary>
    /// Closes a case. A text is required when no reason of the list fits; as answered a case is closed only after a reply.
    /// </summary>
    public static CaseDecision Close(CaseWithHistory stored, CaseCommand command, CloseReason reason, string? text) =>
        DecideForOfficial(
            stored,
            command,
            CaseEventKind.Closed,
            [Assigned, WaitingForAsker, Reopened, Answered],
            Closed,
            reason == CloseReason.Other ? ChangeText.Required(text) : ChangeText.Optional(text),
            reason.ToString()
        )
            is var decision
        && decision is CaseDecision.Changed
        && reason == CloseReason.Answered
        && !IsAnswered(stored.History)
            ? Refuse(new Refusal.NothingAnswered())
            : decision;

    /// <summary>Whether the asker got an answer; one that was taken back, and a message that confirms the receipt, are none.</summary>
    private static bool IsAnswered(IReadOnlyList<CaseEvent> history) =>
        UndoneEvents.RemoveUndone(history).Any(e => e is { Kind: CaseEventKind.Replied, IsAcknowledgement: false });

    /// <summary>Reopens a case, with its previous owner.</summary>
    public static CaseDecision Reopen(CaseWithHistory stored, CaseCommand command, string? text) =>
        DecideForOfficial(
            stored,
            command,
            CaseEventKind.Reopened,
            [Answered, Closed, Forwarded],
            Reopened,
            ChangeText.Required(text),
            needsOwner: stored.Request.OwnerId is not null
        );

    /// <summary>A case that is reopened after its owner left waits for somebody to take it.</summary>
    public static CaseDecision WithoutLeaver(this CaseDecision decision, Func<string, bool> hasLeft) =>
        decision is CaseDecision.Changed { Request: { Status: Reopened, OwnerId: { } owner } } && hasLeft(owner)
            ? decision.Modify(request => request with { OwnerId = null, OwnerName = null })
            : decision;

    /// <summary>Forwards a case to another authority.</summary>
    public static CaseDecision Forward(CaseWithHistory stored, CaseCommand command, string? authority, string? text) =>
        string.IsNullOrWhiteSpace(authority) ? Refuse(new Refusal.TextMissing())
        : authority.Trim().Length > TextLimits.Name ? Refuse(new Refusal.TextTooLong(TextLimits.Name))
        : DecideForOfficial(
            stored,
            command,
            CaseEventKind.Forwarded,
            [Assigned, WaitingForAsker, Reopened, Answered],
            Forwarded,
            ChangeText.Required(text),
            authority.Trim()
        );

    /// <summary>
    /// Merges a case into another of the same asker, who gets the answer given there. This is the decision about the case that ends;
    /// <see cref="TakeOver"/> decides about the case that remains.
    /// </summary>
    public static CaseDecision Merge(CaseWithHistory stored, CaseWithHistory? target, CaseCommand command) =>
        FindMergeProblem(stored, target) is { } problem
            ? Refuse(new Refusal.InvalidMergeTarget(problem))
            : DecideForOfficial(
                stored,
                command,
                CaseEventKind.Merged,
                [Assigned, WaitingForAsker, Reopened, Answered],
                Merged,
                ChangeText.None,
                target!.Request.CaseNumber
            );

    private static MergeProblem? FindMergeProblem(CaseWithHistory stored, CaseWithHistory? target) =>
        target is null ? MergeProblem.Missing
        : target.Request.CaseNumber == stored.Request.CaseNumber ? MergeProblem.SameCase
        : !target.Request.Asker.IsSameUser(stored.Request.Asker) ? MergeProblem.OtherAsker
        : target.Request.Status is Merged or Withdrawn or Closed or Forwarded ? MergeProblem.Ended
        : null;

    /// <summary>Merges a case into another: both change, or neither.</summary>
    /// <param name="target">Null when there is no such case.</param>
    public static CaseChange MergeInto(CaseWithHistory stored, CaseWithHistory? target, CaseCommand command) =>
        Merge(stored, target, command) switch
        {
            CaseDecision.Changed merged => TakeOver(target!, merged.Request, command) switch
            {
                CaseDecision.Changed takeOver => new CaseChange(stored, merged) { SecondCase = (target!, takeOver) },
                var refused => new CaseChange(stored, refused),
            },
            var decision => new CaseChange(stored, decision),
        };

    /// <summary>The other case of a merge takes over the content and keeps its status.</summary>
    public static CaseDecision TakeOver(CaseWithHistory target, SupportRequest merged, CaseCommand command) =>
        ApplyChange(
            target,
            CaseEventKind.TookOver,
            target.Request.Status,
            command.Official.Actor,
            command.Channel,
            command.At,
            ChangeText.Optional(merged.Facts.Content),
            merged.CaseNumber
        );

    /// <summary>Adds a message of the asker. A closed case is reopened; a merged or withdrawn case accepts no more messages.</summary>
    public static CaseDecision AddMessage(CaseWithHistory stored, Asker asker, string? text, DateTimeOffset at) =>
        stored.Request.Status switch
        {
            var ended when !CanAddMessage(ended) => Refuse(new Refusal.WrongStatus(ended)),
            WaitingForAsker => DecideForAsker(stored, asker, CaseEventKind.AskerMessage, Assigned, ChangeText.Required(text), at),
            Answered or Closed or Forwarded => DecideForAsker(
                stored,
                asker,
                CaseEventKind.AskerMessage,
                Reopened,
                ChangeText.Required(text),
                at
            ),
            var status => DecideForAsker(stored, asker, CaseEventKind.AskerMessage, status, ChangeText.Required(text), at),
        };

    /// <summary>Withdraws a case for its asker.</summary>
    public static CaseDecision Withdraw(CaseWithHistory stored, Asker asker, DateTimeOffset at) =>
        CanWithdraw(stored.Request.Status)
            ? DecideForAsker(stored, asker, CaseEventKind.Withdrawn, Withdrawn, ChangeText.None, at)
            : Refuse(new Refusal.WrongStatus(stored.Request.Status));

    /// <summary>Whether an asker may withdraw a case of this status: one that has not ended.</summary>
    public static bool CanWithdraw(CaseStatus status) => status is Submitted or Assigned or WaitingForAsker or Reopened or Answered;

    /// <summary>Whether an asker may add a message to a case of this status; a closed one is reopened by it.</summary>
    public static bool CanAddMessage(CaseStatus status) => status is not (Merged or Withdrawn);

    private static CaseDecision DecideForOfficial(
        CaseWithHistory stored,
        CaseCommand command,
        CaseEventKind kind,
        CaseStatus[] allowedStatuses,
        CaseStatus newStatus,
        ChangeText text,
        string? detail = null,
        bool needsOwner = true
    )
    {
        var (request, last) = (stored.Request, stored.History[^1]);
        if (
            command.ExpectedVersion == request.Version - 1
            && last.Kind == kind
            && last.Actor == command.Official.Actor
            && last.Text == text.Value
            && last.Detail == detail
        )
        {
            return new CaseDecision.AlreadyDone();
        }

        return request switch
        {
            { OwnerId: { } owner, OwnerName: var name }
                when needsOwner && owner != command.Official.Id && !command.Official.CanActForOthers => Refuse(
                new Refusal.OwnedByColleague(name ?? owner)
            ),
            _ when command.ExpectedVersion != request.Version => Refuse(new Refusal.Stale()),
            { OwnerId: null } when needsOwner && request.Status is Submitted or Reopened => Refuse(new Refusal.NoOwner()),
            _ when request.ErasedAt is not null || !allowedStatuses.Contains(request.Status) => Refuse(
                new Refusal.WrongStatus(request.Status)
            ),
            _ => ApplyChange(stored, kind, newStatus, command.Official.Actor, command.Channel, command.At, text, detail),
        };
    }

    private static CaseDecision DecideForAsker(
        CaseWithHistory stored,
        Asker asker,
        CaseEventKind kind,
        CaseStatus newStatus,
        ChangeText text,
        DateTimeOffset at
    ) => ApplyChange(stored, kind, newStatus, new Actor(ActorKind.Asker, asker.UserId, null), asker.ChannelId, at, text, detail: null);

    private static CaseDecision ApplyChange(
        CaseWithHistory stored,
        CaseEventKind kind,
        CaseStatus newStatus,
        Actor actor,
        string channel,
        DateTimeOffset at,
        ChangeText text,
        string? detail
    )
    {
        if (text.Problem is { } problem)
        {
            return Refuse(problem);
        }

        var request = stored.Request;
        var time = DateTimeOffset.FromUnixTimeMilliseconds(
            Math.Max(at.ToUnixTimeMilliseconds(), request.ChangedAt.ToUnixTimeMilliseconds())
        );
        var caseEvent = CaseHistory.WithHash(
            new CaseEvent
            {
                CaseNumber = request.CaseNumber,
                Sequence = request.Version + 1,
                Kind = kind,
                StatusAfter = newStatus,
                At = time,
                Actor = actor,
                Channel = channel,
                Text = text.Value,
                Detail = detail,
                ContentHash = CaseHistory.ComputeContentHash(text.Value),
                PreviousHash = request.LastHash,
                Hash = "",
            }
        );
        var changed = request with { Version = caseEvent.Sequence, Status = newStatus, ChangedAt = time, LastHash = caseEvent.Hash };
        return new CaseDecision.Changed(changed, caseEvent);
    }

    private static CaseDecision Modify(this CaseDecision decision, Func<SupportRequest, SupportRequest> change) =>
        decision is CaseDecision.Changed changed ? changed with { Request = change(changed.Request) } : decision;

    private static CaseDecision.Refused Refuse(Refusal reason) => new(reason);

    /// <summary>The text of a change, and the problem that it has.</summary>
    private readonly record struct ChangeText(string? Value, Refusal? Problem)
    {
        public static ChangeText None => default;

        public static ChangeText Optional(string? text) =>
            VisibleText.RemoveDirectionMarks(text)?.Trim() switch
            {
                null or "" => None,
                { Length: > TextLimits.CaseText } tooLong => new ChangeText(tooLong, new Refusal.TextTooLong(TextLimits.CaseText)),
                var trimmed => new ChangeText(trimmed, null),
            };

        public static ChangeText Required(string? text) =>
            Optional(text) is { Value: not null } given ? given : new ChangeText(null, new Refusal.TextMissing());
    }
}
