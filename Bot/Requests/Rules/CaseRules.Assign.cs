using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Store;
using static PolicyAssistantBot.Requests.CaseStatus;

namespace PolicyAssistantBot.Requests.Rules;

internal static partial class CaseRules
{
    private static readonly Actor SystemActor = new(ActorKind.System, "desk", null);

    /// <summary>Assigns a new case to a team. The first event names the team, so that the history proves it.</summary>
    public static SubmissionResult.Accepted Route(SubmissionResult.Accepted accepted, RoutingDecision routing)
    {
        var firstEvent = CaseHistory.WithHash(accepted.Event with { Detail = routing.Team });
        return new SubmissionResult.Accepted(accepted.Request with { Routing = routing, LastHash = firstEvent.Hash }, firstEvent);
    }

    /// <summary>Assigns a new case to a member of its team.</summary>
    public static CaseDecision Assign(CaseWithHistory stored, StaffMember newOwner, DateTimeOffset at) =>
        stored.Request.Status == Submitted
            ? ApplyChange(stored, CaseEventKind.Assigned, Assigned, SystemActor, "system", at, ChangeText.None, newOwner.Name)
                .Modify(request => request with { OwnerId = newOwner.Id, OwnerName = newOwner.Name })
            : Refuse(new Refusal.WrongStatus(stored.Request.Status));

    /// <summary>Hands a case over to a colleague. Only a supervisor can do so with a case that has no owner.</summary>
    public static CaseDecision HandOver(CaseWithHistory stored, CaseCommand command, StaffMember? newOwner, string? text) =>
        (stored.Request, newOwner) switch
        {
            (_, null) => Refuse(new Refusal.UnknownColleague()),
            ({ OwnerId: { } owner }, _) when owner == newOwner.Id => new CaseDecision.AlreadyDone(),
            _ => DecideForOfficial(
                    stored,
                    command,
                    CaseEventKind.HandedOver,
                    [Submitted, Assigned, WaitingForAsker, Reopened, Answered],
                    stored.Request.Status is Submitted or Reopened ? Assigned : stored.Request.Status,
                    ChangeText.Optional(text),
                    newOwner.Name,
                    needsOwner: stored.Request.OwnerId is not null || !command.Official.CanActForOthers
                )
                .Modify(request => request with { OwnerId = newOwner.Id, OwnerName = newOwner.Name }),
        };

    /// <summary>Moves a case to another team, without an owner.</summary>
    public static CaseDecision MoveToTeam(CaseWithHistory stored, CaseCommand command, Team? team, string? text) =>
        team is null
            ? Refuse(new Refusal.UnknownTeam())
            : DecideForOfficial(
                    stored,
                    command,
                    CaseEventKind.Routed,
                    [Submitted, Assigned, WaitingForAsker, Reopened],
                    Submitted,
                    ChangeText.Optional(text),
                    team.Key,
                    needsOwner: stored.Request.OwnerId is not null
                )
                .Modify(request =>
                    request with
                    {
                        OwnerId = null,
                        OwnerName = null,
                        Routing = new RoutingDecision(team.Key, team.Name, [], command.Official.Name),
                    }
                );

    /// <summary>Ends a case that the asker withdrew elsewhere, on the telephone for instance.</summary>
    public static CaseDecision WithdrawForAsker(CaseWithHistory stored, CaseCommand command, string? text) =>
        DecideForOfficial(
            stored,
            command,
            CaseEventKind.Withdrawn,
            [Assigned, WaitingForAsker, Reopened, Answered],
            Withdrawn,
            ChangeText.Required(text)
        );
}
