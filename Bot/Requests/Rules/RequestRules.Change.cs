using PolicyAssistantBot.Requests.Store;
using static PolicyAssistantBot.Requests.RequestStatus;

namespace PolicyAssistantBot.Requests.Rules;

internal static partial class RequestRules
{
    /// <summary>Assigns a case to the official who takes it. When two take it, the second is told who has it.</summary>
    public static CaseDecision Take(StoredRequest stored, Wish wish) =>
        stored.Request switch
        {
            { OwnerId: { } owner } when owner == wish.By.Id && stored.Request.Status is not Reopened => new CaseDecision.AlreadyDone(),
            { OwnerId: { } owner, OwnerName: var name } when owner != wish.By.Id => Refuse(new Refusal.OwnedBy(name ?? owner)),
            _ => Official(stored, wish, RequestEventKind.Taken, [Submitted, Reopened], Assigned, Text.None, needsOwner: false)
                .Then(request => request with { OwnerId = wish.By.Id, OwnerName = wish.By.Name }),
        };

    /// <summary>Gives up a case, so that another official can take it.</summary>
    public static CaseDecision Release(StoredRequest stored, Wish wish) =>
        Official(stored, wish, RequestEventKind.Released, [Assigned, WaitingForAsker, Reopened], Submitted, Text.None)
            .Then(request => request with { OwnerId = null, OwnerName = null });

    /// <summary>Answers the asker. An answered case may be answered again.</summary>
    public static CaseDecision Reply(StoredRequest stored, Wish wish, string? text) =>
        Official(stored, wish, RequestEventKind.Replied, [Assigned, WaitingForAsker, Reopened, Answered], Answered, Text.Needed(text));

    /// <summary>Asks the asker for missing information.</summary>
    public static CaseDecision AskBack(StoredRequest stored, Wish wish, string? text) =>
        Official(
            stored,
            wish,
            RequestEventKind.AskedBack,
            [Assigned, WaitingForAsker, Reopened, Answered],
            WaitingForAsker,
            Text.Needed(text)
        );

    /// <summary>Closes a case. A text is required when no reason of the list fits.</summary>
    public static CaseDecision Close(StoredRequest stored, Wish wish, CloseReason reason, string? text) =>
        Official(
            stored,
            wish,
            RequestEventKind.Closed,
            [Assigned, WaitingForAsker, Reopened, Answered],
            Closed,
            reason == CloseReason.Other ? Text.Needed(text) : Text.Optional(text),
            reason.ToString()
        );

    /// <summary>Opens a case again, with the official who had it.</summary>
    public static CaseDecision Reopen(StoredRequest stored, Wish wish, string? text) =>
        Official(
            stored,
            wish,
            RequestEventKind.Reopened,
            [Answered, Closed, Forwarded],
            Reopened,
            Text.Needed(text),
            needsOwner: stored.Request.OwnerId is not null
        );

    /// <summary>Forwards a case to another public body.</summary>
    public static CaseDecision Forward(StoredRequest stored, Wish wish, string? body, string? text) =>
        string.IsNullOrWhiteSpace(body) ? Refuse(new Refusal.TextMissing())
        : body.Trim().Length > TextLengths.Name ? Refuse(new Refusal.TextTooLong(TextLengths.Name))
        : Official(
            stored,
            wish,
            RequestEventKind.Forwarded,
            [Assigned, WaitingForAsker, Reopened, Answered],
            Forwarded,
            Text.Needed(text),
            body.Trim()
        );

    /// <summary>
    /// Merges a case into another of the same asker, who must get the answer that is given there. The decision is about the case that ends;
    /// <see cref="TakeOver"/> decides about the one that remains.
    /// </summary>
    public static CaseDecision Merge(StoredRequest stored, StoredRequest? into, Wish wish) =>
        into is null
        || into.Request.CaseNumber == stored.Request.CaseNumber
        || !into.Request.Asker.IsSameUser(stored.Request.Asker)
        || into.Request.Status is Merged or Withdrawn or Closed or Forwarded
            ? Refuse(new Refusal.UnfitTarget())
            : Official(
                stored,
                wish,
                RequestEventKind.Merged,
                [Assigned, WaitingForAsker, Reopened, Answered],
                Merged,
                Text.None,
                into.Request.CaseNumber
            );

