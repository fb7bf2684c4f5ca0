namespace PolicyAssistantBot.Knowledge.Rules;

public enum BuyerSector
{
    Automotive,
    Electronics,
    Food,
    Medical,
    Textile,
    It,
    Aerospace,
}

/// <summary>What a buyer commonly asks of a supplier; a custom of trade.</summary>
public sealed record SupplierRequirement
{
    public string Key { get; init; } = "";

    public LocalizedText Name { get; init; } = new("", "");

    /// <summary>Empty when buyers of every sector ask it.</summary>
    public List<BuyerSector> Sectors { get; init; } = [];

    /// <summary>Put to the enterprise; “yes” means that it is met.</summary>
    public LocalizedText Question { get; init; } = new("", "");

    /// <summary>What closing the gap takes.</summary>
    public LocalizedText Gap { get; init; } = new("", "");

    /// <summary>Keys of the articles that explain it.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>Keys of the articles on support that may help with the gap.</summary>
    public IReadOnlyList<string> Schemes { get; init; } = [];
}

/// <summary>How far an enterprise is on the way to a buyer of one sector.</summary>
/// <param name="Missing">Gaps, those that every buyer asks about first.</param>
/// <param name="Open">Not answered yet, in the order of asking.</param>
public sealed record SupplierReadinessResult(
    BuyerSector Sector,
    IReadOnlyList<SupplierRequirement> Has,
    IReadOnlyList<SupplierRequirement> Missing,
    IReadOnlyList<SupplierRequirement> Open
)
{
    /// <summary>The next question to put; null when all are answered.</summary>
    public SupplierRequirement? Next => Open.Count > 0 ? Open[0] : null;
}

/// <summary>A checklist that a dialog walks: one requirement after the other, yes or no.</summary>
public static class SupplierReadiness
{
    public static IReadOnlyList<SupplierRequirement> All { get; } = RuleData.Load<List<SupplierRequirement>>("supplier-readiness.yaml");

    public static LocalizedText Name(BuyerSector sector) =>
        sector switch
        {
            BuyerSector.Automotive => new("Ô tô, xe máy", "Automotive"),
            BuyerSector.Electronics => new("Điện, điện tử", "Electronics"),
            BuyerSector.Food => new("Thực phẩm", "Food"),
            BuyerSector.Medical => new("Thiết bị y tế", "Medical devices"),
            BuyerSector.Textile => new("Dệt may, da giày", "Textile and footwear"),
            BuyerSector.It => new("Công nghệ thông tin", "Information technology"),
            _ => new("Hàng không", "Aerospace"),
        };

    /// <summary>What buyers of a sector ask, in the order of asking.</summary>
    public static IReadOnlyList<SupplierRequirement> For(BuyerSector sector) =>
        [.. All.Where(requirement => requirement.Sectors.Count == 0 || requirement.Sectors.Contains(sector))];

    /// <param name="answers">By the requirement's key: met or not; what is missing has not been asked.</param>
    public static SupplierReadinessResult Evaluate(BuyerSector sector, IReadOnlyDictionary<string, bool> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var asked = For(sector).ToLookup(requirement => answers.TryGetValue(requirement.Key, out var met) ? met : (bool?)null);
        return new SupplierReadinessResult(sector, [.. asked[true]], [.. asked[false]], [.. asked[null]]);
    }
}
