using System.CommandLine;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Evaluation;
using PolicyAssistantBot.Knowledge.Evaluation.Dialogues;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.CommandLine.Evaluation;

/// <summary>
/// <c>knowledge train readings</c>: learns to choose between the possible readings of a message (such as a question of its own, or a
/// follow-up of the question before) from dialogues, from questions that the articles answer and from questions that none answers. Writes
/// <c>interpretation.json</c> with the measures of a cross-validation that leaves out one writer at a time.
/// </summary>
internal static class TrainReadingsCommand
{
    public static Command Create(Option<string> articlesFolderOption)
    {
        var dialogues = new Option<FileInfo[]>("--dialogues")
        {
            Description = "Dialogues with the expected articles (JSON Lines).",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var questions = new Option<FileInfo>("--questions") { Description = "Questions with their articles.", Required = true };
        var foreign = new Option<FileInfo>("--foreign") { Description = "Questions that no article answers.", Required = true };
        var day = new Option<string>("--date") { Description = "Today in the dialogues (2026-11-21).", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "Write the weights to this file instead of the screen." };
        var command = new Command("readings", "Learn what messages mean, cross-validated by writer.")
        {
            articlesFolderOption,
            dialogues,
            questions,
            foreign,
            day,
            output,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                try
                {
                    var knowledge = LocalKnowledge.ReadKnowledge(parsed.GetValue(articlesFolderOption)!);
                    var pipeline = new AnswerPipeline(() => knowledge, TimeProvider.System);
                    var turns = await JudgeByOthersAsync(
                        parsed.GetValue(articlesFolderOption)!,
                        [.. parsed.GetValue(dialogues)!.SelectMany(file => DialogueSet.Read(file.FullName))],
                        DateOnly.ParseExact(parsed.GetValue(day)!, "yyyy-MM-dd", null),
                        cancellationToken
                    );
                    List<RankedExample> examples =
                    [
                        .. ReadingExamples.Of(turns),
                        .. ReadingExamples.Of(pipeline, QuestionSet.Read(parsed.GetValue(questions)!.FullName)),
                        .. ReadingExamples.Foreign(pipeline, parsed.GetValue(foreign)!.FullName),
                    ];
                    foreach (var line in ReadingExamples.Validate(examples))
                    {
                        await Console.Error.WriteLineAsync(line);
                    }

                    var json = ReadingExamples.Learn(examples);
                    if (parsed.GetValue(output) is { } file)
                    {
                        await File.WriteAllTextAsync(file.FullName, json + "\n", cancellationToken);
                    }
                    else
                    {
                        Console.WriteLine(json);
                    }

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

    /// <summary>Judges each writer's dialogues by what was learnt from the others.</summary>
    public static async Task<List<JudgedTurn>> JudgeByOthersAsync(
        string articles,
        IReadOnlyList<Dialogue> dialogues,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var turns = new List<JudgedTurn>();
        foreach (var writers in ReadingExamples.SplitIntoFolds(dialogues.Select(dialogue => dialogue.Writer)))
        {
            await using var host = await DialogueHost.OpenAsync(
                LocalKnowledge.ReadKnowledge(articles, PhrasingSet.Default.ExcludeWriters(writers)),
                day,
                cancellationToken
            );
            turns.AddRange((await host.JudgeAsync([.. dialogues.Where(one => writers.Contains(one.Writer))], cancellationToken)).Turns);
        }

        return turns;
    }
}
