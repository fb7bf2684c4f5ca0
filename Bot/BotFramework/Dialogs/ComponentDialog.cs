using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Dialogs;

/// <summary>A dialog that consists of inner dialogs; their stack is stored in the component's instance.</summary>
public abstract class ComponentDialog(string dialogId) : Dialog(dialogId)
{
    private const string InnerStateKey = "dialogs";

    private readonly DialogSet dialogs = new();

    /// <summary>The inner dialog that begins; by default the first that was added.</summary>
    protected string? InitialDialogId { get; set; }

    /// <summary>Whether an inner dialog of a component waits for an answer, or is below the one that does.</summary>
    protected static bool HasInnerDialog(DialogInstance component, string innerId)
    {
        ArgumentNullException.ThrowIfNull(component);
        return component.Get<DialogState>(InnerStateKey)?.DialogStack.Exists(inner => inner.Id == innerId) == true;
    }

    public ComponentDialog AddDialog(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        dialogs.Add(dialog);
        InitialDialogId ??= dialog.Id;
        return this;
    }

    public sealed override Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc,
        object? options = null,
        CancellationToken cancellationToken = default
    ) => RunAsync(dc, inner => OnBeginDialogAsync(inner, options, cancellationToken), cancellationToken);

    public sealed override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        RunAsync(dc, inner => OnContinueDialogAsync(inner, cancellationToken), cancellationToken);

    /// <summary>A dialog that was begun on top of this component ended: the component repeats its prompt.</summary>
    public sealed override async Task<DialogTurnResult> ResumeDialogAsync(
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

    public sealed override async Task RepromptDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(instance);
        var state = instance.Get<DialogState>(InnerStateKey) ?? new DialogState();
        await OnRepromptDialogAsync(new DialogContext(dialogs, turnContext, state), instance, cancellationToken);
        instance.Set(InnerStateKey, state);
    }

    public sealed override async Task EndDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        DialogReason reason,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(instance);
        if (reason == DialogReason.CancelCalled && instance.Get<DialogState>(InnerStateKey) is { } state)
        {
            await new DialogContext(dialogs, turnContext, state).CancelAllDialogsAsync(cancellationToken);
        }
    }

    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc,
        object? options,
        CancellationToken cancellationToken
    ) =>
        innerDc.BeginDialogAsync(
            InitialDialogId ?? throw new InvalidOperationException($"Component '{Id}' has no dialogs."),
            options,
            cancellationToken
        );

    /// <summary>Override to handle interruptions before the inner dialogs get the message.</summary>
    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken) =>
        innerDc.ContinueDialogAsync(cancellationToken);

    protected virtual Task OnRepromptDialogAsync(DialogContext innerDc, DialogInstance instance, CancellationToken cancellationToken) =>
        innerDc.RepromptDialogAsync(cancellationToken);

    /// <summary>Ends the component with the result of its last inner dialog.</summary>
    protected virtual Task<DialogTurnResult> EndComponentAsync(
        DialogContext outerDc,
        object? result,
        CancellationToken cancellationToken
    ) => outerDc.EndDialogAsync(result, cancellationToken);

    private async Task<DialogTurnResult> RunAsync(
        DialogContext dc,
        Func<DialogContext, Task<DialogTurnResult>> run,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        var instance = dc.ActiveDialog!;
        var state = instance.Get<DialogState>(InnerStateKey) ?? new DialogState();
        var turn = await run(new DialogContext(dialogs, dc.Context, state) { Parent = dc });
        instance.Set(InnerStateKey, state);
        return turn.Status switch
        {
            DialogTurnStatus.Waiting => EndOfTurn,
            DialogTurnStatus.Cancelled => await dc.CancelAllDialogsAsync(cancellationToken),
            _ => await EndComponentAsync(dc, turn.Result, cancellationToken),
        };
    }
}
