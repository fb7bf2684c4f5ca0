using System.Globalization;
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
using PolicyAssistantBot.Model;

namespace PolicyAssistantBot.Conversation.Questions;

/// <summary>What was asked.</summary>
/// <param name="IsNamed">The reply repeats the question, which was clicked or is one of several.</param>
/// <param name="Index">Its place among the questions of one message.</param>
internal sealed record AskedQuestion(string Text, bool IsNamed = false, int Index = 0);

/// <summary>Sends an answer as a message and a card, and records it.</summary>
internal sealed class AnswerReply(AnswerPipeline pipeline, ModelAnswers model, TimeProvider time)
{
    /// <summary>Sends an answer, worded by a model where there is one. What a rule computed stays as it is.</summary>
    public async Task SendAsync(Chat chat, Answer answer, AskedQuestion asked, CancellationToken cancellationToken)
    {
        var worded = answer.Guide is null
            ? await model.WordAsync(chat.Turn, answer, answer.Meant ?? asked.Text, cancellationToken)
            : new ChatAnswer(answer, null);
        await SendAsync(chat.Turn, chat.Memory, worded, asked, cancellationToken);
    }

    /// <summary>Sends a worded answer and remembers it for votes, for a request and for the next question.</summary>
    public async Task SendAsync(
        ITurnContext turn,
        ChatMemory memory,
        ChatAnswer worded,
        AskedQuestion asked,
        CancellationToken cancellationToken
    )
    {
        var answer = worded.Answer;
        var id =
            asked.Index == 0
                ? turn.Activity.Id ?? ""
                : string.Create(CultureInfo.InvariantCulture, $"{turn.Activity.Id}~{asked.Index + 1}");
        TurnOutcomes.Add(turn, answer);
        memory.Remember(new GivenAnswer(id, asked.Text, RecordAnswer.ArticleOf(answer)) { Next = Downvote.Next(answer) });
        memory.RememberQuestion(new PastQuestion(answer.Meant ?? asked.Text, RecordAnswer.ArticleOf(answer)));
        memory.Rule = answer.Rule ?? memory.Rule;
        memory.Offered = answer.Guide;
        memory.IsGuideLatest = answer.Guide is { } told && GuideSteps.Next(told, answer.Language) is null;
        memory.LastGuide = memory.IsGuideLatest ? answer.Guide : memory.LastGuide;
        memory.Choices = answer is Answer.Clarify clarify ? [.. clarify.Choices.Select(choice => choice.Question)] : [];
        var cited = CitedText.Of(answer);
        var message = MessageFactory.Text(asked.IsNamed ? $"**{asked.Text}**\n\n{cited.Text}" : cited.Text);
        if (memory.Choices.Count > 0)
        {
            message.Text +=
                "\n\n"
                + string.Join(
                    '\n',
                    memory.Choices.Select((choice, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {choice}"))
                );
        }

        message.Locale = answer.Language.Locale();
        if (cited.Sources.Count > 0 || worded.IsGenerated)
        {
            var marked = cited.Sources.Where(source => source.Number is not null);
            message.Entities = [MessageEntity.Of(AnswerCard.Cited(marked, answer.Language), worded.IsGenerated)];
        }

        var drawsVotes = turn.Activity.ChannelId != ChannelIds.Msteams || message.Entities is null;
        if (AnswerCard.Build(answer, cited.Sources, id, drawsVotes) is { } card)
        {
            message.Attachments = [card];
        }

        await (worded.Stream?.EndAsync(message, cancellationToken) ?? turn.SendActivityAsync(message, cancellationToken));
        turn.AddEffect(
            RecordAnswer.Of(turn.Activity, id, asked.Text, answer, pipeline.RevisionOf(RecordAnswer.ArticleOf(answer)), time.GetUtcNow())
        );
    }
}
