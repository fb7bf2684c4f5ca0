using System.Text.RegularExpressions;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>Rules for the tests themselves.</summary>
public sealed partial class TestSourcesTests
{
    [Fact]
    public void Only_the_wait_helper_pauses_and_no_result_depends_on_a_real_delay() =>
        Assert.Equal(
            [
                "Tests/Crash/CrashTests.cs", // Kills the program at a random moment; passes whenever that is.
                "Tests/Support/Wait.cs",
            ],
            FilesWith(RealDelay())
        );

    [Fact]
    public void Programs_are_started_in_one_way_each() =>
        Assert.Equal(
            [
                "Tests/JsClients/JsClientPackages.cs", // Node and npm.
                "Tests/OpenIdProvider/IdentityProviderProcess.cs",
                "Tests/Support/PostgresServer.cs",
                "Tests/Support/ServerProcess.cs",
            ],
            FilesWith(StartOfProcess())
        );

    private static IEnumerable<string> FilesWith(Regex pattern) =>
        Repository
            .Files("Tests", ".cs")
            .Where(file => !file.StartsWith("Tests/Benchmarks/", StringComparison.Ordinal))
            .Where(file => pattern.IsMatch(File.ReadAllText(Repository.Combine(file))))
            .Order(StringComparer.Ordinal);

    /// <summary>A delay that never ends by itself only stands for a server that hangs.</summary>
    [GeneratedRegex(@"\bTask\.Delay\((?!Timeout\.Infinite)|\bThread\.Sleep\(|\bSpinWait\.")]
    private static partial Regex RealDelay();

    [GeneratedRegex(@"\bnew Process\b|\bnew ProcessStartInfo\b|[^A-Za-z]Process\.Start\(")]
    private static partial Regex StartOfProcess();
}
