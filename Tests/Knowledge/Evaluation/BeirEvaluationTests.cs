using System.Text.Json.Nodes;
using PolicyAssistantBot.CommandLine;
using PolicyAssistantBot.Knowledge.Evaluation;
using PolicyAssistantBot.Knowledge.Search.Scoring;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Evaluation;

public sealed class BeirEvaluationTests : IDisposable
{
    private readonly TempFolder folder = new();

    public BeirEvaluationTests()
    {
        Write(
            "corpus.jsonl",
            """{"_id": "vay", "title": "Vay vốn lưu động", "text": "Doanh nghiệp nhỏ được vay vốn lưu động tại Quỹ."}""",
            """{"_id": "thue", "title": "Miễn thuế", "text": "Doanh nghiệp nhỏ được miễn thuế thu nhập ba năm đầu.", "metadata": {"year": 2026}}""",
            "",
            """{"_id": 3, "text": "Ngân sách hỗ trợ học phí khóa quản trị doanh nghiệp."}""",
            """{"_id": "vay", "title": "Lặp lại", "text": "Vay vốn lưu động."}"""
        );
        Write(
            "queries.jsonl",
            """{"_id": "q1", "text": "doanh nghiệp nhỏ vay vốn lưu động"}""",
            """{"_id": "q2", "text": "miễn thuế thu nhập"}""",
            """{"_id": "q3", "text": "học phí khóa quản trị"}""",
            """{"_id": "q4", "text": "không ai chấm câu này"}"""
        );
        Write(
            "qrels/test.tsv",
            "query-id\tcorpus-id\tscore",
            "q1\tvay\t1",
            "q1\tvay\t1",
            "q2\tthue\t2",
            "q2\tvay\t1",
            "q3\t3\t1",
            "q3\tvay\t0"
        );
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Relevant_passages_are_counted_by_rank()
    {
        var report = Run(new BeirOptions());
        Assert.Equal((3, 3), (report.Docs, report.Queries));
        Assert.Equal(100, report.Recall1);
        Assert.Equal(100, report.Mrr10);
        Assert.InRange(report.Ndcg10, 80, 100);
        Assert.Null(report.AurocCorrect);
        Assert.Null(report.AurocAnswerable);
        Assert.InRange(report.P50Ms, 0, report.P99Ms);
        Assert.True(report is { IndexBytes: > 0, Qps: > 0 });
    }

    [Fact]
    public async Task Training_writes_weights_calibration_and_results()
    {
        var output = folder.File("trained.json");
        Assert.Equal(0, await CommandLineApp.RunAsync(["knowledge", "train", "--set", folder.Path, "--folds", "2", "--out", output]));
        var learnt = Fusion.Read(output);
        var figure = Assert.Single(learnt.Training!.Sets);
        Assert.Equal((3, 100.0, 100.0), (figure.Questions, figure.Recall1Before, figure.Recall1));
        Assert.NotEqual(Fusion.Default.Vi, learnt.Vi);
        Assert.Equal(Fusion.Default.En, learnt.En);
        Assert.Equal(3, learnt.Training.Reliability!.Sum(bin => bin.Questions));
        Assert.All(learnt.Training.Reliability!, bin => Assert.Equal(1, bin.Accuracy));

        Assert.Equal(
            0,
            await CommandLineApp.RunAsync([
                "knowledge",
                "train",
                "--set",
                folder.Path,
                "--folds",
                "2",
                "--calibration-only",
                "--out",
                output,
            ])
        );
        Assert.Equal(Fusion.Default.Vi, Fusion.Read(output).Vi);
    }

    [Fact]
    public void A_fitted_confidence_equals_the_share_of_right_outcomes()
    {
        // The log-odds are twice too large, and the offset is 0.5.
        var hits = Enumerable
            .Range(-40, 81)
            .SelectMany(i =>
                Enumerable
                    .Range(0, 1000)
                    .Select(k => new JudgedHit(i / 10.0, k < 1000 * PlattScaling.ComputeProbability(i / 10.0, 0.5, 0.5), 0, 1))
            )
            .ToList();
        var (slope, intercept) = PlattScaling.Fit(hits);
        Assert.InRange(slope, 0.48, 0.52);
        Assert.InRange(intercept, 0.48, 0.52);
    }

    [Fact]
    public void A_wrong_relevance_judgement_lowers_the_figures()
    {
        Write("qrels/test.tsv", "q1\t0\tthue\t1", "q2\t0\tthue\t1");
        var report = Run(new BeirOptions());
        Assert.Equal(2, report.Queries);
        Assert.Equal(50, report.Recall1);
        Assert.Equal(100, report.Recall3);
        Assert.InRange(report.Mrr10, 66, 76);
        Assert.NotNull(report.AurocCorrect);
    }

    [Fact]
    public void An_excluded_passage_is_not_found_and_counts_as_unanswerable()
    {
        var report = Run(new BeirOptions { ExcludedShare = 0.5, Seed = 2 });
        Assert.Equal(100, report.Recall1);
        Assert.NotNull(report.AurocAnswerable);
        Assert.Equal(
            report with
            {
                P50Ms = 0,
                P95Ms = 0,
                P99Ms = 0,
                Qps = 0,
                IndexSeconds = 0,
            },
            Run(new BeirOptions { ExcludedShare = 0.5, Seed = 2 }) with
            {
                P50Ms = 0,
                P95Ms = 0,
                P99Ms = 0,
                Qps = 0,
                IndexSeconds = 0,
            }
        );
    }

    [Fact]
    public void The_JSON_contains_exactly_the_named_keys() =>
        Assert.Equal(
            [
                "docs",
                "queries",
                "indexSeconds",
                "indexBytes",
                "recall1",
                "recall3",
                "recall10",
                "mrr10",
                "ndcg10",
                "aurocCorrect",
                "aurocAnswerable",
                "precisionAt80",
                "p50Ms",
                "p95Ms",
                "p99Ms",
                "qps",
            ],
            JsonNode.Parse(Run(new BeirOptions()).ToJson())!.AsObject().Select(p => p.Key)
        );

    [Fact]
    public async Task The_command_accepts_a_BEIR_folder_and_refuses_others()
    {
        Assert.Equal(0, await CommandLineApp.RunAsync(["knowledge", "evaluate", "--beir", folder.Path, "--lang", "vi", "--json"]));
        Assert.Equal(2, await CommandLineApp.RunAsync(["knowledge", "evaluate", "--beir", folder.File("none")]));
        Assert.Equal(2, await CommandLineApp.RunAsync(["knowledge", "evaluate", "--beir", folder.Path, "--queries", "none.jsonl"]));
        Assert.Equal(2, await CommandLineApp.RunAsync(["knowledge", "evaluate", "--beir", folder.Path, "--removed", "1.5"]));
        Write("corpus.jsonl", "not json");
        Assert.Equal(2, await CommandLineApp.RunAsync(["knowledge", "evaluate", "--beir", folder.Path]));
        Assert.Equal(2, await CommandLineApp.RunAsync(["knowledge", "evaluate"]));
    }

    private BeirReport Run(BeirOptions options) => BeirEvaluation.Run(folder.Path, options);

    private void Write(string name, params string[] lines)
    {
        var file = folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllLines(file, lines);
    }
}
