using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;

namespace PolicyAssistantBot.Conversation;

/// <summary>A message on its way through the handlers of <see cref="Assistant"/>.</summary>
internal sealed class InboundMessage(Chat chat, string text)
{
    public Chat Chat => chat;

    /// <summary>The text that is left to handle. A handler that handles a part of the message leaves the rest.</summary>
    public string Text { get; set; } = text;

    /// <summary>The text was not typed: it comes from a button.</summary>
    public bool IsClick { get; set; }

    /// <summary>The language of the text; null when it is unclear.</summary>
    public Lang? Language { get; set; }

    /// <summary>The dialog that waits for an answer; null when none does.</summary>
    public DialogInstance? WaitingDialog { get; } = chat.Dialogs.ActiveDialog;

    /// <summary>The message does not answer <see cref="WaitingDialog"/>, which repeats its question after the reply.</summary>
    public bool InterruptsDialog { get; set; }

    /// <summary>A part of the message has been handled.</summary>
    public bool IsPartlyHandled { get; set; }

    /// <summary>The text as a question of this conversation, answered in the language that it is written in.</summary>
    public Question Question => new(Text, Language ?? chat.Language) { IsLanguageFixed = true, Context = chat.Memory.ToQuestionContext() };
}

/// <summary>Handles messages of one kind.</summary>
internal interface IMessageHandler
{
    /// <returns>True when the message is completely handled; false passes what is left of it to the next handler.</returns>
    Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken);
}
