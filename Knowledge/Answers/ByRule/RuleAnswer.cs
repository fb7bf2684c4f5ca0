using PolicyAssistantBot.Knowledge.Answers.Citing;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>
/// Turns a rule's outcome into an answer: the verdict with citations of the rule's table, and the articles that explain it.
/// </summary>
public static class RuleAnswer
{
    /// <summary>Applies a rule; null when it does not apply.</summary>
    public static Answer? Compose(AnswerRule rule, RuleQuestion question, KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(knowledge);
        var state = new RuleState(rule.Key, question.Facts);
        Answer? answer = rule.Evaluate(question) switch
        {
            RuleOutcome.Decided decided => ComposeDecided(decided, question, knowledge),
            RuleOutcome.FactMissing missing => new Answer.Clarify(missing.Text, question.Language, 1, [])
            {
                Guide = new Guide
                {
                    Kind = GuideKind.Size,
                    Facts = question.Facts.Enterprise with
                    {
                        IsHouseholdBusiness = question.Facts.Enterprise.IsHouseholdBusiness == true ? true : null,
                    },
                },
                StartsGuide = !question.Facts.Enterprise.HasSizeFigures,
            },
            _ => null,
        };
        return answer is null
            ? null
            : answer with
            {
                Rule =
                    answer is Answer.Clarify && rule.Evaluate(question) is RuleOutcome.FactMissing { Slot: var slot }
                        ? state with
                        {
                            PendingSlot = slot,
                        }
                        : state,
                StatedFacts = question.Facts.Enterprise with
                {
                    IsHouseholdBusiness = question.Facts.Enterprise.IsHouseholdBusiness == true ? true : null,
                },
            };
    }

    private static Answer.Answered ComposeDecided(RuleOutcome.Decided decided, RuleQuestion question, KnowledgeBase knowledge)
    {
        var lang = question.Language;
        var article = knowledge.Find(decided.ArticleKey);
        var articleText = decided.ShowsArticle ? ArticleOnDay.Short(article, question.Day, lang) : null;
        return new(
            articleText is null ? decided.Text : $"{decided.Text}\n\n{articleText}",
            lang,
            1,
            decided.ArticleKey,
            article?.Title[lang] ?? decided.ArticleKey,
            []
        )
        {
            Citations =
            [
                .. decided
                    .Basis.DistinctBy(basis => (basis.Document, basis.Clause))
                    .Select(basis => new Citation(
                        decided.ArticleKey,
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
            OffersRequest = decided.OffersRequest,
            Trace = AnswerTrace.Empty with
            {
                ArticleKey = decided.ArticleKey,
                AskedAbout = question.Day,
                Reason = "a rule tells it from the asker's own facts",
            },
        };
    }

    /// <summary>The article that explains the rule, and what it leads to.</summary>
    private static IEnumerable<Article> FindFollowUps(Article article, KnowledgeBase knowledge) =>
        article.FollowUps.Select(knowledge.Find).OfType<Article>().Prepend(article).Take(3);
}
