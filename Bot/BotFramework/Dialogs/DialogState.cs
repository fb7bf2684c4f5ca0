using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.State;

namespace PolicyAssistantBot.BotFramework.Dialogs;

/// <summary>The dialogs under way, the innermost last. Plain JSON, so that it outlives the process.</summary>
public sealed class DialogState
{
    public List<DialogInstance> DialogStack { get; init; } = [];
}

/// <summary>One dialog under way: its id and what it remembers.</summary>
public sealed class DialogInstance
{
    public required string Id { get; init; }

    public JsonObject State { get; init; } = [];

    /// <summary>A remembered value; default when there is none, or none that fits any more.</summary>
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

    /// <summary>Remembers a copy of the value: changing it afterwards changes nothing stored.</summary>
    public void Set<T>(string name, T? value) => State[name] = JsonSerializer.SerializeToNode(value, StateJson.Options);
}

public enum DialogTurnStatus
{
    /// <summary>No dialog is under way.</summary>
    Empty,

    /// <summary>The dialog waits for the user.</summary>
    Waiting,

    /// <summary>The last dialog ended.</summary>
    Complete,
    Cancelled,
}

/// <summary>Where the dialogs stand after a step.</summary>
/// <param name="Result">What the last dialog ended with, when <see cref="DialogTurnStatus.Complete"/>.</param>
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
