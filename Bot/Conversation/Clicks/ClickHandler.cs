using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Conversation.Feedback;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Clicks;

/// <summary>
/// Handles clicks on cards. A card stays on the screen long after the conversation has gone on: an old one gets a friendly reply and
/// changes nothing. A click on words is handled as these words.
/// </summary>
internal sealed class ClickHandler(Answers answers, CaseTeller cases, CaseRatingReply ratings, AnswerPipeline pipeline, TimeProvider time)
    : IMessageHandler
{
    private const int MaxText = 2000;

    public async Task<bool> TryAsync(Inbound message, CancellationToken cancellationToken)
    {
        var (chat, activity) = (message.Chat, message.Chat.Turn.Activity);
        if (Words(activity) is { } words)
        {
            (message.Text, message.IsClick) = (words, true);
            return false;
        }

        if (activity.Value is not JsonObject data || !data.ContainsKey(CardActions.Action))
        {
            return false;
        }

        if (!await OnActionAsync(chat, data, cancellationToken) && !await OnFormAsync(chat, cancellationToken))
        {
            await chat.SayAsync(ChatTexts.StaleCard[chat.Language], cancellationToken);
        }

        return true;
    }

    /// <summary>The words that a click stands for; null when it is no such click.</summary>
    private static string? Words(Activity activity) =>
        activity switch
        {
            { Text: null or "", Value: JsonValue value } when FormClick.Text(value) is { Length: > 0 and <= MaxText } posted => posted,
            { Value: JsonObject data }
                when FormClick.Text(data[CardActions.Action]) is CardActions.Ask or CardActions.Say
                    && FormClick.Text(data["text"]).Trim() is { Length: > 0 and <= MaxText } text => text,
            _ => null,
        };

    /// <returns>False when the action is not known, or what it is about is gone.</returns>
    private async Task<bool> OnActionAsync(Chat chat, JsonObject data, CancellationToken cancellationToken)
    {
        switch (FormClick.Text(data[CardActions.Action]))
        {
            case CardActions.Official when Find(chat, data) is { } answer:
                await RequestStart.BeginAsync(chat, answer.Question, await FindAsync(chat, answer, cancellationToken), cancellationToken);
                return true;
            case CardActions.Vote when Find(chat, data) is { } answer:
                await VoteAsync(chat, answer, FormClick.Text(data["up"]) == "true", cancellationToken);
                return true;
            case CardActions.Reason
                when Find(chat, data) is { } answer
                    && Enum.TryParse<VoteReason>(FormClick.Text(data["why"]), out var reason)
                    && Enum.IsDefined(reason):
                Cast(chat, answer, isUp: false, reason);
                await Downvote.ThankAsync(chat, answer, reason, pipeline, cancellationToken);
                return true;
            case CardActions.Case when CaseNumber.TryParse(FormClick.Text(data["number"]), out var number):
                await cases.TellAsync(chat.Turn, number, chat.Language, cancellationToken);
                return true;
            case CardActions.Rate
                when CaseNumber.TryParse(FormClick.Text(data["number"]), out var rated)
                    && FormClick.Text(data["score"]) is [>= '1' and <= '5'] score:
                var comment = FormClick.Text(data[RatingCard.Word]).Trim();
                await ratings.RateAsync(chat, rated, score[0] - '0', comment.Length == 0 ? null : comment, cancellationToken);
                return true;
            case CardActions.Summary:
                if (
                    chat.Memory.Sent is { } last
                    && last.FormId == FormClick.Text(data["form"])
                    && CaseNumber.TryParse(last.CaseNumber, out var sentAs)
                )
                {
                    await cases.TellAsync(chat.Turn, sentAs, chat.Language, cancellationToken);
                }

                return true;
            default:
                return false;
        }
    }

    /// <returns>False when the click is on no form, or on one that is neither open nor the last one sent.</returns>
    private static async Task<bool> OnFormAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (FormClick.Read(chat.Turn.Activity) is not { } click)
        {
            return false;
        }

        if (RequestDialog.IsFilling(chat.Dialogs, click.FormId))
        {
            chat.Memory.IsFormPaused = false;
            await chat.Dialogs.ContinueDialogAsync(cancellationToken);
            return true;
        }

        if (chat.Memory.Sent is not { } sent || sent.FormId != click.FormId)
        {
            return false;
        }

        await chat.SayAsync(CaseTexts.AlreadySent.With(chat.Language, sent.CaseNumber), cancellationToken);
        return true;
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
