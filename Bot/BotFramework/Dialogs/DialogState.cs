using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.State;

namespace PolicyAssistantBot.BotFramework.Dialogs;

/// <summary>The dialog stack, the active dialog last. Plain JSON, so that it survives a restart.</summary>
public sealed class DialogState
{
    public List<DialogInstance> DialogStack { get; init; } = [];
}

/// <summary>One dialog on the stack: its id and its state.</summary>
public sealed class DialogInstance
{
    public required string Id { get; init; }

    public JsonObject State { get; init; } = [];

    /// <summary>A stored value; default when it is absent or cannot be deserialized.</summary>
    public T? Get<T>(string name)
    {
        try
        {
            return State[name] is { } node ? node.Deserialize<T>(StateJson.Options) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Stores a copy of the value: later changes to the object are not stored.</summary>
    public void Set<T>(string name, T? value) => State[name] = JsonSerializer.SerializeToNode(value, StateJson.Options);
}

public enum DialogTurnStatus
{
    /// <summary>The stack is empty.</summary>
    Empty,

    /// <summary>The dialog waits for the user.</summary>
    Waiting,

    /// <summary>The last dialog ended.</summary>
    Complete,
    Cancelled,
}

/// <summary>The state of the dialogs after a step.</summary>
/// <param name="Result">The result of the last dialog, when <see cref="DialogTurnStatus.Complete"/>.</param>
public sealed record DialogTurnResult(DialogTurnStatus Status, object? Result = null);

/// <summary>Why a dialog's step runs.</summary>
public enum DialogReason
{
    BeginCalled,
    ContinueCalled,
    EndCalled,
    ReplaceCalled,
    CancelCalled,
    NextCalled,
}
