namespace PolicyAssistantBot.Knowledge.Answers.RuleWording;

internal static partial class RuleTexts
{
    /// <summary>{0} revenue, {1} threshold, {2} clause.</summary>
    public static LocalizedText HouseholdBelow { get; } =
        new(
            "Hộ kinh doanh **không phải nộp** thuế giá trị gia tăng và thuế thu nhập cá nhân, vì doanh thu {0} không quá {1} "
                + "một năm ({2}).",
            "The household business does **not owe** VAT and personal income tax, because revenue of {0} is within {1} a year ({2})."
        );

    /// <summary>{0} revenue, {1} threshold, {2} upper bound, {3} document.</summary>
    public static LocalizedText HouseholdChoice { get; } =
        new(
            "Hộ kinh doanh **được chọn phương pháp tính thuế**, vì doanh thu {0} trên {1} đến {2} một năm ({3}). "
                + "Cơ quan thuế xác nhận cách tính.",
            "The household business **may choose its method** of tax, because revenue of {0} is above {1} up to {2} a year "
                + "({3}). The tax office confirms the method."
        );

    /// <summary>{0} revenue, {1} percent, {2} document.</summary>
    public static LocalizedText HouseholdIncome { get; } =
        new(
            "Hộ kinh doanh nộp thuế **{1}% tính trên thu nhập** (doanh thu trừ chi phí), vì doanh thu {0} một năm thuộc mức "
                + "này ({2}). Cơ quan thuế xác nhận cách tính.",
            "The household business pays **{1}% on income** (revenue less cost), because revenue of {0} a year is in that "
                + "band ({2}). The tax office confirms the method."
        );

    /// <summary>{0} trade, {1} VAT percent, {2} revenue, {3} VAT, {4} income percent, {5} above the threshold, {6} income tax,
    /// {7} both.</summary>
    public static LocalizedText HouseholdRevenueMethod { get; } =
        new(
            "Nếu tính trên doanh thu, ngành {0}: thuế giá trị gia tăng {1}% × {2} = {3}; thuế thu nhập cá nhân {4}% × {5} "
                + "(phần vượt ngưỡng) = {6}; **cộng {7}**, chưa trừ các khoản miễn, giảm.",
            "Taxed on revenue, as {0}: VAT {1}% × {2} = {3}; personal income tax {4}% × {5} (what exceeds the threshold) = "
                + "{6}; **{7} together**, before any relief."
        );

    public static LocalizedText HouseholdStillNotifies { get; } =
        new(
            "Vẫn phải thông báo doanh thu (mẫu 01/TKN-CNKD) và thông báo tài khoản, ví điện tử với cơ quan thuế. Hóa đơn điện "
                + "tử không bắt buộc; khi doanh thu vượt mức thì đăng ký trong 30 ngày.",
            "Revenue (form 01/TKN-CNKD) and bank accounts or e-wallets must still be notified to the tax office. E-invoices "
                + "are not compulsory; once revenue exceeds the bound they must be registered within 30 days."
        );

    public static LocalizedText HouseholdMustInvoice { get; } =
        new(
            "Trên ngưỡng 1 tỷ đồng một năm thì phải kê khai thuế và dùng hóa đơn điện tử, đăng ký trong 30 ngày kể từ ngày "
                + "cuối kỳ tính thuế có doanh thu lũy kế vượt mức (Nghị định 141/2026/NĐ-CP, Điều 1).",
            "Above VND 1 billion a year tax must be declared and e-invoices used, registered within 30 days from the last day "
                + "of the tax period in which accumulated revenue exceeded it (Decree 141/2026/NĐ-CP, Article 1)."
        );

    /// <summary>{0} revenue, {1} bound, {2} clause.</summary>
    public static LocalizedText InvoiceMandatory { get; } =
        new(
            "**Bắt buộc** dùng hóa đơn điện tử, vì doanh thu {0} trên {1} một năm ({2}). Phải đăng ký trong **30 ngày** kể từ "
                + "ngày cuối của kỳ tính thuế có doanh thu lũy kế vượt mức; và không còn thuộc diện không phải nộp thuế.",
            "E-invoices are **compulsory**, because revenue of {0} is above {1} a year ({2}). They must be registered within "
                + "**30 days** from the last day of the tax period in which accumulated revenue exceeded it; and tax is due from "
                + "then on."
        );

