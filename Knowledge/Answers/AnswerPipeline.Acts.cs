using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Asked;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Acts;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>The part of the pipeline that handles messages that are not questions: commands and small talk.</summary>
public sealed partial class AnswerPipeline
{
    /// <summary>The minimum confidence for cancelling an open dialog.</summary>
    private const double MinCancelConfidence = .9;

#pragma warning disable CA1822 // Callers depend on the pipeline, not on where its data is kept.
    /// <summary>Recognises the dialogue act of a message.</summary>
    public ActReader ActReader => ActReader.Default;

    /// <summary>Short replies such as yes and no.</summary>
    public ReplyPolicy Replies => ConversationPolicy.Current.Replies;

    /// <summary>Whether a message is to be added to an open request.</summary>
    public bool AddsToRequest(string text) => ConversationPolicy.Current.Signals.AddsToRequest(text);
#pragma warning restore CA1822

    /// <summary>Whether a message is about the asker's own file.</summary>
    public bool IsOwnCase(Question question) => Understanding.Of(question, Today, knowledge().Register).IsPersonal;

    /// <summary>Whether a message is word for word a question or a title of an article.</summary>
    public bool IsKnownQuestion(string text) => knowledge().FindByPhrasing(KnowledgeBase.FoldPhrase(text)) is not null;

    /// <summary>The command or small talk that a message begins with, found without a search; null when it begins with neither.</summary>
    public Recognition? Recognize(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (FindCommand(question) is { } command)
        {
            return command;
        }

        var questions = QuestionSplitter.Split(question.Text);
        if (ActReader.ReadMessage(InputCleaner.Clean(questions[0])).Act.Act is DialogueAct.Ask or DialogueAct.Inform)
        {
            return null;
        }

        var knowledgeBase = knowledge();
        var understanding = Understanding.Of(
            questions.Count > 1 ? question with { Text = questions[0] } : question,
            Today,
            knowledgeBase.Register
        );
        return AnswerAct(understanding, knowledgeBase) is (Answer.Command or Answer.SmallTalk) and var act
            ? new(act, string.Join('\n', questions.Skip(1)))
            : null;
    }

    /// <summary>The command of a message that also asks something; null when there is none.</summary>
    private Recognition? FindCommand(Question question) =>
        ActReader.ReadMessage(InputCleaner.Clean(question.Text)) is { RemainingText.Length: > 0 } reading
        && MessageActs.FindCommand(reading.Act) is { } command
            ? new(new Answer.Command(question.Language ?? Lang.Vi, command, reading.Act.Confidence), reading.RemainingText)
            : null;

    /// <summary>A less likely act is not considered.</summary>
    private const double MinActConfidence = .3;

    /// <summary>What speaks for a command or courtesy in a message that is not plainly one: "then put me through to one of them".</summary>
    private static ActEvidence? FindActEvidence(Understanding understanding) =>
        understanding is { IsPersonal: true } or { IsCrisis: true } or { IsVague: true } or { OtherMatter: not null }
        || IsUnlikelyAct(understanding)
            ? null
        : ActReader.Default.FindEvidence(understanding.Message) is { Act.Confidence: >= MinActConfidence } evidence ? evidence
        : null;

    /// <summary>
    /// Whether an uncertain act is contradicted by the rest of the message: "wait, why not Wednesday" asks and puts nothing off, and "không
    /// có sổ đỏ thế chấp" has no number of a request.
    /// </summary>
    private static bool IsUnlikelyAct(Understanding understanding) =>
        understanding.Act switch
        {
            { Confidence: >= 1 } => false,
            { Act: DialogueAct.Postpone } => !SendRegex().IsMatch(understanding.Folded) && QuestionClauses.AsksWhat(understanding.Message),
            { Act: DialogueAct.NoNumber } => understanding.Folded.Count(' ') >= WordsOfNoNumber
                && !NumberRegex().IsMatch(understanding.Folded),
            _ => false,
        };

    [GeneratedRegex(@"\b(gui|nop|dien|lam|send|submit|fill)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SendRegex();

    private const int WordsOfNoNumber = 4;

    [GeneratedRegex(
        @"\b(yeu cau|ho so|ma|phieu|don|bien nhan|giay hen|request|case|number|code|receipt|reference)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NumberRegex();

    private static Answer? AnswerAct(RecognizedAct act, Understanding understanding) =>
        MessageActs.FindCommand(act) is { } command ? new Answer.Command(understanding.Language, command, act.Confidence)
        : MessageActs.FindSmallTalk(act) is { } talk ? Composer.SmallTalk(talk, understanding.Language)
        : null;

    /// <summary>
    /// The answer to a message that needs no article; null for a question. A phrasing of an article is always a question.
    /// </summary>
    private static Answer? AnswerAct(Understanding understanding, KnowledgeBase knowledgeBase)
    {
        if (
            understanding.IsCrisis // Before any act, because the words can resemble one: "không muốn sống nữa" does not withdraw a request.
            || understanding.Act is { Act: DialogueAct.Ask } or { Act: DialogueAct.Cancel, Confidence: < MinCancelConfidence }
            || IsUnlikelyAct(understanding)
            // The file may be at another authority.
            || (understanding.IsPersonal && understanding.Act is { Act: DialogueAct.MyCase or DialogueAct.WantPerson, Confidence: < 1 })
            // With figures a rule can tell the result at once.
            || (understanding.Act is { Act: DialogueAct.Start, Confidence: < 1 } && understanding.Text.Any(char.IsAsciiDigit))
            // "Muốn được hỗ trợ" names a field, whose choices are offered.
            || (
                understanding.Act.Confidence < 1
                && (understanding.IsVague || knowledgeBase.FindByPhrasing(understanding.Folded) is not null)
            )
        )
        {
            return null;
        }

        return understanding switch
        {
            { Command: { } command } => new Answer.Command(understanding.Language, command, understanding.Act.Confidence),
            { SmallTalk: { } talk } => Composer.SmallTalk(talk, understanding.Language),
            { Act: { Act: DialogueAct.Unlawful, Confidence: var confidence } } => new Answer.OutOfScope(
                AnswerTexts.Unlawful[understanding.Language],
                understanding.Language,
                confidence
            ),
            { Act: { Act: DialogueAct.Nonsense, Confidence: var confidence } } => new Answer.Clarify(
                AnswerTexts.Empty[understanding.Language],
                understanding.Language,
                confidence,
                []
            ),
            _ => null,
        };
    }
}

/// <summary>The command or small talk of a message, and the remaining text to answer.</summary>
/// <param name="Act">A command or small talk.</param>
public sealed record Recognition(Answer Act, string RemainingText);
