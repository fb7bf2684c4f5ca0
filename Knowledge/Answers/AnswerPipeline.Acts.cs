using PolicyAssistantBot.Knowledge.Answers.Asked;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Acts;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>What messages do besides asking.</summary>
public sealed partial class AnswerPipeline
{
    /// <summary>What is under way is not thrown away for less.</summary>
    private const double SureOfCancel = .9;

    /// <summary>Below this the file that is spoken of may be kept by another body.</summary>
    private const double SureOfCase = .9;

#pragma warning disable CA1822 // Callers depend on the pipeline, not on where its data is kept.
    /// <summary>What the words of a message do.</summary>
    public ActReader Acts => ActReader.Default;

    /// <summary>Short replies such as yes and no.</summary>
    public ReplyPolicy Replies => ConversationPolicy.Current.Replies;
#pragma warning restore CA1822

    /// <summary>Whether a message is word for word a question or a title of an article.</summary>
    public bool IsKnownQuestion(string text) => knowledge().FindByPhrasing(KnowledgeBase.FoldPhrase(text)) is not null;

    /// <summary>The command or small talk that a message begins with, found without a search; null when it begins with neither.</summary>
    public Recognition? Recognize(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (Started(question) is { } started)
        {
            return started;
        }

        var parts = QuestionSplitter.Split(question.Text);
        if (Acts.ReadMessage(Screen.Clean(parts[0])).Act.Act is DialogueAct.Ask or DialogueAct.Inform)
        {
            return null;
        }

        var published = knowledge();
        var asked = Understanding.Of(parts.Count > 1 ? question with { Text = parts[0] } : question, Today, published.Register);
        return Acted(asked, published) is (Answer.Command or Answer.SmallTalk) and var act
            ? new(act, string.Join('\n', parts.Skip(1)))
            : null;
    }

    /// <summary>A command in a message that asks something besides; null when there is none.</summary>
    private Recognition? Started(Question question) =>
        Acts.ReadMessage(Screen.Clean(question.Text)) is { RemainingText.Length: > 0 } reading
        && MessageActs.Command(reading.Act) is { } command
            ? new(new Answer.Command(question.Language ?? Lang.Vi, command, reading.Act.Confidence), reading.RemainingText)
            : null;

    /// <summary>The answer to what needs no article; null for a question. Words that an article gives as a way of asking for it are a
    /// question.</summary>
    private static Answer? Acted(Understanding asked, KnowledgeBase published)
    {
        if (
            asked.IsCrisis // Whatever else its words resemble: "không muốn sống nữa" withdraws no request.
            || asked.Act is { Act: DialogueAct.Ask } or { Act: DialogueAct.Cancel, Confidence: < SureOfCancel }
            // The file may lie with another body.
            || (asked.IsPersonal && asked.Act is { Act: DialogueAct.MyCase or DialogueAct.WantPerson, Confidence: < SureOfCase })
            || (asked.Act.Confidence < 1 && published.FindByPhrasing(asked.Folded) is not null)
        )
        {
            return null;
        }

        return asked switch
        {
            { Command: { } command } => new Answer.Command(asked.Language, command, asked.Act.Confidence),
            { SmallTalk: { } talk } => Composer.SmallTalk(talk, asked.Language),
            { Act: { Act: DialogueAct.Unlawful, Confidence: var sure } } => new Answer.OutOfScope(
                AnswerTexts.Unlawful[asked.Language],
                asked.Language,
                sure
            ),
            { Act: { Act: DialogueAct.Nonsense, Confidence: var sure } } => new Answer.Clarify(
                AnswerTexts.Empty[asked.Language],
                asked.Language,
                sure,
                []
            ),
            _ => null,
        };
    }
}

/// <summary>What a message does, and what is left of it to be answered.</summary>
/// <param name="Act">A command or small talk.</param>
public sealed record Recognition(Answer Act, string Rest);
