using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.SettingForms;

/// <summary>What the forms of the settings show: the document that a form changes, read as it is stored, and what it refers to.</summary>
/// <param name="OpenCaseCounts">The number of open cases by team.</param>
internal sealed record SettingSources(
    SettingDocument Document,
    IReadOnlyList<StaffMember> Staff,
    IReadOnlyDictionary<string, int> OpenCaseCounts,
    DeadlineDefinitionList Definitions,
    DateOnly Today
)
{
    private static readonly string FileName = "";

    /// <summary>People who may still be members of teams although their account is locked.</summary>
    public IReadOnlyList<StaffMember> LockedStaff { get; init; } = [];

    public string Text => Document.Text;

    public RoutingTable Routing => field ??= RoutingTableReader.Read(Text, FileName, []);

    public WorkingCalendar Calendar => field ??= WorkingCalendar.Parse(Text, FileName, []) ?? WorkingCalendar.Default;

    public ReplyTemplates Templates => field ??= ReplyTemplates.Read(Text, FileName, []);

    public ServiceTimes Times => field ??= ServiceTimes.Read(Definitions, Text, FileName, []);

    /// <summary>The entries of a list as they are written.</summary>
    public IReadOnlyList<YamlReader> ReadItems(string list) => YamlReader.Parse(Text, FileName, [])?.ReadMaps(list) ?? [];
}
