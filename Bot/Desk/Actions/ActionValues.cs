namespace PolicyAssistantBot.Desk.Actions;

/// <summary>The values entered into the inputs of an action, by the name of the input.</summary>
public sealed record ActionValues(IReadOnlyDictionary<string, IReadOnlyList<string>> ByInputName)
{
    public static ActionValues None { get; } = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

    /// <summary>The value of an input; empty when nothing was entered.</summary>
    public string this[string name] => GetAll(name) is [var first, ..] ? first : "";

    /// <summary>The values of an input that takes several.</summary>
    public IReadOnlyList<string> GetAll(string name) => ByInputName.GetValueOrDefault(name) ?? [];

    public ActionValues WithValue(string name, string value) =>
        new(new Dictionary<string, IReadOnlyList<string>>(ByInputName, StringComparer.Ordinal) { [name] = [value] });

    public ActionValues Without(string name) =>
        new(ByInputName.Where(value => value.Key != name).ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal));

    /// <summary>Browsers send line ends as CR LF; values have LF.</summary>
    public static ActionValues FromForm(IFormCollection form) =>
        new(
            form.ToDictionary(
                input => input.Key,
                IReadOnlyList<string> (input) => [.. input.Value.OfType<string>().Select(value => value.ReplaceLineEndings("\n"))],
                StringComparer.Ordinal
            )
        );
}
