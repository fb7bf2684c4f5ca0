using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>Says that an article is about another audience than the one that asks: companies, not households, or the reverse.</summary>
internal static class AudienceNotice
{
    /// <summary>Null where the article is for the asker too.</summary>
    public static string? Describe(Article article, Understanding asked)
    {
        var audiences = AudienceFit.FindAsked(asked);
        if (!AudienceFit.IsHouseholdOnly(audiences) && !AudienceFit.IsCompanyOnly(audiences))
        {
            return null;
        }

        var policy = ConversationPolicy.Current.Audiences;
        var lang = asked.Language;
        var title = policy.Find(article.Title[lang]);

        // An article on households remains one where a section tells what they have to do with companies.
        var told = AudienceFit.IsHouseholdOnly(title)
            ? title
            : article
                .GetSections(lang)
                .Select(section => policy.Find($"{section.Heading}\n{section.Markdown}"))
                .Aggregate(title, (sum, one) => sum | one);
        return AudienceFit.IsHouseholdOnly(audiences) && AudienceFit.IsCompanyOnly(told) ? AnswerTexts.ForCompanies[lang]
            : AudienceFit.IsCompanyOnly(audiences) && AudienceFit.IsHouseholdOnly(told) ? AnswerTexts.ForHouseholds[lang]
            : null;
    }
}
