using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Desk.Actions;

/// <summary>How a value is entered.</summary>
public enum ActionInput
{
    SingleLine,
    Paragraph,

    /// <summary>One of several options.</summary>
    Choice,

    /// <summary>Any number of options.</summary>
    Checkboxes,
}

/// <summary>One of the values to choose from.</summary>
public sealed record ActionOption(string Value, LocalizedText Name);

/// <summary>An input of an action's form.</summary>
/// <param name="Name">The name under which the value is sent.</param>
public sealed record ActionField(string Name, ActionInput Input, LocalizedText Label)
{
    /// <summary>The name of the main text, which is kept for copying when the form is no longer shown.</summary>
    public const string TextInputName = "text";

    public LocalizedText? Hint { get; init; }

    /// <summary>The hint on the page for several cases.</summary>
    public LocalizedText? BulkHint
    {
        get => field ?? Hint;
        init;
    }

    public bool IsRequired { get; init; } = true;

    public ActionPlaces Places { get; init; } = ActionPlaces.All | ActionPlaces.ReplyBar;

    /// <summary>Options that are always the same. Only these can be shown on a channel card.</summary>
    public IReadOnlyList<ActionOption> Options { get; init; } = [];

    /// <summary>Options that depend on the settings, on the staff or on the case.</summary>
    public Func<ActionSources, IEnumerable<ActionOption>>? CreateOptions { get; init; }

    /// <summary>Frequent values of a line.</summary>
    public Func<ActionSources, IEnumerable<string>>? CreateSuggestions { get; init; }

    public int MaxLength => Input == ActionInput.Paragraph ? TextLimits.CaseText : TextLimits.Name;

    /// <summary>The main text of an action.</summary>
    public static ActionField CreateText(LocalizedText label, LocalizedText? hint = null, bool isRequired = true) =>
        new(TextInputName, ActionInput.Paragraph, label) { Hint = hint, IsRequired = isRequired };

    public IReadOnlyList<ActionOption> GetOptions(ActionSources sources) => CreateOptions is null ? Options : [.. CreateOptions(sources)];
}
