using System.Globalization;
using PolicyAssistantBot.Knowledge.Language.Masking;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// A text that may be sent to an external service: a language model, an embedding service or a search service. Clients of such services
/// accept no other type, so user input cannot reach them without being masked by <see cref="FromUserInput"/>.
/// </summary>
public sealed record OutgoingText
{
    private readonly bool isUserInput;

    private OutgoingText(string value, bool isUserInput) => (Value, this.isUserInput) = (value, isUserInput);

    public string Value { get; }

    /// <summary>
    /// User input with its personal data masked. It is masked before it is truncated, so that no part of a number remains.
    /// </summary>
    /// <param name="maxLength">Longer texts are truncated, in UTF-16 code units.</param>
    public static OutgoingText FromUserInput(string text, int maxLength = int.MaxValue) =>
        new(VisibleText.Clean(PersonalData.Mask(text), maxLength), isUserInput: true);

    /// <summary>Public text: a passage, a title, a name from the settings.</summary>
    public static OutgoingText FromPublicText(string text) => new(text, isUserInput: false);

    /// <param name="prefix">The instruction from the settings that an embedding model expects before a text.</param>
    public OutgoingText WithPrefix(string prefix) => new(prefix + Value, isUserInput);

    /// <summary>Whose text it is, its length and which personal data were masked in it; never the text itself.</summary>
    public string Describe()
    {
        var masked = isUserInput ? string.Join(", ", PersonalData.ListMasked(Value)) : "";
        return string.Create(CultureInfo.InvariantCulture, $"{(isUserInput ? "user" : "public")} text, {Value.Length} characters")
            + (masked.Length == 0 ? "" : $", masked {masked}");
    }

    public override string ToString() => Value;
}
