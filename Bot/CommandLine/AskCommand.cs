using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.External;

namespace PolicyAssistantBot.CommandLine;

/// <summary>
/// <c>ask "…" [--lang vi|en] [--date yyyy-MM-dd] [--json] [--explain] [--retrievers]</c>: answers one question
/// with the pipeline that the channels use.
/// </summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var question = new Argument<string>("question") { Description = "The question, in Vietnamese or English." };
        var lang = new Option<string?>("--lang") { Description = "The language of the answer, vi or en; default: that of the question." };
        lang.AcceptOnlyFromAmong("vi", "en");
        var date = new Option<DateOnly?>("--date")
        {
            Description = "Answer by the law of this day, yyyy-MM-dd; default: today.",
            CustomParser = ParseDay,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var explain = new Option<bool>("--explain")
        {
            Description = "Explain the outcome: the candidates, and their scores by retriever and term.",
        };
        var retrievers = LocalRetrieval.CreateRetrieversOption();
        var articles = new Option<string>("--articles")
        {
            Description = "The folder of the articles.",
            DefaultValueFactory = _ => LocalKnowledge.DefaultFolder,
        };

        var data = new Option<string?>("--data")
        {
            Description = "Answer from the live articles in the database of this data folder, under its holds, instead of a folder.",
        };

        var command = new Command("ask", "Answer one question.") { question, lang, date, json, explain, retrievers, articles, data };
        command.SetAction(
            (parsed, cancellationToken) =>
                LocalRetrieval.RunAsync(async () =>
                {
                    var pipeline = parsed.GetValue(data) is { } dataFolder
                        ? await LocalKnowledge.OpenLiveAsync(dataFolder, Console.Error, cancellationToken)
                        : LocalKnowledge.CreatePipeline(parsed.GetValue(articles)!);
                    if (pipeline is null)
                    {
                        return 2;
                    }

                    var asked = new Question(parsed.GetValue(question)!, LangCodes.Parse(parsed.GetValue(lang)), parsed.GetValue(date))
                    {
                        IsLanguageFixed = parsed.GetValue(lang) is not null,
                    };
                    using var host = parsed.GetValue(retrievers) ? LocalRetrieval.CreateHost(pipeline, dataFolder: null) : null;
                    var externalSearch = host is null ? null : await LocalRetrieval.CreateExternalSearchAsync(host, cancellationToken);
                    var started = Stopwatch.GetTimestamp();
                    var answers = pipeline.AskEach(asked);
                    var outsideScores = externalSearch is null
                        ? new Dictionary<string, ExternalScores>()
                        : await externalSearch.GetScoresAsync(answers, cancellationToken);
                    answers = outsideScores.Count == 0 ? answers : pipeline.AskEach(asked with { ExternalScores = outsideScores });
                    var elapsed = Stopwatch.GetElapsedTime(started);
                    Func<Answer, IReadOnlyList<ScoreExplanation>>? explained = parsed.GetValue(explain)
                        ? answer => pipeline.Explain(answer, outsideScores)
                        : null;
                    Console.WriteLine(
                        parsed.GetValue(json)
                            ? AnswerJson.Write(answers, elapsed, explained)
                            : string.Join("\n\n", answers.Select(answer => AnswerText.Write(answer, explained)))
                    );
                    return 0;
                })
        );
        return command;
    }

    /// <summary>A day as yyyy-MM-dd.</summary>
    public static DateOnly? ParseDay(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError("--date requires a day in the form yyyy-MM-dd");
        return null;
    }
}
