using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Switches;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Model;

/// <summary>An answer for a chat, possibly worded by the language model.</summary>
/// <param name="Stream">The streamed reply, to be completed with the answer; null if none was begun.</param>
/// <param name="IsGenerated">True when a language model worded the answer; otherwise it is quoted from reviewed text.</param>
internal sealed record ChatAnswer(Answer Answer, StreamingResponse? Stream, bool IsGenerated = false);

/// <summary>
/// The optional language model in a conversation: words answers while the asker sees the progress, and rewrites follow-up questions as
/// complete ones. When it is switched off, out of budget or failing, the conversation goes on without it.
/// </summary>
internal sealed partial class ModelAnswers(
    IOptions<ModelOptions> options,
    Lazy<AnswerWording> wording,
    Lazy<QuestionRewriter> rewriter,
    ModelBudget budget,
    SwitchBoard switches,
    ConnectorClient? connector,
    TimeProvider time,
    ILogger<ModelAnswers> log
)
{
    /// <param name="question">The question as typed.</param>
    public async Task<ChatAnswer> WordAnswerAsync(ITurnContext turn, Answer answer, string question, CancellationToken cancellationToken)
    {
        if (!CanUseModel(turn) || !AnswerWording.CanWord(answer) || budget.IsSpent(turn.Activity))
        {
            return new ChatAnswer(answer, null);
        }

        var stream = new StreamingResponse(turn, connector, time);
        await stream.ShowProgressAsync(ChatTexts.WritingAnswer[answer.Language], cancellationToken);
        var shownText = "";
        var worded = await wording.Value.WordAsync(
            answer,
            question,
            async text =>
            {
                await stream.AppendAsync(text[shownText.Length..], cancellationToken);
                shownText = text;
            },
            cancellationToken
        );
        if (worded.Tokens > 0)
        {
            turn.AddEffect(budget.CreateUse(turn.Activity, worded.Tokens));
        }

        if (worded.Fault is { } fault)
        {
            LogNotWorded(fault, worded.Reply?.DroppedSentences.Count ?? 0);
        }

        return new ChatAnswer(worded.Answer, stream, IsGenerated: worded is { Fault: null, Reply: not null });
    }

    /// <summary>The follow-up question as a complete one; null when it is to be used as typed.</summary>
    public async Task<string?> RewriteAsync(ITurnContext turn, FollowUpQuestion question, CancellationToken cancellationToken)
    {
        if (!CanUseModel(turn) || budget.IsSpent(turn.Activity))
        {
            return null;
        }

        var rewritten = await rewriter.Value.RewriteAsync(question, cancellationToken);
        if (rewritten.Tokens > 0)
        {
            turn.AddEffect(budget.CreateUse(turn.Activity, rewritten.Tokens));
        }

        return rewritten.Question;
    }

    /// <summary>An invoke must be answered within seconds, which leaves no time for a model.</summary>
    private bool CanUseModel(ITurnContext turn) =>
        options.Value.Enabled
        && !switches.IsOff(Switch.Model)
        && turn.Activity.Type == ActivityTypes.Message
        && turn is not CardTurnContext
        && turn.Activity.DeliveryMode != DeliveryModes.ExpectReplies;

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "An answer was not worded by the model: {Fault}; sentences dropped by the check: {Dropped}"
    )]
    private partial void LogNotWorded(string fault, int dropped);
}
