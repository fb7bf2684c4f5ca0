using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Answers.Asked;

/// <summary>
/// A purchase that was made, or a contract that was signed, before support was applied for: no source tells that it is paid back, so that
/// must be said before any sum.
/// </summary>
internal static class EarlierPurchase
{
    /// <summary>What is told first; null where the message does not say so, or the article is not about paid support.</summary>
    public static string? Describe(string articleKey, string message, Lang lang) =>
        SupportRule.Rule.ArticleKeys.Contains(articleKey) && IsToldIn(message) ? AnswerTexts.EarlierPurchase[lang] : null;

    public static bool IsToldIn(string message) =>
        ConversationPolicy.Current.Signals.TellsOfPurchase(string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(message))));
}
