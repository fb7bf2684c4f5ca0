using System.Text.RegularExpressions;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>Who may import whom (docs/architecture.md): read from the sources, so that a breach names its file.</summary>
public sealed partial class ImportTests
{
    private const string Root = "PolicyAssistantBot";

    /// <summary>Folder -> the namespaces of ours it may use, each with everything below it. A folder may always use itself.</summary>
    public static TheoryData<string, string[]> Rules() =>
        new()
        {
            { "Knowledge/Content", ["Knowledge"] },
            { "Knowledge/Language", ["Knowledge"] },
            { "Knowledge/Legal", ["Knowledge", "Knowledge.Content", "Knowledge.Language"] },
            { "Knowledge/Rules", ["Knowledge", "Knowledge.Content", "Knowledge.Language"] },
            { "Knowledge/Search", ["Knowledge", "Knowledge.Language", "Knowledge.Content"] },
            {
                "Knowledge/Answers",
                [
                    "Knowledge",
                    "Knowledge.Understanding.*",
                    "Knowledge.Policy",
                    "Knowledge.Search.*",
                    "Knowledge.Language",
                    "Knowledge.Content",
                    "Knowledge.Rules.*",
                    "Knowledge.Legal",
                ]
            },
            { "Knowledge/Policy", ["Knowledge", "Knowledge.Content", "Knowledge.Language"] },
            { "Knowledge/Understanding", ["Knowledge", "Knowledge.Language", "Knowledge.Policy"] },
            { "Knowledge/Understanding/Quantities", ["Knowledge", "Knowledge.Language", "Knowledge.Understanding.Numerals"] },
            { "Knowledge/Understanding/Numerals", ["Knowledge", "Knowledge.Language", "Knowledge.Understanding.Quantities"] },
            {
                "Knowledge",
                [
                    "Knowledge",
                    "Knowledge.Search.*",
                    "Knowledge.Language",
                    "Knowledge.Content",
                    "Knowledge.Rules.*",
                    "Knowledge.Legal",
                    "Knowledge.Answers.*",
                    "Knowledge.Understanding.*",
                    "Knowledge.Policy",
                    "Knowledge.Evaluation.*",
                ]
            },
            { "Bot/BotFramework", ["BotFramework.*"] },
            { "Bot/Cards", ["BotFramework.Schema", "Requests.*", "Texts", "Knowledge", "Knowledge.Answers.*", "Knowledge.Rules.*"] },
            {
                "Bot/Requests",
                [
                    "BotFramework.Schema",
                    "BotFramework.Turns",
                    "Storage",
                    "Storage.Outbox",
                    "Knowledge",
                    "Knowledge.Content",
                    "Knowledge.Rules.*",
                    "Knowledge.Language",
                    "Knowledge.Understanding.Quantities",
                ]
            },
            { "Bot/Files", ["BotFramework.*", "Requests.*", "Storage", "Storage.Outbox", "Texts", "Knowledge"] },
            {
                "Bot/Mail",
                [
                    "Access",
                    "BotFramework.Schema",
                    "BotFramework.Turns",
                    "Requests.*",
                    "Storage",
                    "Storage.Outbox",
                    "Texts",
                    "Knowledge",
                    "Knowledge.Rules.*",
                ]
            },
            {
                "Bot/Conversation",
                [
                    "BotFramework.*",
                    "Cards",
                    "Feedback",
                    "Files",
                    "Mail",
                    "Model",
                    "Requests.*",
                    "Retrieval",
                    "Texts",
                    "Knowledge",
                    "Knowledge.Answers.*",
                    "Knowledge.Rules.*",
                    "Knowledge.Policy",
                    "Knowledge.Understanding.*",
                    "Knowledge.Language",
                ]
            },
            {
                "Bot/Feedback",
                [
                    "BotFramework.Schema",
                    "BotFramework.Turns",
                    "BotFramework.Connector.*",
                    "Cards",
                    "Requests.*",
                    "Storage",
                    "Storage.Outbox",
                    "Storage.Writing",
                    "Texts",
                    "Knowledge",
                    "Knowledge.Answers.*",
                    "Knowledge.Content",
                    "Knowledge.Language",
                ]
            },
            {
                "Bot/Insight",
                [
                    "Access",
                    "Access.Pages",
                    "Feedback",
                    "Mail",
                    "Knowledge",
                    "Knowledge.Answers",
                    "Requests.*",
                    "Requests.Settings",
                    "Storage",
                ]
            },
            { "Bot/Mcp", ["Retrieval", "Knowledge", "Knowledge.Answers", "Knowledge.Rules.*"] },
            {
                "Bot/Model",
                [
                    "BotFramework.*",
                    "Storage",
                    "Storage.Turns",
                    "Storage.Writing",
                    "Texts",
                    "Knowledge",
                    "Knowledge.Answers",
                    "Knowledge.Answers.Model",
                ]
            },
            {
                "Bot/Retrieval",
                [
                    "Knowledge",
                    "Knowledge.Answers",
                    "Knowledge.Answers.Model",
                    "Knowledge.Language",
                    "Knowledge.Search.*",
                    "Knowledge.Search.Outside",
                    "Storage",
                ]
            },
            { "Bot/Texts", ["Knowledge", "Knowledge.Answers.*", "Knowledge.Rules.*", "Requests.*"] },
            { "Bot/Storage", ["BotFramework.*"] },
            {
                "Bot/Desk",
                [
                    "Access",
                    "Access.Pages",
                    "Access.Views",
                    "Feedback",
                    "Files",
                    "Mail",
                    "Requests.*",
                    "Storage",
                    "Storage.Turns",
                    "Storage.Outbox",
                    "Knowledge.*",
                    "Knowledge",
                    "BotFramework.Schema",
                    "BotFramework.Turns",
                    "Cards",
                ]
            }, // The officials' channel in Teams is a part of the desk: it draws and sends cards, and hears clicks.
            { "Bot/Access", ["Storage", "Knowledge", "Knowledge.Rules.*"] },
        };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_folder_imports_only_what_it_may(string folder, string[] allowed)
    {
        if (!Directory.Exists(Repository.Combine(folder)))
        {
            return;
        }

        var own = (folder.StartsWith("Bot/", StringComparison.Ordinal) ? folder["Bot/".Length..] : folder).Replace('/', '.');
        var breaches =
            from file in Repository.Files(folder, ".cs")
            from line in File.ReadLines(Repository.Combine(file))
            let match = Using().Match(line)
            where match.Success
            let used = match.Groups["name"].Value
            where used is not "Knowledge.Lang" && !IsWithin(used, own) && !allowed.Any(permitted => Permits(permitted, used))
            select $"{file} imports {used}";

        Assert.Empty(breaches);
    }

    private static bool Permits(string permitted, string used) =>
        permitted.EndsWith(".*", StringComparison.Ordinal) ? IsWithin(used, permitted[..^2]) : used == permitted;

    private static bool IsWithin(string used, string folder) => used == folder || used.StartsWith(folder + ".", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(?:global )?using (?:static )?(?:\w+ = )?" + Root + @"\.(?<name>[\w.]+);", RegexOptions.ExplicitCapture)]
    private static partial Regex Using();
}
