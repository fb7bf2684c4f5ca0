using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Store;
using static PolicyAssistantBot.Requests.RequestStatus;

namespace PolicyAssistantBot.Requests.Rules;

internal static partial class RequestRules
{
    private static readonly Actor System = new(ActorKind.System, "desk", null);

    /// <summary>Says which team a new case goes to. The team stands in the first event, so that the history proves it.</summary>
    public static Submission.Accepted Route(Submission.Accepted accepted, RoutingDecision routing)
    {
        var first = RequestHistory.Seal(accepted.Event with { Detail = routing.Team });
        return new Submission.Accepted(accepted.Request with { Routing = routing, LastHash = first.Hash }, first);
    }

    /// <summary>Gives a new case to whoever of the team comes next.</summary>
    public static CaseDecision Assign(StoredRequest stored, StaffMember to, DateTimeOffset at) =>
        stored.Request.Status == Submitted
            ? Change(stored, RequestEventKind.Assigned, Assigned, System, "system", at, Text.None, to.Name)
                .Then(request => request with { OwnerId = to.Id, OwnerName = to.Name })
            : Refuse(new Refusal.NotFrom(stored.Request.Status));

    /// <summary>Hands a case to a colleague. What nobody has, a supervisor hands out.</summary>
    public static CaseDecision HandOver(StoredRequest stored, Wish wish, StaffMember? to, string? text) =>
        (stored.Request, to) switch
        {
            (_, null) => Refuse(new Refusal.UnknownColleague()),
            ({ OwnerId: { } owner }, _) when owner == to.Id => new CaseDecision.AlreadyDone(),
            _ => Official(
                    stored,
                    wish,
                    RequestEventKind.HandedOver,
                    [Submitted, Assigned, WaitingForAsker, Reopened, Answered],
                    stored.Request.Status is Submitted or Reopened ? Assigned : stored.Request.Status,
                    Text.Optional(text),
                    to.Name,
                    needsOwner: stored.Request.OwnerId is not null || !wish.By.ActsForOthers
                )
                .Then(request => request with { OwnerId = to.Id, OwnerName = to.Name }),
        };

    /// <summary>Moves a case to another team, where somebody else takes it.</summary>
    public static CaseDecision MoveTo(StoredRequest stored, Wish wish, Team? team, string? text) =>
        team is null
            ? Refuse(new Refusal.UnknownTeam())
            : Official(
                    stored,
                    wish,
                    RequestEventKind.Routed,
                    [Submitted, Assigned, WaitingForAsker, Reopened],
                    Submitted,
                    Text.Optional(text),
                    team.Key,
                    needsOwner: stored.Request.OwnerId is not null
                )
                .Then(request =>
                    request with
                    {
                        OwnerId = null,
                        OwnerName = null,
                        Routing = new RoutingDecision(team.Key, team.Name, [], wish.By.Name),
                    }
                );

    /// <summary>Ends a case because the asker said so elsewhere, on the telephone for instance.</summary>
    public static CaseDecision WithdrawFor(StoredRequest stored, Wish wish, string? text) =>
        Official(stored, wish, RequestEventKind.Withdrawn, [Assigned, WaitingForAsker, Reopened, Answered], Withdrawn, Text.Needed(text));
}
