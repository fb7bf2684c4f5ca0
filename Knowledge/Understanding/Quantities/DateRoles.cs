using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>Determines the role of a date from the words before it.</summary>
internal static partial class DateRoles
{
    /// <summary>The number of characters before a date that are examined.</summary>
    private const int LookBehindLength = 34;

    public static DateRole Determine(string folded, int start, DateMention mention)
    {
        var textBefore = folded[Math.Max(0, start - LookBehindLength)..start];
        // The pattern of a short day takes its own cue.
        var cue = CueRegex().Match(mention.Unit == DateUnit.Day ? AppendOwnCue(folded, start, textBefore) : textBefore);
        var isRuleYear = RuleYearRegex().IsMatch(textBefore);
        if (OtherEventRegex().IsMatch(textBefore) && !isRuleYear)
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

    // Events whose date is not the day as of which is asked: a founding, an account, a document, a period.
    [GeneratedRegex(
        @"\b(thanh lap|lap|mo|dang ky( kinh doanh| lan dau)?|cap( giay)?|duoc cap|hoat dong|ra doi|doanh thu|loi nhuan"
            + @"|bao cao|tai chinh|nghi dinh|luat|nghi quyet|thong tu|quyet dinh|nd|tt|nq|qd|giai doan|den|mua|sinh|founded"
            + @"|established|set up|registered|incorporated|started|opened|revenue|accounts|statements|decrees?|laws?"
            + @"|circulars?|resolutions?|decisions?|filed|nop (ho so|don)|submitted|iso)( [^ ]+){0,3} ?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OtherEventRegex();
}
