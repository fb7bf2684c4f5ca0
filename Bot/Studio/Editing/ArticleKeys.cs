using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Studio.Editing;

/// <summary>The form of an article's key, which is also the name of its file.</summary>
internal static partial class ArticleKeys
{
    public const string Pattern = "[A-Z][0-9]{1,2}(-[a-z0-9]+)+";

    public static bool IsValid(string key) => key.Length <= 80 && KeyRegex().IsMatch(key);

    [GeneratedRegex($"^{Pattern}$", RegexOptions.ExplicitCapture)]
    private static partial Regex KeyRegex();
}
