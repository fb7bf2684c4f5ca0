using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>Compares the audience of an article with the question, so that an article for households does not answer a company.</summary>
internal static partial class Audience
{
    private const string HouseholdAudience = "household";

    /// <summary>The factor of an article's score when it is for another audience.</summary>
    private const double OtherAudienceFactor = 0.85;

    public static double GetScoreFactor(Article article, string folded) =>
        article.Audience is [HouseholdAudience] && CompanyRegex().IsMatch(folded) && !HouseholdRegex().IsMatch(folded)
            ? OtherAudienceFactor
            : 1;

    [GeneratedRegex(@"\b(cong ty|cty|doanh nghiep|company)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CompanyRegex();

    [GeneratedRegex(@"\b(ho|hkd|household)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HouseholdRegex();
}
