using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Store;
using static PolicyAssistantBot.Requests.CaseStatus;

namespace PolicyAssistantBot.Requests.Rules;

internal static partial class CaseRules
{
    private static readonly Actor System = new(ActorKind.System, "desk", null);

    /// <summary>Assigns a new case to a team. The first event names the team, so that the history proves it.</summary>
    public static SubmissionResult.Accepted Route(SubmissionResult.Accepted accepted, RoutingDecision routing)
    {
        var first = CaseHistory.Seal(accepted.Event with { Detail = routing.Team });
        return new SubmissionResult.Accepted(accepted.Request with { Routing = routing, LastHash = first.Hash }, first);
    }

    /// <summary>Assigns a new case to a member of its team.</summary>
    public static CaseDecision Assign(CaseWithHistory stored, StaffMember to, DateTimeOffset at) =>
        stored.Request.Status == Submitted
            ? Change(stored, CaseEventKind.Assigned, Assigned, System, "system", at, Text.None, to.Name)
                .Then(request => request with { OwnerId = to.Id, OwnerName = to.Name })
            : Refuse(new Refusal.WrongStatus(stored.Request.Status));

    /// <summary>Hands a case over to a colleague. Only a supervisor can do so with a case that has no owner.</summary>
    public static CaseDecision HandOver(CaseWithHistory stored, CaseCommand command, StaffMember? to, string? text) =>
        (stored.Request, to) switch
        {
            (_, null) => Refuse(new Refusal.UnknownColleague()),
            ({ OwnerId: { } owner }, _) when owner == to.Id => new CaseDecision.AlreadyDone(),
            _ => Official(
                    stored,
                    command,
                    CaseEventKind.HandedOver,
                    [Submitted, Assigned, WaitingForAsker, Reopened, Answered],
                    stored.Request.Status is Submitted or Reopened ? Assigned : stored.Request.Status,
                    Text.Optional(text),
                    to.Name,
                    needsOwner: stored.Request.OwnerId is not null || !command.By.ActsForOthers
                )
                .Then(request => request with { OwnerId = to.Id, OwnerName = to.Name }),
        };

    /// <summary>Moves a case to another team, without an owner.</summary>
    public static CaseDecision MoveTo(CaseWithHistory stored, CaseCommand command, Team? team, string? text) =>
        team is null
            ? Refuse(new Refusal.UnknownTeam())
            : Official(
                    stored,
                    command,
                    CaseEventKind.Routed,
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
                        Routing = new RoutingDecision(team.Key, team.Name, [], command.By.Name),
                    }
                );

    /// <summary>Ends a case that the asker withdrew elsewhere, on the telephone for instance.</summary>
    public static CaseDecision WithdrawFor(CaseWithHistory stored, CaseCommand command, string? text) =>
        Official(stored, command, CaseEventKind.Withdrawn, [Assigned, WaitingForAsker, Reopened, Answered], Withdrawn, Text.Required(text));
}
