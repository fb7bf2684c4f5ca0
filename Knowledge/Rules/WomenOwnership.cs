using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>The bounds for women's ownership and employment.</summary>
public sealed record WomenOwnershipTable
{
    public WomenOwnedBound WomenOwned { get; init; } = new();

    public ManyWomenBound ManyWomen { get; init; } = new();

    public ManyWomenBound ManyWomenForTax { get; init; } = new();

    public static WomenOwnershipTable Default { get; } = RuleData.Load<WomenOwnershipTable>("ownership.yaml");
}

public sealed record WomenOwnedBound
{
    /// <summary>The minimum share of the charter capital in percent.</summary>
    [YamlMember(Alias = "share")]
    public decimal MinSharePercent { get; init; }

    public RuleBasis Basis { get; init; } = new();
}

/// <summary>
/// The minimum shares, in percent, of women among the employees. A lower share applies to large enterprises; for support their size is
/// measured by employees, for tax by the number of women.
/// </summary>
public sealed record ManyWomenBound
{
    public RuleBasis Basis { get; init; } = new();

    [YamlMember(Alias = "smallerShare")]
    public decimal SmallEnterpriseSharePercent { get; init; }

    [YamlMember(Alias = "largerShare")]
    public decimal LargeEnterpriseSharePercent { get; init; }

    [YamlMember(Alias = "largerFrom")]
    public int LargeEnterpriseFromEmployees { get; init; }

    [YamlMember(Alias = "leastWomen")]
    public int MinWomen { get; init; }

    [YamlMember(Alias = "largerAbove")]
    public int LargeEnterpriseAboveWomen { get; init; }
}

/// <summary>Yes, no, or undecided when facts are missing; always with the clause.</summary>
public abstract record YesNoResult(RuleBasis Basis)
{
    public sealed record Yes(RuleBasis Basis) : YesNoResult(Basis);

    public sealed record No(RuleBasis Basis) : YesNoResult(Basis);

    public sealed record Unclear(RuleBasis Basis) : YesNoResult(Basis);
}

/// <summary>
/// Decides whether an enterprise is women-owned or employs many women: Law 04/2017/QH14 Article 3; Decree 80/2021/NĐ-CP; for tax,
/// Decree 320/2025/NĐ-CP Article 21.
/// </summary>
public static class WomenOwnership
{
    /// <param name="sharePercent">Percent of charter capital held by women; null when not known.</param>
    /// <param name="isManagedByWoman">Whether at least one of these women is a manager of the enterprise; null when not known.</param>
    public static YesNoResult IsWomenOwned(decimal? sharePercent, bool? isManagedByWoman)
    {
        var bound = WomenOwnershipTable.Default.WomenOwned;
        return (sharePercent, isManagedByWoman) switch
        {
            ({ } held, _) when held < bound.MinSharePercent => new YesNoResult.No(bound.Basis),
            (_, false) => new YesNoResult.No(bound.Basis),
            (null, _) or (_, null) => new YesNoResult.Unclear(bound.Basis),
            _ => new YesNoResult.Yes(bound.Basis),
        };
    }

    /// <summary>Whether an enterprise employs many women under the rules on support.</summary>
    public static YesNoResult EmploysManyWomen(int employees, int women)
    {
        var bound = WomenOwnershipTable.Default.ManyWomen;
        var share = employees < bound.LargeEnterpriseFromEmployees ? bound.SmallEnterpriseSharePercent : bound.LargeEnterpriseSharePercent;
        return employees > 0 && women * 100m >= share * employees ? new YesNoResult.Yes(bound.Basis) : new YesNoResult.No(bound.Basis);
    }

    /// <summary>Whether an enterprise employs many women under the tax rules, which define it differently.</summary>
    public static YesNoResult EmploysManyWomenForTax(int employees, int women)
    {
        var bound = WomenOwnershipTable.Default.ManyWomenForTax;
        var smaller =
            women >= bound.MinWomen
            && women <= bound.LargeEnterpriseAboveWomen
            && women * 100m > bound.SmallEnterpriseSharePercent * employees;
        var larger = women > bound.LargeEnterpriseAboveWomen && women * 100m > bound.LargeEnterpriseSharePercent * employees;
        return smaller || larger ? new YesNoResult.Yes(bound.Basis) : new YesNoResult.No(bound.Basis);
    }
}
