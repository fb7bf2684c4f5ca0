using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Language.Typing;

namespace PolicyAssistantBot.Knowledge.Answers.Asked;

/// <summary>
/// First step: what a person typed, without what a person cannot see or tell apart (<see cref="VisibleText"/>); nothing after this
/// step meets it.
/// </summary>
internal static class Screen
{
    /// <summary>Longer messages are read up to here, in UTF-16 code units; a question does not need more.</summary>
    public const int MaxLength = 2000;

    public static string Clean(string? text) =>
        VisibleText.Clean(TypedText.Repair(text is { Length: > MaxLength } ? text[..MaxLength] : text), MaxLength);
}
