using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation;

/// <summary>One turn of a conversation, with what it remembers and what is under way.</summary>
internal sealed record Chat(ITurnContext Turn, ChatMemory Memory, DialogContext Dialogs)
{
    public Lang Language => Memory.Language ?? LangCodes.Parse(Turn.Activity.Locale) ?? Lang.Vi;

    public ChatTexts Texts => ChatTexts.For(Language);

    public Task SayAsync(string text, CancellationToken cancellationToken) =>
        Turn.SendActivityAsync(text, cancellationToken: cancellationToken);
}
