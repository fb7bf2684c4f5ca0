using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage;

/// <summary>
/// Stores one kind of frequent effect with prepared statements, inside the transaction of its turn; see <see cref="IEffectHandler"/>.
/// </summary>
internal interface ISqlEffectHandler
{
    bool CanHandle(IEffect effect);

    void Apply(IEffect effect, PreparedConnection connection);
}
