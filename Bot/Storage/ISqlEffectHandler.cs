using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage;

/// <summary>Stores one kind of frequent effect with compiled statements, inside the transaction of its turn.</summary>
internal interface ISqlEffectHandler
{
    bool Handles(IEffect effect);

    void Apply(IEffect effect, PreparedConnection sql);
}
