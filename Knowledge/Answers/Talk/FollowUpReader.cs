using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>What a message changes in the question before it.</summary>
/// <param name="Size">The size words, to stand where the old ones stood.</param>
/// <param name="Rest">What it says beside such slots, without the words that only link it: a new matter, or nothing.</param>
internal sealed record FollowUpMessage(
    SmeClass? Size,
    Sector? Sector,
    string? Date,
    bool Priority,
    bool Household,
    Aspect? Aspect,
    string Rest
)
{
    /// <summary>It begins as one that goes on and then names another matter: "còn phần mềm", "what about training".</summary>
    public bool NamesMatter { get; init; }

    public bool HasSlot => Size is not null || Sector is not null || Date is not null || Priority || Household;
}

/// <summary>
/// Tells a message that leans on the question before it ("thế còn doanh nghiệp vừa?", "mất bao lâu?", "khoản đó nộp ở đâu?") from one
/// that stands by itself. A message that names a matter of its own and does not say that it goes on is never a follow-up.
/// </summary>
internal static partial class FollowUpReader
{
    /// <summary>More words of its own than these make a demonstrative no follow-up.</summary>
    private const int MostOwnWords = 3;

    private const int Longest = 14;

    public static FollowUpMessage? Read(string folded)
    {
        if (folded.Length == 0 || folded.Count(' ') >= Longest)
        {
            return null;
        }

        var words = OpenersRegex().Replace($" {folded} ", " ").Trim();
        var points = DemonstrativeRegex().IsMatch(words);
        var rest = DemonstrativeRegex().Replace(MarkerRegex().Replace(words, " "), " ");
        var sector = SectorNamed(Own(rest));
        var date = DateRegex().Match(rest) is { Success: true } dated ? dated.Value.Trim() : null;
        var facts = FactReader.Named(rest);
        var size = FactReader.Size(rest) ?? FactReader.Size($"doanh nghiep {LinkingRegex().Replace(rest, " ").Trim()}");
        rest = sector is null ? HouseholdOrWomenRegex().Replace(SizeNameRegex().Replace(DateRegex().Replace(rest, " "), " "), " ") : " ";
        var aspect = Aspects.Of(rest);
        var message = new FollowUpMessage(
            size,
            sector,
            date,
            facts.Priority == true,
            facts.Household == true,
            aspect,
            Own(Aspects.Without(rest))
        );
        if (message.Rest.Length == 0)
        {
            return message.HasSlot || aspect is not null || points ? message : null;
        }

        var (opens, closes) = (StrongMarkerRegex().IsMatch(words), CloserRegex().IsMatch(words));
        return opens || closes || (points && message.Rest.Count(' ') < MostOwnWords)
            ? message with
            {
                NamesMatter = opens && !closes && !folded.Any(char.IsAsciiDigit),
            }
            : null;
    }

    /// <summary>Whether a message begins as one that goes on ("còn …", "what about …"), and whether it points back ("khoản đó").</summary>
    public static (bool IsMarked, bool Points) Marks(string folded)
    {
        var words = OpenersRegex().Replace($" {folded} ", " ").Trim();
        return (MarkerRegex().IsMatch(words) || CloserRegex().IsMatch(words), DemonstrativeRegex().IsMatch(words));
    }

    /// <summary>The sector that is named, and nothing else: "tư vấn" within a longer message is its matter.</summary>
    private static Sector? SectorNamed(string own) =>
        Sectors.All.FirstOrDefault(sector =>
            !Matters.Contains(own)
            && (sector.FoldedWords.Contains(own, StringComparer.Ordinal) || own == Plain(sector.Name.Vi) || own == Plain(sector.Name.En))
        );

    // Sectors too, but who asks "what about training" after another kind of support means the support.
    private static readonly HashSet<string> Matters = new(StringComparer.Ordinal)
    {
        "dao tao",
        "phan mem",
        "software",
        "tu van",
        "phap ly",
        "ke toan",
        "cong nghe",
        "van tai",
        "training",
        "consulting",
        "education",
        "legal",
        "accounting",
        "technology",
    };

