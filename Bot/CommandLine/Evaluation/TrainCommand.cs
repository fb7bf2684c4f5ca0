using System.CommandLine;
using System.Globalization;
using PolicyAssistantBot.Knowledge.Evaluation;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.CommandLine.Evaluation;

/// <summary>
/// <c>knowledge train --set DIR …</c>: learns the weights of the retrievers and writes them with the retrieval measures that they reach.
/// </summary>
internal static class TrainCommand
{
    public static Command Create(Option<string> articlesFolderOption)
    {
        var sets = new Option<string[]>("--set")
        {
            Description =
                "A test set: a folder in BEIR layout, or a file of questions in such a folder. DIR@0.3 gives the set the weight 0.3 "
                + "(default 1). Can be given several times.",
            Required = true,
        };
        var folds = new Option<int>("--folds")
        {
            Description = "The number of parts of the cross-validation.",
            DefaultValueFactory = _ => 5,
        };
        var seed = new Option<int>("--seed")
        {
            Description = "The seed of the random assignment of questions to parts.",
            DefaultValueFactory = _ => 1,
        };
        var regularization = new Option<double>("--regularization", "--hold")
        {
            Description = "The strength of the penalty on the distance from the current weights.",
            DefaultValueFactory = _ => 1e-4,
        };
        var calibrationOnly = new Option<bool>("--calibration-only")
        {
            Description = "Keep the weights and learn only the calibration of the confidence.",
        };
        var output = new Option<FileInfo>("--out") { Description = "Write the weights to this file instead of the screen." };
        var command = new Command("train", "Learn the weights of the retrievers, cross-validated.")
        {
            sets,
            folds,
            seed,
            regularization,
            calibrationOnly,
            output,
        };
        command.Subcommands.Add(TrainReadingsCommand.Create(articlesFolderOption));
        command.Subcommands.Add(TrainPhrasingsCommand.Create(articlesFolderOption));
        command.Subcommands.Add(TrainNamesCommand.Create());
        command.SetAction(
            (parsed, cancellationToken) =>
                Task.FromResult(
                    parsed.GetValue(folds) < 2
                        ? PrintError("--folds requires 2 or more")
                        : Run(
                            [.. parsed.GetValue(sets)!.Select(ParseTrainingSet)],
                            new TrainingOptions(
                                parsed.GetValue(folds),
                                parsed.GetValue(seed),
                                parsed.GetValue(regularization),
                                parsed.GetValue(calibrationOnly)
                            ),
                            parsed.GetValue(output),
                            cancellationToken
                        )
                )
        );
        return command;
    }

    private static int Run(List<TrainingSet> sets, TrainingOptions options, FileInfo? output, CancellationToken cancellationToken)
    {
        try
        {
            var fusion = FusionTraining.Run(sets, Fusion.Default, options, cancellationToken);
            foreach (var measures in fusion.Training!.Sets)
            {
                Console.Error.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{measures.Name, -40} recall@1 {measures.Recall1Before:f2} -> {measures.Recall1:f2}  "
                            + $"mrr@10 {measures.Mrr10Before:f2} -> {measures.Mrr10:f2}"
                    )
                );
            }

            foreach (var bin in fusion.Training.Reliability!)
            {
                Console.Error.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"confidence {bin.Confidence:f2}: {bin.Accuracy:p0} correct of {bin.Questions} questions"
                    )
                );
            }

            if (output is null)
            {
                Console.WriteLine(fusion.ToJson());
            }
            else
            {
                File.WriteAllText(output.FullName, fusion.ToJson() + "\n");
            }

            return 0;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return PrintError(exception.Message);
        }
    }

    private static TrainingSet ParseTrainingSet(string text) =>
        text.LastIndexOf('@') is var at and > 0
        && double.TryParse(text[(at + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
            ? new TrainingSet(text[..at], weight)
            : new TrainingSet(text);

    private static int PrintError(string message)
    {
        Console.Error.WriteLine(message);
        return 2;
    }
}
