using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Search.External;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>What an asker said, with what the conversation already knows.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Language">The conversation's language; null to take the one the text is written in.</param>
/// <param name="AskedAbout">The day whose law is asked about; null to read it from the text, else today.</param>
public sealed record Question(string Text, Lang? Language = null, DateOnly? AskedAbout = null)
{
    /// <summary>Answer in <see cref="Language"/> whatever language the text is written in.</summary>
    public bool LanguageIsFixed { get; init; }

    /// <summary>The conversation so far, so that "what about medium ones?" has a subject.</summary>
    public ConversationContext Context { get; init; } = ConversationContext.Empty;

    /// <summary>What other services say of passages, by the text that is searched for (<see cref="AnswerTrace.Searched"/>).</summary>
    public IReadOnlyDictionary<string, ExternalScores> Outside { get; init; } = new Dictionary<string, ExternalScores>();
}
