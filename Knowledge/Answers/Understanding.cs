using PolicyAssistantBot.Knowledge.Answers.Asked;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Rules.Places;
using PolicyAssistantBot.Knowledge.Understanding.Acts;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>Second step: what a message is and asks, read from its words alone.</summary>
/// <param name="Text">As screened.</param>
/// <param name="Folded">Lower case, without marks and punctuation.</param>
/// <param name="Language">To be answered in.</param>
/// <param name="AskedAbout">The day whose law is asked about.</param>
/// <param name="Today">The day on Hanoi's calendar.</param>
/// <param name="IsVague">Names a wish or a field, and nothing that tells one article from another.</param>
/// <param name="Documents">Documents of law that it names.</param>
/// <param name="Legal">What the register says, where the question is whether a document is in force or what replaced it.</param>
/// <param name="Said">What this message says about an enterprise.</param>
/// <param name="OldNames">Names in it that no longer held on the day.</param>
internal sealed record Understanding(
    string Text,
    string Folded,
    Lang Language,
    DateOnly AskedAbout,
    DateOnly Today,
    CommandKind? Command,
    SmallTalkKind? SmallTalk,
    bool IsCrisis,
    bool IsPersonal,
    LocalizedText? OtherMatter,
    bool IsVague,
    IReadOnlyList<LegalDocument> Documents,
    LegalAnswer? Legal,
    AskerFacts Said,
    IReadOnlyList<FormerName> OldNames
)
{
    /// <summary>The message as typed, where <see cref="Text"/> is a follow-up with what it left out.</summary>
    public string Message { get; init; } = Text;

    /// <summary>What the message does.</summary>
    public RecognizedAct Act { get; init; } = new(DialogueAct.Ask, null, 0);

    /// <summary>What is known of the enterprise asked about: what this message says, else what the conversation remembers.</summary>
    public AskerFacts Known { get; init; } = Said;

    /// <summary>The quantities and dates that it says.</summary>
    public required QuantityReading Figures { get; init; }

    /// <summary>Asks for advice between alternatives.</summary>
    public bool Compares { get; init; }

    /// <summary>Asks what a document took the place of.</summary>
    public bool AsksWhatWasReplaced =>
        (
            Folded.Contains("thay cho", StringComparison.Ordinal)
            || Folded.Contains("thay the", StringComparison.Ordinal)
            || Folded.Contains("replace", StringComparison.Ordinal)
        )
        && !Folded.Contains("bi thay", StringComparison.Ordinal)
        && !Folded.Contains("duoc thay", StringComparison.Ordinal)
        && !Folded.Contains("replaced by", StringComparison.Ordinal);

    /// <summary>Vague because it names a field and nothing more, not because a fact is missing.</summary>
    public bool NamesField { get; init; }

    /// <summary>Part of what is known was said earlier.</summary>
    public bool Remembers => Known != Said;

    /// <param name="register">Knows the documents that a question may name.</param>
    public static Understanding Of(Question question, DateOnly today, LegalRegister register)
    {
        var text = InputCleaner.Clean(question.Text);
        var plain = VietnameseText.Fold(text);
        var folded = string.Join(' ', VietnameseText.SplitIntoWords(plain));
        var reading = ActReader.Default.ReadMessage(text);
        var act = reading.RemainingText.Length == 0 ? reading.Act : new RecognizedAct(DialogueAct.Ask, null, reading.Act.Confidence);
        var language = LanguageOf(text, question);
        var figures = QuantityReader.Read(text, today);
        var askedAbout = question.AskedAbout ?? ReferenceDay.Find(figures, today) ?? today;
        var said = FactReader.Read(figures, plain);
        var lacksAFact = ConversationPolicy.Current.Signals.LacksFact(folded);
        var namesField = ConversationPolicy.Current.Fields.IsVague(Places.RemoveFrom(folded));
        return new(
            text,
            folded,
            language,
            askedAbout,
            today,
            MessageActs.FindCommand(act),
            MessageActs.FindSmallTalk(act),
            ConversationPolicy.Current.Signals.IsCrisis(folded, text),
            ConversationPolicy.Current.Signals.IsPersonal(folded),
            ConversationPolicy.Current.Matters.FindBody(folded),
            namesField || lacksAFact,
            LegalAnswers.FindMentioned(register, text),
            LegalAnswers.Answer(register, text, language, askedAbout),
            said,
            Rules.Places.FormerNames.FindIn(text, askedAbout)
        )
        {
            Act = act,
            Known = KnownOf(said, question.Context.Facts, plain),
            NamesField = namesField && !lacksAFact,
            Figures = figures,
            Compares = ConversationPolicy.Current.Signals.AsksToCompare(folded),
        };
    }

    /// <summary>This follow-up with what it left out: understood by the whole question, in the language and of the facts of the message
    /// itself.</summary>
    public Understanding Completed(Understanding whole) =>
        whole with
        {
            Language = Language,
            Message = Message,
            AskedAbout = AskedAbout == Today ? whole.AskedAbout : AskedAbout,
            IsCrisis = IsCrisis,
            IsPersonal = IsPersonal,
            OtherMatter = OtherMatter,
            IsVague = false,
            Legal = Legal,
        };

    /// <summary>The same message where what it asks is searched for by fewer words; the facts that it says remain.</summary>
    public Understanding WithMatter(string matter) =>
        this with
        {
            Text = matter,
            Folded = string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(matter))),
            Message = matter,
            AsksBesideProfile = true,
        };

    /// <summary>The figures of the enterprise introduce a question about another matter.</summary>
    public bool AsksBesideProfile { get; private init; }

    /// <summary>What is said of a size or a sector in general ("hỗ trợ cho doanh nghiệp vừa") is asked about it, whatever the asker's own
    /// is.</summary>
    private static AskerFacts KnownOf(AskerFacts said, AskerFacts remembered, string plain) =>
        remembered.IsEmpty ? said
        : said.NamedSizeClass is not null && !said.HasFigures && !FactReader.IsAboutOwnEnterprise(plain)
            ? said with
            {
                Activity = said.Activity ?? remembered.Activity,
                HasPriority = said.HasPriority ?? remembered.HasPriority,
            }
        : remembered.Merge(said);

    /// <summary>The language the text is written in; the conversation's where the text does not tell, and Vietnamese where nothing
    /// does.</summary>
    private static Lang LanguageOf(string text, Question question)
    {
        if (question is { IsLanguageFixed: true, Language: { } fixedLanguage })
        {
            return fixedLanguage;
        }

        var detected = LanguageDetector.Detect(text);
        return detected.IsCertain ? detected.Lang : question.Language ?? (detected.IsRecognised ? detected.Lang : Lang.Vi);
    }
}
