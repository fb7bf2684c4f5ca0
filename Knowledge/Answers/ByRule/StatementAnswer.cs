using PolicyAssistantBot.Knowledge.Answers.Citing;
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
            statement.FindPeriod(question.Day) is not { } period
            || statement.ArticleKeys.Select(knowledge.Find).FirstOrDefault(found => found is not null) is not { } article
        )
        {
            return null;
        }

        var lang = question.Language;
        var asOf = question.Day == question.Today ? "" : RuleTexts.AsOf.With(lang, LocalFormat.Day(question.Day, lang)) + " ";
        // What is not claimed but asked gets the article's own short answer too.
        var shown = question.Claim is null ? ArticleOnDay.Short(article, question.Day, lang) : null;
        var text = $"{Opening(statement, period, question)}{asOf}{period.Text[lang]}";
        return new Answer.Answered(shown is null ? text : $"{text}\n\n{shown}", lang, 1, article.Key, article.Title[lang], [])
        {
            Citations = [.. Citations(statement, article, text, knowledge, lang)],
            FollowUps = [.. LeadsOn(article, knowledge).Select(next => new FollowUp(next.Key, next.Title[lang]))],
            OffersRequest = period.RefersToOffice || period.IsTrue is null,
            Trace = AnswerTrace.Empty with
            {
                ArticleKey = article.Key,
                AskedAbout = question.Day,
                Reason = $"the statement “{statement.Key}” tells it",
            },
        };
    }

    /// <summary>The bases of the article that explains it, and those of the statement's other articles whose document the text
    /// names.</summary>
    private static IEnumerable<Citation> Citations(Statement statement, Article article, string text, KnowledgeBase knowledge, Lang lang)
    {
        var others =
            from other in statement.ArticleKeys.Select(knowledge.Find).OfType<Article>()
            where other != article
            from basis in other.Basis
            where text.Contains(basis.Document, StringComparison.Ordinal)
            select (other, basis);
        return article
            .Basis.Take(MostBases)
            .Select(basis => (article, basis))
            .Concat(others)
            .Select(cited => new Citation(
                cited.Item1.Key,
                cited.Item1.Title[lang],
                DocumentNames.In(cited.basis.Document, lang),
                LocalFormat.Clause(cited.basis.Clause, lang),
                cited.basis.InForce.From,
                cited.basis.InForce.Until,
                cited.Item1.Checked
            ));
    }

    private const int MostBases = 3;

    private static string Opening(Statement statement, StatementPeriod period, RuleQuestion question)
    {
        if (question.Claim is not { IsAssertion: true } claim)
        {
            return "";
        }

        if (period.IsTrue is not { } holds)
        {
            return YesOrNo.NotConfirmed(question.Language);
        }

        if (statement.Figures.Count > 0 && claim.Figures.Count > 0)
        {
            return YesOrNo.Opening(holds && claim.Figures.All(statement.Figures.Contains), question.Language);
        }

        var isTurned =
            YesOrNo.Denies(claim.Folded)
            || (statement.NegationPhrases.Length > 0 && new PhraseSet(statement.NegationPhrases.Split('|')).IsIn(claim.Folded));
        return YesOrNo.Opening(holds != isTurned, question.Language);
    }

    private static IEnumerable<Article> LeadsOn(Article article, KnowledgeBase knowledge) =>
        article.FollowUps.Select(knowledge.Find).OfType<Article>().Prepend(article).Take(3);
}
