using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>The written forms of dates in folded text. Earlier patterns have precedence, because later ones match parts of them.</summary>
internal static partial class DatePatterns
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Names =
        "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?";

    /// <summary>A year as a number or relative to the current one: "2026", "năm ngoái", "next year".</summary>
    private const string OfYear =
        @"(( |/|-|,|, | nam | of | of the year |\.)(?<y>(19|20)[0-9]{2})(?![0-9])|( nam)? (?<past>ngoai|truoc)\b"
        + @"| nam (?<past>vua roi|vua qua|roi)\b| (?<recent>vua roi|vua qua|vua r|roi)\b| nam (?<this>nay)\b"
        + @"| (of )?(?<this>this year)\b| (of )?(?<past>last year)\b| (of "
        + @")?(?<next>next year)\b|( nam)? (?<next>sau|toi)\b)";

    [GeneratedRegex(@"(?<![0-9/.\-])(?<y>(19|20)[0-9]{2})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})(?![0-9/\-])", Options)]
    public static partial Regex Iso();

    [GeneratedRegex(
        @"(?<![0-9/.,\-])((?<d>[0-9]{1,2}) ?(?<s>[/.\-]) ?(?<m>[0-9]{1,2}) ?\k<s> ?(?<y>(19|20)[0-9]{2})"
            + @"|(?<d>[0-9]{1,2})/(?<m>[0-9]{1,2})/(?<y>[0-9]{2}))(?![0-9/]|[.,\-][0-9])",
        Options
    )]
    public static partial Regex FullDay();

    // "3 thang 11" is a day, "3 thang 10 nguoi" a term and a number of people.
    [GeneratedRegex(
        @"(?<![0-9/.,\-])((?<d>[0-9]{1,2}) ?(thang|/|-) ?(?<m>[0-9]{1,2})( nam |,? ?/? ?)(?<y>(19|20)[0-9]{2})(?![0-9])"
            + @"|(?<d>[0-9]{1,2}) thang (?<m>[0-9]{1,2})(?![0-9/.,]|[0-9 ]*(ngay|nguoi|lao dong|nhan vien|ty|trieu|tr|%|thang"
            + @"|nam\b(?! [0-9])))|(?<d>[0-9]{1,2})(st|nd|rd|th)?( of)? (?<name>"
            + Names
            + @")\b(,? (?<y>(19|20)[0-9]{2})(?![0-9]))?|\b(?<name>"
            + Names
            + @") (?<d>[0-9]{1,2})(?![0-9])(st|nd|rd|th)?\b(,? (?<y>(19|20)[0-9]{2})(?![0-9]))?)",
        Options
    )]
    public static partial Regex NamedDay();

    [GeneratedRegex(
        @"(?<![0-9/.,])(?<y>20[0-9]{2}) ?(-|–|den( nam)?|toi( nam)?|to|until) ?(?<y2>20[0-9]{2})(?![0-9/]|[.\-][0-9])",
        Options
    )]
    public static partial Regex Years();

    [GeneratedRegex(
        @"\b((?<n>[0-9]{1,2}|ba|bon|sau|chin) thang (dau|(?<last>cuoi))( (cua )?nam)?\b|(?<n>nua) (dau|(?<last>cuoi)) "
            + @"nam|(the )?(first|(?<last>last)) (?<n>[0-9]{1,2}|three|four|six|nine) months( of)?|(the )?(first"
            + @"|(?<last>second)) (?<n>half)( of)?|\bh(1|(?<last>2))(?= ?/?20[0-9]{2}))(?:"
            + OfYear
            + ")?",
        Options
    )]
    public static partial Regex FirstMonths();

    [GeneratedRegex(
        @"\b((?<word>quy|quarter|q) ?(?<q>[0-9]{1,2}|iv|iii|ii|i|mot|hai|ba|bon|tu)\b(?!%)|(the )?(?<q>first|second"
            + @"|third|fourth|1st|2nd|3rd|4th) (?<word>quarter))(?:"
            + OfYear
            + ")?",
        Options
    )]
    public static partial Regex Quarter();

    [GeneratedRegex(
        @"\b(thang |(?<![a-z0-9])t(?=[0-9]{1,2}[/.\-]20|(8|9|1[0-2])(?![0-9])))"
            + @"(?<m>[0-9]{1,2})(?![0-9.,]| ?%| (nguoi|ty|trieu)|/[0-9]{1,2}(?![0-9]))(?:"
            + OfYear
            + @")?|(?<![0-9/.,])(?<m>[0-9]{1,2})/(?<y>20[0-9]{2})(?!/|[0-9])|\b(?<name>"
            + Names
            + @")(?:,? (of )?(?<y>(19|20)[0-9]{2})(?![0-9])|(?<= (in|from|since|by|until|before|after|last|next|this|of) "
            + @"\k<name>)(?! (i|we|you|be|have|not|also|apply|get|use)\b))",
        Options
    )]
    public static partial Regex Month();

    [GeneratedRegex(
        @"(?<![0-9/.,\-])((?<cue>(ngay|hom|mung|mong|han|truoc|sau|tu|den|on|by|before|after|from|until) "
            + @")(?<d>[0-9]{1,2}) ?[/.\-] ?(?<m>[0-9]{1,2})|(?<d>[0-9]{1,2})[/.\-](?<m>[0-9]{1,2}))(?![0-9/%]|[.,\-][0-9]| ?(%"
            + @"|phan tram|ty|ti|trieu|tr|nghin|ngan|nguoi|lao dong|ld|nv|nhan vien|nhan su|ngay|thang|nam|tuan|m2|bn|billion"
            + @"|million|people|staff|employees|workers|days|working|months|years|per)\b)",
        Options
    )]
    public static partial Regex ShortDay();

    [GeneratedRegex(
        @"\b((?<begin>dau)|(?<middle>giua)|(?<end>cuoi)) nam( (?<y>20[0-9]{2})| (?<past>ngoai|truoc|roi)| (?<this>nay)| "
            + @"(?<next>sau|toi))?\b|\b((?<begin>early|beginning of|start of|the beginning of|the start of)|(?<middle>mid"
            + @"|middle of|the middle of)|(?<end>late|end of|the end of))[ -]((?<y>20[0-9]{2})|(?<past>last year)"
            + @"|(?<this>this year|the year)|(?<next>next year))\b",
        Options
    )]
    public static partial Regex PartOfYear();

    [GeneratedRegex(
        @"\b((?<today>hom nay|hnay|bay gio|today|now)|(?<tomorrow>ngay mai|mai nop|tomorrow)|(?<yesterday>hom qua|yesterday))\b",
        Options
    )]
    public static partial Regex RelativeDay();

    [GeneratedRegex(
        @"\b(?<!([0-9]|\b(mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|vai|may|mot vai|chuc)) )((?<unit>nam|thang|quy) "
            + @"((?<past>ngoai|truoc|vua roi|vua qua|roi)|(?<before2>kia)|(?<this>nay)|(?<next>sau|toi|ke tiep))"
            + @"|(?<next>sang) (?<unit>nam|thang|quy)\b(?! [0-9])|((?<past>last|previous)|(?<this>this|current)|(?<next>next"
            + @"|the coming|coming)) (financial |fiscal |tax )?(?<unit>year|month|quarter)(?!s))\b",
        Options
    )]
    public static partial Regex RelativePeriod();

    [GeneratedRegex(
        @"\b(?<=(nam|in|during|for|year|of|since|from|until|before|after|by|to|tu|den|den het) )(?<y>(19"
            + @"|20)[0-9]{2})(?![0-9]|[/.\-–,][0-9]| ?[-–] ?20| (nguoi|lao dong|ty|trieu|nhan vien|people|staff|employees"
            + @"|workers|m2|dong|san pham))",
        Options
    )]
    public static partial Regex Year();
}
