namespace PolicyAssistantBot.Desk.SettingForms;

/// <summary>The forms of the settings in the order in which they are shown.</summary>
internal static class SettingFormList
{
    public static IReadOnlyList<SettingForm> All { get; } = [new TeamForm()];

    public static SettingForm? Find(string key) => All.FirstOrDefault(form => form.Key == key);
}
