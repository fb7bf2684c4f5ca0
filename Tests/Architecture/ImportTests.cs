using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>
/// Which folder may use which (docs/architecture.md), checked with resolved symbols, so that a violation shows its file and symbol.
/// </summary>
public sealed class ImportTests
{
    /// <summary>
    /// For each folder the own folders that it may use, each with everything below it. A folder may always use itself. The most specific
    /// entry applies.
    /// </summary>
    private static readonly Dictionary<string, string[]> AllowedFolders = new(StringComparer.Ordinal)
    {
        { "Knowledge/Content", [] },
        { "Knowledge/Language", [] },
        { "Knowledge/Legal", ["Knowledge/Content", "Knowledge/Language"] },
        { "Knowledge/Rules", ["Knowledge/Content", "Knowledge/Language"] },
        { "Knowledge/Search", ["Knowledge/Language", "Knowledge/Content"] },
        {
            "Knowledge/Answers",
            [
                "Knowledge/Understanding",
                "Knowledge/Search",
                "Knowledge/Policy",
                "Knowledge/Language",
                "Knowledge/Content",
                "Knowledge/Rules",
                "Knowledge/Legal",
            ]
        },
        { "Knowledge/Policy", ["Knowledge/Content", "Knowledge/Language"] },
        {
            "Knowledge/Understanding",
            ["Knowledge/Content", "Knowledge/Language", "Knowledge/Policy", "Knowledge/Rules", "Knowledge/Search"]
        },
        { "Knowledge/Understanding/Quantities", ["Knowledge/Language", "Knowledge/Understanding/Numerals"] },
        { "Knowledge/Understanding/Numerals", ["Knowledge/Language", "Knowledge/Understanding/Quantities"] },
        { "Knowledge/Checks", ["Knowledge"] },
        { "Knowledge/Evaluation", ["Knowledge"] },
        { "Knowledge/Upkeep", ["Knowledge/Content", "Knowledge/Legal"] },
        { "Bot/BotFramework", [] },
        { "Bot/Cards", ["Bot/BotFramework/Schema", "Bot/Requests", "Bot/Texts", "Knowledge/Answers", "Knowledge/Rules"] },
        {
            "Bot/Requests",
            [
                "Bot/BotFramework/Schema",
                "Bot/BotFramework/Turns",
                "Bot/Limits",
                "Bot/Storage",
                "Knowledge/Content",
                "Knowledge/Rules",
                "Knowledge/Language",
                "Knowledge/Understanding/Quantities",
            ]
        },
        { "Bot/Files", ["Bot/BotFramework", "Bot/Requests", "Bot/Storage", "Bot/Texts"] },
        {
            "Bot/Mail",
            [
                "Bot/Access",
                "Bot/BotFramework/Schema",
                "Bot/BotFramework/Turns",
                "Bot/Limits",
                "Bot/Requests",
                "Bot/Storage",
                "Bot/Texts",
                "Knowledge/Rules",
            ]
        },
        {
            "Bot/Conversation",
            [
                "Bot/BotFramework",
                "Bot/Cards",
                "Bot/Feedback",
                "Bot/Files",
                "Bot/Mail",
                "Bot/Model",
                "Bot/Privacy",
                "Bot/Requests",
                "Bot/Retrieval",
                "Bot/Switches",
                "Bot/Texts",
                "Knowledge",
            ]
        },
        {
            "Bot/Privacy",
            [
                "Bot/Access",
                "Bot/BotFramework",
                "Bot/Design",
                "Bot/Feedback",
                "Bot/Files",
                "Bot/Insight",
                "Bot/Mail",
                "Bot/Model",
                "Bot/Requests",
                "Bot/Storage",
                "Bot/Studio",
                "Bot/Texts",
                "Knowledge",
            ]
        },
        { "Bot/Feedback", ["Bot/BotFramework", "Bot/Cards", "Bot/Requests", "Bot/Storage", "Bot/Texts", "Knowledge"] },
        {
            "Bot/Insight",
            ["Bot/Access", "Bot/Design", "Bot/Feedback", "Bot/Mail", "Bot/Requests", "Bot/Storage", "Bot/Texts", "Knowledge"]
        },
        { "Bot/Mcp", ["Bot/Limits", "Bot/Retrieval", "Knowledge"] },
        {
            "Bot/Site",
            [
                "Bot/BotFramework/DirectLine",
                "Bot/BotFramework/Schema",
                "Bot/Channels",
                "Bot/Design",
                "Bot/Files",
                "Bot/Limits",
                "Bot/Mail",
                "Bot/Privacy/Page",
                "Bot/Requests",
                "Bot/Switches",
                "Bot/Texts",
                "Knowledge",
            ]
        },
        { "Bot/Switches", ["Bot/Storage"] },
        { "Bot/Model", ["Bot/BotFramework", "Bot/Limits", "Bot/Storage", "Bot/Switches", "Bot/Texts", "Knowledge/Answers"] },
        { "Bot/Retrieval", ["Bot/Storage", "Knowledge/Answers", "Knowledge/Language", "Knowledge/Search"] },
        { "Bot/Texts", ["Bot/Requests", "Knowledge/Answers", "Knowledge/Rules"] },
        { "Bot/Storage", ["Bot/BotFramework"] },
        {
            "Bot/Desk",
            [
                "Bot/Access",
                "Bot/BotFramework/Schema",
                "Bot/BotFramework/Turns",
                "Bot/Cards",
                "Bot/Design",
                "Bot/Feedback",
                "Bot/Files",
                "Bot/Mail",
                "Bot/Requests",
                "Bot/Storage",
                "Bot/Switches",
                "Knowledge",
            ]
        },
        { "Bot/Studio", ["Bot/Access", "Bot/Design", "Bot/Mail", "Bot/Requests", "Bot/Site", "Bot/Storage", "Knowledge"] },
        { "Bot/Access", ["Bot/Design", "Bot/Limits", "Bot/Storage", "Knowledge/Rules"] },
        { "Bot/Design", [] },
        { "Bot/Limits", ["Bot/BotFramework", "Bot/Texts"] },
        { "Bot/Channels", ["Bot/Limits", "Bot/BotFramework", "Bot/Conversation", "Bot/Files", "Bot/Storage", "Bot/Texts", "Knowledge"] },
        { "Bot/Hosting", ["Bot", "Knowledge"] },
        { "Bot/CommandLine", ["Bot", "Knowledge"] },
    };

