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
    public static IEnumerable<Problem> Check(CheckedArticle article, IReadOnlyDictionary<string, Article> byKey)
    {
        var it = article.Article;
        if (it.Filing is null && Scheme().IsMatch(it.Key))
        {
            yield return Report(
                article,
                "topic",
                "Bài về cơ chế hỗ trợ phải có “filing” (hoặc “filing: none”).",
                "An article about a support scheme needs “filing” (or “filing: none”)."
            );
        }

        var same = it.Filing?.SameAs is { } key ? byKey.GetValueOrDefault(key) : null;
        if (it.Filing is { SameAs: { } other } && (same?.Filing is not { SameAs: null, IsNone: false } || other == it.Key))
        {
            yield return Report(
                article,
                "filing",
                $"“{other}” không phải bài tự nêu cách nộp hồ sơ.",
                $"“{other}” is not an article that itself says how to apply."
            );
        }
        else if (it.Filing is { IsNone: false } filing)
        {
            var told = filing.Known.Concat(same?.Filing?.Known ?? []).Select(line => line.Fact).Concat(it.Gap?.Facts ?? []).ToHashSet();
            foreach (var missing in Enum.GetValues<FilingFact>().Where(fact => !told.Contains(fact)))
            {
                yield return Report(
                    article,
                    "filing",
                    $"Thiếu “{FilingTexts.Name(missing).Vi}”: ghi ở “filing”, hoặc ở “unknown”.",
                    $"“{FilingTexts.Name(missing).En}” is missing: give it in “filing” or list it in “unknown”."
                );
            }
        }

        if (it.OwnGap is { } gap)
        {
            if (gap.Facts.Count == 0 && gap.About is null)
            {
                yield return Report(article, "unknown", "“unknown” không nêu điều gì.", "“unknown” names nothing.");
            }

            if (PublicBodies.Find(gap.Ask) is null)
            {
                yield return Report(
                    article,
                    "unknown",
                    $"“{gap.Ask}” không có trong Knowledge/Content/bodies.yaml.",
                    $"“{gap.Ask}” is not in Knowledge/Content/bodies.yaml."
                );
            }

            if (same?.OwnGap is { } inherited && inherited.Ask != gap.Ask)
            {
                yield return Report(
                    article,
                    "unknown",
                    $"Bài {same.Key} cũng có điều chưa rõ nhưng hỏi nơi khác ({inherited.Ask}).",
                    $"Article {same.Key} also has unknown facts but asks another body ({inherited.Ask})."
                );
            }
        }
    }

    private static Problem Report(CheckedArticle article, string field, string vi, string en) =>
        article.InFrontMatter(field, "filing", vi, en) with
        {
            Rule = "filing",
        };

    [GeneratedRegex(@"^B(1[0-5]|[1-9])-")]
    private static partial Regex Scheme();
}