    /// <summary>{0} revenue, {1} bound, {2} clause.</summary>
    public static LocalizedText InvoiceOptional { get; } =
        new(
            "**Không bắt buộc** dùng hóa đơn điện tử, vì doanh thu {0} không quá {1} một năm ({2}); hộ có thể tự nguyện dùng.",
            "E-invoices are **not compulsory**, because revenue of {0} is within {1} a year ({2}); they may be used voluntarily."
        );

    /// <summary>{0} threshold, {1} month, {2} days, {3} clause.</summary>
    public static LocalizedText CrossedThreshold { get; } =
        new(
            "**Bắt buộc** đăng ký hóa đơn điện tử: doanh thu cộng dồn vượt {0} trong tháng {1} thì phải đăng ký trong {2} ngày kể từ ngày "
                + "cuối của kỳ tính thuế đó ({3}).",
            "E-invoices are **compulsory**: as revenue of the year exceeded {0} in {1}, they must be registered within {2} days from the "
                + "last day of that tax period ({3})."
        );

    /// <summary>{0} end of the period, {1} last day to register.</summary>
    public static LocalizedText DueByMonth { get; } =
        new("- Khai thuế theo tháng: kỳ kết thúc {0}, hạn cuối **{1}**.", "- Declaring by month: the period ends on {0}, due by **{1}**.");

    /// <summary>{0} end of the period, {1} last day to register.</summary>
    public static LocalizedText DueByQuarter { get; } =
        new("- Khai thuế theo quý: kỳ kết thúc {0}, hạn cuối **{1}**.", "- Declaring by quarter: the period ends on {0}, due by **{1}**.");

    /// <summary>{0} months, {1} least months, {2} clause.</summary>
    public static LocalizedText HouseholdTooYoung { get; } =
        new(
            "**Chưa đủ điều kiện**: hộ hoạt động {0} tháng, chưa đủ {1} tháng liên tục ({2}). Điều kiện này áp dụng cho cả hỗ "
                + "trợ chuyển lên doanh nghiệp và miễn thuế thu nhập doanh nghiệp 2 năm.",
            "**Not yet**: the household has been active for {0} months, less than the {1} months without a break that are "
                + "needed ({2}). This holds for the support of converted households and for the 2-year exemption from corporate "
                + "income tax."
        );

    /// <summary>{0} months, {1} least months, {2} clause.</summary>
    public static LocalizedText HouseholdOldEnough { get; } =
        new(
            "**Đủ thời gian**: hộ hoạt động liên tục {0} tháng, từ {1} tháng trở lên ({2}), nên **có thể được miễn** thuế thu "
                + "nhập doanh nghiệp **2 năm** liên tục kể từ khi có thu nhập chịu thuế và nhận hỗ trợ chuyển đổi, nếu đủ các điều "
                + "kiện khác.\n\nHai điều kiện hay bị bỏ sót: doanh nghiệp có sổ sách, hóa đơn và nộp thuế theo kê khai; và người "
                + "đại diện theo pháp luật có góp vốn, thành viên hợp danh, người góp vốn cao nhất chưa giữ vai trò nào trong ba vai "
                + "trò đó ở doanh nghiệp đang hoạt động hoặc giải thể chưa đủ 12 tháng. Cơ quan thuế xác định khi kê khai.",
            "**Long enough**: the household has been active for {0} months, at least {1} ({2}), so it **may be exempt** from "
                + "corporate income tax for **2 years** in a row from its first taxable income and get the support for conversion, "
                + "if the other conditions are met.\n\nTwo conditions are often overlooked: the enterprise keeps books, uses "
                + "invoices and pays tax by declaration; and its legal representative with capital, general partners and largest "
                + "contributor held none of these three roles in an enterprise that is active or was dissolved less than 12 months "
                + "ago. The tax authority decides on the declaration."
        );
}
