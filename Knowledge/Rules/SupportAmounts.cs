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

    /// <summary>A contract a year.</summary>
    Contract,
}

/// <summary>What the State may pay at most under one scheme for one size.</summary>
public sealed record SupportAmount
{
    /// <summary>
    /// digital-consulting, digital-solutions, intellectual-property, technology-transfer, consulting or legal-consulting.
    /// </summary>
    public string Scheme { get; init; } = "";

    public SmeClass Size { get; init; }

    /// <summary>The raised amount for women-owned enterprises, those with many women, and social enterprises.</summary>
    public bool Priority { get; init; }

    /// <summary>Percent of the contract's value.</summary>
    public decimal Share { get; init; }

    /// <summary>VND.</summary>
    public decimal Cap { get; init; }

    public SupportPer Per { get; init; }

    public RuleBasis Basis { get; init; } = new();
}

/// <summary>A ceiling, never a promise: what is paid depends on the year's approved budget and plan.</summary>
public abstract record SupportResult
{
    private SupportResult() { }

    /// <param name="AtMost">VND: the lesser of the share of the contract and the cap; the cap when no contract value was given.</param>
    /// <param name="Confirm">The figure must be presented with the caveat for a secondary source.</param>
    /// <param name="MayBeRaised">There is a raised amount for this enterprise, but its figure was not verified.</param>
    public sealed record Ceiling(decimal AtMost, SupportAmount Amount, bool Confirm, bool MayBeRaised) : SupportResult;

    /// <summary>The figure was not verified or is not in force on the day: no figure is given.</summary>
    public sealed record NotVerified : SupportResult;
}

/// <summary>Ceilings of Decree 80/2021/NĐ-CP Articles 11 and 13 and Decree 55/2019/NĐ-CP.</summary>
public static class SupportAmounts
{
    public static IReadOnlyList<SupportAmount> All { get; } = RuleData.Load<List<SupportAmount>>("support-amounts.yaml");

    /// <param name="contract">VND; null when not known.</param>
    public static SupportResult For(string scheme, SmeClass size, bool priority, decimal? contract, DateOnly day)
    {
        var rows = All.Where(amount => amount.Scheme == scheme && amount.Size == size && amount.Basis.InForce(day)).ToList();

        var raised = priority ? rows.Find(amount => amount.Priority) : null;
        var row = raised is not null && IsTold(raised) ? raised : rows.Find(amount => !amount.Priority && IsTold(amount));
        if (row is null)
        {
            return new SupportResult.NotVerified();
        }

        var atMost = contract is { } value ? Math.Min(row.Cap, Math.Floor(value * row.Share / 100m)) : row.Cap;
        return new SupportResult.Ceiling(atMost, row, row.Basis.Confidence.NeedsConfirmation, raised is not null && raised != row);
    }

    private static bool IsTold(SupportAmount amount) => amount.Basis.Confidence.MayBeStated || amount.Basis.Confidence.NeedsConfirmation;
}
