using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Answers.Facts;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>The context of a conversation for the next question.</summary>
/// <param name="PastQuestions">The last answered questions, the newest last.</param>
/// <param name="Facts">The facts that the asker gave about the enterprise.</param>
public sealed record ConversationContext(IReadOnlyList<PastQuestion> PastQuestions, AskerFacts Facts)
{
    /// <summary>The rule that was applied last, with its facts.</summary>
    public RuleState? Rule { get; init; }

    /// <summary>The questions of the last message that had several, in their order.</summary>
    public IReadOnlyList<PastQuestion> Items { get; init; } = [];

    public static ConversationContext Empty { get; } = new([], AskerFacts.None);
}

/// <param name="Text">The interpreted question; a follow-up is completed.</param>
/// <param name="ArticleKey">The article that answered; null when none did.</param>
public sealed record PastQuestion(string Text, string? ArticleKey);
