using PolicyAssistantBot.Knowledge.Answers.Citing;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>A rule's outcome as an answer: the verdict first, cited from the rule's own table, leading on to the article that explains
/// it.</summary>
public static class RuleAnswer
{
    /// <summary>Tells a rule; null where it has nothing to say.</summary>
    public static Answer? Compose(AnswerRule rule, RuleQuestion question, KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(knowledge);
        var state = new RuleState(rule.Key, question.Facts);
        Answer? answer = rule.Tell(question) switch
        {
            RuleOutcome.Told told => Told(told, question, knowledge),
            RuleOutcome.Missing missing => new Answer.Clarify(missing.Text, question.Language, 1, [])
            {
                Guide = new Guide
                {
                    Kind = GuideKind.Size,
                    Facts = question.Facts.Enterprise with { Household = question.Facts.Enterprise.Household == true ? true : null },
                },
                StartsGuide = !question.Facts.Enterprise.HasFigures,
            },
            _ => null,
        };
        return answer is null
            ? null
            : answer with
            {
                Rule =
                    answer is Answer.Clarify && rule.Tell(question) is RuleOutcome.Missing { Slot: var slot }
                        ? state with
                        {
                            Pending = slot,
                        }
                        : state,
                Said = question.Facts.Enterprise with { Household = question.Facts.Enterprise.Household == true ? true : null },
            };
    }

    private static Answer.Answered Told(RuleOutcome.Told told, RuleQuestion question, KnowledgeBase knowledge)
    {
        var lang = question.Language;
        var article = knowledge.Find(told.ArticleKey);
        var shown = told.ShowsArticle ? ArticleOnDay.Short(article, question.Day, lang) : null;
        return new(
            shown is null ? told.Text : $"{told.Text}\n\n{shown}",
            lang,
            1,
            told.ArticleKey,
            article?.Title[lang] ?? told.ArticleKey,
            []
        )
        {
            Citations =
            [
                .. told
                    .Basis.DistinctBy(basis => (basis.Document, basis.Clause))
                    .Select(basis => new Citation(
                        told.ArticleKey,
                        article?.Title[lang] ?? "",
                        DocumentNames.In(basis.Document, lang),
                        basis.Clause.Length == 0 ? null : LocalFormat.Clause(basis.Clause, lang),
                        basis.From,
                        basis.Until,
                        article?.Checked ?? knowledge.Register.CheckedOn
                    )),
            ],
            FollowUps = article is null ? [] : [.. LeadsOn(article, knowledge).Select(next => new FollowUp(next.Key, next.Title[lang]))],
            OffersRequest = told.OffersRequest,
            Trace = AnswerTrace.Empty with
            {
                ArticleKey = told.ArticleKey,
                AskedAbout = question.Day,
                Reason = "a rule tells it from the asker's own facts",
            },
        };
    }

    /// <summary>The article that explains the rule, and what it leads to.</summary>
    private static IEnumerable<Article> LeadsOn(Article article, KnowledgeBase knowledge) =>
        article.FollowUps.Select(knowledge.Find).OfType<Article>().Prepend(article).Take(3);
}
