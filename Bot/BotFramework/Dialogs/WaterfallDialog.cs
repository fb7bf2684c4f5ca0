using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.State;

namespace PolicyAssistantBot.BotFramework.Dialogs;

/// <summary>
/// One step; ends with <c>EndOfTurn</c>, a prompt, <see cref="WaterfallStepContext.NextAsync"/> or the end of the dialog.
/// </summary>
public delegate Task<DialogTurnResult> WaterfallStep(WaterfallStepContext stepContext, CancellationToken cancellationToken);

/// <summary>A sequence of steps; each receives the answer to the question of the one before it.</summary>
public sealed class WaterfallDialog(string dialogId, IEnumerable<WaterfallStep> actions) : Dialog(dialogId)
{
    private const string OptionsKey = "options";
    private const string ValuesKey = "values";
    private const string StepIndexKey = "stepIndex";

    private readonly WaterfallStep[] steps = [.. actions];

    public override Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc,
        object? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        dc.ActiveDialog!.Set(OptionsKey, options);
        dc.ActiveDialog.State[ValuesKey] = new JsonObject();
        return RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken);
    }

    /// <summary>The user answered a step that waited without a prompt: the text of the message is the result.</summary>
    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.Context.Activity.Type == Schema.ActivityTypes.Message
            ? NextAsync(dc, DialogReason.ContinueCalled, dc.Context.Activity.Text, cancellationToken)
            : Task.FromResult(EndOfTurn);
    }

    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc,
        DialogReason reason,
        object? result = null,
        CancellationToken cancellationToken = default
    ) => NextAsync(dc, reason, result, cancellationToken);

    internal Task<DialogTurnResult> NextAsync(DialogContext dc, DialogReason reason, object? result, CancellationToken cancellationToken) =>
        RunStepAsync(dc, dc.ActiveDialog!.Get<int>(StepIndexKey) + 1, reason, result, cancellationToken);

    private async Task<DialogTurnResult> RunStepAsync(
        DialogContext dc,
        int index,
        DialogReason reason,
        object? result,
        CancellationToken cancellationToken
    )
    {
        if (index >= steps.Length)
        {
            return await dc.EndDialogAsync(result, cancellationToken);
        }

        var instance = dc.ActiveDialog!;
        instance.Set(StepIndexKey, index);
        if (instance.State[ValuesKey] is not JsonObject values)
        {
            instance.State[ValuesKey] = values = [];
        }

        return await steps[index]
            (new WaterfallStepContext(this, dc, instance.State[OptionsKey], values, index, reason, result), cancellationToken);
    }
}

/// <summary>The context of a step.</summary>
public sealed class WaterfallStepContext(
    WaterfallDialog parent,
    DialogContext dc,
    JsonNode? options,
    JsonObject values,
    int index,
    DialogReason reason,
    object? result
) : DialogContext(dc)
{
    private bool isNextCalled;

    public int Index => index;

    /// <summary>The arguments of the dialog, as JSON.</summary>
    public JsonNode? Options => options;

    /// <summary>Values that the steps share.</summary>
    public JsonObject Values => values;

    public DialogReason Reason => reason;

    /// <summary>The answer to the previous step's prompt; null when the user gave no valid answer within its attempts.</summary>
    public object? Result => result;

    public T? OptionsAs<T>() => options is null ? default : options.Deserialize<T>(StateJson.Options);

    /// <summary>Continues with the next step without a prompt.</summary>
    /// <exception cref="InvalidOperationException">It is called twice in a step.</exception>
    public Task<DialogTurnResult> NextAsync(object? result = null, CancellationToken cancellationToken = default)
    {
        if (isNextCalled)
        {
            throw new InvalidOperationException($"Step {index} of '{parent.Id}' called NextAsync twice.");
        }

        isNextCalled = true;
        return parent.ResumeDialogAsync(this, DialogReason.NextCalled, result, cancellationToken);
    }
}
