using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>What the words before a date make of it.</summary>
internal static partial class DateRoles
{
    /// <summary>So many characters before a date tell what it is the date of.</summary>
    private const int LooksBack = 34;

    public static DateRole Of(string folded, int at, DateMention mention)
    {
        var before = folded[Math.Max(0, at - LooksBack)..at];
        // The pattern of a short day takes its own cue.
        var cue = CueRegex().Match(mention.Unit == DateUnit.Day ? WithOwnCue(folded, at, before) : before);
        var isRuleYear = RuleYearRegex().IsMatch(before);
        if (OfSomethingElseRegex().IsMatch(before) && !isRuleYear)
        {
            return DateRole.OfSomethingElse;
        }

        return isRuleYear ? DateRole.At
            : !cue.Success ? DateRole.Plain
            : cue.Groups["before"].Success ? DateRole.Before
            : cue.Groups["after"].Success ? DateRole.After
            : cue.Groups["from"].Success ? DateRole.From
            : cue.Groups["until"].Success ? DateRole.Until
            : DateRole.At;
    }

    private static string WithOwnCue(string folded, int at, string before) =>
        OwnCueRegex().Match(folded, at) is { Success: true } own ? before + own.Value : before;

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

    // What a date belongs to when it is no point of view: a founding, an account, a document, a span.
    [GeneratedRegex(
        @"\b(thanh lap|lap|mo|dang ky( kinh doanh| lan dau)?|cap( giay)?|duoc cap|hoat dong|ra doi|doanh thu|loi nhuan"
            + @"|bao cao|tai chinh|nghi dinh|luat|nghi quyet|thong tu|quyet dinh|nd|tt|nq|qd|giai doan|den|mua|sinh|founded"
            + @"|established|set up|registered|incorporated|started|opened|revenue|accounts|statements|decrees?|laws?"
            + @"|circulars?|resolutions?|decisions?|filed|nop (ho so|don)|submitted|iso)( [^ ]+){0,3} ?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OfSomethingElseRegex();
}
