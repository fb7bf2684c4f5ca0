using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// A question that names a whole field ("tôi muốn vay vốn") is asked back by what separates the answers in it: what the money, the tax or
/// the certificate is for. Each choice, said in these words, is answered by its article.
/// </summary>
/// <param name="Ask">The question that is asked back.</param>
internal sealed record FieldChoices(string Words, LocalizedText Ask, IReadOnlyList<FieldChoice> Choices)
{
    public static IReadOnlyList<FieldChoices> All { get; } =
    [
        new(
            "vay|von|can tien|thieu tien|ngan hang|loan|loans|money|finance|financing",
            new("Anh/chị cần vốn theo hướng nào?", "Which kind of funding do you have in mind?"),
            [
                new("C7-bank", new("Vay ngân hàng", "A bank loan")),
                new("C1-guarantee", new("Thiếu tài sản bảo đảm: bảo lãnh tín dụng", "Too little collateral: a credit guarantee")),
                new(
                    "C2-smedf",
                    new("Khởi nghiệp sáng tạo hoặc chuỗi giá trị: Quỹ SMEDF", "An innovative start-up or value chain: the SMEDF fund")
                ),
                new(
                    "C6-vbsp",
                    new("Cá nhân, người lao động: Ngân hàng Chính sách xã hội", "An individual or worker: the Bank for Social Policies")
                ),
            ]
        ),
        new(
            "ho kinh doanh|hkd|ho kd|household",
            new("Anh/chị hỏi việc nào của hộ kinh doanh?", "What about household businesses would you like to know?"),
            [
                new("A7-hkd", new("Hộ kinh doanh: ngưỡng và kê khai thuế", "A household business: threshold and declaration")),
                new("A7-hkd-invoice", new("Hộ kinh doanh: hóa đơn điện tử", "A household business: e-invoices")),
                new("A7-hkd-accounting", new("Hộ kinh doanh: sổ sách kế toán", "A household business: books")),
                new("A8-hkd-to-dn", new("Hộ kinh doanh: lên doanh nghiệp được gì", "A household business: becoming an enterprise")),
            ]
        ),
        new(
            "thue|tax|taxes",
            new("Anh/chị hỏi thuế cho trường hợp nào?", "Which case do you ask about?"),
            [
                new("B9-tax-rates", new("Công ty: thuế suất theo doanh thu", "A company: the rate by revenue")),
                new("B9-tax-3years", new("Công ty mới lập: miễn thuế 3 năm", "A new company: the 3-year exemption")),
                new("A7-hkd", new("Hộ kinh doanh: ngưỡng và kê khai thuế", "A household business: threshold and declaration")),
                new("B9-tax-vat8", new("Thuế giá trị gia tăng 8 %", "Value added tax of 8 %")),
            ]
        ),
        new(
            "chung chi|chung nhan|tieu chuan|certificate|certificates|certification|standard|standards",
            new("Anh/chị làm hàng cho ngành nào?", "Which industry do you supply?"),
            [
                new("D2-std-iso9001", new("Mọi ngành: ISO 9001", "Any industry: ISO 9001")),
                new("D2-std-iatf16949", new("Ô tô, xe máy: IATF 16949", "Cars and motorcycles: IATF 16949")),
                new("D2-std-rohs", new("Điện tử: RoHS", "Electronics: RoHS")),
                new("D2-std-food", new("Thực phẩm: HACCP, ISO 22000", "Food: HACCP, ISO 22000")),
            ]
        ),
        new(
            "luat|quy dinh|van ban|law|laws",
            new("Anh/chị hỏi quy định nào?", "Which rules do you mean?"),
            [
                new("A5-law-amend", new("Luật Hỗ trợ doanh nghiệp nhỏ và vừa sửa đổi", "The amended law on support for SMEs")),
                new("A6-reform", new("Nghị quyết 68 và 198 về kinh tế tư nhân", "Resolutions 68 and 198 on the private sector")),
                new("B15-hanoi-capital-law", new("Luật Thủ đô 2026", "The Capital Law 2026")),
                new("A7-hkd-khoan-ended", new("Bỏ thuế khoán của hộ kinh doanh", "The end of lump-sum tax for household businesses")),
            ]
        ),
        new(
            "ho tro|giup|uu dai|chinh sach|che do|chuong trinh|goi|co che|support|help|grant|programme|program|policy|policies",
            new("Anh/chị cần hỗ trợ về việc gì?", "What do you need support for?"),
            [
                new("B3-consult", new("Thuê tư vấn", "Hiring an adviser")),
                new("B1-tech", new("Chuyển đổi số, công nghệ", "Digital transformation, technology")),
                new("C7-bank", new("Vay vốn", "Borrowing money")),
                new("B4-training", new("Đào tạo", "Training")),
            ]
        ),
    ];

    private static readonly (Regex Words, FieldChoices Field)[] Fields =
    [
        .. All.Select(field =>
            (
                new Regex(
                    $@"\b({field.Words})\b",
                    RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
                ),
                field
            )
        ),
    ];

    private static readonly FrozenDictionary<string, string> KeyByLabel = All.SelectMany(field => field.Choices)
        .SelectMany(
            choice => new[] { choice.Label.Vi, choice.Label.En },
            (choice, label) => KeyValuePair.Create(KnowledgeBase.FoldPhrase(label), choice.Key)
        )
        .DistinctBy(pair => pair.Key)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The field that folded words name; null when they name none of these.</summary>
    public static FieldChoices? Of(string folded) => Array.Find(Fields, field => field.Words.IsMatch(folded)).Field;

    /// <summary>The article of a choice said in its own words.</summary>
    public static string? KeyOf(string folded) => KeyByLabel.GetValueOrDefault(folded);

    /// <summary>What can be offered of the published articles.</summary>
    public IReadOnlyList<FollowUp> In(KnowledgeBase knowledge, Lang lang) =>
        [.. Choices.Where(choice => knowledge.Find(choice.Key) is not null).Select(choice => new FollowUp(choice.Key, choice.Label[lang]))];
}

/// <param name="Key">The article that answers.</param>
internal sealed record FieldChoice(string Key, LocalizedText Label);
