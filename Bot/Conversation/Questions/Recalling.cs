using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Questions;

/// <summary>What is said from the conversation's memory: the rest of the last answer, and what is known of the enterprise.</summary>
internal static class Recalling
{
    /// <summary>The sections of the last answer's article that were not shown.</summary>
    public static Task SayMoreAsync(Chat chat, AnswerPipeline pipeline, CancellationToken cancellationToken)
    {
        var key = chat.Memory.Answers.LastOrDefault(answer => answer.ArticleKey is not null)?.ArticleKey;
        var more = key is null ? [] : pipeline.MoreOf(key, chat.Language);
        if (more.Count == 0)
        {
            return chat.SayAsync(GuideChatTexts.NothingMore[chat.Language], cancellationToken);
        }

        var message = MessageFactory.Text(string.Join("\n\n", more.Select(section => $"**{section.Heading}**\n\n{section.Markdown}")));
        message.TextFormat = TextFormatTypes.Markdown;
        return chat.Turn.SendActivityAsync(message, cancellationToken);
    }

    public static Task SayKnownAsync(Chat chat, CancellationToken cancellationToken)
    {
        var facts = GuideFacts.Tell(chat.Memory.Enterprise, chat.Language);
        return chat.SayAsync(
            facts.Length == 0 ? GuideChatTexts.NothingRemembered[chat.Language] : GuideChatTexts.Remembered.With(chat.Language, facts),
            cancellationToken
        );
    }
}
