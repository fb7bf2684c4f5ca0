using PolicyAssistantBot.Knowledge.Answers.Asked;
using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Answers.Evidence;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.External;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// From a question to an answer: screen, understand, complete from the conversation, retrieve, decide, compose. Thread-safe, no input
/// or output, and for anything an asker may type a value is returned, never an exception.
/// </summary>
/// <param name="knowledge">The published state of the articles at the time of the question.</param>
public sealed partial class AnswerPipeline(Func<KnowledgeBase> knowledge, TimeProvider clock)
{
    /// <summary>The day on Hanoi's calendar.</summary>
    public DateOnly Today => HanoiTime.DayOf(clock.GetUtcNow());

    /// <summary>The published state of the articles now.</summary>
    public KnowledgeBase Knowledge => knowledge();

    /// <summary>Answers each question of a message, at most three, in their order; a later one may lean on those before it.</summary>
    public IReadOnlyList<Answer> AskEach(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (FindCommand(question) is { } started)
        {
            return [started.Act, .. AskEach(question with { Text = started.RemainingText })];
        }

        var parts = QuestionSplitter.Split(question.Text);
        if (parts.Count == 1)
        {
            var answer = Ask(question);
            return AnswerClauses(question, answer) is { Count: > 0 } each ? each
                : answer.OtherReading is { } other
                    ? [answer with { UnderstoodQuestion = TitleOf(answer) }, other with { UnderstoodQuestion = TitleOf(other) }]
                : [NameUnansweredParts(question, answer)];
        }

        var answers = new List<Answer>(parts.Count);
        var context = question.Context;
        foreach (var part in parts.Take(QuestionSplitter.MaxQuestions))
        {
            var whole = QuestionSplitter.AddSubject(part, parts[0]);
            var answer = Ask(question with { Text = whole, Context = whole == part ? context : context with { PastQuestions = [] } });
            if (answers is [.., Answer.Answered { StartsGuide: false } told] && answer is Answer.Unanswerable or Answer.Clarify { Guide: null })
            {
                // Choices or a refusal beside an answer would hide it: the part is named, and can be asked alone.
                answers[^1] = AddNote(told, [part]);
                continue;
            }

            // One of several questions gets one answer.
            answers.Add(answer with { UnderstoodQuestion = answer.UnderstoodQuestion ?? part, OtherReading = null });
            context = context with
            {
                PastQuestions = [.. context.PastQuestions, new PastQuestion(answer.UnderstoodQuestion ?? part, answer.Trace.ArticleKey)],
                Facts = context.Facts.Merge(answer.StatedFacts),
                Rule = answer.Rule ?? context.Rule,
            };
        }

        return answers;
    }

    /// <summary>
    /// The answers to the parts of a question, where some are about another matter than the whole: "CBAM có phải làm không, còn giấy CE thì
    /// sao", "cỡ gì, thuế mấy phần trăm". Empty where the article that answers the whole covers each part, or no other is sure to answer it.
    /// </summary>
    private List<Answer> AnswerClauses(Question question, Answer whole)
    {
        var published = knowledge();
        var clauses = QuestionClauses.Split(question.Text);
        if (clauses.Count < 2 || whole is not Answer.Answered { ArticleKey: var key } || published.Find(key) is null || whole.StartsGuide)
        {
            return [];
        }

        var told = MessageFacts.Read(question.Text, Today).StatedFacts.Enterprise;
        var context = question.Context with { Facts = question.Context.Facts.Merge(told) };
        // Two readings of the whole are likely two parts.
        List<Answer.Answered> answers = whole.OtherReading is null ? [(Answer.Answered)whole] : [];
        foreach (var clause in clauses.Select(clause => QuestionSplitter.AddSubject(clause, question.Text)))
        {
            if (
                Ask(question with { Text = clause, Context = context })
                    is Answer.Answered { OtherReading: null, StartsGuide: false } answer
                && IsSureAbout(clause, answer, published)
                && !answers.Exists(other => IsSameMatter(other, answer, published))
                && (answers.Count == 0 || answer.Rule is not null || !IsCoveredBy(key, clause, whole, published))
            )
            {
                answers.Add(answer with { UnderstoodQuestion = clause });
            }
        }

        return answers.Count < 2 ? [] : [.. answers.Take(QuestionSplitter.MaxQuestions)];
    }

