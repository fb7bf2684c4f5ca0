using System.Reflection;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>Rules for all source files.</summary>
public sealed class SourceTests
{
    private const int MaxLinesPerFile = 300;
    private const int MaxLinesOfProgram = 50;
    private const int MaxLineLength = 140;
    private const int MaxFilesPerFolder = 20;

    /// <summary>Each migration has its own file.</summary>
    private static readonly string[] FoldersWithoutLimit = ["Bot/Storage/Migrations"];

    private static readonly string[] Folders = ["Bot", "Knowledge", "Tests"];

    /// <summary>Projects inside the test folder with their own root namespaces.</summary>
    private static readonly string[] OtherProjects = ["Tests/Benchmarks/", "Tests/SdkPeer/"];

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        var tooLong =
            from folder in Folders
            from file in SourceTree.Files(folder, ".cs", ".ts", ".css")
            let lines = File.ReadLines(SourceTree.Combine(file)).Count()
            where lines > MaxLinesPerFile
            select $"{file}: {lines}";

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_folder_has_more_than_20_files()
    {
        var full =
            from folder in Folders
            from file in SourceTree.Files(folder, ".cs", ".razor", ".ts")
            group file by file[..file.LastIndexOf('/')] into files
            where files.Count() > MaxFilesPerFolder && !FoldersWithoutLimit.Contains(files.Key)
            select $"{files.Key}: {files.Count()}";

        Assert.Empty(full);
    }

    /// <summary>Lines with string literals in tests are exempt.</summary>
    [Fact]
    public void No_line_is_longer_than_140_characters()
    {
        var wide =
            from folder in Folders
            from file in SourceTree.Files(folder, ".cs", ".razor", ".ts")
            let lines = File.ReadAllLines(SourceTree.Combine(file))
            from line in folder == "Tests" ? OutsideLiterals(lines) : lines.Index()
            where line.Item.Length > MaxLineLength
            select $"{file}:{line.Index + 1}: {line.Item.Length}";

        Assert.True(!wide.Any(), string.Join("\n", wide));
    }

    [Fact]
    public void Program_has_at_most_50_lines() =>
        Assert.InRange(File.ReadLines(SourceTree.Combine("Bot", "Program.cs")).Count(), 1, MaxLinesOfProgram);

    [Fact]
    public void Folders_are_at_most_two_deep_below_a_project()
    {
        var tooDeep =
            from folder in new[] { "Bot", "Knowledge" }
            from file in SourceTree.Files(folder, ".cs")
            where file.Count(c => c == '/') > (file.StartsWith("Bot/BotFramework/", StringComparison.Ordinal) ? 4 : 3)
            select file;

        Assert.Empty(tooDeep);
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        var offenders =
            from folder in Folders
            from file in SourceTree.Files(folder, ".cs")
            where !OtherProjects.Any(project => file.StartsWith(project, StringComparison.Ordinal))
            let expected = Namespace(file)
            let declared = File.ReadLines(SourceTree.Combine(file))
                .FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
            where declared is not null && declared != $"namespace {expected};"
            select $"{file}: {declared}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void No_pattern_has_a_time_limit()
    {
        const BindingFlags All =
            BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var patterns = (
            from assembly in new[] { typeof(Program).Assembly, typeof(Lang).Assembly }
            from type in assembly.GetTypes()
            from member in type.GetMembers(All)
            from pattern in member.GetCustomAttributes<GeneratedRegexAttribute>()
            select (Name: $"{type.Name}.{member.Name}", pattern.MatchTimeoutMilliseconds)
        ).ToList();

        Assert.True(patterns.Count > 50, $"Only {patterns.Count} patterns were found.");
        Assert.Empty(patterns.Where(pattern => pattern.MatchTimeoutMilliseconds != Timeout.Infinite).Select(pattern => pattern.Name));
    }

    [Fact]
    public void Only_HanoiTime_contains_the_offset_of_local_time()
    {
        var others =
            from folder in new[] { "Bot", "Knowledge" }
            from file in SourceTree.Files(folder, ".cs", ".razor")
            where file != "Knowledge/HanoiTime.cs"
            where File.ReadAllText(SourceTree.Combine(file)).Contains("FromHours(7)", StringComparison.Ordinal)
            select file;

        Assert.Empty(others);
    }

    [Fact]
    public void Every_disabled_analyzer_rule_has_a_reason()
    {
        var lines = File.ReadAllLines(SourceTree.Combine(".editorconfig"));
        var silent =
            from line in lines.Index()
            where line.Item.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal)
            where line.Item.EndsWith("= none", StringComparison.Ordinal) || line.Item.EndsWith("= suggestion", StringComparison.Ordinal)
            where !lines[line.Index - 1].StartsWith('#')
            select line.Item;

        Assert.Empty(silent);
    }

    private static IEnumerable<(int Index, string Item)> OutsideLiterals(string[] lines)
    {
        var isRaw = false;
        foreach (var line in lines.Index())
        {
            var opensOrCloses = line.Item.Split("\"\"\"").Length % 2 == 0;
            if (!isRaw && !line.Item.Contains('"', StringComparison.Ordinal))
            {
                yield return line;
            }

            isRaw ^= opensOrCloses;
        }
    }

    private static string Namespace(string file)
    {
        var parts = file.Split('/')[..^1];
        return string.Join('.', ["PolicyAssistantBot", .. parts[0] == "Bot" ? parts[1..] : parts]);
    }
}
