using System.Text.Json.Serialization;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Facts;

/// <summary>
/// The facts that the asker gave about the enterprise; null means not given. They are stored with the conversation, so that the asker is
/// not asked twice, are never looked up elsewhere, and are deleted with the conversation.
/// </summary>
public sealed record AskerFacts
{
    public static AskerFacts None { get; } = new();

    /// <summary>The size class that the asker named; <see cref="SizeClass"/> is the one that counts.</summary>
    [JsonPropertyName("size")]
    public SmeClass? NamedSizeClass { get; init; }

    /// <summary>The code of one of the <see cref="Sectors"/>.</summary>
    public string? Activity { get; init; }

    /// <summary>Insured employees.</summary>
    public int? Employees { get; init; }

    /// <summary>Revenue of the year before, VND.</summary>
    public decimal? Revenue { get; init; }

    /// <summary>Total capital, VND.</summary>
    public decimal? Capital { get; init; }

    /// <summary>Owned by women, employing many women, or a social enterprise.</summary>
    [JsonPropertyName("priority")]
    public bool? HasPriority { get; init; }

    /// <summary>Whether it is a household business ("hộ kinh doanh"), which is no enterprise by law.</summary>
    [JsonPropertyName("household")]
    public bool? IsHouseholdBusiness { get; init; }

    [JsonIgnore]
    public bool IsEmpty => this == None;

    /// <summary>Whether one of the figures that decide the size is known.</summary>
    [JsonIgnore]
    public bool HasSizeFigures => Employees is not null || Revenue is not null || Capital is not null;

    [JsonIgnore]
    public SmeSector? Sector => Activity is null ? null : Sectors.Find(Activity)?.Group;

    /// <summary>The size class computed from the known figures.</summary>
    [JsonIgnore]
    public SmeSizeResult SizeResult => SmeSize.Classify(new SmeFacts(Sector, Employees, Revenue, Capital));

    /// <summary>The class that follows from the figures, else the named one.</summary>
    [JsonIgnore]
    public SmeClass? SizeClass => SizeResult is SmeSizeResult.Unclear ? NamedSizeClass : SizeResult.SizeClass;

    /// <summary>These facts, replaced by later ones where those are given.</summary>
    public AskerFacts Merge(AskerFacts later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new()
        {
            NamedSizeClass = later.NamedSizeClass ?? NamedSizeClass,
            Activity = later.Activity ?? Activity,
            Employees = later.Employees ?? Employees,
            Revenue = later.Revenue ?? Revenue,
            Capital = later.Capital ?? Capital,
            HasPriority = later.HasPriority ?? HasPriority,
            IsHouseholdBusiness = later.IsHouseholdBusiness ?? IsHouseholdBusiness,
        };
    }
}