    private static bool IsSureAbout(string clause, Answer.Answered answer, KnowledgeBase published) =>
        answer.Rule is not null
        || (
            answer.Confidence >= MinClauseConfidence
            && published.ArticleCoverage.ComputeShares(answer.ArticleKey, answer.Language, clause).Words >= MinCoveredByOther
        );

    private static bool IsCoveredBy(string key, string clause, Answer whole, KnowledgeBase published) =>
        published.ArticleCoverage.ComputeShares(key, whole.Language, clause).Words >= MaxCoveredElsewhere;

    private static bool IsSameMatter(Answer.Answered one, Answer.Answered other, KnowledgeBase published) =>
        one.ArticleKey == other.ArticleKey
        || (one.Rule is not null && one.Rule.Key == other.Rule?.Key)
        || (
            published.Find(one.ArticleKey) is { } article
            && published.Find(other.ArticleKey) is { } otherArticle
            && otherArticle.HasSameSubject(article)
        );

    /// <summary>Says before the closing line which parts of the question the answer says nothing about.</summary>
    private Answer NameUnansweredParts(Question question, Answer answer)
    {
        if (
            answer is not Answer.Answered { StartsGuide: false, Rule: null } answered
            || knowledge().Find(answered.ArticleKey) is not { } article
            || answer.Text.LastIndexOf("\n\n*", StringComparison.Ordinal) <= 0
            || UnansweredParts.Find(question.Text, answer.Language, $"{answered.Title}\n{answer.Text}", article.Gap)
                is not { Count: > 0 } parts
        )
        {
            return answer;
        }

        return AddNote(answer, parts);
    }

    /// <summary>Says before the closing line which parts were not answered.</summary>
    private static Answer AddNote(Answer answer, IReadOnlyList<string> parts)
    {
        var note = AnswerTexts.PartsNotTold.With(answer.Language, string.Join("”, “", parts));
        var closing = answer.Text.LastIndexOf("\n\n*", StringComparison.Ordinal);
        return answer with
        {
            Text = closing > 0 ? $"{answer.Text[..closing]}\n\n*{note}*\n{answer.Text[(closing + 2)..]}" : $"{answer.Text}\n\n*{note}*",
            OffersRequest = true,
        };
    }

    /// <summary>An article that covers this share of a part's words is about it.</summary>
    private const double MaxCoveredElsewhere = 0.6;

    /// <summary>The same for the article that answers the part.</summary>
    private const double MinCoveredByOther = 0.75;

    private const double MinClauseConfidence = 0.8;

    /// <summary>A message asks more than is answered at once.</summary>
#pragma warning disable CA1822 // Callers depend on the pipeline, not on how it splits a message.
    public bool AsksMore(string text) => QuestionSplitter.Split(text).Count > QuestionSplitter.MaxQuestions;
#pragma warning restore CA1822

    /// <summary>Answers from the published articles.</summary>
    public Answer Ask(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var published = knowledge();
        var asked = Understanding.Of(question, Today, published.Register);
        if (AnswerAct(asked, published) is { } acted)
        {
            return acted;
        }

        if (asked.Folded.Length == 0 || IsBareNumber(asked.Folded))
        {
            return new Answer.Clarify(AnswerTexts.Empty[asked.Language], asked.Language, 1, []);
        }

        if (asked.QuantityReading.ImpossibleDates.FirstOrDefault() is { } date)
        {
            return new Answer.Clarify(ImpossibleDates.Explain(date, asked.Language), asked.Language, 1, []);
        }

        var told = RuleStage.FindAnswer(published, asked, question.Context);
        if (told is not null && !AsksForSizeFigures(told, asked, question.Context))
        {
            return told;
        }

        var (answer, understood, meant) = AnswerFromArticles(published, asked, question);
        if (told is not null && !IsAboutOtherThanFigures(answer))
        {
            return told;
        }

        return answer with
        {
            UnderstoodQuestion = meant,
            StatedFacts =
                FactReader.IsAboutOwnEnterprise(VietnameseText.Fold(understood.Text)) || understood.StatedFacts.HasSizeFigures
                    ? understood.StatedFacts with
                    {
                        Activity =
                            understood.StatedFacts.Activity ?? Rules.SectorGroupDetector.FindSectorCode(understood.Folded, understood.Text),
                    }
                    : AskerFacts.None,
        };
    }