    /// <summary>Merges a case into another: both change, or neither.</summary>
    /// <param name="into">Null when there is no such case.</param>
    public static CaseChange MergeInto(StoredRequest stored, StoredRequest? into, Wish wish) =>
        Merge(stored, into, wish) switch
        {
            CaseDecision.Changed merged => TakeOver(into!, merged.Request, wish) switch
            {
                CaseDecision.Changed takeOver => new CaseChange(stored, merged) { Other = (into!, takeOver) },
                var refused => new CaseChange(stored, refused),
            },
            var decision => new CaseChange(stored, decision),
        };

    /// <summary>The other side of a merge: the case that remains takes over the content and keeps its status.</summary>
    public static CaseDecision TakeOver(StoredRequest into, SupportRequest merged, Wish wish) =>
        Change(
            into,
            RequestEventKind.TookOver,
            into.Request.Status,
            wish.By.Actor,
            wish.Channel,
            wish.At,
            Text.Optional(merged.Facts.Content),
            merged.CaseNumber
        );

    /// <summary>Adds a message of the asker. A closed case opens again; a merged or withdrawn one takes no more messages.</summary>
    public static CaseDecision AddMessage(StoredRequest stored, Asker by, string? text, DateTimeOffset at) =>
        stored.Request.Status switch
        {
            Merged or Withdrawn => Refuse(new Refusal.NotFrom(stored.Request.Status)),
            WaitingForAsker => Asker(stored, by, RequestEventKind.AskerMessage, Assigned, Text.Needed(text), at),
            Answered or Closed or Forwarded => Asker(stored, by, RequestEventKind.AskerMessage, Reopened, Text.Needed(text), at),
            var status => Asker(stored, by, RequestEventKind.AskerMessage, status, Text.Needed(text), at),
        };

    /// <summary>Withdraws a case at the asker's own wish.</summary>
    public static CaseDecision Withdraw(StoredRequest stored, Asker by, DateTimeOffset at) =>
        CanWithdraw(stored.Request.Status)
            ? Asker(stored, by, RequestEventKind.Withdrawn, Withdrawn, Text.None, at)
            : Refuse(new Refusal.NotFrom(stored.Request.Status));

    /// <summary>Whether an asker may withdraw a case of this status: one that has not ended.</summary>
    public static bool CanWithdraw(RequestStatus status) => status is Submitted or Assigned or WaitingForAsker or Reopened or Answered;

    private static CaseDecision Official(
        StoredRequest stored,
        Wish wish,
        RequestEventKind kind,
        RequestStatus[] from,
        RequestStatus to,
        Text text,
        string? detail = null,
        bool needsOwner = true
    )
    {
        var (request, last) = (stored.Request, stored.History[^1]);
        if (
            wish.SeenVersion == request.Version - 1
            && last.Kind == kind
            && last.Who == wish.By.Actor
            && last.Text == text.Value
            && last.Detail == detail
        )
        {
            return new CaseDecision.AlreadyDone();
        }

        return request switch
        {
            { OwnerId: { } owner, OwnerName: var name } when needsOwner && owner != wish.By.Id && !wish.By.ActsForOthers => Refuse(
                new Refusal.OwnedBy(name ?? owner)
            ),
            _ when wish.SeenVersion != request.Version => Refuse(new Refusal.Stale()),
            { OwnerId: null } when needsOwner && request.Status is Submitted or Reopened => Refuse(new Refusal.NotTaken()),
            _ when !from.Contains(request.Status) => Refuse(new Refusal.NotFrom(request.Status)),
            _ => Change(stored, kind, to, wish.By.Actor, wish.Channel, wish.At, text, detail),
        };
    }

    private static CaseDecision Asker(
        StoredRequest stored,
        Asker by,
        RequestEventKind kind,
        RequestStatus to,
        Text text,
        DateTimeOffset at
    ) => Change(stored, kind, to, new Actor(ActorKind.Asker, by.UserId, null), by.ChannelId, at, text, detail: null);

    private static CaseDecision Change(
        StoredRequest stored,
        RequestEventKind kind,
        RequestStatus to,
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
        var entry = RequestHistory.Seal(
            new RequestEvent
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
                ContentHash = RequestHistory.ContentHashOf(text.Value),
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

    /// <summary>A text that goes with a change, and what is wrong with it.</summary>
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

        public static Text Needed(string? text) =>
            Optional(text) is { Value: not null } given ? given : new Text(null, new Refusal.TextMissing());
    }
}
