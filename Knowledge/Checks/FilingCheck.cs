using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Gaps;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>
/// Checks that each article about a scheme (B1 to B15) says where, on which form and by when to apply, who decides and whom to contact, or
/// lists it as unknown with a body that can be asked.
/// </summary>
internal static partial class FilingCheck
{
    public static IEnumerable<Problem> Check(CheckedArticle checkedArticle, IReadOnlyDictionary<string, Article> articlesByKey)
    {
        var article = checkedArticle.Article;
        if (article.Filing is null && SchemeKeyRegex().IsMatch(article.Key))
        {
            yield return Report(
                checkedArticle,
                "topic",
                "Bài về cơ chế hỗ trợ phải có “filing” (hoặc “filing: none”).",
                "An article about a support scheme needs “filing” (or “filing: none”)."
            );
        }

        var sharedArticle = article.Filing?.SameAs is { } key ? articlesByKey.GetValueOrDefault(key) : null;
        if (
            article.Filing is { SameAs: { } sharedKey }
            && (sharedArticle?.Filing is not { SameAs: null, IsNone: false } || sharedKey == article.Key)
        )
        {
            yield return Report(
                checkedArticle,
                "filing",
                $"“{sharedKey}” không phải bài tự nêu cách nộp hồ sơ.",
                $"“{sharedKey}” is not an article that itself says how to apply."
            );
        }
        else if (article.Filing is { IsNone: false } filing)
        {
            var statedFacts = filing
                .Known.Concat(sharedArticle?.Filing?.Known ?? [])
                .Select(line => line.Fact)
                .Concat(article.Gap?.Facts ?? [])
                .ToHashSet();
            foreach (var missingFact in Enum.GetValues<FilingFact>().Where(fact => !statedFacts.Contains(fact)))
            {
                yield return Report(
                    checkedArticle,
                    "filing",
                    $"Thiếu “{FilingTexts.GetName(missingFact).Vi}”: ghi ở “filing”, hoặc ở “unknown”.",
                    $"“{FilingTexts.GetName(missingFact).En}” is missing: give it in “filing” or list it in “unknown”."
                );
            }
        }

        if (article.OwnGap is { } gap)
        {
            if (gap.Facts.Count == 0 && gap.About is null)
            {
                yield return Report(checkedArticle, "unknown", "“unknown” không nêu điều gì.", "“unknown” names nothing.");
            }

            if (PublicBodies.Find(gap.Ask) is null)
            {
                yield return Report(
                    checkedArticle,
                    "unknown",
                    $"“{gap.Ask}” không có trong Knowledge/Content/bodies.yaml.",
                    $"“{gap.Ask}” is not in Knowledge/Content/bodies.yaml."
                );
            }

            if (sharedArticle?.OwnGap is { } inherited && inherited.Ask != gap.Ask)
            {
                yield return Report(
                    checkedArticle,
                    "unknown",
                    $"Bài {sharedArticle.Key} cũng có điều chưa rõ nhưng hỏi nơi khác ({inherited.Ask}).",
                    $"Article {sharedArticle.Key} also has unknown facts but asks another body ({inherited.Ask})."
                );
            }
        }
    }

    private static Problem Report(CheckedArticle checkedArticle, string field, string vi, string en) =>
        checkedArticle.ReportInFrontMatter(field, "filing", vi, en) with
        {
            Rule = "filing",
        };

    [GeneratedRegex(@"^B(1[0-5]|[1-9])-")]
    private static partial Regex SchemeKeyRegex();
}
