using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Storage;

/// <summary>Stores one kind of effect inside the transaction of its turn. Registered by the capability that owns the effect.</summary>
internal interface IEffectHandler
{
    bool Handles(IEffect effect);

    /// <summary>
    /// Adds to <paramref name="db"/>; the caller saves and commits. Runs while the single writer waits: it only reads and writes rows, and
    /// must neither send, search, parse nor call a service.
    /// </summary>
    Task<EffectResult> ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken);
}

internal enum EffectResult
{
    Stored,

    /// <summary>
    /// What the turn decided on has changed since. The whole turn is rolled back and runs again, so that its reply is
    /// never about something that was not stored.
    /// </summary>
    Conflict,
}
