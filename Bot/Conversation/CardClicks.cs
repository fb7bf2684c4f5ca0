using System.Text.Json.Nodes;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Conversation.Feedback;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation;

/// <summary>What a click on a card asks for.</summary>
internal abstract record Click
{
    private Click() { }

    /// <summary>The message is no click.</summary>
    internal sealed record None : Click;

    /// <summary>The click was answered, or needs no answer.</summary>
    internal sealed record Done : Click;

    /// <summary>The same as if this had been typed.</summary>
    internal sealed record Said(string Text) : Click;

    /// <summary>A click on the form that is being filled.</summary>
    internal sealed record OfTheForm : Click;

    /// <param name="Given">The answer that led here; null when it is not kept.</param>
    internal sealed record AskOfficial(string Question, AnswerRow? Given) : Click;

    internal sealed record ShowCase(CaseNumber Number) : Click;

    /// <param name="Comment">Null when nothing was added.</param>
    internal sealed record Rated(CaseNumber Number, int Score, string? Comment) : Click;
}

/// <summary>Reads clicks. A card stays on the screen long after the conversation has gone on: an old one gets a friendly answer and changes
/// nothing.</summary>
internal sealed class CardClicks(Answers answers, AnswerPipeline pipeline, TimeProvider time)
{
    private const int MaxText = 2000;

    public async Task<Click> ReadAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (
            chat.Turn.Activity is { Text: null, Value: JsonValue } postBack
            && FormClick.Text(postBack.Value) is { Length: > 0 and <= MaxText } said
        )
        {
            return new Click.Said(said);
        }

        if (chat.Turn.Activity.Value is not JsonObject data || !data.ContainsKey(CardActions.Action))
        {
            return new Click.None();
        }

        switch (FormClick.Text(data[CardActions.Action]))
        {
            case CardActions.Ask or CardActions.Say when FormClick.Text(data["text"]).Trim() is { Length: > 0 and <= MaxText } text:
                return new Click.Said(text);
            case CardActions.Official when Find(chat, data) is { } answer:
                return new Click.AskOfficial(answer.Question, await FindAsync(chat, answer, cancellationToken));
            case CardActions.Vote when Find(chat, data) is { } answer:
                await VoteAsync(chat, answer, FormClick.Text(data["up"]) == "true", cancellationToken);
                return new Click.Done();
            case CardActions.Reason
                when Find(chat, data) is { } answer
                    && Enum.TryParse<VoteReason>(FormClick.Text(data["why"]), out var reason)
                    && Enum.IsDefined(reason):
                Cast(chat, answer, isUp: false, reason);
                await Downvote.ThankAsync(chat, answer, reason, pipeline, cancellationToken);
                return new Click.Done();
            case CardActions.Case when CaseNumber.TryParse(FormClick.Text(data["number"]), out var number):
                return new Click.ShowCase(number);
            case CardActions.Rate
                when CaseNumber.TryParse(FormClick.Text(data["number"]), out var rated)
                    && FormClick.Text(data["score"]) is [>= '1' and <= '5'] score:
                var word = FormClick.Text(data[RatingCard.Word]).Trim();
                return new Click.Rated(rated, score[0] - '0', word.Length == 0 ? null : word);
            case CardActions.Summary:
                return
                    chat.Memory.Sent is { } last
                    && last.FormId == FormClick.Text(data["form"])
                    && CaseNumber.TryParse(last.CaseNumber, out var sentAs)
                    ? new Click.ShowCase(sentAs)
                    : new Click.Done();
        }

        if (FormClick.Read(chat.Turn.Activity) is { } click)
        {
            if (RequestDialog.IsFilling(chat.Dialogs, click.FormId))
            {
                return new Click.OfTheForm();
            }

            if (chat.Memory.Sent is { } sent && sent.FormId == click.FormId)
            {
                await chat.SayAsync(CaseTexts.AlreadySent.With(chat.Language, sent.CaseNumber), cancellationToken);
                return new Click.Done();
            }
        }

        await chat.SayAsync(ChatTexts.StaleCard[chat.Language], cancellationToken);
        return new Click.Done();
    }

    private static GivenAnswer? Find(Chat chat, JsonObject data)
    {
        var id = FormClick.Text(data["answer"]);
        return chat.Memory.Answers.Find(answer => answer.Id == id);
    }

    private Task<AnswerRow?> FindAsync(Chat chat, GivenAnswer answer, CancellationToken cancellationToken) =>
        answers.FindAsync(chat.Turn.Activity.ChannelId ?? "", chat.Turn.Activity.Conversation?.Id ?? "", answer.Id, cancellationToken);

    private async Task VoteAsync(Chat chat, GivenAnswer answer, bool isUp, CancellationToken cancellationToken)
    {
        Cast(chat, answer, isUp);
        if (isUp)
        {
            await chat.SayAsync(ChatTexts.VotedUp[chat.Language], cancellationToken);
        }
        else
        {
            await Downvote.AskWhyAsync(chat.Turn, answer, chat.Language, cancellationToken);
        }
    }

    private void Cast(Chat chat, GivenAnswer answer, bool isUp, VoteReason? reason = null)
    {
        var activity = chat.Turn.Activity;
        chat.Turn.AddEffect(
            new CastVote(
                activity.ChannelId ?? "",
                activity.Conversation?.Id ?? "",
                activity.From?.Id ?? "",
                answer.Id,
                answer.ArticleKey,
                isUp,
                time.GetUtcNow(),
                Reason: reason
            )
        );
    }
}
