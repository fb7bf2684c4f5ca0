using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>Second step: what a message is and asks, read from its words alone.</summary>
/// <param name="Text">As screened.</param>
/// <param name="Folded">Lower case, without marks and punctuation.</param>
/// <param name="Language">To be answered in.</param>
/// <param name="AskedAbout">The day whose law is asked about.</param>
/// <param name="IsVague">Names a wish or a field, and nothing that tells one article from another.</param>
/// <param name="Documents">Documents of law that it names.</param>
/// <param name="Legal">What the register says, where the question is whether a document is in force or what replaced it.</param>
internal sealed record Understanding(
    string Text,
    string Folded,
    Lang Language,
    DateOnly AskedAbout,
    CommandKind? Command,
    SmallTalkKind? SmallTalk,
    bool IsPersonal,
    bool IsOutOfScope,
    bool IsVague,
    IReadOnlyList<LegalDocument> Documents,
    LegalAnswer? Legal)
{
    /// <param name="register">Knows the documents that a question may name.</param>
    public static Understanding Of(Question question, DateOnly today, LegalRegister register)
    {
        var text = Screen.Clean(question.Text);
        var folded = string.Join(' ', VietnameseText.Words(VietnameseText.Fold(text)));
        var language = LanguageOf(text, question);
        var askedAbout = question.AskedAbout ?? DateAsked.Read(VietnameseText.Fold(text)) ?? today;
        return new(
            text,
            folded,
            language,
            askedAbout,
            Phrases.Command(folded),
            Phrases.Talk(folded),
            Signals.IsPersonal(folded),
            Signals.IsOutOfScope(folded),
            Vagueness.IsVague(folded) || Signals.LacksAFact(folded),
            LegalAnswers.Mentioned(register, text),
            LegalAnswers.Answer(register, text, language, askedAbout));
    }

    /// <summary>The language the text is written in; the conversation's where the text does not tell, and Vietnamese where nothing does.</summary>
    private static Lang LanguageOf(string text, Question question)
    {
        if (question is { LanguageIsFixed: true, Language: { } fixedLanguage })
        {
            return fixedLanguage;
        }

        var detected = LanguageDetector.Detect(text);
        return detected.Certain ? detected.Lang : question.Language ?? (detected.Recognised ? detected.Lang : Lang.Vi);
    }
}
