using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Talk;

namespace PolicyAssistantBot.Conversation.Questions;

/// <summary>A message that quotes another: what is quoted is the subject, the new words are the question.</summary>
/// <param name="Subject">The quoted text; null when nothing is quoted.</param>
/// <param name="OwnText">What the sender wrote in addition.</param>
internal sealed record Quote(string? Subject, string OwnText)
{
    /// <summary>A copied text is longer than what people write before a question.</summary>
    private const int MinCopiedLength = 40;

    private const int MaxQuestionLength = 120;
    private const int MaxSubjectLength = 600;

    /// <summary>
    /// Reads the quote from the channel's metadata, else from a copied text that is followed by a blank line and a short question.
    /// </summary>
    public static Quote Read(Activity activity, string text)
    {
        if (QuotedMessage.GetText(activity) is { } quoted)
        {
            var ownText = text.StartsWith(quoted, StringComparison.Ordinal) ? text[quoted.Length..].Trim() : text;
            return new(quoted, ownText.Length == 0 ? text : ownText);
        }

        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var end = text.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < MinCopiedLength || text.Length - end > MaxQuestionLength)
        {
            return new(null, text);
        }

        var (copy, question) = (text[..end].Trim().TrimStart('>', ' ', '“', '"'), text[end..].Trim());
        return copy.Contains('?', StringComparison.Ordinal) || question.Length == 0 ? new(null, text) : new(copy, question);
    }

    /// <summary>The question, with the quoted article as the previous one of the conversation.</summary>
    public Question AddToContext(Question question, AnswerPipeline pipeline)
    {
        var lang = question.Language ?? Knowledge.Lang.Vi;
        if (
            Subject is null
            || pipeline.Ask(new Question(Subject.Length > MaxSubjectLength ? Subject[..MaxSubjectLength] : Subject, lang)).Trace.ArticleKey
                is not { } key
            || pipeline.TitleOf(key, lang) is not { } title
        )
        {
            return question;
        }

        return question with
        {
            Context = question.Context with { PastQuestions = [.. question.Context.PastQuestions, new PastQuestion(title, key)] },
        };
    }
}
