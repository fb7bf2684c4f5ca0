using System.Collections.Frozen;

namespace PolicyAssistantBot.Knowledge.Answers.Citing;

/// <summary>Sources that have a Vietnamese name and no number, in English; a number is the same in both languages.</summary>
public static class DocumentNames
{
    private static readonly FrozenDictionary<string, string> English = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Biểu mẫu gửi yêu cầu của trợ lý"] = "The assistant's request form",
        ["Báo Lao Động"] = "Lao Động newspaper",
        ["Báo Nhân Dân"] = "Nhân Dân newspaper",
        ["Báo Nhân Dân, Việt Nam News"] = "Nhân Dân newspaper, Việt Nam News",
        ["Báo VEN, VCCI"] = "VEN newspaper, VCCI",
        ["Báo chí về Quỹ đầu tư mạo hiểm Hà Nội"] = "Press reports on the Hanoi Venture Capital Fund",
        ["Báo chí về các hội, hiệp hội doanh nghiệp"] = "Press reports on business associations",
        ["Cách làm việc của trợ lý"] = "How the assistant works",
        ["Cổng thông tin Sở Tài chính Hà Nội"] = "Website of the Hanoi Department of Finance",
        ["Dự thảo Luật Hỗ trợ doanh nghiệp nhỏ và vừa (sửa đổi)"] = "Draft Law on Support for SMEs (amended)",
        ["Khuyến cáo chung về lừa đảo"] = "General advice on fraud",
        ["Mức vay của cơ sở sản xuất, kinh doanh (chưa có nguồn chắc)"] =
            "Loan amounts of production and business establishments (no reliable source)",
        ["Nghị định hướng dẫn hỗ trợ lãi suất xanh (chưa thấy ban hành)"] = "Decree on green interest support (not seen as issued)",
        ["Quy chế của thành phố"] = "City regulation",
        ["Quy chế iHanoi của thành phố Hà Nội"] = "The city's iHanoi regulation",
        ["Quy định đăng ký thuế (trang pháp luật)"] = "Rules on tax registration (legal website)",
        ["Quỹ Đầu tư phát triển thành phố Hà Nội"] = "Hanoi Development Investment Fund",
        ["Thông lệ chung của bên mua"] = "Common practice of buyers",
        ["Thông lệ chung của ngân hàng"] = "Common practice of banks",
        ["Thông lệ chung về bao thanh toán"] = "Common practice of factoring",
        ["Thông lệ chung về cho thuê tài chính"] = "Common practice of finance leasing",
        ["Thông lệ chung về thanh toán quốc tế"] = "Common practice of international payment",
        ["Thông tin liên hệ của Sở Tài chính Hà Nội (chưa xác nhận)"] =
            "Contact details of the Hanoi Department of Finance (not confirmed)",
        ["Thông tin về tiêu chuẩn ISO (trang thứ cấp)"] = "Information on ISO standards (secondary sources)",
        ["Trang thứ cấp về triển lãm, hiệp hội"] = "Secondary sources on exhibitions and associations",
        ["Trung tâm Thông tin tín dụng quốc gia (CIC)"] = "National Credit Information Center (CIC)",
        ["Địa chỉ Trung tâm Phục vụ hành chính công (nguồn mâu thuẫn)"] =
            "Address of the Public Administrative Service Center (sources differ)",
        ["Địa chỉ, điện thoại các hội (chưa xác nhận)"] = "Addresses and telephone numbers of associations (not confirmed)",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Translate(string document, Lang lang) =>
        lang == Lang.En ? English.GetValueOrDefault(document, document) : document;
}
