using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>
/// Compares for whom a question asks with whom an article or a statement is about, so that a rule for households does not answer a company.
/// </summary>
internal static class AudienceFit
{
    /// <summary>The factor of an article's score when it is for another audience.</summary>
    private const double OtherArticleFactor = 0.85;

    /// <summary>The factor of a statement about households when a company asks.</summary>
    private const double HouseholdStatementFactor = 0.3;

    /// <summary>The same about companies when a household asks: much that is said of enterprises holds for both.</summary>
    private const double CompanyStatementFactor = 0.75;

    /// <summary>The same about cooperatives or foreign-owned companies when the question names none.</summary>
    private const double SpecialStatementFactor = 0.6;

    private const string HouseholdAudience = "household";

    private const Audiences Special = Audiences.Cooperative | Audiences.ForeignOwned;

    /// <summary>For whom the message asks; what the conversation remembers counts where the message names nobody.</summary>
    public static Audiences FindAsked(Understanding asked)
    {
        var found = ConversationPolicy.Current.Audiences.Find(asked.Message);
        return (found & (Audiences.Household | Audiences.Company)) != Audiences.None
            ? found
            : found
                | asked.KnownFacts.IsHouseholdBusiness switch
                {
                    true => Audiences.Household,
                    false => Audiences.Company,
                    null => Audiences.None,
                };
    }

    /// <summary>Whether a household asks, and not about becoming a company.</summary>
    public static bool IsHouseholdOnly(Audiences audiences) => Names(audiences, Audiences.Household, Audiences.Company);

    /// <summary>Whether a company asks, and not a household about becoming one.</summary>
    public static bool IsCompanyOnly(Audiences audiences) => Names(audiences, Audiences.Company, Audiences.Household);

    public static double GetScoreFactor(Article article, Audiences asked) =>
        article.Audience is [HouseholdAudience] && IsCompanyOnly(asked) ? OtherArticleFactor : 1;

    /// <param name="told">Whom a statement names.</param>
    /// <param name="subject">Whom its first words name.</param>
    public static double GetStatementFactor(Audiences asked, Audiences told, Audiences subject) =>
        IsCompanyOnly(asked) && (IsHouseholdOnly(told) || IsHouseholdOnly(subject)) ? HouseholdStatementFactor
        : (subject & Special & ~asked) != Audiences.None ? SpecialStatementFactor
        : IsHouseholdOnly(asked) && IsCompanyOnly(told) ? CompanyStatementFactor
        : 1;

    /// <summary>Whether a statement tells about an audience that the question excludes.</summary>
    public static bool IsForOthers(Audiences asked, Audiences told) =>
        (IsCompanyOnly(asked) && IsHouseholdOnly(told)) || (IsHouseholdOnly(asked) && IsCompanyOnly(told));

    private static bool Names(Audiences audiences, Audiences one, Audiences other) => audiences.HasFlag(one) && !audiences.HasFlag(other);
}
