namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>The two groups of sectors with different size bounds.</summary>
public enum SmeSector
{
    /// <summary>Agriculture, forestry, fishery; industry and construction.</summary>
    Industry,

    /// <summary>Trade and services.</summary>
    Services,
}

/// <summary>The facts that an enterprise declares; null means not given.</summary>
/// <param name="Sector">The sector group of the main activity.</param>
/// <param name="Employees">The annual average of insured employees.</param>
/// <param name="Revenue">Total revenue of the preceding year, VND.</param>
/// <param name="Capital">Total capital of the preceding year, VND.</param>
public sealed record SmeFacts(SmeSector? Sector, decimal? Employees, decimal? Revenue, decimal? Capital);

public enum SmeFact
{
    Sector,
    Employees,
    Revenue,
    Capital,
}

/// <summary>
/// The size class that follows from the declared facts; the enterprise is responsible for its declaration (Law 04/2017/QH14 Article 28).
/// </summary>
/// <param name="Basis">The deciding clause.</param>
public abstract record SmeSizeResult(RuleBasis Basis)
{
    /// <summary>The class; null when it is none of the three or cannot be decided.</summary>
    public SmeClass? SizeClass =>
        this switch
        {
            Micro => SmeClass.Micro,
            Small => SmeClass.Small,
            Medium => SmeClass.Medium,
            _ => null,
        };

    public sealed record Micro(RuleBasis Basis) : SmeSizeResult(Basis);

    public sealed record Small(RuleBasis Basis) : SmeSizeResult(Basis);

    public sealed record Medium(RuleBasis Basis) : SmeSizeResult(Basis);

    public sealed record NotSme(RuleBasis Basis) : SmeSizeResult(Basis);

    /// <summary>The class depends on facts that were not given.</summary>
    public sealed record Unclear(RuleBasis Basis, IReadOnlyList<SmeFact> MissingFacts) : SmeSizeResult(Basis);

    /// <summary>Within the bounds of the law but above those of the decree: answers state both and refer to the Department.</summary>
    /// <param name="Basis">The decree, by which it is not an SME.</param>
    /// <param name="Law">The law, by which it is an SME.</param>
    public sealed record LawAndDecreeDiffer(RuleBasis Basis, RuleBasis Law) : SmeSizeResult(Basis);
}

/// <summary>Classifies enterprises by size: Decree 80/2021/NĐ-CP Article 5 within the bounds of Law 04/2017/QH14 Article 4.</summary>
public static class SmeSize
{
    public static SmeSizeResult Classify(SmeFacts facts) => Classify(facts, SmeSizeTable.Default);

    public static SmeSizeResult Classify(SmeFacts facts, SmeSizeTable table)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(table);
        if (facts.Sector is { } sector)
        {
            return Classify(facts, table, sector);
        }

        var ifIndustry = Classify(facts, table, SmeSector.Industry);
        return ifIndustry == Classify(facts, table, SmeSector.Services) && ifIndustry is not SmeSizeResult.Unclear
            ? ifIndustry
            : new SmeSizeResult.Unclear(table.Decree, [SmeFact.Sector, .. FindMissingFacts(facts)]);
    }

    private static SmeSizeResult Classify(SmeFacts facts, SmeSizeTable table, SmeSector sector)
    {
        var bounds = table.GetLimits(sector);
        return (bounds.Micro.IsMet(facts), bounds.Small.IsMet(facts), bounds.Medium.IsMet(facts), table.LawLimits.IsMet(facts)) switch
        {
            (true, _, _, _) => new SmeSizeResult.Micro(table.Decree),
            (false, true, _, _) => new SmeSizeResult.Small(table.Decree),
            (false, false, true, _) => new SmeSizeResult.Medium(table.Decree),
            (false, false, false, true) => new SmeSizeResult.LawAndDecreeDiffer(table.Decree, table.Law),
            (false, false, false, false) => new SmeSizeResult.NotSme(table.Decree),
            _ => new SmeSizeResult.Unclear(table.Decree, FindMissingFacts(facts)),
        };
    }

    private static List<SmeFact> FindMissingFacts(SmeFacts facts)
    {
        var missing = new List<SmeFact>(3);
        if (facts.Employees is null)
        {
            missing.Add(SmeFact.Employees);
        }

        if (facts.Revenue is null)
        {
            missing.Add(SmeFact.Revenue);
        }

        if (facts.Capital is null)
        {
            missing.Add(SmeFact.Capital);
        }

        return missing;
    }
}
