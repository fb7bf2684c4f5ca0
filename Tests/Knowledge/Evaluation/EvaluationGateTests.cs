using System.Text.Json.Nodes;
using PolicyAssistantBot.CommandLine;
using PolicyAssistantBot.Knowledge.Evaluation;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Evaluation;

/// <summary>A change of code or articles must not make the answers worse than the baseline.</summary>
public sealed class EvaluationGateTests : IDisposable
{
    private static readonly Lazy<QuestionReport> Measured = new(() =>
        QuestionEvaluation.Run(
            RealKnowledge.Pipeline(),
            QuestionSet.Read(SourceTree.Combine("Knowledge", "Evaluation", "Data", "questions.tsv"))
        )
    );

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_answers_have_no_regression_from_the_baseline() =>
        Assert.Empty(Baseline.Read(SourceTree.Combine("Knowledge", "Evaluation", "Data", "baseline.json")).FindRegressions(Measured.Value));

    [Fact]
    public void A_regression_is_detected()
    {
        var now = Measured.Value;
        var baseline = new Baseline(0, 0, 0, 0.001).CreateFrom(now);
        Assert.Empty(baseline.FindRegressions(now));
        Assert.Single(baseline.FindRegressions(now with { RightOutcome = now.RightOutcome - 0.002 }));
        Assert.Single(baseline.FindRegressions(now with { WrongAnswerRate = now.WrongAnswerRate + 0.002 }));
        Assert.Single(baseline.FindRegressions(now with { CorrectRefusal = now.CorrectRefusal - 0.002 }));
    }

    [Fact]
    public void The_report_contains_the_figures_charts_and_every_miss()
    {
        var hostile = new QuestionMiss("q<1>", "<script>alert(1)</script>", "answerable K", "Clarify", "because", []);
        var report = Measured.Value with { Misses = [.. Measured.Value.Misses, hostile] };
        ReportPage.Write(report, folder.Path, "questions.tsv");
        var page = File.ReadAllText(Path.Combine(folder.Path, "index.html"));
        Assert.Equal(2, page.Split("<svg ").Length - 1);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Equal(report.Misses.Count, page.Split("<tr><td>").Length - 1);

        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, "report.json")))!.AsObject();
        Assert.Equal(
            [
                "questions",
                "rightOutcome",
                "keyFirst",
                "keyTop3",
                "wrongAnswerRate",
                "correctRefusal",
                "byKind",
                "byLanguage",
                "reliability",
                "p50Ms",
                "p95Ms",
                "misses",
            ],
            json.Select(property => property.Key)
        );
        Assert.Equal(10, json["reliability"]!.AsArray().Count);
        Assert.Equal(["answerable", "clarify", "escalate", "out_of_scope"], json["byKind"]!.AsObject().Select(kind => kind.Key));
    }

    [Fact]
    public async Task The_command_line_takes_a_baseline_and_writes_the_report()
    {
        var questions = Written(
            "few.tsv",
            "id\tlanguage\tquestion\ttopic\texpected_source\tkind\nq1\tvi\tThời tiết Hà Nội hôm nay thế nào?\tx\t\tout_of_scope\n"
        );
        var impossible = Written("high.json", """{"rightOutcome":1.5,"wrongAnswerRate":0,"correctRefusal":1,"tolerance":0}""");
        var possible = Written("low.json", """{"rightOutcome":0.5,"wrongAnswerRate":0.5,"correctRefusal":0.5,"tolerance":0}""");
        var articles = Directory.CreateDirectory(folder.File("Articles")).FullName;
        string[] common = ["knowledge", "evaluate", "--articles", articles, "--questions", questions];
        Assert.Equal(
            0,
            await CommandLineApp.RunAsync([.. common, "--json", "--report", Path.Combine(folder.Path, "out"), "--baseline", possible])
        );
        Assert.True(File.Exists(Path.Combine(folder.Path, "out", "index.html")));
        Assert.Equal(1, await CommandLineApp.RunAsync([.. common, "--baseline", impossible]));
        Assert.Equal(2, await CommandLineApp.RunAsync([.. common, "--baseline", Path.Combine(folder.Path, "none.json")]));
    }

    private string Written(string name, string text)
    {
        File.WriteAllText(folder.File(name), text);
        return folder.File(name);
    }
}
