using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>
/// Checks an article's front matter: follow-ups exist, former keys are not used by an article, each question belongs to one article only,
/// there are enough questions in each language, and the audiences are known.
/// </summary>
internal static class ArticleMetadataCheck
{
    private const int MinVietnameseQuestions = 8;
    private const int MinEnglishQuestions = 4;
    private const int MinQuestionsWithoutDiacritics = 3;

    private static readonly string[] Audiences =
    [
        "micro",
        "small",
        "medium",
        "women-owned",
        "start-up",
        "household",
        "exporter",
        "manufacturer",
        "all",
    ];

    /// <summary>The folded questions with the keys of the articles that list them.</summary>
    public static ILookup<string, string> GroupKeysByQuestion(IEnumerable<Article> articles) =>
        articles
            .SelectMany(article =>
                article.QuestionsVi.Concat(article.QuestionsEn).Select(question => (Question: NormalizeQuestion(question), article.Key))
            )
            .ToLookup(pair => pair.Question, pair => pair.Key);

    public static IEnumerable<Problem> Check(
        CheckedArticle checkedArticle,
        IReadOnlySet<string> existingKeys,
        ILookup<string, string> keysByQuestion
    )
    {
        var article = checkedArticle.Article;
        foreach (
            var key in article.FollowUps.Concat(article.Related).Where(key => !existingKeys.Contains(key) || key == article.Key).Distinct()
        )
        {
            yield return checkedArticle.ReportInFrontMatter(
                "followUps",
                key,
                "follow-up",
                $"“{key}” là chính bài này hoặc không có bài nào mang mã đó.",
                $"“{key}” is this article or does not exist."
            );
        }

        foreach (var key in article.FormerKeys.Where(existingKeys.Contains))
        {
            yield return checkedArticle.ReportInFrontMatter(
                "formerly",
                key,
                "key",
                $"“{key}” vẫn là một bài, nên không thể là mã cũ của bài này.",
                $"“{key}” is still an article, so it cannot be a former key of this one."
            );
        }

        if (article.FollowUps.Count is < 1 or > 3)
        {
            yield return checkedArticle.ReportInFrontMatter(
                "followUps",
                "follow-up",
                "Bài cần 1 đến 3 câu hỏi tiếp theo.",
                "An article needs 1 to 3 follow-ups."
            );
        }

        foreach (var question in article.QuestionsVi.Concat(article.QuestionsEn))
        {
            var articleKeys = keysByQuestion[NormalizeQuestion(question)].ToList();
            if (articleKeys.Count > 1)
            {
                var other = articleKeys.Find(key => key != article.Key) ?? article.Key;
                yield return checkedArticle.ReportInFrontMatter(
                    "questions",
                    question,
                    "question-twice",
                    $"Câu hỏi “{question}” đã có ở bài {other}.",
                    $"The question “{question}” is already in article {other}."
                );
            }
        }

        var withoutDiacriticsCount = article.QuestionsVi.Count(question =>
            VietnameseText.Normalize(question) == VietnameseText.Fold(question)
        );
        if (
            article.QuestionsVi.Count < MinVietnameseQuestions
            || article.QuestionsEn.Count < MinEnglishQuestions
            || withoutDiacriticsCount < MinQuestionsWithoutDiacritics
        )
        {
            yield return checkedArticle.ReportInFrontMatter(
                "questions",
                "questions",
                $"Cần ít nhất {MinVietnameseQuestions} cách hỏi tiếng Việt ({MinQuestionsWithoutDiacritics} không dấu) "
                    + $"và {MinEnglishQuestions} tiếng Anh; "
                    + $"có {article.QuestionsVi.Count} ({withoutDiacriticsCount}) và {article.QuestionsEn.Count}.",
                $"At least {MinVietnameseQuestions} Vietnamese questions ({MinQuestionsWithoutDiacritics} without diacritics) "
                    + $"and {MinEnglishQuestions} English are needed; "
                    + $"there are {article.QuestionsVi.Count} ({withoutDiacriticsCount}) and {article.QuestionsEn.Count}."
            );
        }

        foreach (var audience in article.Audience.Where(audience => !Audiences.Contains(audience)))
        {
            yield return checkedArticle.ReportInFrontMatter(
                "audience",
                audience,
                "audience",
                $"Không có đối tượng “{audience}”.",
                $"There is no audience “{audience}”."
            );
        }
    }

    private static string NormalizeQuestion(string question) =>
        string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(question)));
}
