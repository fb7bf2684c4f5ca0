using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.State;

/// <summary>The state documents of one run of a turn, with the bot's changes.</summary>
internal sealed class StateCache(TurnStates loaded)
{
    public WorkingDocument Conversation { get; } = new(loaded.Conversation);

    public static StateCache Of(ITurnContext turnContext)
    {
        var cache = turnContext.TurnState.Get<StateCache>();
        if (cache is null)
        {
            var loaded =
                turnContext.TurnState.Get<TurnStates>() ?? throw new InvalidOperationException("The turn was started without its state.");
            turnContext.TurnState.Set(cache = new StateCache(loaded));
        }

        return cache;
    }

    /// <summary>The documents that differ from what was loaded, with the version that was loaded.</summary>
    public static IReadOnlyList<StateDocument> Changed(ITurnContext turnContext) =>
        turnContext.TurnState.Get<StateCache>()?.Conversation.Changed() is { } changed ? [changed] : [];
}

/// <summary>A state document with the objects that were read from it; they are serialized back when the turn ends.</summary>
internal sealed class WorkingDocument(StateDocument loaded)
{
    private readonly Dictionary<string, (object Value, Func<JsonNode?> Write)> values = new(StringComparer.Ordinal);
    private readonly JsonObject data = loaded.Data.DeepClone().AsObject();

    public T? Cached<T>(string path)
        where T : class => values.TryGetValue(path, out var entry) ? entry.Value as T : null;

    public JsonNode? Read(string scope, string name) => (scope.Length == 0 ? data : data[scope] as JsonObject)?[name];

    public void Keep(string scope, string name, object value, Func<JsonNode?> write) =>
        values[Path(scope, name)] = (value, () => Place(scope, name, write()));

    public void Remove(string scope, string name)
    {
        values.Remove(Path(scope, name));
        Place(scope, name, null);
    }

    public void Clear(string scope)
    {
        if (scope.Length == 0)
        {
            values.Clear();
            data.Clear();
            return;
        }

        foreach (var path in values.Keys.Where(p => p.StartsWith(Path(scope, ""), StringComparison.Ordinal)).ToList())
        {
            values.Remove(path);
        }

        data.Remove(scope);
    }

    public StateDocument? Changed()
    {
        foreach (var (_, write) in values.Values)
        {
            write();
        }

        return JsonNode.DeepEquals(data, loaded.Data) ? null : loaded with { Data = data };
    }

    public static string Path(string scope, string name) => $"{scope}\n{name}";

    private JsonNode? Place(string scope, string name, JsonNode? node)
    {
        var target = data;
        if (scope.Length > 0)
        {
            if (data[scope] is JsonObject inner)
            {
                target = inner;
            }
            else
            {
                data[scope] = target = [];
            }
        }

        if (node is null)
        {
            target.Remove(name);
        }
        else
        {
            target[name] = node;
        }

        if (scope.Length > 0 && target.Count == 0)
        {
            data.Remove(scope);
        }

        return node;
    }
}
