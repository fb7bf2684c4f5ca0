using System.Runtime.CompilerServices;
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

        var lang = asked.Language;
        var told = FindTold(article, lang, ConversationPolicy.Current.Audiences);
        return AudienceFit.IsHouseholdOnly(audiences) && AudienceFit.IsCompanyOnly(told) ? AnswerTexts.ForCompanies[lang]
            : AudienceFit.IsCompanyOnly(audiences) && AudienceFit.IsHouseholdOnly(told) ? AnswerTexts.ForHouseholds[lang]
            : null;
    }

    /// <summary>Whom an article tells about, read once for each version of it.</summary>
    private static Audiences FindTold(Article article, Lang lang, AudiencePolicy policy)
    {
        var known = lang == Lang.En ? ToldInEnglish : ToldInVietnamese;
        if (known.TryGetValue(article, out var found) && ReferenceEquals(found.Policy, policy))
        {
            return found.Audiences;
        }

        var title = policy.Find(article.Title[lang]);

        // An article on households remains one where a section tells what they have to do with companies.
        var told = AudienceFit.IsHouseholdOnly(title)
            ? title
            : article
                .GetSections(lang)
                .Select(section => policy.Find($"{section.Heading}\n{section.Markdown}"))
                .Aggregate(title, (sum, one) => sum | one);
        known.AddOrUpdate(article, new(policy, told));
        return told;
    }

    private static readonly ConditionalWeakTable<Article, Told> ToldInVietnamese = [];
    private static readonly ConditionalWeakTable<Article, Told> ToldInEnglish = [];

    private sealed record Told(AudiencePolicy Policy, Audiences Audiences);
}
