using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Dialogs;

/// <summary>Dialogs that can begin one another, and the property that stores the dialog stack.</summary>
public sealed class DialogSet(IStatePropertyAccessor<DialogState>? dialogState = null)
{
    private readonly Dictionary<string, Dialog> dialogs = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">A dialog with this id already exists.</exception>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        dialogs.Add(dialog.Id, dialog);
        return this;
    }

    public Dialog? Find(string dialogId) => dialogs.GetValueOrDefault(dialogId);

    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var accessor =
            dialogState ?? throw new InvalidOperationException("This set has no state of its own: its component creates the context.");
        return new DialogContext(this, turnContext, (await accessor.GetAsync(turnContext, () => new DialogState(), cancellationToken))!);
    }
}
