using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Asked;

/// <summary>
/// A purchase that was made, or a contract that was signed, before support was applied for: no source tells that it is paid back, so that
/// must be said before any sum.
/// </summary>
internal static partial class EarlierPurchase
{
    /// <summary>What is told first; null where the message does not say so, or the article is not about paid support.</summary>
    public static string? Describe(string articleKey, string message, Lang lang) =>
        SupportRule.Rule.ArticleKeys.Contains(articleKey) && IsToldIn(message) ? AnswerTexts.EarlierPurchase[lang] : null;

    public static bool IsToldIn(string message) =>
        BoughtRegex().IsMatch(string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(message))));

    [GeneratedRegex(
        @"(?<!\b(chua|neu|phai|se) )\b(mua|ky|ki|tra tien|thanh toan)( \w+){0,3} (roi|xong)\b(?! (moi|thi))"
            + @"|(?<!\b(chua|neu) )\bda( lo)? (mua|ky|ki|tra tien|tra|thanh toan)\b|\b(lo|trot) (mua|ky|ki|tra tien)\b"
            + @"|(?<!\b(chua|neu) )\b(mua|ky|ki) (tu )?(thang|nam|tuan|hom|quy) (truoc|ngoai|roi|qua)\b"
            + @"|\balready (bought|purchased|signed|paid)\b|\b(we|i) (have )?(bought|purchased|signed|paid)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex BoughtRegex();
}
