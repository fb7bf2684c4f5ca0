using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.Facts;

/// <summary>
/// Reads what a sentence says about an enterprise: <c>cty em co 8 nguoi, doanh thu 2 ty, ban le</c>. Only what says plainly what it is;
/// a number that could be anything is not a fact.
/// </summary>
internal static partial class FactReader
{
    /// <param name="today">From which "năm ngoái" counts.</param>
    public static AskerFacts Read(string text, DateOnly today) => Read(QuantityReader.Read(text, today), VietnameseText.Fold(text));

    /// <param name="reading">Of the same text.</param>
    /// <param name="folded">Lower case without diacritics; punctuation may stand.</param>
    public static AskerFacts Read(QuantityReading reading, string folded) =>
        Named(folded) with
        {
            Employees = (int?)(
                reading.FindAll(Measure.InsuredEmployees).Any()
                    ? reading.FindFact(Measure.InsuredEmployees)
                    : reading.FindFact(Measure.Employees)
            ),
            Revenue = reading.FindFact(Measure.Revenue),
            Capital = reading.FindFact(Measure.Capital),
        };

    /// <summary>What is said without figures.</summary>
    public static AskerFacts Named(string folded) =>
        new()
        {
            Size = Size(folded),
            Activity = Activity(folded),
            Priority = WomenRegex().IsMatch(folded) ? true : null,
            Household = HouseholdRegex().IsMatch(folded) ? true : null,
        };

    /// <summary>The asker speaks of the own enterprise, so what is said of it may be remembered.</summary>
    public static bool IsOwn(string folded) => OwnRegex().IsMatch(folded);

    /// <summary>The size class named; null when none is, or several.</summary>
    public static SmeClass? Size(string folded)
    {
        var named = SizesRegex().Matches(folded).Select(match => ClassOf(match)).Distinct().ToList();
        return named is [{ } one] ? one : null;
    }

    /// <summary>What is said of the size, to be replaced by another.</summary>
    public static IEnumerable<Match> SizeWords(string folded) => SizesRegex().Matches(folded).Where(match => ClassOf(match) is not null);

    public static SmeClass? ClassOf(Match match)
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

    private static string? Activity(string folded)
    {
        var found = ActivitiesRegex().Matches(folded).Select(match => Sectors.Find(match.Groups["what"].Value)).OfType<Sector>().ToList();
        return found.Count > 0 && found.TrueForAll(sector => sector.Group == found[0].Group) ? found[0].Code : null;
    }

    // "nhỏ và vừa" names no class: it is read as a whole and dropped by having no size.
    [GeneratedRegex(
        @"\b(nho va vua|vua va nho|nho hay vua|nho hoac vua|small and medium([- ]sized)?|small or medium([- ]sized)?"
            + @"|small to medium|sieu nho hay nho|(?<size>sieu nho|sieu be)|(?<size>nho|vua)(?! hon| phai| moi| "
            + @"xong)(?<=\b(doanh nghiep|dn|cty|cong ty|cong ti|don vi|co so|quy mo|loai|nhom|startup|ben|hang)( (cua )?(toi"
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
        @"\b(phu nu lam chu|nu lam chu|do nu lam|chu (doanh nghiep |cong ty )?la (phu )?nu|nu chu doanh nghiep|nhieu "
            + @"lao dong nu|doanh nghiep xa hoi|(women|woman|female)([- ]owned|[- ]led)|owned by (a )?wom[ae]n|social "
            + @"enterprise)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex WomenRegex();

    [GeneratedRegex(
        @"\b(ho kinh doanh|hkd|ho kd|ho (toi|em|minh)|household business(es)?)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex HouseholdRegex();

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
