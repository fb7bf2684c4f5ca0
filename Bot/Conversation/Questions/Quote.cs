using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Talk;

namespace PolicyAssistantBot.Conversation.Questions;

/// <summary>A message that quotes another: what is quoted is the subject, the new words are the question.</summary>
/// <param name="Subject">The quoted text; null where nothing is quoted.</param>
/// <param name="Words">What the person adds.</param>
internal sealed record Quote(string? Subject, string Words)
{
    /// <summary>A copied text is longer than a person writes before a question.</summary>
    private const int ShortestCopy = 40;

    private const int LongestQuestion = 120;
    private const int LongestSubject = 600;

    /// <summary>From what the channel says, else from a copied text with a blank line before a short question.</summary>
    public static Quote Read(Activity activity, string text)
    {
        if (QuotedMessage.Of(activity) is { } quoted)
        {
            var words = text.StartsWith(quoted, StringComparison.Ordinal) ? text[quoted.Length..].Trim() : text;
            return new(quoted, words.Length == 0 ? text : words);
        }

        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var end = text.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < ShortestCopy || text.Length - end > LongestQuestion)
        {
            return new(null, text);
        }

        var (copy, question) = (text[..end].Trim().TrimStart('>', ' ', '“', '"'), text[end..].Trim());
        return copy.Contains('?', StringComparison.Ordinal) || question.Length == 0 ? new(null, text) : new(copy, question);
    }

    /// <summary>The question, for which the quoted article is what was spoken of last.</summary>
    public Question About(Question question, AnswerPipeline pipeline)
    {
        var lang = question.Language ?? Knowledge.Lang.Vi;
        if (
            Subject is null
            || pipeline.Ask(new Question(Subject.Length > LongestSubject ? Subject[..LongestSubject] : Subject, lang)).Trace.ArticleKey
                is not { } key
            || pipeline.TitleOf(key, lang) is not { } title
        )
        {
            return question;
        }

        return question with
        {
            Context = question.Context with { Past = [.. question.Context.Past, new PastQuestion(title, key)] },
        };
    }
}
