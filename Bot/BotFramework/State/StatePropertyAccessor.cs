using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.State;

/// <summary>Reads and writes one named value of a state.</summary>
public interface IStatePropertyAccessor<T>
    where T : class
{
    /// <summary>
    /// The value: the same object on each call within a turn; changes to it are stored. A stored value that cannot be deserialized to
    /// <typeparamref name="T"/> counts as absent, so that a new version of the program works with the state of an old one.
    /// </summary>
    Task<T?> GetAsync(ITurnContext turnContext, Func<T>? defaultValueFactory = null, CancellationToken cancellationToken = default);

    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);

    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

/// <summary>Serializes state: like the schema, with enums by name, so that reordering one does not affect stored values.</summary>
internal static class StateJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter() },
        };
}

internal sealed class StatePropertyAccessor<T>(BotState state, string name) : IStatePropertyAccessor<T>
    where T : class
{
    public Task<T?> GetAsync(ITurnContext turnContext, Func<T>? defaultValueFactory = null, CancellationToken cancellationToken = default)
    {
        var document = state.GetDocument(StateCache.Of(turnContext));
        var scope = state.GetScope(turnContext);
        var value =
            document.FindCached<T>(WorkingDocument.GetPath(scope, name)) ?? ReadStored(document, scope) ?? defaultValueFactory?.Invoke();
        if (value is not null)
        {
            Track(document, scope, value);
        }

        return Task.FromResult(value);
    }

    public Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default)
    {
        Track(state.GetDocument(StateCache.Of(turnContext)), state.GetScope(turnContext), value);
        return Task.CompletedTask;
    }

    public Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        state.GetDocument(StateCache.Of(turnContext)).Remove(state.GetScope(turnContext), name);
        return Task.CompletedTask;
    }

    private void Track(WorkingDocument document, string scope, T value) =>
        document.Track(scope, name, value, () => JsonSerializer.SerializeToNode(value, StateJson.Options));

    private T? ReadStored(WorkingDocument document, string scope)
    {
        try
        {
            return document.Read(scope, name)?.Deserialize<T>(StateJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
