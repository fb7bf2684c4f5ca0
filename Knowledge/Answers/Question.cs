using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Search.External;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>A message of the asker with the context of the conversation.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Language">The conversation's language; null to detect it from the text.</param>
/// <param name="AskedAbout">The day as of which is asked; null to read it from the text, else today.</param>
public sealed record Question(string Text, Lang? Language = null, DateOnly? AskedAbout = null)
{
    /// <summary>Whether to answer in <see cref="Language"/> regardless of the language of the text.</summary>
    public bool IsLanguageFixed { get; init; }

    /// <summary>The conversation so far, so that "what about medium ones?" has a subject.</summary>
    public ConversationContext Context { get; init; } = ConversationContext.Empty;

    /// <summary>The scores of external retrievers by the text that is searched for (<see cref="AnswerTrace.SearchText"/>).</summary>
    public IReadOnlyDictionary<string, ExternalScores> ExternalScores { get; init; } = new Dictionary<string, ExternalScores>();
}
