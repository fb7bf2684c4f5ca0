using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>Determines the role of a date from the words before it, and of a bare year also from those after it.</summary>
internal static partial class DateRoles
{
    /// <summary>The number of characters before a date that are examined.</summary>
    private const int LookBehindLength = 34;

    public static DateRole Determine(string folded, int start, int length, DateMention mention, DateOnly today)
    {
        var textBefore = folded[Math.Max(0, start - LookBehindLength)..start];
        // The pattern of a short day takes its own cue.
        var cue = CueRegex().Match(mention.Unit == DateUnit.Day ? AppendOwnCue(folded, start, textBefore) : textBefore);
        var isRuleYear = RuleYearRegex().IsMatch(textBefore);
        if (
            !isRuleYear
            && (
                OtherEventRegex().IsMatch(textBefore)
                || NumberedDocumentRegex().IsMatch(textBefore)
                || (!cue.Success && mention.Unit == DateUnit.Year && OwnEventRegex().IsMatch(folded[(start + length)..]))
                || (!cue.Success && mention.Last < today && FoundingRegex().IsMatch(folded[(start + length)..]))
            )
        )
        {
            return DateRole.OtherEvent;
        }

        return isRuleYear ? DateRole.PointInTime
            : !cue.Success ? DateRole.None
            : cue.Groups["before"].Success ? DateRole.Before
            : cue.Groups["after"].Success ? DateRole.After
            : cue.Groups["from"].Success ? DateRole.From
            : cue.Groups["until"].Success ? DateRole.Until
            : DateRole.PointInTime;
    }

    private static string AppendOwnCue(string folded, int start, string textBefore) =>
        OwnCueRegex().Match(folded, start) is { Success: true } own ? textBefore + own.Value : textBefore;

    [GeneratedRegex(
        @"\G(ngay|hom|mung|mong|han|truoc|sau|tu|den|on|by|before|after|from|until) ",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OwnCueRegex();

    [GeneratedRegex(
        @"\b((?<before>truoc|before|prior to)|(?<after>sau|after)|(?<from>ke tu|tu|from|since|bat dau tu)|(?<until>den "
            + @"het|den|cho den|until|till)|vao|tinh den|tai thoi diem|tai|thoi diem|as of|as at|on|hoi|trong|in|during)( ngay"
            + @"| hom| thang| nam| quy| dau| cuoi| giua| the)* ?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex CueRegex();

    [GeneratedRegex(
        @"\b(hoi nam|quy dinh nam|luat nam|vao nam|thoi diem nam|back in|law of|rules of|rules in|as of|quy dinh|muc "
            + @"cua nam|hoi|muc nam|thue suat nam) ?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex RuleYearRegex();

    // The year of a document that is named by its number: "Luật Thủ đô số 39 năm 2024".
    [GeneratedRegex(
        @"\b(luat|nghi dinh|nghi quyet|thong tu|quyet dinh|nd|tt|nq|qd|law|decree|circular|resolution)\b.{0,24}\b(so|no) ?\d+ (nam |of )?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NumberedDocumentRegex();

    // What happened to the asker in that year: "năm 2025 quên nộp", "2025 doanh thu 8 tỷ".
    [GeneratedRegex(
        @"^[\s,]*((thi|cong ty|cty|dn|ho|ben|ben em|ben toi|em|toi|minh|chi|moi|cung|we|i|our|the company) )*"
            + @"((doanh thu|loi nhuan)( (duoc|dat|khoang|tam|gan|hon|la|co))* \d|ban duoc|quen"
            + @"|(chua|da|lo) (nop|khai|bao|dong|xin|lam|nhan|vay|dang ky|thanh lap|bi)|bi (lo|phat|am)"
            + @"|(lo|lai)( (khoang|tam|gan|hon|duoc))* \d|"
            + @"revenue|turnover|profit|forgot|made|had|earned|lost|filed|paid|missed|was \d|were \d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OwnEventRegex();

    // "Tháng 3/2025 em thành lập công ty": the founding follows its date. Who is going to found one asks for the law of that day.
    [GeneratedRegex(
        @"^[\s,]*((thi|cong ty|cty|dn|ho|ben|ben em|ben toi|em|toi|minh|chi|anh|moi|we|i|our|the|company) )*"
            + @"(thanh lap|lap (cong ty|cty|ho)|dang ky (kinh doanh|doanh nghiep|cong ty)|mo (cong ty|cty|xuong|shop|cua hang|quan)|ra doi"
            + @"|duoc cap|was (founded|registered|set up)|founded|registered|opened|set up)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex FoundingRegex();

    // Events whose date is not the day as of which is asked: a founding, an account, a document, a period.
    [GeneratedRegex(
        @"\b(thanh lap|lap|mo|dang ky( kinh doanh| lan dau)?|cap( giay)?|duoc cap|hoat dong|ra doi|doanh thu|loi nhuan"
            + @"|bao cao|tai chinh|nghi dinh|luat|nghi quyet|thong tu|quyet dinh|nd|tt|nq|qd|giai doan|den|mua|sinh|duyet|ky( hop dong)?"
            + @"|founded"
            + @"|established|set up|registered|incorporated|started|opened|revenue|accounts|statements|decrees?|laws?"
            + @"|circulars?|resolutions?|decisions?|filed|nop (ho so|don)|submitted|approved|signed|iso)( [^ ]+){0,3} ?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OtherEventRegex();
}
