using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Asked;

/// <summary>
/// "DNNVV là gì?": a term of the glossary. What it stands for is said, and the article about it where there is one; "what does it stand
/// for" is answered from the glossary alone.
/// </summary>
/// <param name="Text">A sentence for each meaning of the term.</param>
/// <param name="Meanings">The meanings, in both languages.</param>
/// <param name="AsksMeaningOnly">The words alone are asked for.</param>
internal sealed record TermQuestion(string Text, IReadOnlyList<Term> Meanings, bool AsksMeaningOnly)
{
    /// <summary>The minimum score of an article that explains the term.</summary>
    private const double MinArticleScore = 0.35;

    public static TermQuestion? Find(Understanding understanding)
    {
        if (TermMeanings.Answer(understanding.Text, understanding.Language) is { } meaning)
        {
            return new(meaning, [], true);
        }

        var meanings = TermMeanings.FindTermInQuestion(understanding.Text) is { } term ? TermMeanings.Find(term) : [];
        return meanings.Count == 0 ? null : new(TermMeanings.Describe(meanings, understanding.Language), meanings, false);
    }

    public static Answer AnswerFromGlossary(TermQuestion term, Lang lang) =>
        new Answer.Answered(term.Text, lang, 1, "glossary", AnswerTexts.TermMeaningTitle[lang], [])
        {
            Trace = AnswerTrace.Empty with { Reason = "a term of the glossary" },
        };

    /// <summary>The question with what the term stands for, which articles name.</summary>
    public Understanding Expand(Understanding understanding)
    {
        var meanings = string.Join(' ', Meanings.Select(meaning => meaning.Meaning[understanding.Language]));
        return understanding with { Text = $"{understanding.Text.TrimEnd('?', ' ')} {meanings}" };
    }

    /// <summary>The article about the term with what it stands for before it; the glossary alone where no article is about it.</summary>
    public static Answer Compose(TermQuestion term, Verdict verdict, Understanding understanding, KnowledgeBase knowledge)
    {
        var candidate = verdict switch
        {
            Verdict.AnswerWith answer => answer.Candidate,
            Verdict.AskWhich which => which.Candidates[0],
            _ => null,
        };
        if (
            candidate is null
            || (candidate.Score < 1 && (candidate.Score < MinArticleScore || !IsTitle(candidate, term, understanding.Language)))
        )
        {
            return AnswerFromGlossary(term, understanding.Language);
        }

        var composed = Composer.Compose(new Verdict.AnswerWith(candidate, verdict.Confidence, verdict.Reason), understanding, knowledge);
        return composed with { Text = $"{term.Text}\n\n{composed.Text}" };
    }

    /// <summary>The article's title names the term or what it stands for: one that only mentions it among its questions is about something
    /// else.</summary>
    private static bool IsTitle(Candidate candidate, TermQuestion term, Lang lang)
    {
        var title = $" {NormalizeWords(candidate.Article.Title[lang])} ";
        return term.Meanings.Any(meaning =>
            title.Contains($" {NormalizeWords(meaning.Form)} ", StringComparison.Ordinal)
            || title.Contains($" {NormalizeWords(meaning.Meaning[lang])} ", StringComparison.Ordinal)
        );
    }

    private static string NormalizeWords(string text) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));
}
