using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Model;

/// <param name="Stream">The streamed reply, to be completed with the answer; null if none was begun.</param>
/// <param name="IsGenerated">A model worded the answer; else it is quoted from reviewed text.</param>
internal sealed record ChatAnswer(Answer Answer, StreamingResponse? Stream, bool IsGenerated = false);

/// <summary>
/// The model in a conversation: words answers while the asker sees the progress, and rewrites follow-ups as whole questions. When it is
/// switched off, out of budget or failing, the conversation goes on without it.
/// </summary>
internal sealed partial class ModelAnswers(
    IOptions<ModelOptions> options,
    Lazy<AnswerWording> wording,
    Lazy<QuestionRewriter> rewriter,
    ModelBudget budget,
    ConnectorClient? connector,
    TimeProvider time,
    ILogger<ModelAnswers> log
)
{
    /// <param name="question">As typed.</param>
    public async Task<ChatAnswer> WordAsync(ITurnContext turn, Answer answer, string question, CancellationToken cancellationToken)
    {
        if (!MayUse(turn) || !AnswerWording.MayWord(answer) || budget.IsSpent(turn.Activity))
        {
            return new ChatAnswer(answer, null);
        }

        var stream = new StreamingResponse(turn, connector, time);
        await stream.InformAsync(ChatTexts.WritingAnswer[answer.Language], cancellationToken);
        var shown = "";
        var worded = await wording.Value.WordAsync(
            answer,
            question,
            async text =>
            {
                await stream.AppendAsync(text[shown.Length..], cancellationToken);
                shown = text;
            },
            cancellationToken
        );
        if (worded.Tokens > 0)
        {
            turn.AddEffect(budget.Use(turn.Activity, worded.Tokens));
        }

        if (worded.Fault is { } fault)
        {
            LogNotWorded(fault, worded.Reply?.Dropped.Count ?? 0);
        }

        return new ChatAnswer(worded.Answer, stream, IsGenerated: worded is { Fault: null, Reply: not null });
    }

    /// <summary>The follow-up as a whole question; null when it is used as typed.</summary>
    public async Task<string?> RewriteAsync(ITurnContext turn, FollowUpQuestion question, CancellationToken cancellationToken)
    {
        if (!MayUse(turn) || budget.IsSpent(turn.Activity))
        {
            return null;
        }

        var rewritten = await rewriter.Value.RewriteAsync(question, cancellationToken);
        if (rewritten.Tokens > 0)
        {
            turn.AddEffect(budget.Use(turn.Activity, rewritten.Tokens));
        }

        return rewritten.Question;
    }

    /// <summary>An invoke must be answered within seconds, which leaves no time for a model.</summary>
    private bool MayUse(ITurnContext turn) =>
        options.Value.Enabled
        && turn.Activity.Type == ActivityTypes.Message
        && turn is not CardTurnContext
        && turn.Activity.DeliveryMode != DeliveryModes.ExpectReplies;

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "An answer was not worded by the model: {Fault}; sentences dropped by the check: {Dropped}"
    )]
    private partial void LogNotWorded(string fault, int dropped);
}
