using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>Reliefs of corporate income tax that depend on revenue, and the method by percentage of revenue.</summary>
public sealed record CitReliefs
{
    /// <summary>Exempt up to this revenue of the preceding period.</summary>
    public RevenueRelief Exemption { get; init; } = new();

    /// <summary>Reduction of the tax that is due.</summary>
    [YamlMember(Alias = "cut")]
    public RevenueRelief Reduction { get; init; } = new();

    [YamlMember(Alias = "ofRevenue")]
    public CitRevenueMethod RevenueMethod { get; init; } = new();

    public static CitReliefs Default { get; } = RuleData.Load<CitReliefs>("cit-reliefs.yaml");

    /// <summary>Converts the revenue of a shorter period to a full year: Decree 320/2025/NĐ-CP Article 11.</summary>
    /// <param name="months">Months of activity, 1 to 12.</param>
    public static decimal Annualize(decimal revenue, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(months);
        return months >= 12 ? revenue : revenue / months * 12;
    }
}

public sealed record RevenueRelief
{
    /// <summary>VND, inclusive.</summary>
    [YamlMember(Alias = "upTo")]
    public decimal MaxRevenue { get; init; }

    /// <summary>The reduction of the tax in percent; 0 for the exemption.</summary>
    public decimal Percent { get; init; }

    public RuleBasis Basis { get; init; } = new();
}

/// <summary>Corporate income tax as a percentage of revenue, for enterprises whose cost and income cannot be determined.</summary>
public sealed record CitRevenueMethod
{
    /// <summary>VND, inclusive.</summary>
    [YamlMember(Alias = "upTo")]
    public decimal MaxRevenue { get; init; }

    public RuleBasis Basis { get; init; } = new();

    public List<CitBusinessRate> Rates { get; init; } = [];

    public CitBusinessRate? Find(string? key) => Rates.Find(rate => rate.Key == key);
}

public sealed record CitBusinessRate
{
    public string Key { get; init; } = "";

    public decimal Percent { get; init; }

    public LocalizedText Name { get; init; } = new("", "");

    /// <summary>Folded words that name the kind of business.</summary>
    [YamlMember(Alias = "words")]
    public List<string> FoldedWords { get; init; } = [];
}
