using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>A field of activity with the sector group whose size bounds apply to it (Decree 80/2021/NĐ-CP Article 5).</summary>
/// <param name="FoldedWords">Folded words for the field.</param>
public sealed record Sector(string Code, SmeSector Group, LocalizedText Name, IReadOnlyList<string> FoldedWords);

/// <summary>
/// The fields of activity to choose from. The group follows from the main activity that the enterprise names, not from its code in the
/// industry classification (Decree 80/2021/NĐ-CP Article 6).
/// </summary>
public static class Sectors
{
    public static IReadOnlyList<Sector> All { get; } =
    [
        new(
            "agriculture",
            SmeSector.Industry,
            new("Nông nghiệp, lâm nghiệp, thủy sản", "Agriculture, forestry, fishery"),
            ["nong nghiep", "lam nghiep", "thuy san", "trong trot", "chan nuoi", "agriculture", "farming", "fishery", "forestry"]
        ),
        new(
            "industry",
            SmeSector.Industry,
            new("Công nghiệp, sản xuất, chế biến", "Industry, manufacturing"),
            [
                "cong nghiep",
                "san xuat",
                "che bien",
                "che tao",
                "co khi",
                "det may",
                "may mac",
                "dien tu",
                "nha may",
                "manufacturing",
                "industry",
                "factory",
                "production",
            ]
        ),
        new("construction", SmeSector.Industry, new("Xây dựng", "Construction"), ["xay dung", "xay lap", "construction", "building"]),
        new(
            "trade",
            SmeSector.Services,
            new("Thương mại: bán buôn, bán lẻ", "Trade: wholesale, retail"),
            [
                "thuong mai",
                "ban buon",
                "ban le",
                "buon ban",
                "kinh doanh hang hoa",
                "xuat nhap khau",
                "cua hang",
                "trade",
                "trading",
                "retail",
                "wholesale",
                "shop",
            ]
        ),
        new(
            "transport",
            SmeSector.Services,
            new("Vận tải, kho bãi", "Transport, storage"),
            ["van tai", "kho bai", "logistics", "giao nhan", "transport", "shipping", "warehouse"]
        ),
        new(
            "hospitality",
            SmeSector.Services,
            new("Lưu trú, ăn uống, du lịch", "Accommodation, food, travel"),
            [
                "luu tru",
                "an uong",
                "nha hang",
                "khach san",
                "du lich",
                "quan an",
                "cafe",
                "ca phe",
                "restaurant",
                "hotel",
                "travel",
                "tourism",
            ]
        ),
        new(
            "it",
            SmeSector.Services,
            new("Công nghệ thông tin, nội dung số", "Information technology, digital content"),
            ["cong nghe thong tin", "phan mem", "cntt", "it", "noi dung so", "vien thong", "software", "information technology", "telecom"]
        ),
        new(
            "professional",
            SmeSector.Services,
            new("Tư vấn, dịch vụ chuyên môn", "Consulting, professional services"),
            [
                "tu van",
                "ke toan",
                "luat",
                "kiem toan",
                "thiet ke",
                "quang cao",
                "consulting",
                "accounting",
                "legal",
                "design",
                "advertising",
                "professional services",
            ]
        ),
        new(
            "care",
            SmeSector.Services,
            new("Giáo dục, y tế", "Education, health"),
            ["giao duc", "dao tao", "y te", "phong kham", "truong hoc", "education", "training", "health", "clinic", "school"]
        ),
        new(
            "services",
            SmeSector.Services,
            new("Dịch vụ khác", "Other services"),
            ["dich vu", "dich vu khac", "services", "other services", "service"]
        ),
    ];

    /// <summary>The field that a text names; null when it names none or more than one.</summary>
    public static Sector? Find(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var folded = string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(input)));
        if (Array.Find(Names, name => name.Sector.Code == input || name.Vi == folded || name.En == folded).Sector is { } exact)
        {
            return exact;
        }

        var text = $" {folded} ";
        var matches = Names
            .Where(name => Array.Exists(name.PaddedWords, word => text.Contains(word, StringComparison.Ordinal)))
            .Select(name => name.Sector)
            .ToList();
        return matches.Count switch
        {
            1 => matches[0],
            2 when matches[1].Code == "services" => matches[0],
            _ => null,
        };
    }

    /// <summary>The names and words of each sector in the form in which they are compared.</summary>
    private static readonly (Sector Sector, string Vi, string En, string[] PaddedWords)[] Names =
    [
        .. All.Select(sector =>
            (
                sector,
                NormalizeWords(sector.Name.Vi),
                NormalizeWords(sector.Name.En),
                sector.FoldedWords.Select(word => $" {word} ").ToArray()
            )
        ),
    ];

    private static string NormalizeWords(string name) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(name)));
}
