using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Dialogs;

/// <summary>The result of recognizing an answer.</summary>
public sealed class PromptRecognizerResult<T>
{
    public bool Succeeded { get; set; }

    public T? Value { get; set; }
}

/// <summary>
/// The context of a validator. It may change the value, and may send its own explanation: then the retry prompt is not sent.
/// </summary>
public sealed class PromptValidatorContext<T>(
    ITurnContext turnContext,
    PromptRecognizerResult<T> recognized,
    PromptOptions options,
    int attemptCount
)
{
    public ITurnContext Context => turnContext;

    public PromptRecognizerResult<T> Recognized => recognized;

    public PromptOptions Options => options;

    /// <summary>1 for the first answer.</summary>
    public int AttemptCount => attemptCount;
}

/// <returns>True when the answer is valid.</returns>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);

/// <summary>Asks for one value until it gets a valid one, a limited number of times.</summary>
public abstract class Prompt<T>(string dialogId, PromptValidator<T>? validator = null) : Dialog(dialogId)
{
    private const string OptionsKey = "options";
    private const string AttemptsKey = "attempts";

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc,
        object? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        dc.ActiveDialog!.Set(
            OptionsKey,
            options as PromptOptions ?? throw new ArgumentException("A prompt is begun with PromptOptions.", nameof(options))
        );
        await OnPromptAsync(dc.Context, GetOptions(dc.ActiveDialog), isRetry: false, cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return EndOfTurn;
        }

        var instance = dc.ActiveDialog!;
        var options = GetOptions(instance);
        var attempt = instance.Get<int>(AttemptsKey) + 1;
        instance.Set(AttemptsKey, attempt);
        var recognized = await OnRecognizeAsync(dc.Context, options, cancellationToken);
        var isValid = validator is null
            ? recognized.Succeeded
            : await validator(new PromptValidatorContext<T>(dc.Context, recognized, options, attempt), cancellationToken);
        if (isValid)
        {
            return await dc.EndDialogAsync(recognized.Value, cancellationToken);
        }

        if (attempt >= options.MaxAttempts)
        {
            return await dc.EndDialogAsync(result: null, cancellationToken);
        }

        if (!dc.Context.Responded)
        {
            await OnPromptAsync(dc.Context, options, isRetry: true, cancellationToken);
        }

        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc,
        DialogReason reason,
        object? result = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        CancellationToken cancellationToken = default
    ) => OnPromptAsync(turnContext, GetOptions(instance), isRetry: false, cancellationToken);

    protected virtual async Task OnPromptAsync(
        ITurnContext turnContext,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(turnContext);
        if ((isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt) is not { } prompt)
        {
            return;
        }

        prompt.InputHint = InputHints.ExpectingInput;
        await turnContext.SendActivityAsync(Choices.AddTo(prompt, options), cancellationToken);
    }

    protected abstract Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext,
        PromptOptions options,
        CancellationToken cancellationToken
    );

    private static PromptOptions GetOptions(DialogInstance instance) => instance.Get<PromptOptions>(OptionsKey) ?? new PromptOptions();
}
