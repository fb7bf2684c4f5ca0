using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Rules;

public enum DeadlineUnit
{
    WorkingDay,
    Day,
    WorkingHour,
}

/// <summary>A statutory deadline.</summary>
public sealed record DeadlineRule
{
    public string Key { get; init; } = "";

    /// <summary>The number of units.</summary>
    [YamlMember(Alias = "days")]
    public int UnitCount { get; init; }

    public DeadlineUnit Unit { get; init; }

    public LocalizedText Name { get; init; } = new("", "");

    public RuleBasis Basis { get; init; } = new();
}

public abstract record DeadlineResult(DeadlineRule Rule)
{
    /// <param name="IsCertain">False when the calendar or the rule is not confirmed.</param>
    public sealed record Due(DeadlineRule Rule, DateOnly DueDate, bool IsCertain) : DeadlineResult(Rule);

    /// <summary>The rule is not in force on the day or its figure was not verified, so no date is computed.</summary>
    public sealed record NotKnown(DeadlineRule Rule) : DeadlineResult(Rule);
}

/// <summary>Computes statutory deadlines; counting begins on the day after a complete application.</summary>
public static class Deadlines
{
    public static IReadOnlyList<DeadlineRule> All { get; } = RuleData.Load<List<DeadlineRule>>("deadlines.yaml");

    public static DeadlineRule? Find(string key) => All.FirstOrDefault(rule => rule.Key == key);

    public static DeadlineResult Compute(DeadlineRule rule, DateOnly start) => Compute(rule, start, WorkingCalendar.Default);

    public static DeadlineResult Compute(DeadlineRule rule, DateOnly start, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(calendar);
        var confidence = rule.Basis.Confidence;
        if (!rule.Basis.IsInForce(start) || (!confidence.MayBeStated && !confidence.NeedsConfirmation))
        {
            return new DeadlineResult.NotKnown(rule);
        }

        switch (rule.Unit)
        {
            case DeadlineUnit.Day:
                return new DeadlineResult.Due(rule, start.AddDays(rule.UnitCount), confidence.MayBeStated);
            case DeadlineUnit.WorkingDay:
                var deadline = calendar.AddWorkingDays(start, rule.UnitCount);
                return new DeadlineResult.Due(rule, deadline.Due, deadline.IsCertain && confidence.MayBeStated);
            default:
                // Deadlines of up to eight working hours end on the next working day.
                return new DeadlineResult.Due(rule, calendar.AddWorkingDays(start, 1).Due, false);
        }
    }
}
