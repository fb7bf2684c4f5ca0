using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Storage;

/// <summary>
/// Stores one kind of effect inside the transaction of its turn. Registered by the capability that owns the effect.
/// </summary>
internal interface IEffectHandler
{
    bool Handles(IEffect effect);

    /// <summary>Adds to <paramref name="db"/>; the caller saves and commits. Must not send anything.</summary>
    Task ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken);
}
