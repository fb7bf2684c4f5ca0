using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Evaluation.Dialogues;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.CommandLine.Evaluation;

/// <summary>
/// <c>knowledge evaluate --dialogues FILE...</c>: runs whole conversations and reports which replies were correct. What the writers
/// of these conversations taught is left out.
/// </summary>
internal static class DialogueEvaluationCommand
{
    public static async Task<int> RunAsync(
        IReadOnlyList<FileInfo> files,
        string articles,
        DateOnly? date,
        bool json,
        DirectoryInfo? folder,
        CancellationToken cancellationToken
    )
    {
        try
        {
            IReadOnlyList<Dialogue> dialogues = [.. files.SelectMany(file => DialogueSet.Read(file.FullName))];
            await using var host = await DialogueHost.OpenAsync(
                LocalKnowledge.ReadKnowledge(
                    articles,
                    PhrasingSet.Default.ExcludeWriters(dialogues.Select(dialogue => dialogue.Writer).ToHashSet(StringComparer.Ordinal))
                ),
                date ?? HanoiTime.DayOf(TimeProvider.System.GetUtcNow()),
                cancellationToken
            );
            var report = await host.RunAsync(dialogues, cancellationToken);
            Console.WriteLine(json ? report.ToJson() : report.ToText());
            if (folder is not null)
            {
                DialoguePage.Write(report, folder.FullName);
            }

            return 0;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
    }
}
