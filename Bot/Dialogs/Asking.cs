using System.Globalization;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge.Answers;

namespace PolicyAssistantBot.Dialogs;

/// <summary>A question and its answer: the text as the message, what belongs to it as a card.</summary>
internal static class Asking
{
    /// <summary>The reading that was meant when a few were offered and one was named by its number or words; else the text itself.</summary>
    public static string Meant(string text, ChatMemory memory) =>
        memory.Choices.Count == 0 ? text : Choices.Recognize(text, [.. memory.Choices.Select(choice => new Choice { Value = choice })])?.Value ?? text;

    /// <summary>Says the answer and remembers it. A question that was clicked left no message of its own: the answer names it.</summary>
    /// <param name="stream">The reply that has begun to be shown, if any: the answer ends it.</param>
    public static async Task SayAsync(ITurnContext turn, ChatMemory memory, Answer answer, string question, bool isClick, StreamingResponse? stream, CancellationToken cancellationToken)
    {
        var id = turn.Activity.Id ?? "";
        memory.Remember(new GivenAnswer(id, question, RecordAnswer.ArticleOf(answer)) { Next = Downvote.Next(answer) });
        memory.Choices = answer is Answer.Clarify clarify ? [.. clarify.Choices.Select(choice => choice.Question)] : [];
        var message = MessageFactory.Text(isClick ? $"**{question}**\n\n{answer.Text}" : answer.Text);
        if (memory.Choices.Count > 0)
            message.Text += "\n\n" + string.Join('\n', memory.Choices.Select((choice, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {choice}")));
        message.Locale = answer.Language == Knowledge.Lang.En ? "en-US" : "vi-VN";
        if (answer.Citations.Count > 0)
            message.Entities = [MessageEntity.Of(AnswerCard.Cited(answer))];
        if (AnswerCard.Build(answer, id, drawsVotes: turn.Activity.ChannelId != ChannelIds.Msteams || message.Entities is null) is { } card)
            message.Attachments = [card];
        await (stream?.EndAsync(message, cancellationToken) ?? turn.SendActivityAsync(message, cancellationToken));
    }

    /// <summary>The article that the last question was answered from, so that the next one can lean on it.</summary>
    public static string? LastArticle(ChatMemory memory) => memory.Answers.LastOrDefault()?.ArticleKey;
}
