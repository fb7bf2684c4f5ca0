using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Rules;

public sealed record CitRateTable
{
    public RuleBasis Basis { get; init; } = new();

    /// <summary>The basis for excluding subsidiaries and affiliates of an enterprise that does not qualify from the lower rates.</summary>
    [YamlMember(Alias = "exclusion")]
    public RuleBasis ExclusionBasis { get; init; } = new();

    public List<CitBand> Bands { get; init; } = [];

    public static CitRateTable Default { get; } = RuleData.Load<CitRateTable>("cit-rates.yaml");
}

/// <summary>A tax rate for revenue up to and including a bound.</summary>
public sealed record CitBand
{
    /// <summary>The name by which texts refer to the bound and the rate.</summary>
    public string Id { get; init; } = "";

    /// <summary>VND; null in the last band.</summary>
    [YamlMember(Alias = "upTo")]
    public decimal? MaxRevenue { get; init; }

    public decimal Percent { get; init; }
}

public abstract record CitRateResult
{
    private CitRateResult() { }

    /// <summary>The rate that normally applies; the tax authority decides about reliefs and exclusions.</summary>
    public sealed record Rate(decimal Percent, RuleBasis Basis) : CitRateResult;

    /// <param name="Basis">The clause because of which the tax authority must decide.</param>
    public sealed record AskTaxOffice(RuleBasis Basis) : CitRateResult;
}

/// <summary>The rate of corporate income tax by revenue: Law 67/2025/QH15 Article 10.</summary>
public static class CitRates
{
    /// <param name="revenue">
    /// Total revenue of the preceding tax period, VND; null for a new enterprise, which pays provisionally according to its estimate.
    /// </param>
    /// <param name="isAffiliated">
    /// Whether it is a subsidiary or affiliate of an enterprise that does not qualify; null when not known.
    /// </param>
    public static CitRateResult FindRate(decimal? revenue, bool? isAffiliated) => FindRate(revenue, isAffiliated, CitRateTable.Default);

    public static CitRateResult FindRate(decimal? revenue, bool? isAffiliated, CitRateTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (revenue is not { } knownRevenue)
        {
            return new CitRateResult.AskTaxOffice(table.Basis);
        }

        var band = table.Bands.Find(next => next.MaxRevenue is null || knownRevenue <= next.MaxRevenue)!;
        var highestBand = table.Bands[^1];
        return (band == highestBand, isAffiliated) switch
        {
            (true, _) => new CitRateResult.Rate(band.Percent, table.Basis),
            (_, true) => new CitRateResult.Rate(highestBand.Percent, table.ExclusionBasis),
            (_, false) => new CitRateResult.Rate(band.Percent, table.Basis),
            _ => new CitRateResult.AskTaxOffice(table.ExclusionBasis),
        };
    }
}
