using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Language.Typing;

namespace PolicyAssistantBot.Knowledge.Answers.Asked;

/// <summary>
/// The first step of the pipeline: repairs typed text and removes invisible and look-alike characters (<see cref="VisibleText"/>).
/// </summary>
internal static partial class InputCleaner
{
    /// <summary>The rest of a longer message is ignored, in UTF-16 code units; a question does not need more.</summary>
    public const int MaxLength = 2000;

    private static readonly RecentResults<string, string> CleanTexts = new(
        128,
        text =>
            OpeningParticleRegex()
                .Replace(VisibleText.Clean(TypedText.Repair(text.Length > MaxLength ? text[..MaxLength] : text), MaxLength), "vậy")
    );

    /// <summary>"vay" without marks before the asker is "vậy" (so), and no loan: "vay xuong toi duoc bao nhieu".</summary>
    [GeneratedRegex(
        @"^vay(?= ((ben|nha|xuong|cty|cong ty|doanh nghiep|dn|shop|quan) )?(toi(?! da\b)|em|e|minh|mk|tui|t|chung toi) )",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex OpeningParticleRegex();

    public static string Clean(string? text) => string.IsNullOrEmpty(text) ? "" : CleanTexts.Get(text);
}
