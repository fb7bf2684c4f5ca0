using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace PolicyAssistantBot.Design;

/// <summary>The icons of <c>icons.txt</c>, from the sprite that the build restores. Pages contain the drawings themselves: no request,
/// and no further permission in the content security policy.</summary>
internal static partial class Icons
{
    private static readonly Dictionary<string, MarkupString> Drawings = SymbolRegex()
        .Matches(DesignAssets.Read("icons.svg") ?? "")
        .ToDictionary(
            match => match.Groups["name"].Value,
            match => new MarkupString(match.Groups["drawing"].Value),
            StringComparer.Ordinal
        );

    public static IEnumerable<string> Names => Drawings.Keys;

    /// <summary>Null when there is no icon with this name, or the icons were not restored.</summary>
    public static MarkupString? Find(string name) => Drawings.TryGetValue(name, out var drawing) ? drawing : null;

    [GeneratedRegex("<symbol id=\"(?<name>[^\"]+)\"[^>]*>(?<drawing>.*?)</symbol>", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex SymbolRegex();
}