    /// <summary>What a guide comes to, or the article's own words where nothing can be told.</summary>
    public Answer Tell(Guide guide, Lang lang) => GuideAnswer.Compose(guide, lang, Today, knowledge()) with { Guide = guide };

    /// <summary>The sections of an answer's article that were not shown.</summary>
    public IReadOnlyList<AnswerSection> MoreOf(string articleKey, Lang lang) =>
        [
            .. (knowledge().Find(articleKey) is { } article ? ArticleOnDay.Sections(article, Today, lang) : [])
                .Where(section => section.Id != AnswerSections.Short)
                .Select(section => new AnswerSection(section.Id, section.Heading, section.Markdown)),
        ];

    private static string? TitleOf(Answer answer) =>
        answer switch
        {
            Answer.Answered answered => answered.Title,
            Answer.Expired expired => expired.Title,
            _ => null,
        };

    /// <summary>The title of a published article, which is answered by it when asked; null when there is no such article.</summary>
    public string? TitleOf(string key, Lang lang) => knowledge().Find(key)?.Title[lang];

    /// <summary>A published article; null when there is none with that key.</summary>
    public Article? Find(string? key) => knowledge().Find(key);

    /// <summary>The revision in which an article is published now; null when there is no such article.</summary>
    public string? RevisionOf(string? key) => knowledge().GetRevision(key);

    /// <summary>Takes the scores of an answer's candidates apart, as search gave them, in their order; empty where nothing was searched
    /// for.</summary>
    /// <param name="outside">What was handed in with the question.</param>
    public IReadOnlyList<ScoreExplanation> Explain(Answer answer, IReadOnlyDictionary<string, ExternalScores>? outside = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var index = knowledge().Index;
        return answer.Trace.SearchText is not { } text
            ? []
            :
            [
                .. answer
                    .Trace.Candidates.Select(candidate =>
                        index.Explain(
                            text,
                            KnowledgeBase.CreatePassageId(candidate.ArticleKey, candidate.SectionId, answer.Language),
                            outside?.GetValueOrDefault(text)
                        )
                    )
                    .OfType<ScoreExplanation>(),
            ];
    }

    /// <summary>A rule that the question asks for tells its outcome where the facts suffice, else it is offered, or begun.</summary>
    private static Answer Guided(Answer answer, Understanding asked, KnowledgeBase published)
    {
        if (GuideDetector.FindGuide(asked) is not { } guide)
        {
            return answer;
        }

        if (guide.Kind is GuideKind.Size or GuideKind.Deadline && GuideSteps.GetNextSlot(guide) is null)
        {
            return GuideAnswer.Compose(guide, asked.Language, asked.Today, published) with { Guide = guide };
        }

        return answer is Answer.Unanswerable && guide.Kind != GuideKind.Size
            ? answer
            : answer with
            {
                Guide = guide,
                StartsGuide = guide.Kind == GuideKind.Size && !IsAboutOtherThanFigures(answer),
                Rule = guide.Kind == GuideKind.Size ? new RuleState(SizeRule.Key, new RuleFacts { Enterprise = guide.Facts }) : answer.Rule,
            };
    }

    /// <summary>
    /// Whether a new question that does not ask for the size class would be answered by asking for a figure of it. Figures and a class
    /// also introduce the asker of another question, which an article then answers.
    /// </summary>
    private static bool AsksForSizeFigures(Answer told, Understanding asked, ConversationContext context) =>
        told is Answer.Clarify { Rule.Key: SizeRule.Key }
        && context.Rule?.Key != SizeRule.Key
        && !GuideDetector.AsksSize(VietnameseText.Fold(asked.Text), asked.Text);

    /// <summary>
    /// Whether an article answers what the figures of a size class do not decide: foreign capital, a household, how employees are counted.
    /// The guide is then offered and not begun.
    /// </summary>
    private static bool IsAboutOtherThanFigures(Answer answer) =>
        answer is Answer.Answered { Confidence: >= MinConfidenceBeforeGuide } answered && !GuideResults.IsSizeTable(answered.ArticleKey);

    private const double MinConfidenceBeforeGuide = 0.5;

    /// <summary>The number of a choice that is no longer open: nothing is asked. Documents have longer numbers.</summary>
    private static bool IsBareNumber(string folded) => folded.Length <= 2 && folded.All(char.IsAsciiDigit);
}
