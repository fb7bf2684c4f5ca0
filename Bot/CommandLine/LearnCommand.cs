using System.CommandLine;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content.Snapshots;

namespace PolicyAssistantBot.CommandLine;

/// <summary>
/// <c>knowledge learn [--out FOLDER]</c>: writes the snapshots of everything that is learnt from the articles, so that no start has to
/// learn it. The build runs it for the shipped articles.
/// </summary>
internal static class LearnCommand
{
    public static Command Create(Option<string> articles)
    {
        var output = new Option<string>("--out")
        {
            Description = "The folder for the snapshots; by default the folder beside the program, where it looks for them.",
            DefaultValueFactory = _ => SnapshotStore.ShippedFolder,
        };
        var command = new Command("learn", "Write what is learnt from the articles, so that starts need not learn it.")
        {
            articles,
            output,
        };
        command.SetAction(parsed =>
        {
            var failures = 0;
            var snapshots = SnapshotStore.OpenOnly(
                parsed.GetValue(output)!,
                (name, outcome) =>
                {
                    Console.WriteLine($"{name}: {outcome}");
                    failures += outcome == SnapshotOutcome.NotWritten ? 1 : 0;
                }
            );
            KnowledgeBase.WriteSnapshots(LocalKnowledge.ReadArticles(parsed.GetValue(articles)!, snapshots), snapshots);
            return failures == 0 ? 0 : 1;
        });
        return command;
    }
}
