using PolicyAssistantBot.Knowledge.Answers.Asked;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Rules.Places;
using PolicyAssistantBot.Knowledge.Understanding.Acts;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// The second step of answering: what a message is and what it asks, determined from its words and the facts that the conversation
/// remembers, before anything is searched for.
/// </summary>
/// <param name="Text">The text that the first step let through.</param>
/// <param name="Folded">The text in lower case, without diacritics and punctuation.</param>
/// <param name="Language">The language of the answer.</param>
/// <param name="AskedAbout">The day whose law is asked about.</param>
/// <param name="Today">The current date in Hanoi.</param>
/// <param name="IsVague">True when it names only a wish or a field, nothing that tells one article from another.</param>
/// <param name="Documents">The legal documents that it names.</param>
/// <param name="Legal">What the register says when the question is whether a document is in force or what replaced it; else null.</param>
/// <param name="StatedFacts">The facts about an enterprise that this message states.</param>
/// <param name="OldNames">Former names in it (of bodies and places) that were no longer valid on the day asked about.</param>
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
    AskerFacts StatedFacts,
    IReadOnlyList<FormerName> OldNames
)
{
    /// <summary>The message as typed, where <see cref="Text"/> is a follow-up with what it left out.</summary>
    public string Message { get; init; } = Text;

    /// <summary>What the message does.</summary>
    public RecognizedAct Act { get; init; } = new(DialogueAct.Ask, null, 0);

    /// <summary>All known facts about the enterprise: the stated ones, completed by those that the conversation remembers.</summary>
    public AskerFacts KnownFacts { get; init; } = StatedFacts;

    /// <summary>The quantities and dates in the message.</summary>
    public required QuantityReading QuantityReading { get; init; }

    /// <summary>Whether the message asks for advice between alternatives.</summary>
    public bool Compares { get; init; }

    /// <summary>Whether the message asks which document another one replaced.</summary>
    public bool AsksWhatWasReplaced =>
        (
            Folded.Contains("thay cho", StringComparison.Ordinal)
            || Folded.Contains("thay the", StringComparison.Ordinal)
            || Folded.Contains("replace", StringComparison.Ordinal)
        )
        && !Folded.Contains("bi thay", StringComparison.Ordinal)
        && !Folded.Contains("duoc thay", StringComparison.Ordinal)
        && !Folded.Contains("replaced by", StringComparison.Ordinal);

    /// <summary>True when the message is vague because it names a field and nothing more, not because a fact is missing.</summary>
    public bool NamesField { get; init; }

    /// <summary>Whether some of the known facts were stated in an earlier message.</summary>
    public bool UsesRememberedFacts => KnownFacts != StatedFacts;

    /// <param name="register">The register of the legal documents that a question may name.</param>
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
        var statedFacts = FactReader.Read(figures, plain);
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
            statedFacts,
            Rules.Places.FormerNames.FindIn(text, askedAbout)
        )
        {
            Act = act,
            KnownFacts = CombineFacts(statedFacts, question.Context.Facts, plain),
            NamesField = namesField && !lacksAFact,
            QuantityReading = figures,
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

    /// <summary>The same message, searched for by fewer words; the facts that it states remain.</summary>
    public Understanding WithMatter(string matter) =>
        this with
        {
            Text = matter,
            Folded = string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(matter))),
            Message = matter,
            StatesFactsAsContext = true,
        };

    /// <summary>True when the message states facts about the enterprise only as context of a question about something else; such facts
    /// alone start no guide.</summary>
    public bool StatesFactsAsContext { get; private init; }

    /// <summary>The remembered facts, replaced by those that the message states. A message about a size class in general ("hỗ trợ cho doanh
    /// nghiệp vừa": support for medium enterprises) is not about the asker's enterprise, so its remembered size does not count.</summary>
    private static AskerFacts CombineFacts(AskerFacts stated, AskerFacts remembered, string plain) =>
        remembered.IsEmpty ? stated
        : stated.NamedSizeClass is not null && !stated.HasSizeFigures && !FactReader.IsAboutOwnEnterprise(plain)
            ? stated with
            {
                Activity = stated.Activity ?? remembered.Activity,
                HasPriority = stated.HasPriority ?? remembered.HasPriority,
            }
        : remembered.Merge(stated);

    /// <summary>The language of the text; when it cannot be detected, that of the conversation, else Vietnamese.</summary>
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
