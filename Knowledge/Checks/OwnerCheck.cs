using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Gaps;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>Checks that a known body keeps the article right, and that its own review day makes sense.</summary>
internal static class OwnerCheck
{
    public static IEnumerable<Problem> Check(CheckedArticle checkedArticle)
    {
        var article = checkedArticle.Article;
        if (PublicBodies.Find(article.Owner) is not { OwnsArticles: true })
        {
            yield return checkedArticle.ReportInFrontMatter(
                "owner",
                "owner",
                $"“{article.Owner}” không phải đơn vị phụ trách bài trong Knowledge/Content/bodies.yaml.",
                $"“{article.Owner}” is not a body that owns articles in Knowledge/Content/bodies.yaml."
            );
        }

        if (article.ReviewOn <= article.Checked)
        {
            yield return checkedArticle.ReportInFrontMatter(
                "review",
                "review",
                "Ngày kiểm tra lại phải sau ngày kiểm tra.",
                "The review day must be after the day of the check."
            );
        }
    }
}
