namespace PolicyAssistantBot.Knowledge.Rules;

public sealed record HouseholdTable
{
    public List<HouseholdBand> Bands { get; init; } = [];

    public EInvoiceBound EInvoice { get; init; } = new();

    public HouseholdRevenueMethod OfRevenue { get; init; } = new();

    /// <summary>The basis for the conversion of a household business into an enterprise.</summary>
    public RuleBasis Conversion { get; init; } = new();

    public static HouseholdTable Default { get; } = RuleData.Load<HouseholdTable>("household.yaml");
}

/// <summary>A group of household businesses by annual revenue.</summary>
public sealed record HouseholdBand
{
    /// <summary>below (no VAT or personal income tax to pay), choice (chooses its method), income (taxed on income), large.</summary>
    public string Key { get; init; } = "";

    /// <summary>VND, inclusive; null in the last band.</summary>
    public decimal? UpTo { get; init; }

    /// <summary>The tax rate on income in percent; null when none is fixed.</summary>
    public decimal? Percent { get; init; }

    public RuleBasis Basis { get; init; } = new();
}

/// <summary>Tax as a percentage of revenue by trade, for household businesses that choose that method.</summary>
public sealed record HouseholdRevenueMethod
{
    public RuleBasis Basis { get; init; } = new();

    public List<HouseholdTrade> Trades { get; init; } = [];

    /// <param name="key">The key of a trade, the same as in <see cref="CitRevenueMethod"/>.</param>
    public HouseholdTrade? Find(string? key) => Trades.Find(trade => trade.Key == key);
}

/// <summary>The tax of a household business in VND.</summary>
/// <param name="Vat">Value added tax on all revenue.</param>
/// <param name="Income">Personal income tax on the revenue above the threshold.</param>
public readonly record struct HouseholdTax(decimal Vat, decimal Income);

public sealed record HouseholdTrade
{
    public string Key { get; init; } = "";

    /// <summary>Value added tax, percent of all revenue.</summary>
    public decimal Vat { get; init; }

    /// <summary>Personal income tax, percent of revenue above the threshold.</summary>
    public decimal Income { get; init; }

    public HouseholdTax Of(decimal revenue, decimal threshold) => new(revenue * Vat / 100, Math.Max(0, revenue - threshold) * Income / 100);
}

public sealed record EInvoiceBound
{
    /// <summary>Annual revenue in VND above which e-invoices must be used.</summary>
    public decimal Above { get; init; }

    public RuleBasis Basis { get; init; } = new();
}

/// <summary>Household businesses from 1 January 2026: Decree 68/2026/NĐ-CP as amended by Decree 141/2026/NĐ-CP.</summary>
public static class HouseholdThresholds
{
    /// <summary>The band of a revenue; null when the rule was not yet in force.</summary>
    /// <param name="revenue">The year's revenue, VND.</param>
    public static HouseholdBand? For(decimal revenue, DateOnly day) =>
        HouseholdTable.Default.Bands.Find(band => band.UpTo is null || revenue <= band.UpTo) is { } band && band.Basis.InForce(day)
            ? band
            : null;

    /// <summary>Whether e-invoices are mandatory; up to the bound they are optional.</summary>
    public static YesNoResult MustUseEInvoices(decimal revenue)
    {
        var bound = HouseholdTable.Default.EInvoice;
        return revenue > bound.Above ? new YesNoResult.Yes(bound.Basis) : new YesNoResult.No(bound.Basis);
    }
}
