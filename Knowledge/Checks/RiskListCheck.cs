using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>Checks that each entry of the list of risks names an article: a renamed one would silently need one person less.</summary>
internal static class RiskListCheck
{
    /// <param name="articleKeys">The keys of the articles.</param>
    public static IEnumerable<Problem> Check(IReadOnlyList<RiskyArticles> risks, IReadOnlySet<string> articleKeys) =>
        risks
            .SelectMany(risk => risk.Articles)
            .Where(entry => !articleKeys.Any(key => RiskList.Matches(entry, key)))
            .Select(entry => new Problem(
                $"Policy/{RiskList.FileName}",
                1,
                "article",
                new LocalizedText(
                    $"Không có bài nào khớp “{entry}” trong danh sách bài rủi ro cao.",
                    $"No article matches “{entry}” of the list of high risks."
                )
            ));
}
