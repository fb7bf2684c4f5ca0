using System.Globalization;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Requests.Deadlines;

/// <summary>The time that one clock allows for one kind of request.</summary>
public sealed record DeadlineTarget(DeadlineDefinition Clock, TimeLimit Allowance);

/// <summary>The time that each clock allows for one kind of request.</summary>
public sealed record ServiceTime(IReadOnlyList<DeadlineTarget> Targets)
{
    public TimeLimit Of(DeadlineDefinition clock) => Targets.First(target => target.Clock == clock).Allowance;
}

/// <summary>The time that officials may take, by kind of request.</summary>
public sealed record ServiceTimes(DeadlineDefinitionList Clocks, IReadOnlyDictionary<RequestKind, ServiceTime> Kinds)
{
    private const int Longest = 250;

    public ServiceTime Of(RequestKind kind) => Kinds[kind];

    /// <summary>Reads the document. When a problem is added, the result must not be used.</summary>
    internal static ServiceTimes Read(DeadlineDefinitionList clocks, string text, string name, List<Problem> problems)
    {
        var kinds = new Dictionary<RequestKind, ServiceTime>();
        if (YamlReader.Parse(text, name, problems) is not { } root)
        {
            return new ServiceTimes(clocks, kinds);
        }

        root.RefuseOthers("times");
        foreach (var entry in root.Maps("times"))
        {
            entry.RefuseOthers(["kind", .. clocks.All.Select(clock => clock.Key)]);
            var time = new ServiceTime([.. clocks.All.Select(clock => new DeadlineTarget(clock, AllowanceOf(entry, clock)))]);
            var kind = entry.Required("kind");
            if (!SettingNames.TryParse<RequestKind>(kind, out var known))
            {
                entry.Report("kind", $"Không có loại yêu cầu “{kind}”.", $"There is no kind “{kind}”.");
            }
            else if (!kinds.TryAdd(known, time))
            {
                entry.Report("kind", $"Loại “{kind}” có hai lần.", $"The kind “{kind}” is given twice.");
            }
        }

        foreach (var missing in Enum.GetValues<RequestKind>().Where(kind => !kinds.ContainsKey(kind)))
        {
            root.Report(
                "times",
                $"Thiếu thời hạn của loại “{SettingNames.Of(missing)}”.",
                $"The times of the kind “{SettingNames.Of(missing)}” are missing."
            );
        }

        return new ServiceTimes(clocks, kinds);
    }

    private static TimeLimit AllowanceOf(YamlReader entry, DeadlineDefinition clock)
    {
        if (clock.Default is { } unlessGiven && entry.Optional(clock.Key) is null)
        {
            return unlessGiven;
        }

        var field = clock.Key;
        var parts = entry.Required(field).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (
            parts is [var number, "hour" or "hours" or "day" or "days"]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            && amount is > 0 and <= Longest
        )
        {
            return new TimeLimit(amount, parts[1][0] == 'd');
        }

        entry.Report(
            field,
            $"“{field}” viết như “8 hours” (giờ làm việc) hoặc “10 days” (ngày làm việc), từ 1 đến {Longest}.",
            $"“{field}” is written like “8 hours” (working hours) or “10 days” (working days), from 1 to {Longest}."
        );
        return new TimeLimit(1, IsDays: true);
    }
}
