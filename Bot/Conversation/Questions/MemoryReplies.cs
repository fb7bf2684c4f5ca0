using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Questions;

/// <summary>
/// Replies from the conversation's memory: the rest of the last answer, the last answer in the other language, the known facts.
/// </summary>
internal sealed class MemoryReplies(AnswerPipeline pipeline, AnswerSender answerSender)
{
    /// <summary>Says the sections of the last answer's article that were not shown.</summary>
    public Task SendMoreAsync(Chat chat, CancellationToken cancellationToken)
    {
        var key = chat.Memory.PastAnswers.LastOrDefault(answer => answer.ArticleKey is not null)?.ArticleKey;
        var more = key is null ? [] : pipeline.MoreOf(key, chat.Language);
        if (more.Count == 0)
        {
            return chat.SendTextAsync(GuideChatTexts.NoAnswerToContinue[chat.Language], cancellationToken);
        }

        var message = MessageFactory.Text(string.Join("\n\n", more.Select(section => $"**{section.Heading}**\n\n{section.Markdown}")));
        message.TextFormat = TextFormatTypes.Markdown;
        return chat.Turn.SendActivityAsync(message, cancellationToken);
    }

    /// <summary>Switches the language and answers the last question again in it.</summary>
    public async Task RepeatInLanguageAsync(Chat chat, Lang lang, CancellationToken cancellationToken)
    {
        chat.SetLanguage(lang);
        await chat.SendTextAsync(ChatTexts.LanguageChosen[lang], cancellationToken);
        if (chat.Memory.PastQuestions.LastOrDefault() is not { } last)
        {
            return;
        }

        // The question is remembered as it was understood, so it does not depend on earlier ones.
        var question = new Question(last.Text, lang)
        {
            IsLanguageFixed = true,
            Context = chat.Memory.ToQuestionContext() with { PastQuestions = [] },
        };
        var answer = pipeline.Ask(question);

        // A question in one language may find another article among the texts of the other language; the title always finds its own
        // article.
        if (last.ArticleKey is not null && answer.Trace.ArticleKey != last.ArticleKey && answer.Rule is null)
        {
            answer = pipeline.TitleOf(last.ArticleKey, lang) is { } title ? pipeline.Ask(question with { Text = title }) : answer;
        }

        await answerSender.SendAsync(chat, answer, new AskedQuestion(last.Text), cancellationToken);
    }

    /// <summary>Sends what the asker told about the enterprise.</summary>
    public static Task SendKnownFactsAsync(Chat chat, CancellationToken cancellationToken)
    {
        var facts = GuideFacts.Describe(chat.Memory.EnterpriseFacts, chat.Language);
        return chat.SendTextAsync(
            facts.Length == 0 ? GuideChatTexts.NothingRemembered[chat.Language] : GuideChatTexts.Remembered.With(chat.Language, facts),
            cancellationToken
        );
    }
}
