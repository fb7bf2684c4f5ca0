using System.Globalization;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Conversation.Feedback;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Citing;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Mail.Answers;
using PolicyAssistantBot.Model;

namespace PolicyAssistantBot.Conversation.Questions;

/// <summary>The question that an answer is sent to.</summary>
/// <param name="RepeatsQuestion">The reply repeats the question, because it was clicked or is one of several.</param>
/// <param name="Index">Its position among the questions of one message.</param>
internal sealed record AskedQuestion(string Text, bool RepeatsQuestion = false, int Index = 0);

/// <summary>Sends an answer as a message and a card, and records it.</summary>
internal sealed class AnswerSender(
    AnswerPipeline pipeline,
    ModelAnswers model,
    PublicLinks links,
    AnswerMailService answerMails,
    TimeProvider time
)
{
    /// <summary>Sends an answer, worded by the language model if it is enabled. The result of a rule is sent unchanged.</summary>
    public async Task SendAsync(Chat chat, Answer answer, AskedQuestion question, CancellationToken cancellationToken)
    {
        var chatAnswer = answer.Guide is null
            ? await model.WordAnswerAsync(chat.Turn, answer, answer.UnderstoodQuestion ?? question.Text, cancellationToken)
            : new ChatAnswer(answer, null);
        await SendAsync(chat.Turn, chat.Memory, chatAnswer, question, cancellationToken);
    }

    /// <summary>Sends a worded answer and remembers it for votes, for the request form and for the next question.</summary>
    public async Task SendAsync(
        ITurnContext turn,
        ChatMemory memory,
        ChatAnswer chatAnswer,
        AskedQuestion question,
        CancellationToken cancellationToken
    )
    {
        var answer = chatAnswer.Answer;
        var id =
            question.Index == 0
                ? turn.Activity.Id ?? ""
                : string.Create(CultureInfo.InvariantCulture, $"{turn.Activity.Id}~{question.Index + 1}");
        TurnOutcomes.Add(turn, answer);
        memory.RememberAnswer(
            new PastAnswer(id, question.Text, RecordAnswerEffect.GetArticleKey(answer))
            {
                NextArticleKeys = DownvoteReplies.GetNextArticleKeys(answer),
            }
        );
        memory.RememberQuestion(new PastQuestion(answer.UnderstoodQuestion ?? question.Text, RecordAnswerEffect.GetArticleKey(answer)));
        memory.LastRule = answer.Rule ?? memory.LastRule;
        memory.OfferedGuide = answer.Guide;
        memory.IsGuideResultLatest = answer.Guide is { } guide && GuideSteps.GetNextStep(guide, answer.Language) is null;
        memory.LastGuide = memory.IsGuideResultLatest ? answer.Guide : memory.LastGuide;
        memory.OfferedReadings = answer is Answer.Clarify clarify ? [.. clarify.Choices.Select(choice => choice.Question)] : [];
        var cited = CitedText.Create(answer);
        var message = MessageFactory.Text(question.RepeatsQuestion ? $"**{question.Text}**\n\n{cited.Text}" : cited.Text);
        if (memory.OfferedReadings.Count > 0)
        {
            message.Text +=
                "\n\n"
                + string.Join(
                    '\n',
                    memory.OfferedReadings.Select((choice, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {choice}"))
                );
        }

        message.Locale = answer.Language.Locale();
        if (cited.Sources.Count > 0 || chatAnswer.IsGenerated)
        {
            var numberedSources = cited.Sources.Where(source => source.Number is not null);
            message.Entities = [MessageEntity.Create(AnswerCard.ToCitedSources(numberedSources, answer.Language), chatAnswer.IsGenerated)];
        }

        var showsVoteButtons = turn.Activity.ChannelId != ChannelIds.Msteams || message.Entities is null;
        if (AnswerCard.Build(answer, cited.Sources, links.FindArticles(turn.Activity, answer), id, showsVoteButtons) is { } card)
        {
            message.Attachments = [card];
        }

        if (
            answerMails.IsEnabled
            && turn.Activity.ChannelId == ChannelIds.Directline
            && pipeline.Find(RecordAnswerEffect.GetArticleKey(answer)) is not null
        )
        {
            // The chat on a web page shows a button for it beside copying and printing.
            message.ChannelData = new JsonObject { [CardActions.MailAnswer] = id };
        }

        await (chatAnswer.Stream?.EndAsync(message, cancellationToken) ?? turn.SendActivityAsync(message, cancellationToken));
        turn.AddEffect(
            RecordAnswerEffect.Create(
                turn.Activity,
                id,
                question.Text,
                answer,
                pipeline.RevisionOf(RecordAnswerEffect.GetArticleKey(answer)),
                time.GetUtcNow()
            )
        );
    }
}
