namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// A text that may be sent to a service outside: a language model, an embedding service, a search service. Those services take no other
/// type, so that what a person typed cannot reach them without passing <see cref="Typed"/>.
/// </summary>
public sealed record OutgoingText
{
    private OutgoingText(string value) => Value = value;

    public string Value { get; }

    /// <summary>What a person typed, without personal data. Masked before it is cut, so that no half of a number is left.</summary>
    /// <param name="maxLength">Longer texts are cut here.</param>
    public static OutgoingText Typed(string text, int maxLength = int.MaxValue) =>
        new(VisibleText.Clean(PersonalData.Mask(text), maxLength));

    /// <summary>What is published for everybody: a passage, a title, a name from the settings.</summary>
    public static OutgoingText Published(string text) => new(text);

    /// <param name="prefix">From the settings: what a model expects before a question.</param>
    public OutgoingText After(string prefix) => new(prefix + Value);

    public override string ToString() => Value;
}
