using System.Globalization;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Requests.Deadlines;

/// <summary>The time limit of one deadline for one kind of request.</summary>
public sealed record DeadlineTarget(DeadlineDefinition Definition, TimeLimit TimeLimit);

/// <summary>The time limit of each deadline for one kind of request.</summary>
public sealed record ServiceTime(IReadOnlyList<DeadlineTarget> Targets)
{
    public TimeLimit GetTimeLimit(DeadlineDefinition definition) => Targets.First(target => target.Definition == definition).TimeLimit;
}

/// <summary>The time that officials may take, by kind of request.</summary>
public sealed record ServiceTimes(DeadlineDefinitionList Definitions, IReadOnlyDictionary<RequestKind, ServiceTime> ByKind)
{
    public const int MaxAmount = 250;

    public ServiceTime Of(RequestKind kind) => ByKind[kind];

    /// <summary>Reads the document. When a problem is added, the result must not be used.</summary>
    internal static ServiceTimes Read(DeadlineDefinitionList definitions, string text, string name, List<Problem> problems)
    {
        var kinds = new Dictionary<RequestKind, ServiceTime>();
        if (YamlReader.Parse(text, name, problems) is not { } root)
        {
            return new ServiceTimes(definitions, kinds);
        }

        root.ReportUnknownFields("times");
        foreach (var entry in root.ReadMaps("times"))
        {
            entry.ReportUnknownFields(["kind", .. definitions.All.Select(definition => definition.Key)]);
            var time = new ServiceTime([
                .. definitions.All.Select(definition => new DeadlineTarget(definition, ReadTimeLimit(entry, definition))),
            ]);
            var kind = entry.ReadRequired("kind");
            if (!SettingNames.TryParse<RequestKind>(kind, out var parsedKind))
            {
                entry.Report("kind", $"Không có loại yêu cầu “{kind}”.", $"There is no kind “{kind}”.");
            }
            else if (!kinds.TryAdd(parsedKind, time))
            {
                entry.Report("kind", $"Loại “{kind}” có hai lần.", $"The kind “{kind}” is given twice.");
            }
        }

        foreach (var missing in Enum.GetValues<RequestKind>().Where(kind => !kinds.ContainsKey(kind)))
        {
            root.Report(
                "times",
                $"Thiếu thời hạn của loại “{SettingNames.ToCamelCase(missing)}”.",
                $"The times of the kind “{SettingNames.ToCamelCase(missing)}” are missing."
            );
        }

        return new ServiceTimes(definitions, kinds);
    }

    private static TimeLimit ReadTimeLimit(YamlReader entry, DeadlineDefinition definition)
    {
        if (definition.DefaultTimeLimit is { } defaultTimeLimit && entry.ReadOptional(definition.Key) is null)
        {
            return defaultTimeLimit;
        }

        var field = definition.Key;
        var parts = entry.ReadRequired(field).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (
            parts is [var number, "hour" or "hours" or "day" or "days"]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            && amount is > 0 and <= MaxAmount
        )
        {
            return new TimeLimit(amount, parts[1][0] == 'd');
        }

        entry.Report(
            field,
            $"“{field}” viết như “8 hours” (giờ làm việc) hoặc “10 days” (ngày làm việc), từ 1 đến {MaxAmount}.",
            $"“{field}” is written like “8 hours” (working hours) or “10 days” (working days), from 1 to {MaxAmount}."
        );
        return new TimeLimit(1, IsDays: true);
    }
}
