using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>Checks the relations between articles: follow-ups exist, and each question belongs to one article only.</summary>
internal static class LinkCheck
{
    private const int MinVietnamese = 8;
    private const int MinEnglish = 4;
    private const int MinWithoutMarks = 3;

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
    public static ILookup<string, string> Questions(IEnumerable<Article> articles) =>
        articles
            .SelectMany(article =>
                article.QuestionsVi.Concat(article.QuestionsEn).Select(question => (Question: Fold(question), article.Key))
            )
            .ToLookup(pair => pair.Question, pair => pair.Key);

    public static IEnumerable<Problem> Check(CheckedArticle article, IReadOnlySet<string> keys, ILookup<string, string> questions)
    {
        var it = article.Article;
        foreach (var key in it.FollowUps.Concat(it.Related).Where(key => !keys.Contains(key) || key == it.Key).Distinct())
        {
            yield return article.InFrontMatter(
                "followUps",
                key,
                "follow-up",
                $"Không có bài “{key}” khác bài này.",
                $"There is no article “{key}” other than this one."
            );
        }

        foreach (var key in it.Formerly.Where(keys.Contains))
        {
            yield return article.InFrontMatter(
                "formerly",
                key,
                "key",
                $"“{key}” vẫn là một bài, nên không thể là mã cũ của bài này.",
                $"“{key}” is still an article, so it cannot be a former key of this one."
            );
        }

        if (it.FollowUps.Count is < 1 or > 3)
        {
            yield return article.InFrontMatter(
                "followUps",
                "follow-up",
                "Bài cần 1 đến 3 câu hỏi tiếp theo.",
                "An article needs 1 to 3 follow-ups."
            );
        }

        foreach (var question in it.QuestionsVi.Concat(it.QuestionsEn))
        {
            var owners = questions[Fold(question)].ToList();
            if (owners.Count > 1)
            {
                var other = owners.Find(key => key != it.Key) ?? it.Key;
                yield return article.InFrontMatter(
                    "questions",
                    question,
                    "question-twice",
                    $"Câu hỏi “{question}” đã có ở bài {other}.",
                    $"The question “{question}” is already in article {other}."
                );
            }
        }

        var withoutMarks = it.QuestionsVi.Count(question => VietnameseText.Normalize(question) == VietnameseText.Fold(question));
        if (it.QuestionsVi.Count < MinVietnamese || it.QuestionsEn.Count < MinEnglish || withoutMarks < MinWithoutMarks)
        {
            yield return article.InFrontMatter(
                "questions",
                "questions",
                $"Cần ít nhất {MinVietnamese} cách hỏi tiếng Việt ({MinWithoutMarks} không dấu) và {MinEnglish} tiếng "
                    + $"Anh; có {it.QuestionsVi.Count} ({withoutMarks}) và {it.QuestionsEn.Count}.",
                $"At least {MinVietnamese} Vietnamese questions ({MinWithoutMarks} without marks) and {MinEnglish} "
                    + $"English are needed; there are {it.QuestionsVi.Count} ({withoutMarks}) and {it.QuestionsEn.Count}."
            );
        }

        foreach (var audience in it.Audience.Where(audience => !Audiences.Contains(audience)))
        {
            yield return article.InFrontMatter(
                "audience",
                audience,
                "audience",
                $"Không có đối tượng “{audience}”.",
                $"There is no audience “{audience}”."
            );
        }
    }

    private static string Fold(string question) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(question)));
}
