using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// Words that decide where a question belongs before any article is looked at: somebody's own file, complaint or dispute goes to a
/// person; what is plainly not the Department's matter is said to be so. Matched on folded text.
/// </summary>
internal static class Signals
{
    /// <summary>The asker's own file, a decision, a complaint or a dispute: only a person with the file can answer.</summary>
    public static bool IsPersonal(string folded) => Personal.IsMatch(folded);

    /// <summary>Plainly another body's matter, another province's, or no public matter at all.</summary>
    public static bool IsOutOfScope(string folded) => OutOfScope.IsMatch(folded);

    /// <summary>Asks for advice between alternatives, or about a product or an address that is not named: a fact is missing that only the asker has.</summary>
    public static bool LacksAFact(string folded) => MissingFact.IsMatch(folded);

    private static readonly Regex MissingFact = new(
        @"\bnen\b.*\bhay( la)?\b|\bshould (we|i|my company|our company)\b.* or \b" +
        @"|\b(san pham|mat hang|hang hoa|hang)( cua)? (toi|em|minh|chung toi|cong ty|ben em|ben toi)\b.*\b(co phai|co can|co bat buoc|phai)\b" +
        @"|\b(my|our) products?\b.*\b(need|have to|must|require)\b|\b(does|do|must) (my|our) products?\b" +
        @"|\b(pho|duong|ngo|ngach|so nha)\b.*\bthuoc (phuong|xa) nao\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex Personal = new(
        @"\b(ho so|don|yeu cau|de nghi|giay to|khoan vay|khoan ho tro)( vay)? (cua )?(cong ty |doanh nghiep |co so |ho )?(toi|em|minh|chung toi|ben em|ben minh)\b.*\b(nop|chua|sao|bao gio|tu choi|bi|tra lai|khi nao|den dau|duyet)\b" +
        @"|\b(nop|gui)\b.*\b(chua|khong) (thay|co|nhan duoc|duoc) (tra loi|ket qua|phan hoi|hoi am)\b" +
        @"|\b(toi|em|minh|cong ty toi|chung toi|ben em) (dang|bi|muon|dinh) (kien|khoi kien|khieu nai|to cao|tranh chap)\b" +
        @"|\b(tranh chap|kien) (voi )?(doi tac|khach hang|ngan hang|chu dat|co dong)\b" +
        @"|\btu choi (ho so|don|cho vay|ho tro)\b.*\b(toi|em|minh|can thiep)\b|\bcan thiep\b|\b(ho so|khoan) vay\b.*\bbi tu choi\b|\blac dau\b" +
        @"|\b(them|bo sung|sua|rut|huy)\b.*\b(ho so|yeu cau|don) (da|vua) (gui|nop)\b" +
        @"|\b(sua|dien|khai|nhap) (nham|sai)\b.*\b(yeu cau|ho so|thong tin|lao dong|doanh thu)\b" +
        @"|\bmy (application|file|case|dossier|loan application)\b.*\b(status|rejected|refused|pending|yet|when|submitted|denied)\b|\b(turned down|rejected|refused|declined)\b.*\b(my|our)\b|\b(my|our)\b.*\b(turned down|rejected|refused|declined)\b" +
        @"|\b(i|we) (submitted|applied|filed)\b.*\b(no|not|yet|still|when)\b|\b(sue|suing|lawsuit|dispute with|complain about)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex OutOfScope = new(
        @"\b(gia vang|vang sjc|xo so|so xo|lo de|bong da|ty so|thoi tiet|phim|ca si|tu vi|boi toan|nau an|cach nau|cong thuc mon|ve tau|ve may bay|ve xe|dat phong|khach san|du lich|bai van|thi dai hoc|tieng anh giao tiep)\b" +
        @"|\b(ho chieu|passport|ket hon|ly hon|khai sinh|ho khau|bang lai|giay phep lai xe|visa|xin visa|nhap hoc|bao hiem y te|luong huu)\b" +
        @"|\b(python|javascript|script|source code|viet code|lam tho|viet bai tho|poem|joke|ke chuyen cuoi|recipe|weather|lottery|football|gold price|stock tip|horoscope|flight|hotel|restaurant|homework|essay|translate this|song)\b" +
        @"|\b(tp ?hcm|tphcm|tp ho chi minh|thanh pho ho chi minh|sai gon|da nang|hai phong|can tho|binh duong|dong nai|ho chi minh city)\b" +
        @"|\b(xin viec|tuyen dung vao|ung tuyen|thi cong chuc)\b|\b(job|work|vacancy) at the department\b" +
        @"|\b(nghi gi ve|danh gia|nhan xet) (ve )?(lanh dao|chinh quyen|chu tich|bi thu|dang|chinh tri)\b|\b(bau cu|election|politician)\b" +
        @"|\b(ngan hang nao|bank)\b.*\b(lai suat|lai|rate|interest)\b.*\b(thap nhat|re nhat|tot nhat|lowest|best|cheapest)\b" +
        @"|\b(co phieu|chung khoan|bitcoin|tien ao|crypto)\b.*\b(nen mua|mua gi|hom nay|tang|giam|gia)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
