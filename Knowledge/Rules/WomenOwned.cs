namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>The bounds for women's ownership and employment.</summary>
public sealed record OwnershipTable
{
    public WomenOwnedBound WomenOwned { get; init; } = new();

    public ManyWomenBound ManyWomen { get; init; } = new();

    public ManyWomenBound ManyWomenForTax { get; init; } = new();

    public static OwnershipTable Default { get; } = RuleData.Load<OwnershipTable>("ownership.yaml");
}

public sealed record WomenOwnedBound
{
    /// <summary>The minimum share of the charter capital in percent.</summary>
    public decimal Share { get; init; }

    public RuleBasis Basis { get; init; } = new();
}

public sealed record ManyWomenBound
{
    public RuleBasis Basis { get; init; } = new();

    public decimal SmallerShare { get; init; }

    public decimal LargerShare { get; init; }

    public int LargerFrom { get; init; }

    public int LeastWomen { get; init; }

    public int LargerAbove { get; init; }
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
public static class WomenOwned
{
    /// <param name="share">Percent of charter capital held by women; null when not known.</param>
    /// <param name="managed">Whether at least one of these women is a manager of the enterprise; null when not known.</param>
    public static YesNoResult Evaluate(decimal? share, bool? managed)
    {
        var bound = OwnershipTable.Default.WomenOwned;
        return (share, managed) switch
        {
            ({ } held, _) when held < bound.Share => new YesNoResult.No(bound.Basis),
            (_, false) => new YesNoResult.No(bound.Basis),
            (null, _) or (_, null) => new YesNoResult.Unclear(bound.Basis),
            _ => new YesNoResult.Yes(bound.Basis),
        };
    }

    /// <summary>Whether an enterprise employs many women under the rules on support.</summary>
    public static YesNoResult EmploysMany(int employees, int women)
    {
        var bound = OwnershipTable.Default.ManyWomen;
        var share = employees < bound.LargerFrom ? bound.SmallerShare : bound.LargerShare;
        return employees > 0 && women * 100m >= share * employees ? new YesNoResult.Yes(bound.Basis) : new YesNoResult.No(bound.Basis);
    }

    /// <summary>Whether an enterprise employs many women under the tax rules, which define it differently.</summary>
    public static YesNoResult EmploysManyForTax(int employees, int women)
    {
        var bound = OwnershipTable.Default.ManyWomenForTax;
        var smaller = women >= bound.LeastWomen && women <= bound.LargerAbove && women * 100m > bound.SmallerShare * employees;
        var larger = women > bound.LargerAbove && women * 100m > bound.LargerShare * employees;
        return smaller || larger ? new YesNoResult.Yes(bound.Basis) : new YesNoResult.No(bound.Basis);
    }
}
