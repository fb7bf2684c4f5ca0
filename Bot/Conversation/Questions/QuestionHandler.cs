using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.Conversation.Commands;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Model;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Retrieval;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Questions;

/// <summary>Answers the questions of a message; the last handler, which handles everything that is left.</summary>
internal sealed class QuestionHandler(
    AnswerPipeline pipeline,
    ExternalSearch outsideSearch,
    ModelAnswers model,
    AnswerSender answerSender,
    CommandHandler commands,
    RequestFieldList fields
) : IMessageHandler
{
    public async Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var chat = message.Chat;
        var quote = message.IsClick ? new Quote(null, message.Text) : Quote.Read(chat.Turn.Activity, message.Text);
        message.Text = ResolveChoice(quote.OwnText, chat.Memory);
        var answers = await outsideSearch.AskEachAsync(quote.AddToContext(message.Question, pipeline), cancellationToken);
        if (
            answers is [Answer.Clarify or Answer.Unanswerable]
            && await AnswerRewrittenAsync(chat, message.Text, cancellationToken) is { } rewrittenAnswer
        )
        {
            answers = [rewrittenAnswer];
        }

        chat.SetLanguage(answers[0].Language);
        if (answers.Count > 1 && pipeline.AsksMore(message.Text))
        {
            await chat.SendTextAsync(GuideChatTexts.OnlyFirstThreeAnswered[chat.Language], cancellationToken);
        }

        var likelier = answers.FirstOrDefault(answer => answer.OtherReading is not null);
        if (likelier is not null)
        {
            await chat.SendTextAsync(GuideChatTexts.TwoReadings[chat.Language], cancellationToken);
        }

        for (var i = 0; i < answers.Count; i++)
        {
            await SendAsync(
                chat,
                answers[i],
                new AskedQuestion(
                    answers.Count == 1 ? message.Text : answers[i].UnderstoodQuestion ?? message.Text,
                    message.IsClick || answers.Count > 1,
                    i
                ),
                cancellationToken
            );
        }

        if (pipeline.AreNumbered(message.Text, answers) && !answers.All(answer => IsKnownItem(chat.Memory, answer)))
        {
            chat.Memory.NumberedQuestions =
            [
                .. answers.Select(answer => new PastQuestion(
                    answer.UnderstoodQuestion ?? message.Text,
                    RecordAnswerEffect.GetArticleKey(answer)
                )),
            ];
        }

        if (likelier is not null)
        {
            // What is asked next refers to the likelier of the two, though it was sent first.
            chat.Memory.RememberQuestion(
                new PastQuestion(likelier.UnderstoodQuestion ?? message.Text, RecordAnswerEffect.GetArticleKey(likelier))
            );
        }

        return true;
    }

    /// <summary>An answer to an item of the list before keeps that list: "(1) với (2) năm sau đổi thế nào".</summary>
    private static bool IsKnownItem(ChatMemory memory, Answer answer) =>
        memory.NumberedQuestions.Exists(item => item.Text == answer.UnderstoodQuestion);

    /// <summary>The offered question that was chosen by its number or its words; the text itself when none was.</summary>
    private static string ResolveChoice(string text, ChatMemory memory) =>
        memory.OfferedReadings.Count == 0
            ? text
            : Choices.Recognize(text, [.. memory.OfferedReadings.Select(choice => new Choice { Value = choice })])?.Value ?? text;

    private async Task SendAsync(Chat chat, Answer answer, AskedQuestion asked, CancellationToken cancellationToken)
    {
        if (answer is Answer.Command or Answer.SmallTalk)
        {
            await commands.ExecuteAsync(chat, answer, cancellationToken);
            return;
        }

        foreach (var (field, value) in fields.FindValuesIn(asked.Text))
        {
            chat.Memory.FormFacts[field] = value;
        }

        chat.Memory.EnterpriseFacts = chat.Memory.EnterpriseFacts.Merge(answer.StatedFacts);
        if (answer is { StartsGuide: true, Guide: { } guide } && chat.Dialogs.ActiveDialog?.Id != RequestDialog.DialogId)
        {
            await GuideStarter.BeginAsync(chat, guide with { Facts = chat.Memory.EnterpriseFacts.Merge(guide.Facts) }, cancellationToken);
        }
        else
        {
            await answerSender.SendAsync(chat, answer, asked, cancellationToken);
        }
    }

    /// <summary>
    /// The answer to a follow-up question that a language model rewrote as a complete question; null when that finds no answer.
    /// </summary>
    private async Task<Answer?> AnswerRewrittenAsync(Chat chat, string text, CancellationToken cancellationToken)
    {
        if (
            chat.Memory.PastAnswers.LastOrDefault() is not { ArticleKey: { } key } last
            || pipeline.TitleOf(key, chat.Language) is not { } title
        )
        {
            return null;
        }

        var rewritten = await model.RewriteAsync(
            chat.Turn,
            new FollowUpQuestion(text, last.Question, title, chat.Language),
            cancellationToken
        );
        return rewritten is null
            ? null
            : pipeline.Ask(new Question(rewritten, chat.Language) { IsLanguageFixed = true }) as Answer.Answered;
    }
}
