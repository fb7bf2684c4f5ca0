using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Settings;

/// <summary>Saves a document of the settings, whether it was edited as text or with a form: records who did it and applies it to open
/// cases.</summary>
internal sealed class SettingSaver(DeskSettingsStore settingsStore, DeadlineMonitor deadlineMonitor, SecurityLog securityLog)
{
    public async Task<SettingOutcome> SaveAsync(
        HttpContext context,
        SignedInAccount account,
        SettingKind kind,
        int expectedVersion,
        string text,
        CancellationToken cancellationToken
    )
    {
        var before = await settingsStore.ReadAsync(kind, cancellationToken);
        var outcome = await settingsStore.SaveAsync(kind, expectedVersion, text, account.ToOfficial(), cancellationToken);
        if (outcome is SettingOutcome.Saved)
        {
            var detail = $"{SettingNames.ToCamelCase(kind)} {expectedVersion + 1}{SettingChange.Describe(before.Text, text)}";
            await securityLog.RecordAsync(context, SecurityEventKind.SettingsChanged, null, detail, cancellationToken);
            if (kind != SettingKind.Templates)
            {
                await deadlineMonitor.RecomputeAllAsync(cancellationToken);
            }
        }

        return outcome;
    }
}
