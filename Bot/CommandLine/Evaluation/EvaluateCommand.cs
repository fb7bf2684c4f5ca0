using System.CommandLine;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Evaluation;

namespace PolicyAssistantBot.CommandLine.Evaluation;

/// <summary>
/// <c>knowledge evaluate</c>: evaluates answers to questions with known outcomes (<c>--questions FILE</c>; <c>--report DIR</c> writes
/// charts, <c>--baseline FILE</c> is a gate), whole conversations (<c>--dialogues FILE...</c>), or search alone on a folder in BEIR layout
/// (<c>--beir DIR</c>), which needs no articles.
/// </summary>
internal static class EvaluateCommand
{
    public static Command Create(Option<string> articles)
    {
        var questions = new Option<FileInfo>("--questions")
        {
            Description = "Questions with their correct outcome, tab-separated: id, language, question, topic, expected_source, kind.",
        };
        var dialogues = new Option<FileInfo[]>("--dialogues")
        {
            Description = "Conversations with the expectations of every reply, JSON Lines; they are run as in the chat.",
            AllowMultipleArgumentsPerToken = true,
        };
        var date = new Option<DateOnly?>("--date")
        {
            Description = "With --dialogues: the day on which they are run, yyyy-MM-dd; default: today.",
            CustomParser = AskCommand.ParseDay,
        };
        var beir = new Option<DirectoryInfo>("--beir")
        {
            Description = "Measure search alone on a folder with corpus.jsonl, queries.jsonl and qrels/test.tsv.",
        };
        var queries = new Option<string>("--queries")
        {
            Description = "With --beir: the file of questions, absolute or in the folder.",
            DefaultValueFactory = _ => "queries.jsonl",
        };
        var lang = new Option<string>("--lang")
        {
            Description = "With --beir: the language of the passages.",
            DefaultValueFactory = _ => "auto",
        };
        lang.AcceptOnlyFromAmong("vi", "en", "auto");
        var removed = new Option<double>("--removed")
        {
            Description = "With --beir: for this share of the questions, 0 to 1, search as if the relevant passages did not exist.",
        };
        removed.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<double>() is not (>= 0 and <= 1))
            {
                result.AddError("--removed requires a share from 0 to 1");
            }
        });
        var seed = new Option<int>("--seed") { Description = "With --removed: which questions are chosen.", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var report = new Option<DirectoryInfo>("--report")
        {
            Description = "With --questions or --dialogues: write a page with every miss into this folder.",
        };
        var baseline = new Option<FileInfo>("--baseline")
        {
            Description = "With --questions: compare the measures with this file; the exit code is 1 when one has become worse.",
        };
        var retrievers = LocalRetrieval.CreateRetrieversOption();
        var command = new Command("evaluate", "Measure the answers, or search alone, with questions whose correct outcome is known.")
        {
            articles,
            questions,
            dialogues,
            date,
            retrievers,
            report,
            baseline,
            beir,
            queries,
            lang,
            removed,
            seed,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                LocalRetrieval.RunAsync(async () =>
                    (parsed.GetValue(beir), parsed.GetValue(questions), parsed.GetValue(dialogues)) switch
                    {
                        (null, null, { Length: > 0 } files) => await DialogueEvaluationCommand.RunAsync(
                            files,
                            parsed.GetValue(articles)!,
                            parsed.GetValue(date),
                            parsed.GetValue(json),
                            parsed.GetValue(report),
                            cancellationToken
                        ),
                        ({ } folder, null, null or []) => EvaluateBeir(
                            folder,
                            new BeirOptions
                            {
                                QueriesFile = parsed.GetValue(queries)!,
                                Lang = LangCodes.Parse(parsed.GetValue(lang)),
                                ExcludedShare = parsed.GetValue(removed),
                                Seed = parsed.GetValue(seed),
                            },
                            parsed.GetValue(json),
                            cancellationToken
                        ),
                        (null, { Exists: true } file, null or []) => await EvaluateAnswersAsync(
                            file,
                            parsed.GetValue(articles)!,
                            parsed.GetValue(retrievers),
                            parsed.GetValue(json),
                            parsed.GetValue(report),
                            parsed.GetValue(baseline),
                            cancellationToken
                        ),
                        (null, { } missing, null or []) => PrintError($"{missing.FullName}: no such file"),
                        (null, null, null or []) => PrintError("Give --questions FILE, --dialogues FILE or --beir DIR."),
                        _ => PrintError("Give only one of --questions, --dialogues and --beir."),
                    }
                )
        );
        return command;
    }

    private static async Task<int> EvaluateAnswersAsync(
        FileInfo file,
        string articles,
        bool retrievers,
        bool json,
        DirectoryInfo? folder,
        FileInfo? baseline,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var baselineMeasures = baseline is null ? null : Baseline.Read(baseline.FullName);
            var pipeline = LocalKnowledge.CreatePipeline(articles);
            using var host = retrievers ? LocalRetrieval.CreateHost(pipeline, dataFolder: null) : null;
            var externalSearch = host is null ? null : await LocalRetrieval.CreateExternalSearchAsync(host, cancellationToken);
            var questionSet = QuestionSet.Read(file.FullName);
            var report = externalSearch is null
                ? QuestionEvaluation.Run(pipeline, questionSet)
                : QuestionEvaluation.Run(
                    question => externalSearch.AskAsync(question, cancellationToken).GetAwaiter().GetResult(),
                    questionSet
                );
            Console.WriteLine(json ? report.ToJson() : report.ToText());
            if (folder is not null)
            {
                ReportPage.Write(report, folder.FullName, file.Name);
            }

            var regressions = baselineMeasures?.FindRegressions(report) ?? [];
            foreach (var finding in regressions)
            {
                Console.Error.WriteLine(finding);
            }

            return regressions.Count == 0 ? 0 : 1;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return PrintError(exception.Message);
        }
    }

    private static int EvaluateBeir(DirectoryInfo folder, BeirOptions options, bool json, CancellationToken cancellationToken)
    {
        if (!folder.Exists)
        {
            return PrintError($"{folder.FullName}: no such folder");
        }

        try
        {
            var report = BeirEvaluation.Run(folder.FullName, options, cancellationToken);
            Console.WriteLine(json ? report.ToJson() : report.ToText());
            return 0;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return PrintError(exception.Message);
        }
    }

    private static int PrintError(string message)
    {
        Console.Error.WriteLine(message);
        return 2;
    }
}
