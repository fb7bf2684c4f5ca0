using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// Words that decide where a question belongs before any article is looked at: somebody's own file, complaint or dispute goes to a
/// person. Matched on folded text; what is plainly not the Department's matter is in <see cref="OtherMatters"/>.
/// </summary>
internal static class Signals
{
    /// <summary>The asker's own file, a decision, a complaint or a dispute: only a person with the file can answer.</summary>
    public static bool IsPersonal(string folded) => Personal.IsMatch(folded) && !OwnNumber.IsMatch(folded);

    /// <summary>Somebody may be in danger: a person must help at once.</summary>
    /// <param name="text">As typed: "từ từ" (slowly) is told from what it looks like without its marks.</param>
    public static bool IsCrisis(string folded, string text) =>
        Crisis.IsMatch(folded) || text.Contains("tự tử", StringComparison.OrdinalIgnoreCase);

    /// <summary>Asks for advice between alternatives, or about a product or an address that is not named: a fact is missing that only the
    /// asker has.</summary>
    public static bool LacksAFact(string folded) => Compares(folded) || MissingFact.IsMatch(Joined(folded));

    /// <summary>The words of a matter that is the Department's and of which articles tell nothing yet; null when there are none. An article
    /// that names it goes first.</summary>
    public static string? Unwritten(string folded) => UnwrittenMatters.Match(folded) is { Success: true } match ? match.Value : null;

    /// <summary>Asks which of two to choose.</summary>
    public static bool Compares(string folded) => Alternatives.IsMatch(folded);

    /// <summary>"Cửa hàng", "ngân hàng" and the like are one word, which only ends in "goods".</summary>
    private static string Joined(string folded) =>
        folded
            .Replace("cua hang", "cuahang", StringComparison.Ordinal)
            .Replace("ngan hang", "nganhang", StringComparison.Ordinal)
            .Replace("khach hang", "khachhang", StringComparison.Ordinal)
            .Replace("don hang", "donhang", StringComparison.Ordinal);

    private static readonly Regex Crisis = new(
        @"\b((muon|dinh|chac|nghi den chuyen) tu tu( mat| thoi| cho xong| day)?$|tu sat|khong muon song|chan song|muon chet|chet cho xong|het duong song|ket lieu|suicide|kill myself|end my life|want to die|hurt myself)\b"
            + @"|\b(xa hoi den|giang ho|doa giet|bi danh dap|khung bo doi no|siet no|threaten(ed|ing)? (to kill|me|us)|loan shark)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    private static readonly Regex UnwrittenMatters = new(
        @"\b(covid)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    private static readonly Regex Alternatives = new(
        @"\bnen\b.*\bhay( la)?\b|\bshould (we|i|my company|our company)\b.* or \b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    private static readonly Regex MissingFact = new(
        @"\b(san pham|mat hang|hang hoa|hang)( cua)? (toi|em|minh|chung toi|cong ty|ben em|ben toi)\b.*\b(co phai|co can|co bat buoc|phai)\b"
            + @"|\b(my|our) products?\b.*\b(need|have to|must|require)\b|\b(does|do|must) (my|our) products?\b"
            + @"|\b(pho|duong|ngo|ngach|so nha)\b.*\bthuoc (phuong|xa) nao\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    // What a form refuses is explained by an article; nobody decided it.
    private static readonly Regex OwnNumber = new(
        @"\b(tax code|check digit|ma so thue|mst|phone number|so dien thoai)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    private static readonly Regex Personal = new(
        @"\b(ho so|don|yeu cau|de nghi|giay to|khoan vay|khoan ho tro)( vay)? (cua )?(cong ty |doanh nghiep |co so |ho )?(toi|em|minh|chung toi|ben em|ben minh)\b.*\b(nop|chua|sao|bao gio|tu choi|bi|tra lai|khi nao|den dau|duyet)\b"
            + @"|\b(nop|gui)\b.*\b(chua|khong|ko|k|cha|chang) (thay |co |nhan duoc |duoc )?(ai )?(tra loi|ket qua|phan hoi|hoi am)\b"
            + @"|\b(sap|bi|gan) (pha san|vo no|sap tiem)\b|\b(chan|met) (lam |qua )?(roi|lam roi)\b.*\b(no|giup|cuu)\b|\b(tuyet vong|be tac|kiet que)\b|\b(about to|going to) (go bankrupt|lose (my|our) (company|business))\b|\b(desperate|drowning in debt)\b"
            + @"|\b(bi )?(cong an|co quan dieu tra|vien kiem sat|toa an) (kinh te |phuong |quan |thanh pho )?(moi|trieu tap|goi) (toi|em|minh|len|den|ra|lam viec)\b"
            + @"|\b(toi|em|minh|cong ty toi|chung toi|ben em) (dang|bi|muon|dinh) (kien|khoi kien|khieu nai|to cao|tranh chap)\b"
            + @"|\b(tranh chap|kien) (voi )?(doi tac|khach hang|ngan hang|chu dat|co dong)\b"
            + @"|\btu choi (ho so|don|cho vay|ho tro)\b.*\b(toi|em|minh|can thiep)\b|\bcan thiep\b|\b(ho so|khoan) vay\b.*\bbi tu choi\b|\blac dau\b"
            + @"|\b(them|bo sung|sua|rut|huy)\b.*\b(ho so|yeu cau|don) (da|vua) (gui|nop)\b"
            + @"|\b(sua|dien|khai|nhap) (nham|sai)\b.*\b(yeu cau|ho so|thong tin|lao dong|doanh thu)\b"
            + @"|\bmy (application|file|case|dossier|loan application)\b.*\b(status|rejected|refused|pending|yet|when|submitted|denied)\b|\b(turned down|rejected|refused|declined)\b.*\b(my|our)\b|\b(my|our)\b.*\b(turned down|rejected|refused|declined)\b"
            + @"|\b(i|we) (submitted|applied|filed)\b.*\b(no|not|yet|still|when)\b|\b(sue|suing|lawsuit|dispute with|complain about)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );
}
