using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>What is plainly not the Department's matter, and whose it is, as far as that is certain. Matched on folded text.</summary>
internal static class OtherMatters
{
    /// <summary>Who answers for it, to be put after "please ask"; empty texts where no public body does; null when it may be the
    /// Department's matter.</summary>
    public static LocalizedText? Of(string folded) =>
        Array.Find(Table, row => row.Words.IsMatch(folded)).Body
        ?? (
            Provinces.IsMatch(folded)
            && !folded.Contains("ha noi", StringComparison.Ordinal)
            && !folded.Contains("hanoi", StringComparison.Ordinal)
                ? Elsewhere
                : null
        )
        ?? NeighbouringMatters.Of(folded)
        ?? (Leisure.IsMatch(folded) && !Business.IsMatch(folded) ? Nobody : null);

    /// <summary>The folded words by which the question names another body's matter; null where a place or nothing names it.</summary>
    public static string? Named(string folded) =>
        Array.Find(Table, row => row.Words.IsMatch(folded)).Words?.Match(folded).Value ?? NeighbouringMatters.Named(folded);

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly LocalizedText Nobody = new("", "");

    private static readonly LocalizedText Elsewhere = new(
        "cơ quan tài chính của tỉnh, thành phố đó",
        "the finance department of that province or city"
    );

    // "Đa năng", "cần thợ" look like cities without their marks: a word of place must lead to them.
    private static readonly Regex Provinces = new(
        @"\b(tp ?hcm|tphcm|tp ho chi minh|thanh pho ho chi minh|sai gon|ho chi minh city|da nang city)\b"
            + @"|\b(o|tai|tinh|tp|thanh pho|hdnd|ubnd|so tai chinh|doanh nghiep|in) (da nang|hai phong|can tho|hue|binh duong|dong nai|bac ninh|hung yen|vinh phuc|ha nam|nam dinh|thai nguyen|thai binh|nghe an|thanh hoa|quang ninh|hai duong|hoa binh|phu tho|lao cai|lang son|quang nam|quang ngai|khanh hoa|lam dong|long an|kien giang|an giang|ca mau|dak lak|gia lai|tay ninh|vung tau)\b",
        Options
    );

    // Fields of business too: out of scope only where no business is spoken of.
    private static readonly Regex Leisure = new(
        @"\b(phim|ca si|nau an|cach nau|cong thuc mon|ve tau|ve may bay|ve xe|dat phong|khach san|du lich|tieng anh giao tiep|recipe|football|flight|hotel|restaurant|song)\b",
        Options
    );

    private static readonly Regex Business = new(
        @"\b(cong ty|cty|doanh nghiep|dn|kinh doanh|hkd|ho tro|vay|von|thue|nganh|linh vuc|startup|chung nhan|business|company|enterprise|sme|support|tax|loan|run|certificate)\b",
        Options
    );

    private static readonly (Regex Words, LocalizedText Body)[] Table =
    [
        Row(
            @"\b(ho chieu|passport|visa|xin visa|giay phep lai xe|bang lai|driving licen[cs]e|can cuoc cong dan bi mat|(lam|cap|doi) (lai )?(the )?(can cuoc|chung minh( thu| nhan dan)?|cccd|cmnd))\b",
            "Công an thành phố Hà Nội",
            "the Hanoi police"
        ),
        Row(
            @"\b(ket hon|ly hon|khai sinh|ho khau|marriage|birth certificate|divorce)\b",
            "Ủy ban nhân dân phường, xã nơi cư trú",
            "the People's Committee of your ward or commune"
        ),
        Row(@"\b(bao hiem y te|luong huu|health insurance card|pension)\b", "cơ quan Bảo hiểm xã hội", "the social insurance agency"),
        Row(
            @"\b(nhap hoc|thi dai hoc|school enrol+ment)\b",
            "nhà trường hoặc Sở Giáo dục và Đào tạo",
            "the school or the Department of Education and Training"
        ),
        Row(
            @"\b(xin viec|tuyen dung vao|ung tuyen|thi cong chuc|(job|work|vacancy) at the department)\b",
            "thông báo tuyển dụng công khai của cơ quan đó",
            "the public recruitment notices of that body"
        ),
        Row(
            @"\b(ngan hang nao|bank)\b.*\b(lai suat|lai|rate|interest)\b.*\b(thap nhat|re nhat|tot nhat|lowest|best|cheapest)\b",
            "trực tiếp các ngân hàng (lãi suất thay đổi hằng ngày, tôi không so sánh ngân hàng)",
            "the banks themselves (rates change daily, and I do not compare banks)"
        ),
        Row(
            @"\b(gia vang|gia xang|gia dau (hom nay|bao nhieu|tho|the gioi)|gia dien (hom nay|bao nhieu)|ty gia|exchange rate|fuel price|vang sjc|xo so|so xo|lo de|bong da|ty so|thoi tiet|co mua khong|troi mua|tu vi|boi toan|bai van)\b"
                + @"|\b(python|javascript|script|source code|viet code|lam tho|viet bai tho|poem|joke|ke chuyen cuoi|weather|lottery|gold price|stock tip|horoscope|homework|essay|translate this)\b"
                + @"|\b(nghi gi ve|danh gia|nhan xet) (ve )?(lanh dao|chinh quyen|chu tich|bi thu|dang|chinh tri)\b|\b(bau cu|election|politician)\b"
                + @"|\b(co phieu|chung khoan|bitcoin|tien ao|crypto)\b.*\b(nen mua|mua gi|hom nay|tang|giam|gia)\b",
            "",
            ""
        ),
    ];

    private static (Regex Words, LocalizedText Body) Row(string words, string vi, string en) =>
        (new Regex(words, Options), vi.Length == 0 ? Nobody : new LocalizedText(vi, en));
}
