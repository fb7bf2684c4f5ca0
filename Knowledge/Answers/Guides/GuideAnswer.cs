using PolicyAssistantBot.Knowledge.Answers.Citing;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>Turns a guide's result into an answer with the citations of the rule and the articles that explain it.</summary>
internal static class GuideAnswer
{
    public static Answer Compose(Guide guide, Lang lang, DateOnly today, KnowledgeBase knowledge)
    {
        var result = GuideResults.Describe(guide, lang, today);
        var article = knowledge.Find(result.ArticleKey);
        return new Answer.Answered(result.Text, lang, 1, result.ArticleKey, article?.Title[lang] ?? result.ArticleKey, [])
        {
            Citations =
            [
                .. result.Basis.Select(basis => new Citation(
                    result.ArticleKey,
                    article?.Title[lang] ?? "",
                    DocumentNames.Translate(basis.Document, lang),
                    basis.Clause.Length == 0 ? null : LocalFormat.Clause(basis.Clause, lang),
                    basis.From,
                    basis.Until,
                    article?.Checked ?? knowledge.Register.CheckedOn
                )),
            ],
            FollowUps = article is null
                ? []
                : [.. FindFollowUps(article, knowledge).Select(next => new FollowUp(next.Key, next.Title[lang]))],
            OffersRequest = result.OffersRequest,
            Trace = AnswerTrace.Empty with
            {
                ArticleKey = result.ArticleKey,
                AskedAbout = today,
                Reason = "a rule tells it from the asker's own facts",
            },
        };
    }

    /// <summary>The article that explains the rule, and what it leads to.</summary>
    private static IEnumerable<Article> FindFollowUps(Article article, KnowledgeBase knowledge) =>
        article.FollowUps.Select(knowledge.Find).OfType<Article>().Prepend(article).Take(3);
}
