using System.Text.Json.Serialization;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Facts;

/// <summary>
/// What an asker told about the enterprise; null is "not said". Kept for the conversation so that nobody is asked twice, never
/// looked up elsewhere, and forgotten with it.
/// </summary>
public sealed record AskerFacts
{
    public static AskerFacts None { get; } = new();

    /// <summary>The size class as it was named; <see cref="Class"/> says which one counts.</summary>
    public SmeClass? Size { get; init; }

    /// <summary>The code of one of the <see cref="Sectors"/>.</summary>
    public string? Activity { get; init; }

    /// <summary>Insured employees.</summary>
    public int? Employees { get; init; }

    /// <summary>Revenue of the year before, VND.</summary>
    public decimal? Revenue { get; init; }

    /// <summary>Total capital, VND.</summary>
    public decimal? Capital { get; init; }

    /// <summary>Owned by women, employing many women, or a social enterprise.</summary>
    public bool? Priority { get; init; }

    /// <summary>A household business, which is no enterprise.</summary>
    public bool? Household { get; init; }

    [JsonIgnore]
    public bool IsEmpty => this == None;

    /// <summary>Says a number, not only a name.</summary>
    [JsonIgnore]
    public bool HasFigures => Employees is not null || Revenue is not null || Capital is not null;

    [JsonIgnore]
    public SmeSector? Sector => Activity is null ? null : Sectors.Find(Activity)?.Group;

    /// <summary>What the figures come to, as far as they go.</summary>
    [JsonIgnore]
    public SmeSizeResult SizeResult => SmeSize.Classify(new SmeFacts(Sector, Employees, Revenue, Capital));

    /// <summary>The class that the figures give, else the one that was named.</summary>
    [JsonIgnore]
    public SmeClass? Class => SizeResult is SmeSizeResult.Unclear ? Size : SizeResult.SizeClass;

    /// <summary>These facts with what was said later in their place.</summary>
    public AskerFacts With(AskerFacts later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new()
        {
            Size = later.Size ?? Size,
            Activity = later.Activity ?? Activity,
            Employees = later.Employees ?? Employees,
            Revenue = later.Revenue ?? Revenue,
            Capital = later.Capital ?? Capital,
            Priority = later.Priority ?? Priority,
            Household = later.Household ?? Household,
        };
    }
}
