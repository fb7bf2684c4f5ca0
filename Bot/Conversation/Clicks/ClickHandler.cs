using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Conversation.AnswerMails;
using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Conversation.Feedback;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Clicks;

/// <summary>
/// Handles clicks on cards. A card stays on the screen long after the conversation has moved on: a click on an outdated card gets an
/// explanation and changes nothing. A click that stands for a text is handled as if the text had been typed.
/// </summary>
internal sealed class ClickHandler(
    AnswerStore answers,
    CaseStatusReply statusReply,
    CaseRatingReply ratings,
    AnswerPipeline pipeline,
    TimeProvider time
) : IMessageHandler
{
    private const int MaxTextLength = 2000;

    public async Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var (chat, activity) = (message.Chat, message.Chat.Turn.Activity);
        if (GetClickedText(activity) is { } clickedText)
        {
            (message.Text, message.IsClick) = (clickedText, true);
            return false;
        }

        if (activity.Value is not JsonObject data || !data.ContainsKey(CardActions.ActionField))
        {
            return false;
        }

        if (!await HandleActionAsync(chat, data, cancellationToken) && !await HandleFormAsync(chat, cancellationToken))
        {
            await chat.SendTextAsync(ChatTexts.StaleCard[chat.Language], cancellationToken);
        }

        return true;
    }

    /// <summary>The text that a click stands for; null when it stands for none.</summary>
    private static string? GetClickedText(Activity activity) =>
        activity switch
        {
            { Text: null or "", Value: JsonValue value } when FormClick.ToText(value) is { Length: > 0 and <= MaxTextLength } posted =>
                posted,
            { Value: JsonObject data }
                when FormClick.ToText(data[CardActions.ActionField]) is CardActions.AskQuestion or CardActions.SendCommand
                    && FormClick.ToText(data["text"]).Trim() is { Length: > 0 and <= MaxTextLength } text => text,
            _ => null,
        };

    /// <returns>False when the action is unknown, or refers to an answer that is no longer remembered.</returns>
    private async Task<bool> HandleActionAsync(Chat chat, JsonObject data, CancellationToken cancellationToken)
    {
        switch (FormClick.ToText(data[CardActions.ActionField]))
        {
            case CardActions.AskOfficial when FindAnswer(chat, data) is { } answer:
                await RequestStarter.BeginAsync(
                    chat,
                    answer.Question,
                    await FindAnswerRowAsync(chat, answer, cancellationToken),
                    cancellationToken,
                    pipeline.Find(answer.ArticleKey)?.Topic
                );
                return true;
            case CardActions.Vote when FindAnswer(chat, data) is { } answer:
                await HandleVoteAsync(chat, answer, FormClick.ToText(data["up"]) == "true", cancellationToken);
                return true;
            case CardActions.GiveReason
                when FindAnswer(chat, data) is { } answer
                    && Enum.TryParse<VoteReason>(FormClick.ToText(data["why"]), out var reason)
                    && Enum.IsDefined(reason):
                AddVote(chat, answer, isUp: false, reason);
                await DownvoteReplies.ReplyToReasonAsync(chat, answer, reason, pipeline, cancellationToken);
                return true;
            case CardActions.MailAnswer when FindAnswer(chat, data) is { ArticleKey: { } articleKey }:
                await AnswerMailStarter.BeginAsync(chat, articleKey, cancellationToken);
                return true;
            case CardActions.ShowCase when CaseNumber.TryParse(FormClick.ToText(data["number"]), out var number):
                await statusReply.SendStatusAsync(chat.Turn, number, chat.Language, cancellationToken);
                return true;
            case CardActions.AddToCase when CaseNumber.TryParse(FormClick.ToText(data["number"]), out var number):
                chat.Memory.CaseToAddTo = number.ToString();
                await chat.SendTextAsync(CaseCardTexts.WriteNow.With(chat.Language, number), cancellationToken);
                return true;
            case CardActions.RateCase
                when CaseNumber.TryParse(FormClick.ToText(data["number"]), out var rated)
                    && FormClick.ToText(data["score"]) is [>= '1' and <= '5'] score:
                var comment = FormClick.ToText(data[RatingCard.CommentInputId]).Trim();
                await ratings.RateAsync(chat, rated, score[0] - '0', comment.Length == 0 ? null : comment, cancellationToken);
                return true;
            case CardActions.ShowSubmittedForm:
                if (
                    chat.Memory.LastSentForm is { } last
                    && last.FormId == FormClick.ToText(data["form"])
                    && CaseNumber.TryParse(last.CaseNumber, out var sentAs)
                )
                {
                    await statusReply.SendStatusAsync(chat.Turn, sentAs, chat.Language, cancellationToken);
                }

                return true;
            default:
                return false;
        }
    }

    /// <returns>False when the click is not on a request form, or on one that is neither open nor the last one submitted.</returns>
    private static async Task<bool> HandleFormAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (FormClick.Read(chat.Turn.Activity) is not { } click)
        {
            return false;
        }

        if (RequestDialog.IsOpenForm(chat.Dialogs, click.FormId))
        {
            chat.Memory.IsFormPaused = false;
            await chat.Dialogs.ContinueDialogAsync(cancellationToken);
            return true;
        }

        if (chat.Memory.LastSentForm is not { } sent || sent.FormId != click.FormId)
        {
            return false;
        }

        await chat.SendTextAsync(CaseTexts.AlreadySent.With(chat.Language, sent.CaseNumber), cancellationToken);
        return true;
    }

    private static PastAnswer? FindAnswer(Chat chat, JsonObject data)
    {
        var id = FormClick.ToText(data["answer"]);
        return chat.Memory.PastAnswers.Find(answer => answer.Id == id);
    }

    private Task<AnswerRow?> FindAnswerRowAsync(Chat chat, PastAnswer answer, CancellationToken cancellationToken) =>
        answers.FindAsync(chat.Turn.Activity.ChannelId ?? "", chat.Turn.Activity.Conversation?.Id ?? "", answer.Id, cancellationToken);

    private async Task HandleVoteAsync(Chat chat, PastAnswer answer, bool isUp, CancellationToken cancellationToken)
    {
        AddVote(chat, answer, isUp);
        if (isUp)
        {
            await chat.SendTextAsync(ChatTexts.ThanksForUpVote[chat.Language], cancellationToken);
        }
        else
        {
            await DownvoteReplies.AskWhyAsync(chat.Turn, answer, chat.Language, cancellationToken);
        }
    }

    private void AddVote(Chat chat, PastAnswer answer, bool isUp, VoteReason? reason = null)
    {
        var activity = chat.Turn.Activity;
        chat.Turn.AddEffect(
            new CastVoteEffect(
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
