using PolicyAssistantBot.Requests.Store;
using static PolicyAssistantBot.Requests.CaseStatus;

namespace PolicyAssistantBot.Requests.Rules;

internal static partial class CaseRules
{
    /// <summary>Assigns a case to the official who takes it. A second official is refused and told the owner.</summary>
    public static CaseDecision Take(CaseWithHistory stored, CaseCommand command) =>
        stored.Request switch
        {
            { OwnerId: { } owner } when owner == command.By.Id && stored.Request.Status is not Reopened => new CaseDecision.AlreadyDone(),
            { OwnerId: { } owner, OwnerName: var name } when owner != command.By.Id => Refuse(new Refusal.OwnedBy(name ?? owner)),
            _ => Official(stored, command, CaseEventKind.Taken, [Submitted, Reopened], Assigned, Text.None, needsOwner: false)
                .Then(request => request with { OwnerId = command.By.Id, OwnerName = command.By.Name }),
        };

    /// <summary>Returns a case to the queue, so that another official can take it.</summary>
    public static CaseDecision Release(CaseWithHistory stored, CaseCommand command) =>
        Official(stored, command, CaseEventKind.Released, [Assigned, WaitingForAsker, Reopened], Submitted, Text.None)
            .Then(request => request with { OwnerId = null, OwnerName = null });

    /// <summary>Answers the asker. An answered case may be answered again.</summary>
    public static CaseDecision Reply(CaseWithHistory stored, CaseCommand command, string? text) =>
        Official(stored, command, CaseEventKind.Replied, [Assigned, WaitingForAsker, Reopened, Answered], Answered, Text.Required(text));

    /// <summary>Asks the asker for missing information.</summary>
    public static CaseDecision AskBack(CaseWithHistory stored, CaseCommand command, string? text) =>
        Official(
            stored,
            command,
            CaseEventKind.AskedBack,
            [Assigned, WaitingForAsker, Reopened, Answered],
            WaitingForAsker,
            Text.Required(text)
        );

    /// <summary>Closes a case. A text is required when no reason of the list fits.</summary>
    public static CaseDecision Close(CaseWithHistory stored, CaseCommand command, CloseReason reason, string? text) =>
        Official(
            stored,
            command,
            CaseEventKind.Closed,
            [Assigned, WaitingForAsker, Reopened, Answered],
            Closed,
            reason == CloseReason.Other ? Text.Required(text) : Text.Optional(text),
            reason.ToString()
        );

    /// <summary>Reopens a case, with its previous owner.</summary>
    public static CaseDecision Reopen(CaseWithHistory stored, CaseCommand command, string? text) =>
        Official(
            stored,
            command,
            CaseEventKind.Reopened,
            [Answered, Closed, Forwarded],
            Reopened,
            Text.Required(text),
            needsOwner: stored.Request.OwnerId is not null
        );

    /// <summary>Forwards a case to another public body.</summary>
    public static CaseDecision Forward(CaseWithHistory stored, CaseCommand command, string? body, string? text) =>
        string.IsNullOrWhiteSpace(body) ? Refuse(new Refusal.TextMissing())
        : body.Trim().Length > TextLengths.Name ? Refuse(new Refusal.TextTooLong(TextLengths.Name))
        : Official(
            stored,
            command,
            CaseEventKind.Forwarded,
            [Assigned, WaitingForAsker, Reopened, Answered],
            Forwarded,
            Text.Required(text),
            body.Trim()
        );

    /// <summary>
    /// Merges a case into another of the same asker, who gets the answer given there. This is the decision about the case that ends;
    /// <see cref="TakeOver"/> decides about the case that remains.
    /// </summary>
    public static CaseDecision Merge(CaseWithHistory stored, CaseWithHistory? into, CaseCommand command) =>
        into is null
        || into.Request.CaseNumber == stored.Request.CaseNumber
        || !into.Request.Asker.IsSameUser(stored.Request.Asker)
        || into.Request.Status is Merged or Withdrawn or Closed or Forwarded
            ? Refuse(new Refusal.InvalidMergeTarget())
            : Official(
                stored,
                command,
                CaseEventKind.Merged,
                [Assigned, WaitingForAsker, Reopened, Answered],
                Merged,
                Text.None,
                into.Request.CaseNumber
            );

    /// <summary>Merges a case into another: both change, or neither.</summary>
    /// <param name="into">Null when there is no such case.</param>
    public static CaseChange MergeInto(CaseWithHistory stored, CaseWithHistory? into, CaseCommand command) =>
        Merge(stored, into, command) switch
        {
            CaseDecision.Changed merged => TakeOver(into!, merged.Request, command) switch
            {
                CaseDecision.Changed takeOver => new CaseChange(stored, merged) { Other = (into!, takeOver) },
                var refused => new CaseChange(stored, refused),
            },
            var decision => new CaseChange(stored, decision),
        };

