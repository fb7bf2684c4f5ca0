using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>Second step: what a message is and asks, read from its words alone.</summary>
/// <param name="Text">As screened.</param>
/// <param name="Folded">Lower case, without marks and punctuation.</param>
/// <param name="Language">To be answered in.</param>
/// <param name="AskedAbout">The day whose law is asked about.</param>
internal sealed record Understanding(
    string Text,
    string Folded,
    Lang Language,
    DateOnly AskedAbout,
    CommandKind? Command,
    SmallTalkKind? SmallTalk,
    bool IsPersonal,
    bool IsOutOfScope)
{
    public static Understanding Of(Question question, DateOnly today)
    {
        var text = Screen.Clean(question.Text);
        var folded = string.Join(' ', VietnameseText.Words(VietnameseText.Fold(text)));
        return new(
            text,
            folded,
            LanguageOf(text, question),
            question.AskedAbout ?? DateAsked.Read(VietnameseText.Fold(text)) ?? today,
            Phrases.Command(folded),
            Phrases.Talk(folded),
            Signals.IsPersonal(folded),
            Signals.IsOutOfScope(folded));
    }

    /// <summary>The language the text is written in; the conversation's where the text is too short to tell.</summary>
    private static Lang LanguageOf(string text, Question question)
    {
        if (question is { LanguageIsFixed: true, Language: { } fixedLanguage })
        {
            return fixedLanguage;
        }

        var detected = LanguageDetector.Detect(text);
        return detected.Certain || question.Language is null ? detected.Lang : question.Language.Value;
    }
}
