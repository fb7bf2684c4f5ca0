using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Design;

/// <summary>The colours of <c>tokens.css</c>, for tests and for the page of all components.</summary>
internal static partial class DesignTokens
{
    private const string DarkMarker = "prefers-color-scheme: dark";

    /// <summary>Which ink stands on which sheet; each pair needs the contrast of WCAG AA for text, 4.5 to 1.</summary>
    public static IReadOnlyList<(string Sheet, string Ink)> Pairs { get; } =
    [
        .. from sheet in new[] { "page", "sheet", "sunken" } from ink in new[] { "ink", "muted", "link", "alert" } select (sheet, ink),
        ("accent", "on-accent"),
        ("accent-strong", "on-accent"),
        ("alert", "on-alert"),
        ("accent-sheet", "ink"),
        ("accent-sheet", "link"),
        ("alert-sheet", "ink"),
        ("alert-sheet", "alert"),
        ("warn-sheet", "ink"),
        ("warn-sheet", "warn"),
        ("good-sheet", "ink"),
        ("good-sheet", "good"),
        ("sheet", "warn"),
        ("sheet", "good"),
        ("notice-sheet", "ink"),
        ("notice-sheet", "link"),
    ];

    /// <summary>The colours by name, as <c>#rrggbb</c>.</summary>
    public static IReadOnlyDictionary<string, string> ReadColors(bool isDark)
    {
        var sheet = DesignAssets.Read("tokens.css") ?? "";
        var dark = sheet.IndexOf(DarkMarker, StringComparison.Ordinal);
        var colors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match token in ColorRegex().Matches(isDark ? sheet : sheet[..dark]))
        {
            colors[token.Groups["name"].Value] = token.Groups["color"].Value;
        }

        return colors;
    }

    [GeneratedRegex(@"--(?<name>[a-z-]+): (?<color>#[0-9a-f]{6});", RegexOptions.ExplicitCapture)]
    private static partial Regex ColorRegex();
}
