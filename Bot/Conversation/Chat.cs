using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Conversation;

/// <summary>One turn of a conversation, with the memory of the conversation and its open dialogs.</summary>
internal sealed record Chat(ITurnContext Turn, ChatMemory Memory, DialogContext Dialogs)
{
    /// <summary>The open dialog has been shown again in this turn.</summary>
    public bool IsDialogShown { get; set; }

    public Lang Language => Memory.Language ?? Lang.Vi;

    /// <summary>
    /// Continues in this language. Replies have the locale of the turn, from which a client chooses the language of its own texts.
    /// </summary>
    public void SetLanguage(Lang language)
    {
        Memory.Language = language;
        Turn.Activity.Locale = language.Locale();
    }

    public Task SendTextAsync(string text, CancellationToken cancellationToken) =>
        Turn.SendActivityAsync(text, cancellationToken: cancellationToken);
}
