using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// What enterprises have to do with other bodies: labour, fire safety, building, customs, medicine. Told only where no support, loan,
/// certificate or tax is spoken of, which may be the Department's matter whatever it is for.
/// </summary>
internal static class NeighbouringMatters
{
    /// <summary>Who answers for it; null when it may be the Department's matter.</summary>
    public static LocalizedText? Of(string folded) =>
        Array.Find(Table, row => row.Words.IsMatch(folded)).Body is { } body && !Ours.IsMatch(folded) ? body : null;

    /// <summary>The words by which the question names the matter; null where it names none.</summary>
    public static string? Named(string folded) => Array.Find(Table, row => row.Words.IsMatch(folded)).Words?.Match(folded).Value;

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Ours = new(
        @"\b(ho tro|tu van|vay|von|iso|chung chi|mien|giam|uu dai|thue (tndn|thu nhap|suat)|quy mo|dnnvv|sme|khoi nghiep|tinh vao|tham dinh|support|loan|grant|subsidy|exempt(ion)?|size|nha cung cap|supplier)\b",
        Options
    );

    private static readonly (Regex Words, LocalizedText Body)[] Table =
    [
        Row(
            @"\b(luong toi thieu|giay phep lao dong|hop dong lao dong|lam them gio|tang ca|sa thai|cho thoi viec|tro cap thoi viec|tai nan lao dong|minimum wage|work permit|labou?r contract|overtime|severance)\b",
            "Sở Nội vụ Hà Nội",
            "the Hanoi Department of Home Affairs"
        ),
        Row(
            @"\b((cham dong|no|muc dong|tron dong|dang ky dong|dang ky) (bao hiem xa hoi|bhxh|bao hiem that nghiep)|dong (bao hiem xa hoi|bhxh|bao hiem) cho|(bao hiem xa hoi|bhxh) (cham|tre|no|dong|phat)|(nghi|che do) thai san|maternity leave|social insurance (contribution|rate|premium)s?)\b",
            "cơ quan Bảo hiểm xã hội",
            "the social insurance agency"
        ),
        Row(
            @"\b(phong chay|chua chay|pccc|fire safety|fire prevention|fire permit)\b",
            "Công an thành phố Hà Nội (cảnh sát phòng cháy, chữa cháy)",
            "the Hanoi police (fire prevention)"
        ),
        Row(
            @"\b((giay phep|xin phep|phep) xay dung|building permit|construction permit)\b",
            "Sở Xây dựng Hà Nội",
            "the Hanoi Department of Construction"
        ),
        Row(
            @"\b(thu tuc hai quan|to khai hai quan|thong quan hang|thue nhap khau|thue xuat khau|customs (clearance|declaration|procedures?)|import dut(y|ies)|export dut(y|ies))\b",
            "cơ quan Hải quan",
            "the customs authority"
        ),
        Row(
            @"\b((mo|kinh doanh|lap|thanh lap) (nha thuoc|phong kham|hieu thuoc)|open(ing)? a (pharmacy|clinic))\b",
            "Sở Y tế Hà Nội",
            "the Hanoi Department of Health"
        ),
        Row(
            @"\b(danh gia tac dong moi truong|giay phep moi truong|xu ly nuoc thai|cap so do|cap so hong|(giay chung nhan )?quyen su dung dat|chuyen muc dich su dung dat|environmental (impact|permit|licen[cs]e))\b",
            "Sở Nông nghiệp và Môi trường Hà Nội",
            "the Hanoi Department of Agriculture and Environment"
        ),
        Row(
            @"\b((thu tuc|nop don|mo thu tuc|tuyen bo|yeu cau|muon|lam|xin|luat) pha san|bankruptcy|insolvency proceedings)\b",
            "Tòa án nhân dân có thẩm quyền",
            "the competent People's Court"
        ),
        Row(
            @"\b(mo|thanh lap|lap) (trung tam (ngoai ngu|tieng anh|day them)|truong (mam non|tu thuc))\b",
            "Sở Giáo dục và Đào tạo Hà Nội",
            "the Hanoi Department of Education and Training"
        ),
    ];

    private static (Regex Words, LocalizedText Body) Row(string words, string vi, string en) =>
        (new Regex(words, Options), new LocalizedText(vi, en));
}
