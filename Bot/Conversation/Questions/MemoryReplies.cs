using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Questions;

/// <summary>
/// Replies from the conversation's memory: the rest of the last answer, the last answer in the other language, the known facts.
/// </summary>
internal sealed class MemoryReplies(AnswerPipeline pipeline, AnswerReply answers)
{
    /// <summary>Says the sections of the last answer's article that were not shown.</summary>
    public Task SayMoreAsync(Chat chat, CancellationToken cancellationToken)
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

    /// <summary>Goes on in a language and answers the last question again in it.</summary>
    public async Task RepeatAsync(Chat chat, Lang lang, CancellationToken cancellationToken)
    {
        chat.Speak(lang);
        await chat.SayAsync(ChatTexts.LanguageChosen[lang], cancellationToken);
        if (chat.Memory.Past.LastOrDefault() is not { } last)
        {
            return;
        }

        // The question is kept as it was understood, so it needs nothing of what was asked before it.
        var asked = new Question(last.Text, lang) { LanguageIsFixed = true, Context = chat.Memory.Context() with { Past = [] } };
        var again = pipeline.Ask(asked);

        // A question in the one language may find another article among the texts of the other; the title always finds its own.
        if (last.ArticleKey is not null && again.Trace.ArticleKey != last.ArticleKey && again.Rule is null)
        {
            again = pipeline.TitleOf(last.ArticleKey, lang) is { } title ? pipeline.Ask(asked with { Text = title }) : again;
        }

        await answers.SendAsync(chat, again, new AskedQuestion(last.Text), cancellationToken);
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
