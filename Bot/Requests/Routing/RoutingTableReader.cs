using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Rules.Places;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Requests.Routing;

/// <summary>Reads and checks <c>routing.yaml</c>.</summary>
internal static class RoutingTableReader
{
    private static readonly string[] TimeOfDayFormats = ["HH:mm", "H:mm"];

    /// <summary>Reads the document. When a problem is added, the result must not be used.</summary>
    public static RoutingTable Read(string text, string name, List<Problem> problems)
    {
        if (YamlReader.Parse(text, name, problems) is not { } root)
        {
            return new RoutingTable([], "", [], []);
        }

        root.ReportUnknownFields("workingHours", "fallback", "teams", "rules");
        var teams = root.ReadMaps("teams").Select(ReadTeam).ToList();
        foreach (var duplicate in teams.CountBy(team => team.Key).Where(count => count.Value > 1))
        {
            root.Report("teams", $"Tổ “{duplicate.Key}” có hai lần.", $"The team “{duplicate.Key}” is listed twice.");
        }

        var teamKeys = teams.Select(team => team.Key).ToHashSet(StringComparer.Ordinal);
        var fallback = ReadTeamKey(root, "fallback", teamKeys);
        return new RoutingTable(
            ReadWorkingHours(root),
            fallback,
            teams,
            [.. root.ReadMaps("rules").Select(rule => ReadRule(rule, teamKeys))]
        );
    }

    private static Team ReadTeam(YamlReader team)
    {
        team.ReportUnknownFields("key", "name", "assign", "members");
        var name = team.ReadMap("name");
        name.ReportUnknownFields("vi", "en");
        var key = team.ReadRequired("key");
        if (key.Length > 60 || key.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
        {
            team.Report(
                "key",
                $"“{key}”: mã tổ gồm tối đa 60 chữ cái không dấu, chữ số và gạch ngang.",
                $"“{key}”: a team's key has up to 60 plain letters, digits and dashes."
            );
        }

        var assign = team.ReadOptional("assign") ?? "manual";
        if (!SettingNames.TryParse<AssignmentMode>(assign, out var mode))
        {
            team.Report(
                "assign",
                $"“{assign}” không phải manual, roundRobin hoặc leastLoaded.",
                $"“{assign}” must be manual, roundRobin or leastLoaded."
            );
        }

        return new Team(key, new LocalizedText(name.ReadRequired("vi"), name.ReadRequired("en")), mode, team.ReadList("members"));
    }

    private static RoutingRule ReadRule(YamlReader rule, HashSet<string> teams)
    {
        rule.ReportUnknownFields("team", "kind", "topic", "sector", "size", "ward");
        var parsedRule = new RoutingRule(
            ReadTeamKey(rule, "team", teams),
            ReadEnumValues<RequestKind>(rule, "kind"),
            [.. rule.ReadList("topic").Select(topic => RoutingWords.ToPhrase(topic))],
            ReadValues(rule, "sector", code => Sectors.All.Any(sector => sector.Code == code) ? code : null),
            ReadEnumValues<EnterpriseSize>(rule, "size"),
            ReadValues(rule, "ward", FindWardCode)
        );
        if (parsedRule is { Kinds.Count: 0, Topics.Count: 0, Sectors.Count: 0, Sizes.Count: 0, Wards.Count: 0 })
        {
            rule.Report("team", "Quy tắc không có điều kiện nào; hãy dùng “fallback”.", "The rule has no condition; use “fallback”.");
        }

        return parsedRule;
    }

    private static string ReadTeamKey(YamlReader node, string field, HashSet<string> teams)
    {
        var team = node.ReadRequired(field);
        if (team.Length > 0 && !teams.Contains(team))
        {
            node.Report(field, $"Không có tổ “{team}”.", $"There is no team “{team}”.");
        }

        return team;
    }

    private static List<WorkingSpan> ReadWorkingHours(YamlReader root)
    {
        var spans = new List<WorkingSpan>();
        foreach (var span in root.ReadList("workingHours"))
        {
            var parts = span.Split('-', StringSplitOptions.TrimEntries);
            if (
                parts.Length == 2
                && ParseTimeOfDay(parts[0]) is { } start
                && ParseTimeOfDay(parts[1]) is { } end
                && start < end
                && (spans.Count == 0 || spans[^1].To <= start)
            )
            {
                spans.Add(new WorkingSpan(start, end));
            }
            else
            {
                root.Report(
                    "workingHours",
                    $"“{span}”: giờ làm việc viết như 08:00-12:00 (muộn nhất 24:00), theo thứ tự, không chồng nhau.",
                    $"“{span}”: hours are written like 08:00-12:00 (24:00 at the latest), in order and without overlap."
                );
            }
        }

        if (spans.Count == 0)
        {
            root.Report("workingHours", "Phải có ít nhất một khoảng giờ làm việc.", "At least one span of working hours is needed.");
        }

        return spans;
    }

    /// <summary>A time such as 8:00 or 08:00; 24:00 is the end of the day.</summary>
    private static TimeSpan? ParseTimeOfDay(string text) =>
        text == "24:00" ? TimeSpan.FromHours(24)
        : TimeOnly.TryParseExact(text, TimeOfDayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToTimeSpan()
        : null;

    private static List<T> ReadEnumValues<T>(YamlReader rule, string field)
        where T : struct, Enum =>
        [
            .. ReadValues(rule, field, text => SettingNames.TryParse<T>(text, out _) ? text : null)
                .Select(text => SettingNames.TryParse<T>(text, out var value) ? value : default),
        ];

    private static List<string> ReadValues(YamlReader rule, string field, Func<string, string?> parseValue)
    {
        var values = new List<string>();
        foreach (var text in rule.ReadList(field))
        {
            if (parseValue(text) is { } value)
            {
                values.Add(value);
            }
            else
            {
                rule.Report(field, $"“{field}” không có giá trị “{text}”.", $"“{field}” has no value “{text}”.");
            }
        }

        return values;
    }

    private static string? FindWardCode(string text) =>
        Wards.All.FirstOrDefault(ward => ward.Code == text || ward.FullName.Vi == text || ward.Name == text)?.Code;
}
