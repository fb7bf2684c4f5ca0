namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>The bounds of the size classes, in VND and insured employees.</summary>
public sealed record SmeSizeTable
{
    public RuleBasis Decree { get; init; } = new();

    public RuleBasis Law { get; init; } = new();

    public SmeSizeBounds Industry { get; init; } = new();

    public SmeSizeBounds Services { get; init; } = new();

    /// <summary>The bounds of the law, the same for every sector.</summary>
    public SmeSizeBound LawFrame { get; init; } = new();

    public static SmeSizeTable Default { get; } = RuleData.Load<SmeSizeTable>("sme-size.yaml");

    public SmeSizeBounds Of(SmeSector sector) => sector == SmeSector.Services ? Services : Industry;
}

public sealed record SmeSizeBounds
{
    public SmeSizeBound Micro { get; init; } = new();

    public SmeSizeBound Small { get; init; } = new();

    public SmeSizeBound Medium { get; init; } = new();
}

/// <summary>
/// The bounds of one class, inclusive. They are met when the employees and either the revenue or the capital are within their bounds.
/// </summary>
public sealed record SmeSizeBound
{
    public decimal Employees { get; init; }

    public decimal Revenue { get; init; }

    public decimal Capital { get; init; }

    /// <summary>Whether the bounds are met; null when a deciding fact is missing.</summary>
    internal bool? IsMet(SmeFacts facts)
    {
        var money = Or(facts.Revenue <= Revenue, facts.Revenue is null, facts.Capital <= Capital, facts.Capital is null);
        bool? people = facts.Employees is null ? null : facts.Employees <= Employees;
        return people == false || money == false ? false
            : people is null || money is null ? null
            : true;
    }

    private static bool? Or(bool one, bool oneUnknown, bool other, bool otherUnknown) =>
        one || other ? true
        : oneUnknown || otherUnknown ? null
        : false;
}
