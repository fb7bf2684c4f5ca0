using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Dialogs;

/// <summary>The dialogs of one conversation during one turn.</summary>
public class DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
{
    /// <summary>The same dialogs and the same stack, for a step.</summary>
    protected DialogContext(DialogContext other)
        : this(other.Dialogs, other.Context, new DialogState { DialogStack = other.Stack }) => Parent = other.Parent;

    public DialogSet Dialogs => dialogs;

    public ITurnContext Context => turnContext;

    /// <summary>The dialog stack, the active dialog last.</summary>
    public List<DialogInstance> Stack => state.DialogStack;

    /// <summary>The context of the component that contains these dialogs; null at the top level.</summary>
    public DialogContext? Parent { get; init; }

    public DialogInstance? ActiveDialog => Stack.Count > 0 ? Stack[^1] : null;

    public Dialog? FindDialog(string dialogId) => Dialogs.Find(dialogId) ?? Parent?.FindDialog(dialogId);

    /// <exception cref="ArgumentException">The dialog does not exist.</exception>
    public Task<DialogTurnResult> BeginDialogAsync(string dialogId, object? options = null, CancellationToken cancellationToken = default)
    {
        var dialog = FindDialog(dialogId) ?? throw new ArgumentException($"There is no dialog '{dialogId}'.", nameof(dialogId));
        Stack.Add(new DialogInstance { Id = dialogId });
        return dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    public Task<DialogTurnResult> PromptAsync(string dialogId, PromptOptions options, CancellationToken cancellationToken = default) =>
        BeginDialogAsync(dialogId, options, cancellationToken);

    /// <summary>Continues the active dialog. If this version of the program does not have it any more, the stack is cleared.</summary>
    public async Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default)
    {
        if (ActiveDialog is not { } active)
        {
            return new DialogTurnResult(DialogTurnStatus.Empty);
        }

        if (FindDialog(active.Id) is { } dialog)
        {
            return await dialog.ContinueDialogAsync(this, cancellationToken);
        }

        Stack.Clear();
        return new DialogTurnResult(DialogTurnStatus.Empty);
    }

    /// <summary>Ends the active dialog and passes its result to the one that began it.</summary>
    public async Task<DialogTurnResult> EndDialogAsync(object? result = null, CancellationToken cancellationToken = default)
    {
        await PopAsync(DialogReason.EndCalled, cancellationToken);
        if (ActiveDialog is { } outer && FindDialog(outer.Id) is { } dialog)
        {
            return await dialog.ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken);
        }

        Stack.Clear();
        return new DialogTurnResult(DialogTurnStatus.Complete, result);
    }

    /// <summary>Replaces the active dialog with another one.</summary>
    public async Task<DialogTurnResult> ReplaceDialogAsync(
        string dialogId,
        object? options = null,
        CancellationToken cancellationToken = default
    )
    {
        await PopAsync(DialogReason.ReplaceCalled, cancellationToken);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    }

    public async Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default)
    {
        if (Stack.Count == 0)
        {
            return new DialogTurnResult(DialogTurnStatus.Empty);
        }

        while (Stack.Count > 0)
        {
            await PopAsync(DialogReason.CancelCalled, cancellationToken);
        }

        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    /// <summary>Repeats the prompt of the active dialog, after an interruption.</summary>
    public Task RepromptDialogAsync(CancellationToken cancellationToken = default) =>
        ActiveDialog is { } active && FindDialog(active.Id) is { } dialog
            ? dialog.RepromptDialogAsync(Context, active, cancellationToken)
            : Task.CompletedTask;

    private async Task PopAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } active)
        {
            return;
        }

        if (FindDialog(active.Id) is { } dialog)
        {
            await dialog.EndDialogAsync(Context, active, reason, cancellationToken);
        }

        Stack.Remove(active);
    }
}
