using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Actions;

/// <summary>Carries out an action, for the pages and for the channel cards.</summary>
internal sealed class DeskActionRunner(
    CaseCommandRunner changes,
    DeskSettingsStore settings,
    IStaffDirectory staff,
    AbsenceStore absences,
    RequestFieldList fields
)
{
    public async Task<ActionSources> LoadAsync(CancellationToken cancellationToken) =>
        new(await settings.GetAsync(cancellationToken), await staff.ListAsync(cancellationToken))
        {
            Absences = await absences.ListAsync(cancellationToken),
            Today = absences.Today,
            Fields = fields,
        };

    /// <param name="reader">Only the cases that this reader may see exist.</param>
    /// <returns>Null when there is no such case.</returns>
    public async Task<ChangeOutcome?> RunAsync(
        DeskAction action,
        CaseNumber number,
        CaseViewer reader,
        CaseCommand command,
        ActionValues values,
        CancellationToken cancellationToken
    )
    {
        var sources = new ActionSources(await settings.GetAsync(cancellationToken), await staff.ListAsync(cancellationToken))
        {
            Fields = fields,
        };
        return await changes.ChangeAsync(
            number,
            action.OtherCase?.Invoke(values),
            reader,
            (stored, other) => action.Decide(new ActionInvocation(stored, command, values, sources) { Other = other }),
            cancellationToken
        );
    }
}
