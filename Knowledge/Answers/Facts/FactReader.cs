using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.Facts;

/// <summary>
/// Reads facts about an enterprise from a sentence: <c>cty em co 8 nguoi, doanh thu 2 ty, ban le</c>. A number whose meaning is not stated
/// is not a fact.
/// </summary>
internal static partial class FactReader
{
    /// <param name="today">The day to which "năm ngoái" (last year) is relative.</param>
    public static AskerFacts Read(string text, DateOnly today) => Read(QuantityReader.Read(text, today), VietnameseText.Fold(text));

    /// <param name="reading">The quantities of the same text.</param>
    /// <param name="folded">Lower case without diacritics; punctuation is allowed.</param>
    public static AskerFacts Read(QuantityReading reading, string folded) =>
        ReadNamedFacts(folded) with
        {
            // With the marks that the folded text lacks.
            IsHouseholdBusiness = ConversationPolicy.Current.Audiences.NamesHousehold(reading.Text) ? true : null,
            Employees = (int?)(
                reading.FindAll(Measure.InsuredEmployees).Any()
                    ? reading.FindFact(Measure.InsuredEmployees)
                    : reading.FindFact(Measure.Employees)
            ),
            Revenue = reading.FindFact(Measure.Revenue),
            Capital = reading.FindFact(Measure.Capital),
        };

    /// <summary>The facts that are stated without figures.</summary>
    public static AskerFacts ReadNamedFacts(string folded) =>
        new()
        {
            NamedSizeClass = FindSizeClass(folded),
            Activity = FindActivity(folded),
            HasPriority = WomenRegex().IsMatch(folded) ? true : null,
            IsHouseholdBusiness = ConversationPolicy.Current.Audiences.NamesHousehold(folded) ? true : null,
        };

    /// <summary>Whether the text is about the asker's own enterprise, so that its facts may be remembered.</summary>
    public static bool IsAboutOwnEnterprise(string folded) => OwnRegex().IsMatch(folded);

    /// <summary>The named size class; null when there is none or several.</summary>
    public static SmeClass? FindSizeClass(string folded)
    {
        var classes = SizesRegex().Matches(folded).Select(match => ParseSizeClass(match)).Distinct().ToList();
        return classes is [{ } one] ? one : null;
    }

    /// <summary>The words for a size class, to be replaced by another.</summary>
    public static IEnumerable<Match> FindSizeWords(string folded) =>
        SizesRegex().Matches(folded).Where(match => ParseSizeClass(match) is not null);

    public static SmeClass? ParseSizeClass(Match match)
    {
        ArgumentNullException.ThrowIfNull(match);
        return match.Groups["size"].Value switch
        {
            "sieu nho" or "sieu be" or "micro" => SmeClass.Micro,
            "nho" or "small" => SmeClass.Small,
            "vua" or "medium" => SmeClass.Medium,
            _ => null,
        };
    }

    private static string? FindActivity(string folded)
    {
        var sectors = ActivitiesRegex().Matches(folded).Select(match => Sectors.Find(match.Groups["what"].Value)).OfType<Sector>().ToList();
        return sectors.Count > 0 && sectors.TrueForAll(sector => sector.Group == sectors[0].Group) ? sectors[0].Code : null;
    }

    // "nhỏ và vừa" names no class: it matches as a whole without the group "size".
    [GeneratedRegex(
        @"\b(nho va vua|vua va nho|nho hay vua|nho hoac vua|small and medium([- ]sized)?|small or medium([- ]sized)?"
            + @"|small to medium|sieu nho hay nho|(?<size>sieu nho|sieu be)|(?<size>nho|vua)(?! hon| phai| moi| "
            + @"xong|( \w+){1,5} vua\b)"
            + @"(?!(?<=\b(toi|em|e|minh|chung toi|ta) vua) (?!(thi|hay|hoac|nen|ma|la|muc|o|va|nhu|nay|the|k|ko|khong)\b)[a-z])"
            + @"(?<=\b(doanh nghiep|dn|cty|cong ty|cong ti|don vi|co so|quy mo|loai|nhom|startup|ben|hang)( (cua )?(toi"
            + @"|em|minh|chung toi|ta))?( (la|thuoc|co|dang|quy mo|loai|nhom|hang|dn|doanh nghiep))* (nho|vua))|(?<size>micro"
            + @"|small|medium)([- ]sized)?( (enterprises?|business(es)?|compan(y|ies)|firms?|ones?|size|class|group))?)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SizesRegex();

    [GeneratedRegex(
        @"\b(nganh( nghe)?|linh vuc|lam ve|lam nghe|lam ben|chuyen( ve)?|hoat dong trong|mang|cong ty|cong ti|cty|doanh "
            + @"nghiep|dn|xuong|ho kinh doanh|ben (toi|em|minh)|toi|em|minh|chung toi|we|my company|our company|our business"
            + @"|i)( (cua )?(toi|em|minh|chung toi))?( (la|lam|kinh doanh|chuyen|hoat dong|trong|ve|nganh|linh vuc|mang|co|are"
            + @"|is|am|do|make|run|a|an|in|mo|cong ty|chu))*\s+(?<what>\p{L}+( \p{L}+){0,2})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ActivitiesRegex();

    [GeneratedRegex(
        @"\b(phu nu lam chu|nu lam chu|do nu lam|(doanh nghiep|cong ty|dn|cty) nu(?! (cong|nhan|hoang|trang))"
            + @"|chu (doanh nghiep |cong ty )?la (phu )?nu|nu chu doanh nghiep|nhieu "
            + @"lao dong nu|doanh nghiep xa hoi|(women|woman|female)([- ]owned|[- ]led)|owned by (a )?wom[ae]n|social "
            + @"enterprise)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex WomenRegex();

    [GeneratedRegex(
        @"\b((cong ty|cong ti|cty|doanh nghiep|dn|co so|xuong|ho|cua hang|quan|tiem|don vi|startup)( cua)? (toi|em|e"
            + @"|minh|mk|chung (toi|minh|em|tui)|tui|tao|to|t|anh|chi|co|chu|bac|ta|nha|ba (e|em|toi|tui))"
            + @"|(ben|nha|phia) (toi|em|e|minh|mk|tui|tao|t|chi|anh|co|chu|bac|chung (toi|em|minh))"
            + @"|(toi|em|minh|chung toi|tui) (la|co|lam|kinh doanh|san xuat|mo|dang|ban|thuoc|moi)|my|our|us|we|i (have"
            + @"|run|own|am|employ))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OwnRegex();
}
