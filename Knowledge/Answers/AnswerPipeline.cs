using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// From a question to an answer: screen, understand, retrieve, decide, compose. Thread-safe, no input or output, and for anything
/// an asker may type a value is returned, never an exception.
/// </summary>
/// <param name="knowledge">The published state of the articles at the time of the question.</param>
public sealed class AnswerPipeline(Func<KnowledgeBase> knowledge, TimeProvider clock)
{
    private static readonly TimeSpan Hanoi = TimeSpan.FromHours(7);

    /// <summary>Answers from the published articles.</summary>
    public Answer Ask(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var published = knowledge();
        var asked = Understanding.Of(question, DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Hanoi).DateTime), published.Register);
        if (asked.Folded.Length == 0 || IsBareNumber(asked.Folded))
        {
            return new Answer.Clarify(AnswerTexts.For(asked.Language).Empty, asked.Language, 1, []);
        }

        if (asked.Command is { } command)
        {
            return new Answer.Command(asked.Language, command);
        }

        if (asked.SmallTalk is { } talk)
        {
            return Composer.SmallTalk(talk, asked.Language);
        }

        if (TermMeanings.Answer(asked.Text, asked.Language) is { } meaning)
        {
            return Meaning(meaning, asked.Language);
        }

        var found = Retrieval.Of(published, asked);
        var verdict = Decision.Of(asked, found, Thresholds.Default);
        if (!found.ByPhrasing && TermMeanings.Bare(asked.Text) is { } term && !IsAbout(verdict, term) && TermMeanings.Say(term, asked.Language) is { } said)
        {
            return Meaning(said, asked.Language);
        }

        return Composer.Compose(verdict, asked, published) with { Trace = Trace(asked, found, verdict) };
    }

    /// <summary>The title of a published article, which is answered by it when asked; null when there is no such article.</summary>
    public string? TitleOf(string key, Lang lang) => knowledge().Find(key)?.Title[lang];

    /// <summary>A published article; null when there is none with that key.</summary>
    public Article? Find(string? key) => knowledge().Find(key);

    /// <summary>The revision in which an article is published now; null when there is no such article.</summary>
    public string? RevisionOf(string? key) => knowledge().RevisionOf(key);

    private static Answer.Answered Meaning(string text, Lang lang) => new(text, lang, 1, "glossary", AnswerTexts.For(lang).Meaning, []);

    /// <summary>The answer is an article about what the term stands for: it says more than the glossary.</summary>
    private static bool IsAbout(Verdict verdict, string term) => verdict is Verdict.AnswerWith { Candidate.Article.Title: var title }
        && VietnameseText.Fold($"{title.Vi} {title.En}").Contains(VietnameseText.Fold(term), StringComparison.Ordinal);

    /// <summary>The number of a choice that is no longer open: nothing is asked. Documents have longer numbers.</summary>
    private static bool IsBareNumber(string folded) => folded.Length <= 2 && folded.All(char.IsAsciiDigit);

    private static AnswerTrace Trace(Understanding asked, Retrieval found, Verdict verdict) => new(
        asked.Folded,
        asked.AskedAbout,
        [.. found.Candidates.Select(candidate => new TracedCandidate(candidate.Article.Key, candidate.SectionId, candidate.Score))],
        verdict.Reason);
}
