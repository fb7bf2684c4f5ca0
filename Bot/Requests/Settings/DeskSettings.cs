using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Routing;

namespace PolicyAssistantBot.Requests.Settings;

/// <summary>The documents that are edited at the desk.</summary>
public enum SettingKind
{
    /// <summary>Teams, rules and working hours.</summary>
    Routing,

    /// <summary>The time that officials may take.</summary>
    Times,

    /// <summary>Days off and make-up days.</summary>
    Calendar,

    /// <summary>Reply templates and authorities to forward to.</summary>
    Templates,

    /// <summary>Retention periods: administrators edit them on a page of their own, and they are no part of the desk's rules.</summary>
    Retention,
}

/// <summary>The settings of the desk: the content of all documents.</summary>
public sealed record DeskSettings(RoutingTable Routing, ServiceTimes Times, WorkingHours Hours, ReplyTemplates Templates)
{
    /// <summary>The settings of the default documents.</summary>
    public static DeskSettings Default { get; } = Read(DeadlineDefinitions.Default, _ => null, []);

    /// <summary>Reads all documents.</summary>
    /// <param name="getText">The edited text of a document; null when it was never edited.</param>
    /// <param name="problems">When a problem is added, the result must not be used.</param>
    internal static DeskSettings Read(DeadlineDefinitionList definitions, Func<SettingKind, string?> getText, List<Problem> problems)
    {
        string Text(SettingKind kind) => getText(kind) ?? SettingDefaults.GetText(kind);

        var routing = RoutingTableReader.Read(Text(SettingKind.Routing), SettingDefaults.GetFileName(SettingKind.Routing), problems);
        var calendar =
            WorkingCalendar.Parse(Text(SettingKind.Calendar), SettingDefaults.GetFileName(SettingKind.Calendar), problems)
            ?? WorkingCalendar.Default;
        return new DeskSettings(
            routing,
            ServiceTimes.Read(definitions, Text(SettingKind.Times), SettingDefaults.GetFileName(SettingKind.Times), problems),
            new WorkingHours(calendar, routing.Hours),
            ReplyTemplates.Read(Text(SettingKind.Templates), SettingDefaults.GetFileName(SettingKind.Templates), problems)
        );
    }
}

/// <summary>The documents that supervisors edit, and their defaults.</summary>
internal static class SettingDefaults
{
    public static IReadOnlyList<SettingKind> Kinds { get; } =
    [SettingKind.Routing, SettingKind.Times, SettingKind.Calendar, SettingKind.Templates];

    public static string GetFileName(SettingKind kind) =>
        kind switch
        {
            SettingKind.Routing => "routing.yaml",
            SettingKind.Times => "service-times.yaml",
            SettingKind.Calendar => "holidays.yaml",
            _ => "reply-templates.yaml",
        };

    public static string GetText(SettingKind kind)
    {
        if (kind == SettingKind.Calendar)
        {
            return WorkingCalendar.DefaultText;
        }

        using var file = new StreamReader(typeof(SettingDefaults).Assembly.GetManifestResourceStream($"desk/{GetFileName(kind)}")!);
        return file.ReadToEnd();
    }
}
