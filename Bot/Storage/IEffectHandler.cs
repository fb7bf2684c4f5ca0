using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Storage;

/// <summary>
/// Stores one kind of effect (a change of stored data that a turn decided on) inside the transaction of that turn. Registered by the
/// feature that owns the effect.
/// </summary>
internal interface IEffectHandler
{
    bool CanHandle(IEffect effect);

    /// <summary>
    /// Adds to <paramref name="db"/>; the caller saves and commits. Runs inside the transaction of the single writer: it only reads and
    /// writes rows, and must neither send, search, parse nor call a service.
    /// </summary>
    Task<EffectResult> ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken);
}

internal enum EffectResult
{
    Stored,

    /// <summary>
    /// The data that the turn based its decision on has changed since. The whole turn is rolled back and runs again, so that its reply is
    /// never about something that was not stored.
    /// </summary>
    Conflict,
}
