using System.Text.RegularExpressions;
using PolicyAssistantBot.Design;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Design;

public sealed partial class IconTests
{
    [Fact]
    public void Pages_use_only_icons_that_are_listed()
    {
        var listed = File.ReadAllLines(SourceTree.Combine("Bot", "Design", "icons.txt")).ToHashSet(StringComparer.Ordinal);
        var unknown =
            from file in SourceTree.Files("Bot", ".razor")
            from Match use in IconRegex().Matches(File.ReadAllText(SourceTree.Combine(file)))
            where !listed.Contains(use.Groups["name"].Value)
            select $"{file}: {use.Groups["name"].Value}";
        Assert.Empty(unknown);
    }

    /// <summary>Skipped where the packages of npm were not restored.</summary>
    [ToolFact("node")]
    public void Every_listed_icon_has_a_drawing_that_the_page_may_colour()
    {
        var listed = File.ReadAllLines(SourceTree.Combine("Bot", "Design", "icons.txt"));
        Assert.Equal(listed, Icons.Names);
        Assert.All(listed, name => Assert.DoesNotMatch("#[0-9a-f]{3}|<script|style=", Icons.Find(name)!.Value.Value));
    }

    [GeneratedRegex("<Icon Name=\"(?<name>[a-z0-9-]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex IconRegex();
}
