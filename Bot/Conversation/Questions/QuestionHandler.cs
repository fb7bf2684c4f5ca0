using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.Conversation.Commands;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Model;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Retrieval;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Questions;

/// <summary>Answers the questions of a message; the last handler, which takes whatever is left.</summary>
internal sealed class QuestionHandler(
    AnswerPipeline pipeline,
    OutsideSearch outside,
    ModelAnswers model,
    AnswerReply reply,
    CommandHandler commands,
    RequestFieldList fields
) : IMessageHandler
{
    public async Task<bool> TryAsync(Inbound message, CancellationToken cancellationToken)
    {
        var chat = message.Chat;
        var quote = message.IsClick ? new Quote(null, message.Text) : Quote.Read(chat.Turn.Activity, message.Text);
        message.Text = Chosen(quote.Words, chat.Memory);
        var answers = await outside.AskEachAsync(quote.About(message.Question, pipeline), cancellationToken);
        if (answers is [Answer.Clarify or Answer.Unanswerable] && await CompletedAsync(chat, message.Text, cancellationToken) is { } whole)
        {
            answers = [whole];
        }

        chat.Speak(answers[0].Language);
        if (answers.Count > 1 && pipeline.AsksMore(message.Text))
        {
            await chat.SayAsync(GuideChatTexts.FirstThree[chat.Language], cancellationToken);
        }

        for (var i = 0; i < answers.Count; i++)
        {
            await SendAsync(
                chat,
                answers[i],
                new AskedQuestion(
                    answers.Count == 1 ? message.Text : answers[i].Meant ?? message.Text,
                    message.IsClick || answers.Count > 1,
                    i
                ),
                cancellationToken
            );
        }

        return true;
    }

    /// <summary>The reading that was chosen by its number or its words when a few were offered; else the text itself.</summary>
    private static string Chosen(string text, ChatMemory memory) =>
        memory.Choices.Count == 0
            ? text
            : Choices.Recognize(text, [.. memory.Choices.Select(choice => new Choice { Value = choice })])?.Value ?? text;

    private async Task SendAsync(Chat chat, Answer answer, AskedQuestion asked, CancellationToken cancellationToken)
    {
        if (answer is Answer.Command or Answer.SmallTalk)
        {
            await commands.RunAsync(chat, answer, cancellationToken);
            return;
        }

        foreach (var (field, value) in fields.FindIn(asked.Text))
        {
            chat.Memory.Facts[field] = value;
        }

        chat.Memory.Enterprise = chat.Memory.Enterprise.With(answer.Said);
        if (answer is { StartsGuide: true, Guide: { } guide } && chat.Dialogs.ActiveDialog?.Id != RequestDialog.DialogId)
        {
            await GuideStart.BeginAsync(chat, guide with { Facts = chat.Memory.Enterprise.With(guide.Facts) }, cancellationToken);
        }
        else
        {
            await reply.SendAsync(chat, answer, asked, cancellationToken);
        }
    }

    /// <summary>The answer to a follow-up that a model made a whole question of; null when that does not help.</summary>
    private async Task<Answer?> CompletedAsync(Chat chat, string text, CancellationToken cancellationToken)
    {
        if (
            chat.Memory.Answers.LastOrDefault() is not { ArticleKey: { } key } last
            || pipeline.TitleOf(key, chat.Language) is not { } title
        )
        {
            return null;
        }

        var whole = await model.RewriteAsync(chat.Turn, new FollowUpQuestion(text, last.Question, title, chat.Language), cancellationToken);
        return whole is null ? null : pipeline.Ask(new Question(whole, chat.Language) { LanguageIsFixed = true }) as Answer.Answered;
    }
}
