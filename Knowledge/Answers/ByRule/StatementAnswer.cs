using PolicyAssistantBot.Knowledge.Answers.RuleWording;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>A statement as an answer: yes or no where it was claimed, then what holds on the day asked about.</summary>
internal static class StatementAnswer
{
    /// <summary>Null where no published article explains it, or nothing is held for the day.</summary>
    public static Answer? Compose(Statement statement, RuleQuestion question, KnowledgeBase knowledge)
    {
        if (
            statement.On(question.Day) is not { } period
            || statement.Articles.Select(knowledge.Find).FirstOrDefault(found => found is not null) is not { } article
        )
        {
            return null;
        }

        var lang = question.Language;
        var asOf = question.Day == question.Today ? "" : RuleTexts.AsOf.With(lang, LocalFormat.Day(question.Day, lang)) + " ";
        // What is not claimed but asked gets the article's own short answer too.
        var shown = question.Claim is null
            ? article.Sections(lang).FirstOrDefault(section => section.Id == AnswerSections.Short)?.Markdown
            : null;
        var text = $"{Opening(statement, period, question)}{asOf}{period.Text[lang]}";
        return new Answer.Answered(shown is null ? text : $"{text}\n\n{shown}", lang, 1, article.Key, article.Title[lang], [])
        {
            Citations =
            [
                .. article
                    .Basis.Take(3)
                    .Select(basis => new Citation(
                        article.Key,
                        article.Title[lang],
                        DocumentNames.In(basis.Document, lang),
                        LocalFormat.Clause(basis.Clause, lang),
                        basis.InForce.From,
                        basis.InForce.Until,
                        article.Checked
                    )),
            ],
            FollowUps = [.. LeadsOn(article, knowledge).Select(next => new FollowUp(next.Key, next.Title[lang]))],
            OffersRequest = period.AsksOffice || period.Holds is null,
            Trace = AnswerTrace.Empty with
            {
                ArticleKey = article.Key,
                AskedAbout = question.Day,
                Reason = $"the statement “{statement.Key}” tells it",
            },
        };
    }

    private static string Opening(Statement statement, StatementPeriod period, RuleQuestion question)
    {
        if (question.Claim is not { IsAssertion: true } claim)
        {
            return "";
        }

        if (period.Holds is not { } holds)
        {
            return YesOrNo.NotConfirmed(question.Language);
        }

        if (statement.Figures.Count > 0 && claim.Figures.Count > 0)
        {
            return YesOrNo.Opening(holds && claim.Figures.All(statement.Figures.Contains), question.Language);
        }

        var isTurned =
            YesOrNo.Denies(claim.Folded) || (statement.Turned.Length > 0 && new PhraseSet(statement.Turned.Split('|')).IsIn(claim.Folded));
        return YesOrNo.Opening(holds != isTurned, question.Language);
    }

    private static IEnumerable<Article> LeadsOn(Article article, KnowledgeBase knowledge) =>
        article.FollowUps.Select(knowledge.Find).OfType<Article>().Prepend(article).Take(3);
}
