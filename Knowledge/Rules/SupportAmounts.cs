using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>The size classes of small and medium-sized enterprises.</summary>
public enum SmeClass
{
    Micro,
    Small,
    Medium,
}

/// <summary>What a cap applies to.</summary>
public enum SupportCapUnit
{
    Year,

    /// <summary>The cap applies to one contract, and one contract a year is supported.</summary>
    Contract,
}

/// <summary>The most that the State may pay under one scheme for one size class.</summary>
public sealed record SupportAmount
{
    /// <summary>The name by which texts refer to the amount: scheme and size, with the year where there are several.</summary>
    public string Id { get; init; } = "";

    /// <summary>
    /// digital-consulting, digital-solutions, intellectual-property, technology-transfer, consulting or legal-consulting.
    /// </summary>
    [YamlMember(Alias = "scheme")]
    public string SchemeKey { get; init; } = "";

    [YamlMember(Alias = "size")]
    public SmeClass SizeClass { get; init; }

    /// <summary>
    /// Whether this is the higher amount for women-owned enterprises, enterprises with many women, and social enterprises.
    /// </summary>
    [YamlMember(Alias = "priority")]
    public bool IsPriority { get; init; }

    /// <summary>The share of the contract's value in percent.</summary>
    [YamlMember(Alias = "share")]
    public decimal SharePercent { get; init; }

    /// <summary>VND.</summary>
    public decimal Cap { get; init; }

    [YamlMember(Alias = "per")]
    public SupportCapUnit CapUnit { get; init; }

    public RuleBasis Basis { get; init; } = new();
}

/// <summary>The maximum support, never a promise: payments depend on the year's approved budget and plan.</summary>
public abstract record SupportResult
{
    private SupportResult() { }

    /// <param name="MaxAmount">
    /// The maximum in VND: the share of the contract, at most the cap; the cap when no contract value was given.
    /// </param>
    /// <param name="NeedsConfirmation">Whether the figure must be shown with the caveat of a secondary source.</param>
    /// <param name="HasUnverifiedHigherAmount">Whether there is a higher amount for this enterprise whose figure was not verified.</param>
    public sealed record Ceiling(decimal MaxAmount, SupportAmount Amount, bool NeedsConfirmation, bool HasUnverifiedHigherAmount)
        : SupportResult;

    /// <summary>The figure was not verified or is not in force on the day, so none is shown.</summary>
    public sealed record NotVerified : SupportResult;
}

/// <summary>The maximum support under Decree 80/2021/NĐ-CP Articles 11 and 13 and Decree 55/2019/NĐ-CP.</summary>
public static class SupportAmounts
{
    public static IReadOnlyList<SupportAmount> All { get; } = RuleData.Load<List<SupportAmount>>("support-amounts.yaml");

    /// <param name="contractValue">The value of the contract in VND; null when not known.</param>
    public static SupportResult Calculate(string schemeKey, SmeClass sizeClass, bool isPriority, decimal? contractValue, DateOnly day)
    {
        var rows = All.Where(amount => amount.SchemeKey == schemeKey && amount.SizeClass == sizeClass && amount.Basis.IsInForce(day))
            .ToList();

        var priorityRow = isPriority ? rows.Find(amount => amount.IsPriority) : null;
        var row =
            priorityRow is not null && CanBeShown(priorityRow)
                ? priorityRow
                : rows.Find(amount => !amount.IsPriority && CanBeShown(amount));
        if (row is null)
        {
            return new SupportResult.NotVerified();
        }

        var maxAmount = contractValue is { } value ? Math.Min(row.Cap, Math.Floor(value * row.SharePercent / 100m)) : row.Cap;
        return new SupportResult.Ceiling(
            maxAmount,
            row,
            row.Basis.Confidence.NeedsConfirmation,
            priorityRow is not null && priorityRow != row
        );
    }

    private static bool CanBeShown(SupportAmount amount) =>
        amount.Basis.Confidence.MayBeStated || amount.Basis.Confidence.NeedsConfirmation;
}
