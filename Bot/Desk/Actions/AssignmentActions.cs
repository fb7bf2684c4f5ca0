using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using static PolicyAssistantBot.Desk.Actions.DeskAction;

namespace PolicyAssistantBot.Desk.Actions;

/// <summary>Who has a case: back to the queue, to a colleague, to another team.</summary>
internal static class AssignmentActions
{
    public static DeskAction Release { get; } =
        new()
        {
            Key = "release",
            Title = DeskTexts.Release,
            IsOffered = (request, _) => request.Status.IsOpen() && request.OwnerId is not null,
            Decide = ForOneCase(invocation => CaseRules.Release(invocation.Case, invocation.Command)),
        };

    public static DeskAction HandOver { get; } =
        new()
        {
            Key = "hand-over",
            Title = CaseWorkTexts.HandOver,
            Places = ActionPlaces.Page | ActionPlaces.Bulk,
            IsCollapsed = true,
            Fields =
            [
                new ActionField(DeskActions.TargetInputName, ActionInput.Choice, CaseWorkTexts.Colleague)
                {
                    CreateOptions = ListColleagues,
                },
                ActionField.CreateText(CaseWorkTexts.HandOverHint, isRequired: false) with
                {
                    Places = ActionPlaces.Page,
                },
            ],
            IsOffered = (request, official) =>
                (request.Status.IsOpen() || request.Status == CaseStatus.Answered)
                && (request.OwnerId is not null || official?.CanActForOthers == true),
            Decide = ForOneCase(invocation =>
                CaseRules.HandOver(
                    invocation.Case,
                    invocation.Command,
                    invocation.Sources.Staff.FirstOrDefault(member => member.Id == invocation.Values[DeskActions.TargetInputName]),
                    invocation.Text
                )
            ),
        };

    public static DeskAction MoveToTeam { get; } =
        new()
        {
            Key = "move",
            Title = CaseWorkTexts.MoveToTeam,
            Places = ActionPlaces.Page | ActionPlaces.Bulk,
            IsCollapsed = true,
            Fields =
            [
                new ActionField(DeskActions.TargetInputName, ActionInput.Choice, CaseWorkTexts.Team)
                {
                    CreateOptions = sources =>
                        sources
                            .Settings.Routing.Teams.Where(team => team.Key != sources.Case?.Routing?.Team)
                            .Select(team => new ActionOption(team.Key, team.Name)),
                },
                ActionField.CreateText(CaseWorkTexts.MoveHint, isRequired: false) with
                {
                    Places = ActionPlaces.Page,
                },
            ],
            IsOffered = (request, _) => request.Status.IsOpen(),
            Decide = ForOneCase(invocation =>
                CaseRules.MoveToTeam(
                    invocation.Case,
                    invocation.Command,
                    invocation.Sources.Settings.Routing.Find(invocation.Values[DeskActions.TargetInputName]),
                    invocation.Text
                )
            ),
        };

    private static IEnumerable<ActionOption> ListColleagues(ActionSources sources) =>
        from member in sources.Staff
        where member.Id != sources.Case?.OwnerId
        select new ActionOption(
            member.Id,
            sources.FindLastDayOfAbsence(member.Id) is { } lastDay ? FormatAbsence(member.Name, lastDay) : new(member.Name, member.Name)
        );

    private static LocalizedText FormatAbsence(string name, DateOnly lastDay) =>
        new(
            CaseWorkTexts.AwayUntil.With(Lang.Vi, name, LocalFormat.Day(lastDay, Lang.Vi)),
            CaseWorkTexts.AwayUntil.With(Lang.En, name, LocalFormat.Day(lastDay, Lang.En))
        );
}
