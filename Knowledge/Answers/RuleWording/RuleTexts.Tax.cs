using PolicyAssistantBot.Knowledge.Answers.ByRule;

namespace PolicyAssistantBot.Knowledge.Answers.RuleWording;

internal static partial class RuleTexts
{
    /// <summary>Folded words by which a tax is claimed not to be due.</summary>
    public static PhraseSet ExemptWords { get; } =
        new(
            "mien",
            "khoi",
            "khong phai",
            "ko phai",
            "k phai",
            "khong can",
            "khong bi",
            "khong thue",
            "khong mat thue",
            "exempt",
            "exemption",
            "no tax",
            "not pay",
            "tax free",
            "nothing"
        );

    /// <summary>Folded words by which a tax is claimed to be due.</summary>
    public static PhraseSet DueWords { get; } =
        new("phai nop", "phai dong", "phai chiu", "bi thue", "co thue", "have to pay", "must pay", "taxed");

    /// <summary>{0} revenue, {1} bound, {2} clause.</summary>
    public static LocalizedText CitExempt { get; } =
        new(
            "Doanh nghiệp **có thể được miễn** thuế thu nhập doanh nghiệp, vì tổng doanh thu kỳ trước liền kề {0} không quá {1} ({2}).",
            "The enterprise **may be exempt** from corporate income tax, because total revenue of the preceding period, {0}, "
                + "is within {1} ({2})."
        );

    public static LocalizedText CitExemptNote { get; } =
        new(
            "Không áp dụng cho công ty con, công ty liên kết với doanh nghiệp không đủ điều kiện, và một số khoản thu nhập. "
                + "Doanh nghiệp mới, dự kiến trong mức thì không phải tạm nộp; cuối kỳ vượt mức thì quyết toán, không tính tiền chậm "
                + "nộp. Miễn này không gồm thuế giá trị gia tăng.",
            "It does not apply to subsidiaries and affiliates of an enterprise that does not qualify, nor to some income. A "
                + "new enterprise that expects to stay within the bound pays nothing provisionally; if it ends above, it settles the "
                + "tax without late-payment interest. VAT is not covered."
        );

    /// <summary>{0} percent, {1} clause, {2} revenue, {3} band.</summary>
    public static LocalizedText CitRate { get; } =
        new(
            "Thuế suất thuế thu nhập doanh nghiệp: **{0}%** ({1}), vì tổng doanh thu kỳ trước liền kề {2} nằm trong mức {3}.",
            "The corporate income tax rate: **{0}%** ({1}), because total revenue of the preceding period, {2}, is in the band {3}."
        );

    public static LocalizedText CitRateNote { get; } =
        new(
            "Căn cứ là doanh thu của kỳ tính thuế trước liền kề. Công ty con, công ty liên kết với doanh nghiệp không đủ điều "
                + "kiện không được áp dụng mức ưu đãi. Cơ quan thuế xác định khi kê khai.",
            "The revenue of the preceding tax period counts. Subsidiaries and affiliates of an enterprise that does not "
                + "qualify cannot use a lower rate. The tax authority decides on the declaration."
        );

    /// <summary>{0} percent, {1} clause.</summary>
    public static LocalizedText CitAffiliated { get; } =
        new(
            "Công ty con, công ty liên kết với doanh nghiệp không đủ điều kiện **không được** áp dụng miễn theo doanh thu và "
                + "các mức ưu đãi, nên thuế suất: **{0}%** ({1}).",
            "A subsidiary or affiliate of an enterprise that does not qualify **cannot** use the exemption by revenue or a "
                + "lower rate, so the rate is **{0}%** ({1})."
        );

    /// <summary>{0} revenue, {1} months, {2} revenue of a year.</summary>
    public static LocalizedText Annualised { get; } =
        new(
            "Kỳ trước dưới 12 tháng nên quy ra năm: {0} ÷ {1} tháng × 12 = {2} (Nghị định 320/2025/NĐ-CP, Điều 11).",
            "The preceding period was under 12 months, so it is annualised: {0} ÷ {1} months × 12 = {2} (Decree "
                + "320/2025/NĐ-CP, Article 11)."
        );

    /// <summary>{0} a bound.</summary>
    public static LocalizedText NotAbove { get; } = new("không quá {0}", "up to {0}");

    /// <summary>{0} a bound.</summary>
    public static LocalizedText MoreThan { get; } = new("trên {0}", "above {0}");

    /// <summary>{0} and {1} bounds.</summary>
    public static LocalizedText Between { get; } = new("trên {0} đến {1}", "above {0} up to {1}");

    /// <summary>{0} percent, {1} revenue, {2} bound, {3} document.</summary>
    public static LocalizedText ReductionApplies { get; } =
        new(
            "**Có thể được giảm {0}%** thuế thu nhập của kỳ tính thuế 2026–2027, vì doanh thu {1} không quá {2} ({3}).",
            "The income tax of the tax periods 2026–2027 **may be cut by {0}%**, because revenue of {1} is within {2} ({3})."
        );

    /// <summary>{0} percent, {1} revenue, {2} bound, {3} document.</summary>
    public static LocalizedText ReductionDoesNotApply { get; } =
        new(
            "**Không thuộc diện giảm {0}%**, vì doanh thu {1} vượt {2} ({3}).",
            "The cut of {0}% does **not** apply, because revenue of {1} exceeds {2} ({3})."
        );

    public static LocalizedText ReductionNote { get; } =
        new(
            "Áp dụng cho thuế thu nhập doanh nghiệp và thuế thu nhập cá nhân từ kinh doanh, không giảm thuế giá trị gia tăng. "
                + "Theo báo chí; anh/chị hỏi cơ quan thuế trước khi kê khai.",
            "It covers corporate income tax and personal income tax on business, not VAT. This is from the press; "
                + "please check with the tax authority before you declare."
        );

    /// <summary>{0} percent, {1} business, {2} clause, {3} bound.</summary>
    public static LocalizedText RevenueMethod { get; } =
        new(
            "**{0}% trên doanh thu**: {1} ({2}). Cách này chỉ dành cho doanh nghiệp có tổng doanh thu năm không quá {3} mà "
                + "không xác định được chi phí, thu nhập; doanh nghiệp nộp theo cách này không được miễn thuế 2 năm của diện chuyển "
                + "từ hộ kinh doanh.",
            "**{0}% of revenue**: {1} ({2}). This method is only for enterprises with total yearly revenue up to {3} whose "
                + "cost and income cannot be determined; they do not get the 2-year exemption for converted household businesses."
        );

    /// <summary>{0} clause, {1} bound, {2} list.</summary>
    public static LocalizedText RevenueMethodAllRates { get; } =
        new(
            "Doanh nghiệp có tổng doanh thu năm không quá {1} mà không xác định được chi phí, thu nhập thì **nộp theo tỷ lệ "
                + "phần trăm trên doanh thu** ({0}): {2}.",
            "An enterprise with total yearly revenue up to {1} whose cost and income cannot be determined **pays a percentage "
                + "of revenue** ({0}): {2}."
        );

    /// <summary>{0} revenue, {1} bound, {2} clause.</summary>
    public static LocalizedText RevenueMethodNotAllowed { get; } =
        new(
            "**Không** dùng được cách nộp theo tỷ lệ trên doanh thu: doanh thu {0} vượt {1} ({2}), nên phải tính theo thu nhập.",
            "The method by percentage of revenue does **not** apply: revenue of {0} exceeds {1} ({2}), so tax is on income."
        );
}