    private static string Plain(string name) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(name)));

    private static string Own(string rest) => SpacesRegex().Replace(LinkingRegex().Replace(rest, " "), " ").Trim();

    [GeneratedRegex(
        @"^ (a|uh|um|da|vang|ok|oke|roi|cam on|thanks|xin|cho (toi|em|minh) hoi( them)?|cho hoi( them)?|hoi them|ban oi"
            + @"|em oi|so|well|okay|yes)(?= )",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OpenersRegex();

    [GeneratedRegex(
        @"^(the con|con|vay con|vay thi|the thi|the|vay|va|va con|neu la|neu|truong hop|doi voi|ua the|a the|hay la"
            + @"|tuong tu|(and )?what about|(and )?how about|what if (it is|it s|we are|i am)?|and for|and if|and|what of"
            + @"|same for|but for)(?= |$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MarkerRegex();

    [GeneratedRegex(
        @"^(the con|vay con|va con|con .* thi (sao|the nao)|con (phan mem|dao tao|tu van|vay|von|thue|ho kinh doanh|hkd"
            + @"|startup|khoi nghiep|may moc|thiet bi|mat bang|phap ly|nhan hieu|iso)( [^ ]+){0,3}$|(and )?what about|(and "
            + @")?how about|what of|same for|and for|but for)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex StrongMarkerRegex();

    [GeneratedRegex(
        @" (thi sao|thi the nao|thi nhu the nao|cung vay (a|ha|khong|ko)|co khac (gi )?(khong|ko|k)|then)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex CloserRegex();

    [GeneratedRegex(
        @"\b((cai|khoan|muc|goi|chuong trinh|ho tro|chinh sach|quy dinh|thu tuc|viec|loai|van ban|quyen loi|uu dai"
            + @"|chung chi|to|ho so|quy|nghi dinh|luat) (nay|do|ay|kia|tren|vua roi|vua noi)|(?<=\b(for|to|of|about|is|does"
            + @"|get|apply|do) )(it|this|that|them)|this (scheme|support|programme|program|loan|rule|one)|that (scheme|support"
            + @"|programme|program|loan|rule|one))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DemonstrativeRegex();

    [GeneratedRegex(
        @"\b(truoc |sau |tu |den |trong |vao |hoi |before |after |since |in |from )?(ngay )?([0-9]{1,2} [0-9]{1,2} "
            + @"20[0-9]{2}|(thang )?[0-9]{1,2} (nam )?20[0-9]{2}|quy ([1-4]|i|ii|iii|iv) (nam )?20[0-9]{2}|nam (20[0-9]{2}"
            + @"|ngoai|toi|sau)|20[0-9]{2})\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DateRegex();

    [GeneratedRegex(
        @"\b(sieu nho|sieu be|nho|vua|micro|small|medium|sized)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SizeNameRegex();

    [GeneratedRegex(
        @"\b(phu nu lam chu|nu lam chu|do phu nu|ho kinh doanh|hkd|ho kd|women|woman|female|owned|household)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex HouseholdOrWomenRegex();

    [GeneratedRegex(
        @"\b(doanh nghiep|dn|cong ty|cty|co so|thi|sao|the nao|nhu the nao|ra sao|the|la|duoc|khong|ko|k|hong|a|vay|z"
            + @"|nhi|ha|cua|cho|voi|o|tai|trong|vao|luc|ma|nua|them|gi|nao|may|do|nay|ay|nhe|ah|con|co|phai|can|nhung|cac|mot"
            + @"|ai|neu|gom|nhieu|toi|em|minh|chung|ben|xin|hoi|nop|lam|mat|ngay|muon|hs|bn|bnhieu|nhiu|bao nhieu|ones?|for|a"
            + @"|an|is|are|there|any|does|i|we|it|that|this|those|them|then|in|of|on|to|compan(y|ies)|business(es)?"
            + @"|enterprises?|firms?|what|which|take|takes|need|needed|will|be|my|our|and|sized|nganh|linh vuc|sector|so|get"
            + @"|should|must|have)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex LinkingRegex();

    [GeneratedRegex(@"\s+")]
    private static partial Regex SpacesRegex();
}
