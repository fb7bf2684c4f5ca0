using System.Text.RegularExpressions;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>The checklist of security requirements has a verdict for each line, and what it names as proof exists.</summary>
public sealed partial class SecurityChecklistTests
{
    /// <summary>The requirements of levels 1 and 2 by chapter.</summary>
    private static readonly int[] LinesByChapter = [38, 53, 18, 9, 30, 13, 12, 15, 7, 5, 8, 15, 13, 23];

    private static readonly HashSet<string> TestClasses =
    [
        .. SourceTree.Files("Tests", ".cs").Select(file => Path.GetFileName(file).Split('.')[0]),
    ];

    private static readonly List<string[]> Lines =
    [
        .. File.ReadLines(SourceTree.Combine("docs/asvs.md"))
            .Where(line => LineRegex().IsMatch(line))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    [Fact]
    public void Every_requirement_has_one_line_and_a_verdict()
    {
        Assert.All(Lines, line => Assert.Equal(4, line.Length));
        Assert.All(Lines, line => Assert.Contains(line[2], (IEnumerable<string>)["pass", "partial", "n/a"]));
        Assert.All(Lines, line => Assert.NotEqual("", line[3]));
        Assert.Equal(Lines.Count, Lines.Select(line => line[0]).Distinct().Count());
        var counts = Lines.CountBy(line => line[0].Split('.')[0]).Select(chapter => chapter.Value);
        Assert.Equal(LinesByChapter, counts);
    }

    [Fact]
    public void A_partial_line_says_what_is_missing() =>
        Assert.All(Lines.Where(line => line[2] == "partial"), line => Assert.Contains("missing: ", line[3], StringComparison.Ordinal));

    [Fact]
    public void Every_test_and_file_that_a_line_names_exists()
    {
        var missing =
            from line in Lines
            from Match name in NameRegex().Matches(line[3])
            let text = name.Groups["name"].Value
            where text.EndsWith("Tests", StringComparison.Ordinal) ? !TestClasses.Contains(text) : IsMissingFile(text)
            select $"{line[0]}: {text}";
        Assert.Empty(missing);
    }

    /// <summary>Names of settings and folders of data are no files of the repository.</summary>
    private static bool IsMissingFile(string text) =>
        Path.GetExtension(text).Length > 0 && !text.Contains(':', StringComparison.Ordinal) && !File.Exists(SourceTree.Combine(text));

    [GeneratedRegex(@"\A\| [0-9]+\.[0-9]+\.[0-9]+ \|")]
    private static partial Regex LineRegex();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex NameRegex();
}
