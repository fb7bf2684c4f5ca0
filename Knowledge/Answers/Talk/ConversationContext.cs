using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Answers.Facts;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>What a conversation knows when a question comes.</summary>
/// <param name="Past">The last questions that got an answer, the newest last.</param>
/// <param name="Facts">What the asker told about the enterprise.</param>
public sealed record ConversationContext(IReadOnlyList<PastQuestion> Past, AskerFacts Facts)
{
    /// <summary>The rule that was told last, with its facts.</summary>
    public RuleState? Rule { get; init; }

    public static ConversationContext Empty { get; } = new([], AskerFacts.None);
}

/// <param name="Text">The question as it was understood: a follow-up with what it left out.</param>
/// <param name="ArticleKey">The article that answered; null where none did.</param>
public sealed record PastQuestion(string Text, string? ArticleKey);
