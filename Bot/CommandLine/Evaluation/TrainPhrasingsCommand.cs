using System.CommandLine;
using PolicyAssistantBot.Knowledge.Evaluation;
using PolicyAssistantBot.Knowledge.Evaluation.Dialogues;

namespace PolicyAssistantBot.CommandLine.Evaluation;

/// <summary>
/// <c>knowledge train phrasings</c>: takes the messages of dialogues that an article answered as expected for ways of asking for that
/// article, and writes them as a file of the folder <c>Knowledge/Policy/Phrasings/Dialogues</c>.
/// </summary>
internal static class TrainPhrasingsCommand
{
    public static Command Create(Option<string> articlesFolderOption)
    {
        var dialogues = new Option<FileInfo[]>("--dialogues")
        {
            Description = "Dialogues with the expected articles (JSON Lines).",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var day = new Option<string>("--date") { Description = "Today in the dialogues (2026-11-21).", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "The file to write.", Required = true };
        var command = new Command("phrasings", "Collect ways of asking from dialogues.") { articlesFolderOption, dialogues, day, output };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                try
                {
                    var turns = await TrainReadingsCommand.JudgeByOthersAsync(
                        parsed.GetValue(articlesFolderOption)!,
                        [.. parsed.GetValue(dialogues)!.SelectMany(file => DialogueSet.Read(file.FullName))],
                        DateOnly.ParseExact(parsed.GetValue(day)!, "yyyy-MM-dd", null),
                        cancellationToken
                    );
                    List<string> lines =
                    [
                        .. PhrasingExamples.Of(turns, LocalKnowledge.ReadKnowledge(parsed.GetValue(articlesFolderOption)!)),
                    ];
                    await File.WriteAllTextAsync(parsed.GetValue(output)!.FullName, string.Join('\n', lines) + "\n", cancellationToken);
                    await Console.Error.WriteLineAsync(FormattableString.Invariant($"{lines.Count} of {turns.Count} messages"));
                    return 0;
                }
                catch (Exception exception)
                    when (exception is IOException or InvalidDataException or FormatException or UnauthorizedAccessException)
                {
                    await Console.Error.WriteLineAsync(exception.Message);
                    return 2;
                }
            }
        );
        return command;
    }
}
