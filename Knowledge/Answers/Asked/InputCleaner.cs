using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Language.Typing;

namespace PolicyAssistantBot.Knowledge.Answers.Asked;

/// <summary>
/// The first step of the pipeline: repairs typed text and removes invisible and look-alike characters (<see cref="VisibleText"/>).
/// </summary>
internal static class InputCleaner
{
    /// <summary>The rest of a longer message is ignored, in UTF-16 code units; a question does not need more.</summary>
    public const int MaxLength = 2000;

    private static readonly RecentResults<string, string> CleanTexts = new(
        128,
        text => VisibleText.Clean(TypedText.Repair(text.Length > MaxLength ? text[..MaxLength] : text), MaxLength)
    );

    public static string Clean(string? text) => string.IsNullOrEmpty(text) ? "" : CleanTexts.Get(text);
}
