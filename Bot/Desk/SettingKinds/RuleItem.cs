using PolicyAssistantBot.Desk.SettingForms;
using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Knowledge.Rules.Places;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.SettingKinds;

/// <summary>Writes a routing rule as an entry of the document.</summary>
internal static class RuleItem
{
    /// <summary>A rule of the document with changes; its words keep the marks with which they are written there.</summary>
    public static YamlItem Create(SettingSources sources, int index, RoutingRule rule) =>
        Create(rule, sources.ReadItems("rules")[index].ReadList("topic"));

    public static YamlItem Create(RoutingRule rule, IReadOnlyList<string> topics) =>
        new YamlItem()
            .AddPlain("team", rule.Team)
            .Add("kind", [.. rule.Kinds.Select(SettingNames.ToCamelCase)])
            .Add("topic", topics)
            .Add("sector", rule.Sectors)
            .Add("size", [.. rule.Sizes.Select(SettingNames.ToCamelCase)])
            .Add("ward", [.. rule.Wards.Select(code => Wards.All.First(ward => ward.Code == code).FullName.Vi)]);
}
