using PolicyAssistantBot.Knowledge.Answers.Asked;
using PolicyAssistantBot.Knowledge.Answers.Citing;
using PolicyAssistantBot.Knowledge.Answers.Evidence;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Gaps;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>Fifth step: the outcome in words. It quotes what people wrote and reviewed; it writes no fact of its own.</summary>
internal static class Composer
{
    /// <summary>Citations shown; more would not be read.</summary>
    private const int MaxCitations = 5;

    private const int MaxFollowUps = 3;

    public static Answer Compose(Verdict verdict, Understanding asked, KnowledgeBase knowledge) =>
        verdict switch
        {
            Verdict.AnswerWith answer => FromArticle(answer, asked, knowledge),
            Verdict.FromRegister register => RegisterAnswer.Compose(register, asked, knowledge.Register.CheckedOn),
            Verdict.AskWhich { Field: { } field } which when Offered(field, asked.Language, knowledge) is { Count: > 1 } choices =>
                new Answer.Clarify(field.Question[asked.Language], asked.Language, which.Confidence, choices),
            Verdict.AskWhich which => new Answer.Clarify(
                AnswerTexts.ClarifyReadings[asked.Language],
                asked.Language,
                which.Confidence,
                Titles(which.Candidates, asked.Language)
            ),
            Verdict.NoSupport { Suggestions.Count: > 0 } none => new Answer.Unanswerable(
                WithAuthority(AnswerTexts.UnanswerableWithSuggestions, asked),
                asked.Language,
                none.Confidence
            )
            {
                FollowUps = Titles(none.Suggestions, asked.Language),
                OffersRequest = true,
            },
            Verdict.NoSupport none => new Answer.Unanswerable(
                WithAuthority(AnswerTexts.Unanswerable, asked),
                asked.Language,
                none.Confidence
            )
            {
                OffersRequest = true,
            },
            Verdict.PersonalMatter personal => new Answer.Personal(
                personal.Related.Count == 0 ? AnswerTexts.Personal[asked.Language] : AnswerTexts.PersonalWithRelated[asked.Language],
                asked.Language,
                personal.Confidence
            )
            {
                FollowUps = Titles(personal.Related, asked.Language),
                OffersRequest = true,
            },
            Verdict.OtherMatter { Body.Vi.Length: > 0 } other => new Answer.OutOfScope(
                AnswerTexts.OutOfScopeWithBody.With(asked.Language, other.Body[asked.Language]),
                asked.Language,
                other.Confidence
            ),
            Verdict.OtherMatter other => new Answer.OutOfScope(AnswerTexts.OutOfScope[asked.Language], asked.Language, other.Confidence),
            Verdict.Emergency danger => new Answer.Personal(AnswerTexts.Emergency[asked.Language], asked.Language, danger.Confidence)
            {
                OffersRequest = true,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
        };

    /// <summary>A refusal that names the body that decides, where the question is about such a body's matter.</summary>
    private static string WithAuthority(LocalizedText refusal, Understanding asked) =>
        ConversationPolicy.Current.Matters.FindAuthority(KnowledgeBase.FoldPhrase(asked.Message)) is { } body
            ? $"{refusal[asked.Language]} {AnswerTexts.AskAuthority.With(asked.Language, body[asked.Language])}"
            : refusal[asked.Language];

    /// <summary>The choices of a field whose articles are published.</summary>
    private static List<FollowUp> Offered(VagueField field, Lang lang, KnowledgeBase knowledge) =>
        [
            .. field
                .Choices.Where(choice => knowledge.Find(choice.ArticleKey) is not null)
                .Select(choice => new FollowUp(choice.ArticleKey, choice.Label[lang])),
        ];

    public static Answer SmallTalk(SmallTalkKind kind, Lang lang)
    {
        var text = kind switch
        {
            SmallTalkKind.Greeting => AnswerTexts.Greeting[lang],
            SmallTalkKind.Thanks => AnswerTexts.Thanks[lang],
            SmallTalkKind.Goodbye => AnswerTexts.Goodbye[lang],
            SmallTalkKind.Displeased => AnswerTexts.Displeased[lang],
            SmallTalkKind.Surprised => AnswerTexts.Surprised[lang],
            _ => AnswerTexts.WhoAreYou[lang],
        };
        return new Answer.SmallTalk(text, lang, kind);
    }

    private static Answer FromArticle(Verdict.AnswerWith answer, Understanding asked, KnowledgeBase knowledge)
    {
        var article = answer.Candidate.Article;
        var lang = asked.Language;
        var sections = ArticleOnDay.Sections(article, asked.AskedAbout, lang);
        var inForce = article.InForce.Contains(asked.AskedAbout);
        List<string?> before =
        [
            answer.Legal?.Text,
            inForce ? null : EndedNotice(article, asked),
            ArticleOnDay.After(article, asked.AskedAbout, lang),
            AudienceNotice.Describe(article, asked),
            .. Renamed(article, asked),
            inForce && !EndedRules.IsAbout(article, asked) ? AskerSpecifics.Describe(article, asked) : null,
        ];
        var notices = before.OfType<string>().ToList();
        var hasEnded = ArticleOnDay.HasEnded(article, asked.AskedAbout);
        var askedNames = NamedThings.FindAsked(asked.Message, article, lang);
        var shown = Shown(
            [.. sections.Where(section => !NamedThings.NamesOthersOnly(section.Heading, askedNames, lang))],
            answer.Candidate,
            AnswerLength.GetMaxWords(lang) - notices.Sum(AnswerLength.CountWords),
            hasEnded
        );
        var askedGap = hasEnded ? [] : AskedGap.Find(article, asked, UnitsOf(shown));
        IEnumerable<EvidenceUnit> UnitsOf(List<Section> told) =>
            knowledge.EvidenceIndex.GetUnits(article.Key, lang).Where(unit => told.Exists(section => section.Id == unit.SectionId));
        if (askedGap.Count > 0)
        {
            notices.Add(FilingTexts.FormatAsked(article.Gap!, askedGap, lang));
        }

        var leading = hasEnded ? [] : LeadingStatement.FindEach(knowledge, article, asked, shown, askedNames);
        if (!hasEnded && EarlierPurchase.Describe(article.Key, asked.Message, lang) is { } bought)
        {
            notices.Insert(0, bought);
        }

        (var leads, shown) = AnswerLength.ChooseLeads(leading, shown, askedGap.Count > 0, lang);
        var told = shown.Select(
            (section, i) =>
                section.Id == AnswerSections.Short && (i == 0 || answer.Candidate.IsSectionAsked) && !hasEnded
                    ? section.Markdown
                    : $"**{section.Heading}**\n\n{section.Markdown}"
        );
        // The parts of a question are answered in their order: what the short answer tells first stands first.
        var isShortFirst = leading is [null, _, ..];
        var text = string.Join(
            "\n\n",
            notices
                .Concat(isShortFirst ? told.Concat(leads) : leads.Concat(told))
                .Concat(hasEnded ? [] : FormatGap(article.Gap, askedGap, lang))
                .Append($"*{Validity(article, asked)}*")
        );
        text = ConfidenceText.KeepLastCaveat(text, lang);
        // Who asks ahead about a day after the end is not told the sections as they stand today.
        List<AnswerSection> more =
            hasEnded && asked.AskedAbout != asked.Today
                ? []
                : [.. sections.Except(shown).Select(section => new AnswerSection(section.Id, section.Heading, section.Markdown))];
        // Who asks about another day is told how the rule stands on that day; who asks as of today must not take an ended rule for current.
        Answer composed =
            !inForce && asked.AskedAbout == asked.Today
                ? new Answer.Expired(text, lang, answer.Confidence, article.Key, article.Title[lang], more)
                : new Answer.Answered(text, lang, answer.Confidence, article.Key, article.Title[lang], more);
        return composed with
        {
            Citations = Citations(article, lang),
            FollowUps = FollowUps(article, knowledge, lang),
            OffersRequest =
                !article.Confidence.MayBeStated
                || hasEnded
                || article.Gap is not null
                || sections.Any(section => section.Id == AnswerSections.Unconfirmed)
                || shown.Any(SaysToAsk),
        };
    }

    /// <summary>
    /// The short answer, and the section that was asked for where that is another and both are short enough; a section that a follow-up
    /// asks for stands first. Of an article that has ended only such a section is shown. The rest is shown on demand.
    /// </summary>
    private static List<Section> Shown(IReadOnlyList<Section> sections, Candidate asked, int room, bool hasEnded)
    {
        var named = sections.FirstOrDefault(section => section.Id == asked.SectionId);
        if (asked.IsSectionAsked && named is not null)
        {
            return
                !hasEnded
                && named.Id != AnswerSections.Short
                && sections.FirstOrDefault(section => section.Id == AnswerSections.Short) is { } summary
                && AnswerLength.CountWords(named.Markdown) + AnswerLength.CountWords(summary.Markdown) <= room
                ? [named, summary]
                : [named];
        }

        if (hasEnded)
        {
            return [];
        }

        var shown = sections.Where(section => section.Id == AnswerSections.Short).Take(1).ToList();
        if (
            named is not null
            && !shown.Contains(named)
            && shown.Append(named).Sum(section => AnswerLength.CountWords(section.Markdown)) <= room
        )
        {
            shown.Add(named);
        }

        return shown;
    }

    /// <summary>What the article does not know, without what was told first because it was asked.</summary>
    private static IEnumerable<string> FormatGap(KnowledgeGap? gap, IReadOnlyList<string> told, Lang lang) =>
        gap is null ? []
        : told.Count == 0 ? [FilingTexts.FormatGap(gap, lang)]
        : FilingTexts.FormatOthers(gap, told, lang) is { } others ? [others]
        : [];

    /// <summary>The text itself tells to send a request, which must then be at hand.</summary>
    private static bool SaysToAsk(Section section) =>
        section.Markdown.Contains("gửi yêu cầu", StringComparison.OrdinalIgnoreCase)
        || section.Markdown.Contains("send a request", StringComparison.OrdinalIgnoreCase);

    /// <summary>What an old name in the question is called now, unless the article is the one that tells it.</summary>
    private static IEnumerable<string> Renamed(Article article, Understanding asked) =>
        asked.OldNames.Where(name => name.ArticleKey != article.Key).Select(name => name.Text[asked.Language]);

    private static string? EndedNotice(Article article, Understanding asked)
    {
        var lang = asked.Language;
        var title = article.Title[asked.Language];
        return article.InForce switch
        {
            { Until: { } until } when asked.AskedAbout > until => (asked.Today > until ? AnswerTexts.EndedOn : AnswerTexts.EndsOn).With(
                lang,
                title,
                LocalFormat.Day(until, asked.Language)
            ),
            { From: { } from } when asked.AskedAbout < from => AnswerTexts.NotYetInForce.With(
                lang,
                title,
                LocalFormat.Day(from, asked.Language)
            ),
            _ => null,
        };
    }

    private static string Validity(Article article, Understanding asked)
    {
        var lang = asked.Language;
        var onDay = LocalFormat.Day(article.Checked, lang);
        var period = article.InForce switch
        {
            { From: { } from, Until: { } until } => AnswerTexts.InForceUntil.With(
                lang,
                LocalFormat.Day(from, lang),
                LocalFormat.Day(until, lang),
                onDay
            ),
            { From: { } from } => AnswerTexts.InForce.With(lang, LocalFormat.Day(from, lang), onDay),
            _ => AnswerTexts.CheckedOnly.With(lang, onDay),
        };
        return asked.AskedAbout == asked.Today
            ? period
            : $"{AnswerTexts.AsOfDay.With(lang, LocalFormat.Day(asked.AskedAbout, lang))} {period}";
    }

    private static List<Citation> Citations(Article article, Lang lang) =>
        [
            .. article
                .Basis.Take(MaxCitations)
                .Select(basis => new Citation(
                    article.Key,
                    article.Title[lang],
                    DocumentNames.Translate(basis.Document, lang),
                    LocalFormat.Clause(basis.Clause, lang),
                    basis.InForce.From,
                    basis.InForce.Until,
                    article.Checked
                )
                {
                    Figures = basis.Figures,
                }),
        ];

    private static List<FollowUp> FollowUps(Article article, KnowledgeBase knowledge, Lang lang) =>
        [
            .. article
                .FollowUps.Select(knowledge.Find)
                .OfType<Article>()
                .Take(MaxFollowUps)
                .Select(next => new FollowUp(next.Key, next.Title[lang])),
        ];

    private static List<FollowUp> Titles(IReadOnlyList<Candidate> candidates, Lang lang) =>
        [.. candidates.Select(candidate => new FollowUp(candidate.Article.Key, candidate.Article.Title[lang]))];
}
