using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;

namespace PolicyAssistantBot.Conversation;

/// <summary>A message of a person on its way through the handlers of <see cref="Assistant"/>.</summary>
internal sealed class Inbound(Chat chat, string text)
{
    public Chat Chat => chat;

    /// <summary>What is left to handle. A handler that deals with a part of the message leaves the rest.</summary>
    public string Text { get; set; } = text;

    /// <summary>The text was not typed: it is the label of a button.</summary>
    public bool IsClick { get; set; }

    /// <summary>The language of the text; null where it does not tell.</summary>
    public Lang? Language { get; set; }

    /// <summary>The dialog that waits for an answer; null when none does.</summary>
    public DialogInstance? Waiting { get; } = chat.Dialogs.ActiveDialog;

    /// <summary>The message does not answer <see cref="Waiting"/>, which asks again after the reply.</summary>
    public bool Interrupts { get; set; }

    /// <summary>A part of the message has been handled.</summary>
    public bool IsBegun { get; set; }

    /// <summary>The text as a question of this conversation, answered in the language that it is written in.</summary>
    public Question Question => new(Text, Language ?? chat.Language) { LanguageIsFixed = true, Context = chat.Memory.Context() };
}

/// <summary>Handles messages of one kind.</summary>
internal interface IMessageHandler
{
    /// <returns>Whether nothing is left of the message for the handlers after this one.</returns>
    Task<bool> TryAsync(Inbound message, CancellationToken cancellationToken);
}
