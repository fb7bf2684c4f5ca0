using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>The bounds of the size classes, in VND and insured employees.</summary>
public sealed record SmeSizeTable
{
    public RuleBasis Decree { get; init; } = new();

    public RuleBasis Law { get; init; } = new();

    public SmeSectorLimits Industry { get; init; } = new();

    public SmeSectorLimits Services { get; init; } = new();

    /// <summary>The bounds of the law, the same for every sector.</summary>
    [YamlMember(Alias = "lawFrame")]
    public SmeClassLimits LawLimits { get; init; } = new();

    public static SmeSizeTable Default { get; } = RuleData.Load<SmeSizeTable>("sme-size.yaml");

    public SmeSectorLimits GetLimits(SmeSector sector) => sector == SmeSector.Services ? Services : Industry;
}

public sealed record SmeSectorLimits
{
    public SmeClassLimits Micro { get; init; } = new();

    public SmeClassLimits Small { get; init; } = new();

    public SmeClassLimits Medium { get; init; } = new();
}

/// <summary>
/// The bounds of one class, inclusive. They are met when the employees and either the revenue or the capital are within their bounds.
/// </summary>
public sealed record SmeClassLimits
{
    [YamlMember(Alias = "employees")]
    public decimal MaxEmployees { get; init; }

    [YamlMember(Alias = "revenue")]
    public decimal MaxRevenue { get; init; }

    [YamlMember(Alias = "capital")]
    public decimal MaxCapital { get; init; }

    /// <summary>The basis, where it is not that of the table.</summary>
    public RuleBasis? Basis { get; init; }

    /// <summary>Whether the bounds are met; null when a deciding fact is missing.</summary>
    internal bool? IsMet(SmeFacts facts)
    {
        var money = IsEitherMet(facts.Revenue <= MaxRevenue, facts.Revenue is null, facts.Capital <= MaxCapital, facts.Capital is null);
        bool? people = facts.Employees is null ? null : facts.Employees <= MaxEmployees;
        return people == false || money == false ? false
            : people is null || money is null ? null
            : true;
    }

    private static bool? IsEitherMet(bool isFirstMet, bool isFirstUnknown, bool isSecondMet, bool isSecondUnknown) =>
        isFirstMet || isSecondMet ? true
        : isFirstUnknown || isSecondUnknown ? null
        : false;
}
