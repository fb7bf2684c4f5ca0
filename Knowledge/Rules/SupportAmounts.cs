namespace PolicyAssistantBot.Knowledge.Rules;

public enum SmeClass
{
    Micro,
    Small,
    Medium,
}

public enum SupportPer
{
    Year,

    /// <summary>One contract each year.</summary>
    Contract,
}

/// <summary>The most that the State may pay under one scheme for one size class.</summary>
public sealed record SupportAmount
{
    /// <summary>
    /// digital-consulting, digital-solutions, intellectual-property, technology-transfer, consulting or legal-consulting.
    /// </summary>
    public string Scheme { get; init; } = "";

    public SmeClass Size { get; init; }

    /// <summary>
    /// Whether this is the higher amount for women-owned enterprises, enterprises with many women, and social enterprises.
    /// </summary>
    public bool Priority { get; init; }

    /// <summary>The share of the contract's value in percent.</summary>
    public decimal Share { get; init; }

    /// <summary>VND.</summary>
    public decimal Cap { get; init; }

    public SupportPer Per { get; init; }

    public RuleBasis Basis { get; init; } = new();
}

/// <summary>The maximum support, never a promise: payments depend on the year's approved budget and plan.</summary>
public abstract record SupportResult
{
    private SupportResult() { }

    /// <param name="AtMost">
    /// The maximum in VND: the share of the contract, at most the cap; the cap when no contract value was given.
    /// </param>
    /// <param name="Confirm">Whether the figure must be stated with the caveat of a secondary source.</param>
    /// <param name="MayBeRaised">Whether there is a higher amount for this enterprise whose figure was not verified.</param>
    public sealed record Ceiling(decimal AtMost, SupportAmount Amount, bool Confirm, bool MayBeRaised) : SupportResult;

    /// <summary>The figure was not verified or is not in force on the day, so none is stated.</summary>
    public sealed record NotVerified : SupportResult;
}

/// <summary>The maximum support under Decree 80/2021/NĐ-CP Articles 11 and 13 and Decree 55/2019/NĐ-CP.</summary>
public static class SupportAmounts
{
    public static IReadOnlyList<SupportAmount> All { get; } = RuleData.Load<List<SupportAmount>>("support-amounts.yaml");

    /// <param name="contract">The value of the contract in VND; null when not known.</param>
    public static SupportResult For(string scheme, SmeClass size, bool priority, decimal? contract, DateOnly day)
    {
        var rows = All.Where(amount => amount.Scheme == scheme && amount.Size == size && amount.Basis.InForce(day)).ToList();

        var raised = priority ? rows.Find(amount => amount.Priority) : null;
        var row = raised is not null && MayBeStated(raised) ? raised : rows.Find(amount => !amount.Priority && MayBeStated(amount));
        if (row is null)
        {
            return new SupportResult.NotVerified();
        }

        var atMost = contract is { } value ? Math.Min(row.Cap, Math.Floor(value * row.Share / 100m)) : row.Cap;
        return new SupportResult.Ceiling(atMost, row, row.Basis.Confidence.NeedsConfirmation, raised is not null && raised != row);
    }

    private static bool MayBeStated(SupportAmount amount) =>
        amount.Basis.Confidence.MayBeStated || amount.Basis.Confidence.NeedsConfirmation;
}
