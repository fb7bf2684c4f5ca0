using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>Who a question speaks of, against whom an article is for: a company's question is not answered by what holds for households
/// alone.</summary>
internal static partial class Audience
{
    private const string Household = "household";

    /// <summary>What is left of an article's score where it is for others than the question speaks of.</summary>
    private const double ForOthers = 0.85;

    public static double Share(Article article, string folded) =>
        article.Audience is [Household] && CompanyRegex().IsMatch(folded) && !OfHouseholdRegex().IsMatch(folded) ? ForOthers : 1;

    [GeneratedRegex(@"\b(cong ty|cty|doanh nghiep|company)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CompanyRegex();

    [GeneratedRegex(@"\b(ho|hkd|household)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OfHouseholdRegex();
}
