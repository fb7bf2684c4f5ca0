using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>What guides say and ask. The two sets stand in files of their own.</summary>
internal sealed partial record GuideTexts
{
    public required IReadOnlyDictionary<GuideSlot, string> Questions { get; init; }

    public required IReadOnlyDictionary<SmeClass, string> Sizes { get; init; }

    public required string Yes { get; init; }

    public required string No { get; init; }

    public required string NotSure { get; init; }

    public required string NotSureHelp { get; init; }

    public required string NoContract { get; init; }

    public required string Today { get; init; }

    /// <summary>{0} the field of activity.</summary>
    public required string FactActivity { get; init; }

    /// <summary>{0} a number.</summary>
    public required string FactEmployees { get; init; }

    /// <summary>{0} an amount.</summary>
    public required string FactRevenue { get; init; }

    /// <summary>{0} an amount.</summary>
    public required string FactCapital { get; init; }

    /// <summary>{0} the size.</summary>
    public required string FactSize { get; init; }

    public required string FactPriority { get; init; }

    public required string FactHousehold { get; init; }

    /// <summary>{0} facts, {1} size, {2} clause.</summary>
    public required string SizeIs { get; init; }

    /// <summary>{0} facts, {1} clause.</summary>
    public required string SizeIsNone { get; init; }

    /// <summary>{0} facts, {1} the decree's clause, {2} the law's clause.</summary>
    public required string SizeDisputed { get; init; }

    /// <summary>{0} facts, {1} what is missing.</summary>
    public required string SizeUnclear { get; init; }

    public required string SizeHousehold { get; init; }

    public required string SizeGuidance { get; init; }

    /// <summary>{0} scheme, {1} a sentence with the ceiling.</summary>
    public required string SupportIs { get; init; }

    /// <summary>{0} the contract, {1} the amount.</summary>
    public required string SupportOfContract { get; init; }

    /// <summary>{0} scheme, {1} size.</summary>
    public required string SupportNotVerified { get; init; }

    public required string SupportUnclear { get; init; }

    public required string SupportGuidance { get; init; }

    /// <summary>{0} relief, {1} clause.</summary>
    public required string TaxLikely { get; init; }

    /// <summary>{0} relief, {1} clause, {2} list of conditions.</summary>
    public required string TaxNotLikely { get; init; }

    /// <summary>{0} relief, {1} clause, {2} list of conditions.</summary>
    public required string TaxAskOffice { get; init; }

    public required string TaxGuidance { get; init; }

    /// <summary>{0} first day, {1} days, {2} last day with its weekday.</summary>
    public required string DueOn { get; init; }

    /// <summary>{0} first day, {1} days, {2} last day with its weekday.</summary>
    public required string DueAbout { get; init; }

    /// <summary>{0} matter, {1} a sentence with the day, {2} clause.</summary>
    public required string DueBy { get; init; }

    /// <summary>{0} first day, {1} days, {2} last day with its weekday.</summary>
    public required string DueOnDay { get; init; }

    public required string DueDaysGuidance { get; init; }

    /// <summary>{0} matter.</summary>
    public required string DueNotKnown { get; init; }

    /// <summary>{0} list of days off.</summary>
    public required string DaysOff { get; init; }

    public required string DueGuidance { get; init; }

    public required string DueUnclear { get; init; }

    /// <summary>By <see cref="DayOfWeek"/>.</summary>
    public required IReadOnlyList<string> Weekdays { get; init; }

    /// <summary>{0} weekday, {1} day.</summary>
    public required string WeekdayAndDay { get; init; }

    public static GuideTexts For(Lang lang) => lang == Lang.En ? En : Vi;
}
