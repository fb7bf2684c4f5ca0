using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage;

/// <summary>
/// Stores one kind of effect that nearly every turn has, by statements that are compiled once, inside the turn's transaction.
/// </summary>
internal interface ISqlEffectHandler
{
    bool Handles(IEffect effect);

    void Apply(IEffect effect, PreparedConnection sql);
}
