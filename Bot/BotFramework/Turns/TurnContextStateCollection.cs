namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>Objects by name, for the duration of one run of a turn.</summary>
public sealed class TurnContextStateCollection
{
    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);

    /// <summary>The value kept under the name, or the type's full name when none is given.</summary>
    public T? Get<T>(string? key = null)
        where T : class => values.GetValueOrDefault(key ?? typeof(T).FullName!) as T;

    public void Set<T>(T value)
        where T : class => Set(typeof(T).FullName!, value);

    public void Set<T>(string key, T value)
        where T : class => values[key] = value;
}
