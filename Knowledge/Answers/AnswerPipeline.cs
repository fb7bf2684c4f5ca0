using PolicyAssistantBot.Knowledge.Answers.Asked;
using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Answers.Holds;
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
/// <param name="holds">What is not answered about; null when nothing ever is.</param>
public sealed partial class AnswerPipeline(Func<KnowledgeBase> knowledge, TimeProvider clock, Func<HoldList>? holds = null)
{
    /// <summary>The day on Hanoi's calendar.</summary>
    public DateOnly Today => HanoiTime.DayOf(clock.GetUtcNow());

    /// <summary>The published state of the articles now.</summary>
    public KnowledgeBase Knowledge => knowledge();

    /// <summary>A message asks more than is answered at once.</summary>
#pragma warning disable CA1822 // Callers depend on the pipeline, not on how it splits a message.
    public bool AsksMore(string text) => QuestionSplitter.Split(text).Count > QuestionSplitter.MaxQuestions;
#pragma warning restore CA1822

    /// <summary>Answers from the published articles.</summary>
    public Answer Ask(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var published = knowledge();
        return Holds.Apply(Find(question, published), published);
    }

    private HoldList Holds => holds?.Invoke() ?? HoldList.None;

    private Answer Find(Question question, KnowledgeBase published)
    {
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
                FactReader.IsAboutOwnEnterprise(VietnameseText.Fold(understood.Text)) || asked.StatedFacts.HasSizeFigures
                    // Of a completed question the asker only said what was typed; the rest may be the title of an article.
                    ? asked.StatedFacts with
                    {
                        Activity = asked.StatedFacts.Activity ?? Rules.SectorGroupDetector.FindSectorCode(asked.Folded, asked.Text),
                    }
                    : AskerFacts.None,
        };
    }

    /// <summary>What a guide comes to, or the article's own words where nothing can be told.</summary>
    public Answer Tell(Guide guide, Lang lang)
    {
        var published = knowledge();
        return Holds.Apply(GuideAnswer.Compose(guide, lang, Today, published) with { Guide = guide }, published);
    }

    /// <summary>The sections of an answer's article that were not shown.</summary>
    public IReadOnlyList<AnswerSection> MoreOf(string articleKey, Lang lang) =>
        [
            .. (Find(articleKey) is { } article ? ArticleOnDay.Sections(article, Today, lang) : [])
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
    public string? TitleOf(string key, Lang lang) => Find(key)?.Title[lang];

    /// <summary>A published article; null when there is none with that key, or it is on hold.</summary>
    public Article? Find(string? key) => FindHold(key) is null ? knowledge().Find(key) : null;

    /// <summary>What keeps a published article from being shown; null when nothing does.</summary>
    public Hold? FindHold(string? key) => knowledge().Find(key) is { } article ? Holds.Find(article) : null;

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
