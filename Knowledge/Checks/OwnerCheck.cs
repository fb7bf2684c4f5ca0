using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Gaps;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>Checks that a known body keeps the article right, and that its own review day makes sense.</summary>
internal static class OwnerCheck
{
    public static IEnumerable<Problem> Check(CheckedArticle article)
    {
        var it = article.Article;
        if (PublicBodies.Find(it.Owner) is not { OwnsArticles: true })
        {
            yield return article.InFrontMatter(
                "owner",
                "owner",
                $"“{it.Owner}” không phải đơn vị phụ trách bài trong Knowledge/Content/bodies.yaml.",
                $"“{it.Owner}” is not a body that owns articles in Knowledge/Content/bodies.yaml."
            );
        }

        if (it.Review <= it.Checked)
        {
            yield return article.InFrontMatter(
                "review",
                "review",
                "Ngày kiểm tra lại phải sau ngày kiểm tra.",
                "The review day must be after the day of the check."
            );
        }
    }
}
