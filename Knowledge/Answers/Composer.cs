using System.Globalization;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>Fifth step: the outcome in words. It quotes what people wrote and reviewed; it writes no fact of its own.</summary>
internal static class Composer
{
    /// <summary>Citations shown; more would not be read.</summary>
    private const int MaxCitations = 5;

    private const int MaxFollowUps = 3;

    public static Answer Compose(Verdict verdict, Understanding asked, KnowledgeBase knowledge) => verdict switch
    {
        Verdict.AnswerWith answer => FromArticle(answer, asked, knowledge),
        Verdict.FromRegister register => RegisterAnswer.Compose(register, asked, knowledge.Register.Checked),
        Verdict.AskWhich which => new Answer.Clarify(Texts(asked).ClarifyReadings, asked.Language, which.Confidence, Titles(which.Candidates, asked.Language)),
        Verdict.NoSupport { Suggestions.Count: > 0 } none => new Answer.Unanswerable(Texts(asked).UnanswerableWithSuggestions, asked.Language, none.Confidence)
        {
            FollowUps = Titles(none.Suggestions, asked.Language),
            OffersRequest = true,
        },
        Verdict.NoSupport none => new Answer.Unanswerable(Texts(asked).Unanswerable, asked.Language, none.Confidence) { OffersRequest = true },
        Verdict.PersonalMatter personal => new Answer.Personal(Texts(asked).Personal, asked.Language, personal.Confidence) { OffersRequest = true },
        Verdict.OtherMatter other => new Answer.OutOfScope(Texts(asked).OutOfScope, asked.Language, other.Confidence),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    public static Answer SmallTalk(SmallTalkKind kind, Lang lang)
    {
        var texts = AnswerTexts.For(lang);
        var text = kind switch
        {
            SmallTalkKind.Greeting => texts.Greeting,
            SmallTalkKind.Thanks => texts.Thanks,
            SmallTalkKind.Goodbye => texts.Goodbye,
            _ => texts.WhoAreYou,
        };
        return new Answer.SmallTalk(text, lang, kind);
    }

    private static Answer FromArticle(Verdict.AnswerWith answer, Understanding asked, KnowledgeBase knowledge)
    {
        var article = answer.Candidate.Article;
        var lang = asked.Language;
        var sections = article.Sections(lang);
        var shown = Shown(sections, answer.Candidate.SectionId);
        var ended = Ended(article, asked);
        var notice = ended ? EndedNotice(article, asked) : null;
        var text = string.Join("\n\n", shown.Select((section, i) => i == 0 ? section.Markdown : $"**{section.Heading}**\n\n{section.Markdown}")
            .Prepend(notice)
            .Append($"*{Validity(article, lang)}*")
            .Where(part => !string.IsNullOrEmpty(part)));
        List<AnswerSection> more = [.. sections.Except(shown).Select(section => new AnswerSection(section.Id, section.Heading, section.Markdown))];
        Answer composed = ended
            ? new Answer.Expired(text, lang, answer.Confidence, article.Key, article.Title[lang], more)
            : new Answer.Answered(text, lang, answer.Confidence, article.Key, article.Title[lang], more);
        return composed with
        {
            Citations = Citations(article, lang),
            FollowUps = FollowUps(article, knowledge, lang),
            OffersRequest = !article.Confidence.MayBeStated || sections.Any(section => section.Id == AnswerSections.Unconfirmed),
        };
    }

    /// <summary>The short answer, and the section that was asked for where that is another.</summary>
    private static List<Section> Shown(IReadOnlyList<Section> sections, string sectionId)
    {
        var shown = sections.Where(section => section.Id == AnswerSections.Short).Take(1).ToList();
        shown.AddRange(sections.Where(section => section.Id == sectionId && section.Id != AnswerSections.Short));
        return shown;
    }

    private static bool Ended(Article article, Understanding asked) =>
        !article.InForce.Contains(asked.AskedAbout)
        || EndedRules.IsAbout(article, asked);

    private static string? EndedNotice(Article article, Understanding asked)
    {
        var texts = Texts(asked);
        var title = article.Title[asked.Language];
        return article.InForce switch
        {
            { Until: { } until } when asked.AskedAbout > until => Format(texts.EndedOn, title, Wording.Date(until, asked.Language)),
            { From: { } from } when asked.AskedAbout < from => Format(texts.NotYet, title, Wording.Date(from, asked.Language)),
            _ => null,
        };
    }

    private static string Validity(Article article, Lang lang)
    {
        var texts = AnswerTexts.For(lang);
        var onDay = Wording.Date(article.Checked, lang);
        return article.InForce switch
        {
            { From: { } from, Until: { } until } => Format(texts.InForceUntil, Wording.Date(from, lang), Wording.Date(until, lang), onDay),
            { From: { } from } => Format(texts.InForce, Wording.Date(from, lang), onDay),
            _ => Format(texts.CheckedOnly, onDay),
        };
    }

    private static List<Citation> Citations(Article article, Lang lang) =>
    [
        .. article.Basis.Take(MaxCitations).Select(basis => new Citation(
            article.Key,
            article.Title[lang],
            basis.Document,
            Wording.Clause(basis.Clause, lang),
            basis.InForce.From,
            basis.InForce.Until,
            article.Checked)),
    ];

    private static List<FollowUp> FollowUps(Article article, KnowledgeBase knowledge, Lang lang) =>
    [
        .. article.FollowUps.Select(knowledge.Find).OfType<Article>().Take(MaxFollowUps)
            .Select(next => new FollowUp(next.Key, next.Title[lang])),
    ];

    private static List<FollowUp> Titles(IReadOnlyList<Candidate> candidates, Lang lang) =>
        [.. candidates.Select(candidate => new FollowUp(candidate.Article.Key, candidate.Article.Title[lang]))];

    private static AnswerTexts Texts(Understanding asked) => AnswerTexts.For(asked.Language);

    private static string Format(string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
