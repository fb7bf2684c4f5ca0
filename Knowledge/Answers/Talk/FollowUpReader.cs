using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>What a follow-up message changes in the previous question.</summary>
/// <param name="Size">The size class that replaces the previous one.</param>
/// <param name="RemainingText">The text besides these values without linking words: another matter, or empty.</param>
internal sealed record FollowUpMessage(
    SmeClass? Size,
    Sector? Sector,
    string? Date,
    bool IsPriority,
    bool IsHouseholdBusiness,
    Aspect? Aspect,
    string RemainingText
)
{
    /// <summary>Whether it begins like a follow-up and then names another matter: "còn phần mềm", "what about training".</summary>
    public bool NamesMatter { get; init; }

    public bool HasSlot => Size is not null || Sector is not null || Date is not null || IsPriority || IsHouseholdBusiness;
}

/// <summary>
/// Tells a message that leans on the question before it ("thế còn doanh nghiệp vừa?", "mất bao lâu?", "khoản đó nộp ở đâu?") from one
/// that stands by itself. A message that names a matter of its own and does not say that it goes on is never a follow-up.
/// </summary>
internal static partial class FollowUpReader
{
    /// <summary>With more content words of its own, a message with a demonstrative is not a follow-up.</summary>
    private const int MaxOwnWords = 3;

    private const int MaxWords = 14;

    public static FollowUpMessage? Read(string folded)
    {
        if (folded.Length == 0 || folded.Count(' ') >= MaxWords)
        {
            return null;
        }

        var words = OpenersRegex().Replace($" {folded} ", " ").Trim();
        var isDemonstrative = DemonstrativeRegex().IsMatch(words);
        var remaining = DemonstrativeRegex().Replace(MarkerRegex().Replace(words, " "), " ");
        var sector = FindSector(RemoveLinkingWords(remaining));
        var date = DateRegex().Match(remaining) is { Success: true } dated ? dated.Value.Trim() : null;
        var facts = FactReader.ReadNamedFacts(remaining);
        var size =
            FactReader.FindSizeClass(remaining)
            ?? FactReader.FindSizeClass($"doanh nghiep {LinkingRegex().Replace(remaining, " ").Trim()}");
        remaining = sector is null
            ? HouseholdOrWomenRegex().Replace(SizeNameRegex().Replace(DateRegex().Replace(remaining, " "), " "), " ")
            : " ";
        var aspect = Aspects.Find(remaining);
        var message = new FollowUpMessage(
            size,
            sector,
            date,
            facts.HasPriority == true,
            facts.IsHouseholdBusiness == true,
            aspect,
            RemoveLinkingWords(Aspects.RemoveFrom(remaining))
        );
        if (message.RemainingText.Length == 0)
        {
            return message.HasSlot || aspect is not null || isDemonstrative ? message : null;
        }

        var (hasOpening, hasClosing) = (StrongMarkerRegex().IsMatch(words), CloserRegex().IsMatch(words));
        return hasOpening || hasClosing || (isDemonstrative && message.RemainingText.Count(' ') < MaxOwnWords)
            ? message with
            {
                NamesMatter = hasOpening && !hasClosing && !folded.Any(char.IsAsciiDigit),
            }
            : null;
    }

    /// <summary>
    /// Whether a message begins like a follow-up ("còn …", "what about …"), and whether it has a demonstrative ("khoản đó").
    /// </summary>
    public static (bool IsMarked, bool Points) FindMarkers(string folded)
    {
        var words = OpenersRegex().Replace($" {folded} ", " ").Trim();
        return (MarkerRegex().IsMatch(words) || CloserRegex().IsMatch(words), DemonstrativeRegex().IsMatch(words));
    }

    /// <summary>The sector when the message only names a sector; within a longer message "tư vấn" is the matter.</summary>
    private static Sector? FindSector(string own) =>
        Sectors.All.FirstOrDefault(sector =>
            !MatterWords.Contains(own)
            && (
                sector.FoldedWords.Contains(own, StringComparer.Ordinal)
                || own == NormalizeWords(sector.Name.Vi)
                || own == NormalizeWords(sector.Name.En)
            )
        );

    // These are sectors as well, but "what about training" after another kind of support asks for that support.
    private static readonly HashSet<string> MatterWords = new(StringComparer.Ordinal)
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

    private static string NormalizeWords(string name) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(name)));

    private static string RemoveLinkingWords(string remaining) => SpacesRegex().Replace(LinkingRegex().Replace(remaining, " "), " ").Trim();

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
