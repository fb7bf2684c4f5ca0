namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// A text that may be sent to an external service: a language model, an embedding service or a search service. Clients of such services
/// accept no other type, so user input cannot reach them without being masked by <see cref="FromUserInput"/>.
/// </summary>
public sealed record OutgoingText
{
    private OutgoingText(string value) => Value = value;

    public string Value { get; }

    /// <summary>
    /// User input with its personal data masked. It is masked before it is truncated, so that no part of a number remains.
    /// </summary>
    /// <param name="maxLength">Longer texts are truncated, in UTF-16 code units.</param>
    public static OutgoingText FromUserInput(string text, int maxLength = int.MaxValue) =>
        new(VisibleText.Clean(PersonalData.Mask(text), maxLength));

    /// <summary>Public text: a passage, a title, a name from the settings.</summary>
    public static OutgoingText FromPublicText(string text) => new(text);

    /// <param name="prefix">The instruction from the settings that an embedding model expects before a text.</param>
    public OutgoingText WithPrefix(string prefix) => new(prefix + Value);

    public override string ToString() => Value;
}