    /// <summary>The other case of a merge takes over the content and keeps its status.</summary>
    public static CaseDecision TakeOver(CaseWithHistory into, SupportRequest merged, CaseCommand command) =>
        Change(
            into,
            CaseEventKind.TookOver,
            into.Request.Status,
            command.By.Actor,
            command.Channel,
            command.At,
            Text.Optional(merged.Facts.Content),
            merged.CaseNumber
        );

    /// <summary>Adds a message of the asker. A closed case is reopened; a merged or withdrawn case accepts no more messages.</summary>
    public static CaseDecision AddMessage(CaseWithHistory stored, Asker by, string? text, DateTimeOffset at) =>
        stored.Request.Status switch
        {
            Merged or Withdrawn => Refuse(new Refusal.WrongStatus(stored.Request.Status)),
            WaitingForAsker => Asker(stored, by, CaseEventKind.AskerMessage, Assigned, Text.Required(text), at),
            Answered or Closed or Forwarded => Asker(stored, by, CaseEventKind.AskerMessage, Reopened, Text.Required(text), at),
            var status => Asker(stored, by, CaseEventKind.AskerMessage, status, Text.Required(text), at),
        };

    /// <summary>Withdraws a case for its asker.</summary>
    public static CaseDecision Withdraw(CaseWithHistory stored, Asker by, DateTimeOffset at) =>
        CanWithdraw(stored.Request.Status)
            ? Asker(stored, by, CaseEventKind.Withdrawn, Withdrawn, Text.None, at)
            : Refuse(new Refusal.WrongStatus(stored.Request.Status));

    /// <summary>Whether an asker may withdraw a case of this status: one that has not ended.</summary>
    public static bool CanWithdraw(CaseStatus status) => status is Submitted or Assigned or WaitingForAsker or Reopened or Answered;

    private static CaseDecision Official(
        CaseWithHistory stored,
        CaseCommand command,
        CaseEventKind kind,
        CaseStatus[] from,
        CaseStatus to,
        Text text,
        string? detail = null,
        bool needsOwner = true
    )
    {
        var (request, last) = (stored.Request, stored.History[^1]);
        if (
            command.SeenVersion == request.Version - 1
            && last.Kind == kind
            && last.Who == command.By.Actor
            && last.Text == text.Value
            && last.Detail == detail
        )
        {
            return new CaseDecision.AlreadyDone();
        }

        return request switch
        {
            { OwnerId: { } owner, OwnerName: var name } when needsOwner && owner != command.By.Id && !command.By.ActsForOthers => Refuse(
                new Refusal.OwnedBy(name ?? owner)
            ),
            _ when command.SeenVersion != request.Version => Refuse(new Refusal.Stale()),
            { OwnerId: null } when needsOwner && request.Status is Submitted or Reopened => Refuse(new Refusal.NotTaken()),
            _ when !from.Contains(request.Status) => Refuse(new Refusal.WrongStatus(request.Status)),
            _ => Change(stored, kind, to, command.By.Actor, command.Channel, command.At, text, detail),
        };
    }

    private static CaseDecision Asker(CaseWithHistory stored, Asker by, CaseEventKind kind, CaseStatus to, Text text, DateTimeOffset at) =>
        Change(stored, kind, to, new Actor(ActorKind.Asker, by.UserId, null), by.ChannelId, at, text, detail: null);

    private static CaseDecision Change(
        CaseWithHistory stored,
        CaseEventKind kind,
        CaseStatus to,
        Actor who,
        string channel,
        DateTimeOffset at,
        Text text,
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
        var entry = CaseHistory.Seal(
            new CaseEvent
            {
                CaseNumber = request.CaseNumber,
                Sequence = request.Version + 1,
                Kind = kind,
                StatusAfter = to,
                At = time,
                Who = who,
                Channel = channel,
                Text = text.Value,
                Detail = detail,
                ContentHash = CaseHistory.ContentHashOf(text.Value),
                PreviousHash = request.LastHash,
                Hash = "",
            }
        );
        var changed = request with { Version = entry.Sequence, Status = to, ChangedAt = time, LastHash = entry.Hash };
        return new CaseDecision.Changed(changed, entry);
    }

    private static CaseDecision Then(this CaseDecision decision, Func<SupportRequest, SupportRequest> change) =>
        decision is CaseDecision.Changed changed ? changed with { Request = change(changed.Request) } : decision;

    private static CaseDecision.Refused Refuse(Refusal reason) => new(reason);

    /// <summary>The text of a change, and the problem that it has.</summary>
    private readonly record struct Text(string? Value, Refusal? Problem)
    {
        public static Text None => default;

        public static Text Optional(string? text) =>
            text?.Trim() switch
            {
                null or "" => None,
                { Length: > TextLengths.CaseText } tooLong => new Text(tooLong, new Refusal.TextTooLong(TextLengths.CaseText)),
                var trimmed => new Text(trimmed, null),
            };

        public static Text Required(string? text) =>
            Optional(text) is { Value: not null } given ? given : new Text(null, new Refusal.TextMissing());
    }
}
