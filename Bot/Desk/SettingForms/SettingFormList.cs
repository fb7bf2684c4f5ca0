using PolicyAssistantBot.Desk.SettingKinds;

namespace PolicyAssistantBot.Desk.SettingForms;

/// <summary>The forms of the settings in the order in which they are shown.</summary>
internal static class SettingFormList
{
    public static IReadOnlyList<SettingForm> All { get; } =
    [new TeamForm(), new DayForm(), new RuleForm(), new TemplateForm(), new DeadlineForm(), new HoursForm()];

    public static SettingForm? Find(string key) => All.FirstOrDefault(form => form.Key == key);
}
