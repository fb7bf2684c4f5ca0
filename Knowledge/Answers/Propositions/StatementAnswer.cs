using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Answers.Citing;
using PolicyAssistantBot.Knowledge.Answers.RuleWording;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Propositions;

/// <summary>Turns a statement into an answer: yes or no when it was claimed, then what is true on the day asked about.</summary>
internal static class StatementAnswer
{
    /// <summary>Null when no published article explains it or no period contains the day.</summary>
    public static Answer? Compose(Statement statement, RuleQuestion question, Understanding asked, KnowledgeBase knowledge)
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
        // A question that is not a claim also gets the article's short answer.
        var articleText = question.Claim is null ? ArticleOnDay.Short(article, question.Day, lang) : null;
        var isSame = question.Claim is not null && StatementWords.ComputeShare(statement, period, asked, knowledge) >= MinSameShare;
        var opening = isSame ? GetOpening(statement, period, question) : "";
        // A yes or no in the text itself answers the statement's own question and no other.
        var told =
            isSame && !YesOrNo.HasUnclearPolarity(question.Claim!.Folded) ? period.Text[lang] : YesOrNo.RemoveVerdict(period.Text[lang]);
        var text = $"{opening}{asOf}{told}";
        return new Answer.Answered(articleText is null ? text : $"{text}\n\n{articleText}", lang, 1, article.Key, article.Title[lang], [])
        {
            Citations = [.. FindCitations(statement, article, text, knowledge, lang)],
            FollowUps = [.. FindFollowUps(article, knowledge).Select(next => new FollowUp(next.Key, next.Title[lang]))],
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
    private static IEnumerable<Citation> FindCitations(
        Statement statement,
        Article article,
        string text,
        KnowledgeBase knowledge,
        Lang lang
    )
    {
        var others =
            from other in statement.ArticleKeys.Select(knowledge.Find).OfType<Article>()
            where other != article
            from basis in other.Basis
            where text.Contains(basis.Document, StringComparison.Ordinal)
            select (other, basis);
        return article
            .Basis.Take(MaxBases)
            .Select(basis => (article, basis))
            .Concat(others)
            .Select(pair => new Citation(
                pair.Item1.Key,
                pair.Item1.Title[lang],
                DocumentNames.Translate(pair.basis.Document, lang),
                LocalFormat.Clause(pair.basis.Clause, lang),
                pair.basis.InForce.From,
                pair.basis.InForce.Until,
                pair.Item1.Checked
            ));
    }

    private const int MaxBases = 3;

    /// <summary>From this share of the message's words on, it is the statement's own proposition that is asked about.</summary>
    private const double MinSameShare = 0.5;

    private static string GetOpening(Statement statement, StatementPeriod period, RuleQuestion question)
    {
        if (question.Claim is not { IsAssertion: true } claim)
        {
            return "";
        }

        if (YesOrNo.BeginsWithVerdict(period.Text[question.Language]) || YesOrNo.HasUnclearPolarity(claim.Folded))
        {
            return "";
        }

        if (period.IsTrue is not { } isTrue)
        {
            return YesOrNo.GetNotConfirmedOpening(question.Language);
        }

        if (statement.Figures.Count > 0 && claim.Figures.Count > 0)
        {
            return YesOrNo.GetOpening(isTrue && claim.Figures.All(statement.Figures.Contains), claim, question.Language);
        }

        var isNegated =
            YesOrNo.IsNegated(claim.Folded)
            || (statement.NegationPhrases.Length > 0 && new PhraseSet(statement.NegationPhrases.Split('|')).IsContainedIn(claim.Folded));
        return YesOrNo.GetOpening(isTrue != isNegated, claim, question.Language);
    }

    private static IEnumerable<Article> FindFollowUps(Article article, KnowledgeBase knowledge) =>
        article.FollowUps.Select(knowledge.Find).OfType<Article>().Prepend(article).Take(3);
}
