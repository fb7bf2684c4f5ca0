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
            Description = "Questions with their right outcome, tab-separated: id, language, question, topic, expected_source, kind.",
        };
        var dialogues = new Option<FileInfo[]>("--dialogues")
        {
            Description = "Conversations with what is expected of every reply, JSON Lines; they are led as in the chat.",
            AllowMultipleArgumentsPerToken = true,
        };
        var date = new Option<DateOnly?>("--date")
        {
            Description = "With --dialogues: the day on which they are led, yyyy-MM-dd; without it today.",
            CustomParser = AskCommand.Day,
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
        var lang = new Option<string>("--lang") { Description = "With --beir: the passages' language.", DefaultValueFactory = _ => "auto" };
        lang.AcceptOnlyFromAmong("vi", "en", "auto");
        var removed = new Option<double>("--removed")
        {
            Description = "With --beir: for this share of the questions, 0 to 1, search as if the relevant passages were not there.",
        };
        removed.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<double>() is not (>= 0 and <= 1))
            {
                result.AddError("--removed takes a share from 0 to 1");
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
            Description = "With --questions: hold the figures against this file; the exit code is 1 when they became worse.",
        };
        var channels = LocalRetrieval.Option();
        var command = new Command("evaluate", "Measure the answers, or search alone, on questions whose right outcome is known.")
        {
            articles,
            questions,
            dialogues,
            date,
            channels,
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
                        (null, null, { Length: > 0 } files) => await EvaluateDialogues.RunAsync(
                            files,
                            parsed.GetValue(articles)!,
                            parsed.GetValue(date),
                            parsed.GetValue(json),
                            parsed.GetValue(report),
                            cancellationToken
                        ),
                        ({ } folder, null, null or []) => Beir(
                            folder,
                            new BeirOptions
                            {
                                Queries = parsed.GetValue(queries)!,
                                Lang = LangCodes.Parse(parsed.GetValue(lang)),
                                Removed = parsed.GetValue(removed),
                                Seed = parsed.GetValue(seed),
                            },
                            parsed.GetValue(json),
                            cancellationToken
                        ),
                        (null, { Exists: true } file, null or []) => await AnswersAsync(
                            file,
                            parsed.GetValue(articles)!,
                            parsed.GetValue(channels),
                            parsed.GetValue(json),
                            parsed.GetValue(report),
                            parsed.GetValue(baseline),
                            cancellationToken
                        ),
                        (null, { } missing, null or []) => Refuse($"{missing.FullName}: no such file"),
                        (null, null, null or []) => Refuse("Give --questions FILE, --dialogues FILE or --beir DIR."),
                        _ => Refuse("Give only one of --questions, --dialogues and --beir."),
                    }
                )
        );
        return command;
    }

    private static async Task<int> AnswersAsync(
        FileInfo file,
        string articles,
        bool channels,
        bool json,
        DirectoryInfo? folder,
        FileInfo? baseline,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var before = baseline is null ? null : Baseline.Read(baseline.FullName);
            var pipeline = LocalKnowledge.Pipeline(articles);
            using var host = channels ? LocalRetrieval.Open(pipeline, dataFolder: null) : null;
            var asker = host is null ? null : await LocalRetrieval.AskerAsync(host, cancellationToken);
            var set = QuestionSet.Read(file.FullName);
            var report = asker is null
                ? QuestionEvaluation.Run(pipeline, set)
                : QuestionEvaluation.Run(question => asker.AskAsync(question, cancellationToken).GetAwaiter().GetResult(), set);
            Console.WriteLine(json ? report.ToJson() : report.ToText());
            if (folder is not null)
            {
                ReportPage.Write(report, folder.FullName, file.Name);
            }

            var worse = before?.Regressions(report) ?? [];
            foreach (var finding in worse)
            {
                Console.Error.WriteLine(finding);
            }

            return worse.Count == 0 ? 0 : 1;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Refuse(exception.Message);
        }
    }

    private static int Beir(DirectoryInfo folder, BeirOptions options, bool json, CancellationToken cancellationToken)
    {
        if (!folder.Exists)
        {
            return Refuse($"{folder.FullName}: no such folder");
        }

        try
        {
            var report = BeirEvaluation.Run(folder.FullName, options, cancellationToken);
            Console.WriteLine(json ? report.ToJson() : report.ToText());
            return 0;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Refuse(exception.Message);
        }
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }
}
