using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Actions;

/// <summary>Carries out an action, for the pages and for the channel cards.</summary>
internal sealed class DeskActionRunner(
    CaseCommandRunner commandRunner,
    DeskSettingsStore settingsStore,
    IStaffDirectory staff,
    AbsenceStore absenceStore,
    RequestFieldList fields
)
{
    public async Task<ActionSources> LoadAsync(CancellationToken cancellationToken) =>
        new(await settingsStore.GetAsync(cancellationToken), await staff.ListAsync(cancellationToken))
        {
            Absences = await absenceStore.ListAsync(cancellationToken),
            Today = absenceStore.Today,
            Fields = fields,
            LeaverIds = await staff.ListLeaverIdsAsync(cancellationToken),
        };

    /// <param name="access">Only the cases that this reader may see exist.</param>
    /// <param name="noticeDelay">How much later the asker is told, so that the official can take it back.</param>
    /// <returns>Null when there is no such case.</returns>
    public async Task<ChangeOutcome?> RunAsync(
        DeskAction action,
        CaseNumber number,
        CaseAccess access,
        CaseCommand command,
        ActionValues values,
        CancellationToken cancellationToken,
        TimeSpan noticeDelay = default
    )
    {
        var sources = new ActionSources(await settingsStore.GetAsync(cancellationToken), await staff.ListAsync(cancellationToken))
        {
            Fields = fields,
            LeaverIds = await staff.ListLeaverIdsAsync(cancellationToken),
        };
        return await commandRunner.ChangeAsync(
            number,
            action.ReadSecondCaseNumber?.Invoke(values),
            access,
            (stored, secondCase) =>
                action.DecideAndTake(new ActionInvocation(stored, command, values, sources) { SecondCase = secondCase }) with
                {
                    NoticeDelay = noticeDelay,
                },
            cancellationToken
        );
    }
}