    [Fact]
    public void A_folder_uses_only_allowed_folders()
    {
        var violations =
            from use in FileDependencies.Current.Uses
            let row = MatchingFolder(use.From)
            where row is not null
            where
                use.To.Count(c => c == '/') > 1 && !IsWithin(use.To, row) && !AllowedFolders[row].Any(allowed => IsWithin(use.To, allowed))
            orderby use.From
            select $"{use.From} uses {use.Name} of {use.To}";

        Assert.True(!violations.Any(), string.Join("\n", violations));
    }

    [Fact]
    public void Every_source_folder_is_listed()
    {
        var without =
            from project in new[] { "Bot", "Knowledge" }
            from file in SourceTree.Files(project, ".cs", ".razor")
            where file.Count(c => c == '/') > 1 && MatchingFolder(file) is null
            select file[..file.LastIndexOf('/')];

        Assert.Empty(without.Distinct());
    }

    /// <summary>The most specific listed folder of a file; null for files directly in a project and for unlisted folders.</summary>
    private static string? MatchingFolder(string file) =>
        AllowedFolders.Keys.Where(folder => IsWithin(file, folder)).MaxBy(folder => folder.Length);

    private static bool IsWithin(string file, string folder) => file.StartsWith(folder + "/", StringComparison.Ordinal);
}
