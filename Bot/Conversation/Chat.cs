using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Conversation;

/// <summary>One turn of a conversation, with what it remembers and what is under way.</summary>
internal sealed record Chat(ITurnContext Turn, ChatMemory Memory, DialogContext Dialogs)
{
    public Lang Language => Memory.Language ?? Lang.Vi;

    /// <summary>Goes on in this language. Replies carry the turn's locale, by which a client turns its own words.</summary>
    public void Speak(Lang language)
    {
        Memory.Language = language;
        Turn.Activity.Locale = language.Locale();
    }

    public Task SayAsync(string text, CancellationToken cancellationToken) =>
        Turn.SendActivityAsync(text, cancellationToken: cancellationToken);
}
