using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>
/// What <c>.ci/results</c> makes of logs: a second run of a few failed tests must not hide a crashed host or a cleanup that failed.
/// </summary>
public sealed class TestResultsTests : IDisposable
{
    private const string Failure = "  Failed PolicyAssistantBot.Tests.A.B(text: \"x\") [12 ms]\n";
    private const string Tests =
        "Failed!  - Failed:     1, Passed:    10, Skipped:     2, Total:    13, Duration: 1 m - Tests.dll (net10.0)\n";
    private const string Peer =
        "Failed!  - Failed:     1, Passed:     3, Skipped:     0, Total:     4, Duration: 1 s - SdkPeer.dll (net10.0)\n";
    private const string Again =
        "Passed!  - Failed:     0, Passed:     2, Skipped:     0, Total:     2, Duration: 1 s - Tests.dll (net10.0)\n";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Failure + Tests, true)]
    [InlineData(Failure + Failure + Tests + Peer, true)]
    [InlineData(Tests, false)] // A failure without a line of its own.
    [InlineData(Failure + Tests + Peer, false)]
    [InlineData(Failure + Failure + Tests, false)]
    [InlineData("  Failed Other.Tests.A [1 ms]\n" + Tests, false)]
    [InlineData(Failure + Tests + "The active test run was aborted. Reason: Test host process crashed\n", false)]
    [InlineData(Failure + Tests + "[Test Class Cleanup Failure (PolicyAssistantBot.Tests.A)]: System.IO.IOException\n", false)]
    [InlineData("", false)]
    public async Task Only_a_few_failures_that_are_all_named_are_run_again(string log, bool isRunAgain) =>
        Assert.Equal(isRunAgain, (await RunAsync("may_run_again", Write(log))).Succeeded);

    [Fact]
    public async Task More_than_five_failures_are_not_run_again()
    {
        Assert.True((await RunAsync("may_run_again", Write(Many(5)))).Succeeded);
        Assert.False((await RunAsync("may_run_again", Write(Many(6)))).Succeeded);

        static string Many(int count) =>
            string.Concat(Enumerable.Repeat(Failure, count))
            + Tests.Replace("Failed:     1", $"Failed:     {count}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_replaces_the_first_one_of_its_own_project_only()
    {
        var log = Write(Failure + Tests);
        Assert.True((await RunAsync("merge", log, Write(Again))).Succeeded);
        Assert.Equal("11 passed, 0 failed, 2 skipped", (await RunAsync("summary", log)).Output);

        // Another project's failures are not made up for.
        var both = Write(Failure + Failure + Tests + Peer);
        Assert.False((await RunAsync("merge", both, Write(Again))).Succeeded);
        Assert.Equal("13 passed, 2 failed, 2 skipped", (await RunAsync("summary", both)).Output);
    }

    [Theory]
    [InlineData("")] // No test matched the filter.
    [InlineData("Failed!  - Failed:     1, Passed:     1, Skipped:     0, Total:     2, Duration: 1 s - Tests.dll (net10.0)\n")]
    [InlineData(Again + "The active test run was aborted.\n")]
    public async Task A_second_run_that_did_not_pass_changes_nothing(string again)
    {
        var log = Write(Failure + Tests);
        Assert.False((await RunAsync("merge", log, Write(again))).Succeeded);
        Assert.Equal("10 passed, 1 failed, 2 skipped", (await RunAsync("summary", log)).Output);
    }

    [Fact]
    public async Task The_names_of_failed_tests_are_listed_once() =>
        Assert.Equal(
            "PolicyAssistantBot.Tests.A.B",
            (await RunAsync("failures", Write(Failure + Failure.Replace("\"x\"", "\"y\"", StringComparison.Ordinal)))).Output
        );

    private string Write(string log)
    {
        var path = Path.Combine(folder.Path, $"{Guid.NewGuid():N}.log");
        File.WriteAllText(path, log);
        return path;
    }

    private static async Task<(bool Succeeded, string Output)> RunAsync(params string[] arguments)
    {
        var (status, output) = await RepositoryScript.RunAsync("results", null, arguments);
        return (status == 0, output.Trim());
    }
}
