using YamlDotNet.Serialization;

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

/// <summary>A requirement that buyers commonly have for their suppliers; a trade practice, not law.</summary>
public sealed record SupplierRequirement
{
    public string Key { get; init; } = "";

    public LocalizedText Name { get; init; } = new("", "");

    /// <summary>The sectors of the buyers with this requirement; empty for all sectors.</summary>
    public List<BuyerSector> Sectors { get; init; } = [];

    /// <summary>The question to the enterprise; “yes” means that the requirement is met.</summary>
    public LocalizedText Question { get; init; } = new("", "");

    /// <summary>What the enterprise must do to meet the requirement.</summary>
    [YamlMember(Alias = "gap")]
    public LocalizedText RequiredAction { get; init; } = new("", "");

    /// <summary>Keys of the articles that explain it.</summary>
    [YamlMember(Alias = "articles")]
    public IReadOnlyList<string> ArticleKeys { get; init; } = [];

    /// <summary>Keys of the articles on support schemes that may help to meet it.</summary>
    [YamlMember(Alias = "schemes")]
    public IReadOnlyList<string> SchemeKeys { get; init; } = [];
}

/// <summary>How well an enterprise meets the requirements of buyers in one sector.</summary>
/// <param name="Missing">The requirements that are not met.</param>
/// <param name="Unanswered">The requirements without an answer, in the order of asking.</param>
public sealed record SupplierReadinessResult(
    BuyerSector Sector,
    IReadOnlyList<SupplierRequirement> Met,
    IReadOnlyList<SupplierRequirement> Missing,
    IReadOnlyList<SupplierRequirement> Unanswered
)
{
    /// <summary>The requirement to ask about next; null when all are answered.</summary>
    public SupplierRequirement? Next => Unanswered.Count > 0 ? Unanswered[0] : null;
}

/// <summary>The supplier readiness checklist, which a dialog asks one yes-or-no question at a time.</summary>
public static class SupplierReadiness
{
    public static IReadOnlyList<SupplierRequirement> All { get; } = RuleData.Load<List<SupplierRequirement>>("supplier-readiness.yaml");

    public static LocalizedText GetSectorName(BuyerSector sector) =>
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

    /// <summary>The requirements of buyers in a sector, in the order of asking.</summary>
    public static IReadOnlyList<SupplierRequirement> GetRequirements(BuyerSector sector) =>
        [.. All.Where(requirement => requirement.Sectors.Count == 0 || requirement.Sectors.Contains(sector))];

    /// <param name="answers">Whether each requirement is met, by its key; missing means not asked yet.</param>
    public static SupplierReadinessResult Evaluate(BuyerSector sector, IReadOnlyDictionary<string, bool> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var requirementsByAnswer = GetRequirements(sector)
            .ToLookup(requirement => answers.TryGetValue(requirement.Key, out var met) ? met : (bool?)null);
        return new SupplierReadinessResult(
            sector,
            [.. requirementsByAnswer[true]],
            [.. requirementsByAnswer[false]],
            [.. requirementsByAnswer[null]]
        );
    }
}
