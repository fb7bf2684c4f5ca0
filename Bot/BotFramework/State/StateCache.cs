using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.State;

/// <summary>The state documents of one run of a turn, with the changes that the bot made.</summary>
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

    /// <summary>The documents that differ from the loaded ones, with the loaded version.</summary>
    public static IReadOnlyList<StateDocument> GetChangedDocuments(ITurnContext turnContext) =>
        turnContext.TurnState.Get<StateCache>()?.Conversation.GetChanges() is { } changed ? [changed] : [];
}

/// <summary>A state document with the objects that were read from it; they are serialized back when the turn ends.</summary>
internal sealed class WorkingDocument(StateDocument loaded)
{
    private readonly Dictionary<string, (object Value, Func<JsonNode?> Write)> values = new(StringComparer.Ordinal);
    private readonly JsonObject data = loaded.Data.DeepClone().AsObject();

    public T? FindCached<T>(string path)
        where T : class => values.TryGetValue(path, out var entry) ? entry.Value as T : null;

    public JsonNode? Read(string scope, string name) => (scope.Length == 0 ? data : data[scope] as JsonObject)?[name];

    public void Track(string scope, string name, object value, Func<JsonNode?> serialize) =>
        values[GetPath(scope, name)] = (value, () => SetNode(scope, name, serialize()));

    public void Remove(string scope, string name)
    {
        values.Remove(GetPath(scope, name));
        SetNode(scope, name, null);
    }

    public void Clear(string scope)
    {
        if (scope.Length == 0)
        {
            values.Clear();
            data.Clear();
            return;
        }

        foreach (var path in values.Keys.Where(p => p.StartsWith(GetPath(scope, ""), StringComparison.Ordinal)).ToList())
        {
            values.Remove(path);
        }

        data.Remove(scope);
    }

    public StateDocument? GetChanges()
    {
        foreach (var (_, write) in values.Values)
        {
            write();
        }

        return JsonNode.DeepEquals(data, loaded.Data) ? null : loaded with { Data = data };
    }

    public static string GetPath(string scope, string name) => $"{scope}\n{name}";

    private JsonNode? SetNode(string scope, string name, JsonNode? node)
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
