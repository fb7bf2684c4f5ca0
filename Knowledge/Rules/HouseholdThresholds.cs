using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Rules;

public sealed record HouseholdTable
{
    public List<HouseholdBand> Bands { get; init; } = [];

    public EInvoiceThreshold EInvoice { get; init; } = new();

    [YamlMember(Alias = "ofRevenue")]
    public HouseholdRevenueMethod RevenueMethod { get; init; } = new();

    /// <summary>The basis for the conversion of a household business into an enterprise.</summary>
    [YamlMember(Alias = "conversion")]
    public RuleBasis ConversionBasis { get; init; } = new();

    public static HouseholdTable Default { get; } = RuleData.Load<HouseholdTable>("household.yaml");
}

/// <summary>A group of household businesses by annual revenue.</summary>
public sealed record HouseholdBand
{
    /// <summary>below (no VAT or personal income tax to pay), choice (chooses its method), income (taxed on income), large.</summary>
    public string Key { get; init; } = "";

    /// <summary>VND, inclusive; null in the last band.</summary>
    [YamlMember(Alias = "upTo")]
    public decimal? MaxRevenue { get; init; }

    /// <summary>The tax rate on income in percent; null when none is fixed.</summary>
    [YamlMember(Alias = "percent")]
    public decimal? IncomeTaxPercent { get; init; }

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
/// <param name="IncomeTax">Personal income tax on the revenue above the threshold.</param>
public readonly record struct HouseholdTax(decimal Vat, decimal IncomeTax);

public sealed record HouseholdTrade
{
    public string Key { get; init; } = "";

    /// <summary>Value added tax, percent of all revenue.</summary>
    [YamlMember(Alias = "vat")]
    public decimal VatPercent { get; init; }

    /// <summary>Personal income tax, percent of revenue above the threshold.</summary>
    [YamlMember(Alias = "income")]
    public decimal IncomeTaxPercent { get; init; }

    public HouseholdTax CalculateTax(decimal revenue, decimal threshold) =>
        new(revenue * VatPercent / 100, Math.Max(0, revenue - threshold) * IncomeTaxPercent / 100);
}

public sealed record EInvoiceThreshold
{
    /// <summary>Annual revenue in VND above which e-invoices must be used.</summary>
    [YamlMember(Alias = "above")]
    public decimal MinRevenue { get; init; }

    public RuleBasis Basis { get; init; } = new();
}

/// <summary>Household businesses from 1 January 2026: Decree 68/2026/NĐ-CP as amended by Decree 141/2026/NĐ-CP.</summary>
public static class HouseholdThresholds
{
    /// <summary>The band of a revenue; null when the rule was not yet in force.</summary>
    /// <param name="revenue">The year's revenue, VND.</param>
    public static HouseholdBand? FindBand(decimal revenue, DateOnly day) =>
        HouseholdTable.Default.Bands.Find(band => band.MaxRevenue is null || revenue <= band.MaxRevenue) is { } band
        && band.Basis.IsInForce(day)
            ? band
            : null;

    /// <summary>Whether e-invoices are mandatory; up to the bound they are optional.</summary>
    public static YesNoResult MustUseEInvoices(decimal revenue)
    {
        var threshold = HouseholdTable.Default.EInvoice;
        return revenue > threshold.MinRevenue ? new YesNoResult.Yes(threshold.Basis) : new YesNoResult.No(threshold.Basis);
    }
}
