using System.Globalization;
using PolicyAssistantBot.BotFramework.Dialogs;
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
/// <param name="IsNamed">The answer says what it answers: the question was clicked, or is one of several.</param>
/// <param name="Index">Its place among the questions of one message.</param>
internal sealed record Said(string Text, bool IsNamed = false, int Index = 0);

/// <summary>A question and its answer: the text as the message, what belongs to it as a card.</summary>
internal static class Asking
{
    /// <summary>The reading that was meant when a few were offered and one was named by its number or words; else the text
    /// itself.</summary>
    public static string Meant(string text, ChatMemory memory) =>
        memory.Choices.Count == 0
            ? text
            : Choices.Recognize(text, [.. memory.Choices.Select(choice => new Choice { Value = choice })])?.Value ?? text;

    /// <summary>A question of this conversation, answered in the language that it was written in.</summary>
    public static Question NewQuestion(Chat chat, string text, Lang? language) =>
        new(text, language ?? chat.Language) { LanguageIsFixed = true, Context = chat.Memory.Context() };

    /// <summary>Says the answer and remembers it, for votes, for a request, for the next question.</summary>
    /// <returns>The answer's id in the conversation.</returns>
    public static async Task<string> SayAsync(
        ITurnContext turn,
        ChatMemory memory,
        ChatAnswer worded,
        Said said,
        CancellationToken cancellationToken
    )
    {
        var answer = worded.Answer;
        var id =
            said.Index == 0 ? turn.Activity.Id ?? "" : string.Create(CultureInfo.InvariantCulture, $"{turn.Activity.Id}~{said.Index + 1}");
        TurnOutcomes.Add(turn, answer);
        memory.Remember(new GivenAnswer(id, said.Text, RecordAnswer.ArticleOf(answer)) { Next = Downvote.Next(answer) });
        memory.RememberQuestion(new PastQuestion(answer.Meant ?? said.Text, RecordAnswer.ArticleOf(answer)));
        memory.Rule = answer.Rule ?? memory.Rule;
        memory.Offered = answer.Guide;
        memory.IsGuideLatest = answer.Guide is { } told && GuideSteps.Next(told, answer.Language) is null;
        memory.LastGuide = memory.IsGuideLatest ? answer.Guide : memory.LastGuide;
        memory.Choices = answer is Answer.Clarify clarify ? [.. clarify.Choices.Select(choice => choice.Question)] : [];
        var cited = CitedText.Of(answer);
        var message = MessageFactory.Text(said.IsNamed ? $"**{said.Text}**\n\n{cited.Text}" : cited.Text);
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
        return id;
    }
}
