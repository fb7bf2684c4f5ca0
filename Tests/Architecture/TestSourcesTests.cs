using System.Text.RegularExpressions;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>Rules for the tests themselves.</summary>
public sealed partial class TestSourcesTests
{
    [Fact]
    public void Only_the_wait_helper_uses_real_delays() =>
        Assert.Equal(
            [
                "Tests/Crash/CrashTests.cs", // Kills the program at a random moment; passes at any moment.
                "Tests/Support/Wait.cs",
            ],
            FilesMatching(RealDelayRegex())
        );

    [Fact]
    public void Each_kind_of_program_is_started_in_one_place() =>
        Assert.Equal(
            [
                "Tests/JsClients/JsClientPackages.cs", // Node and npm.
                "Tests/OpenIdProvider/IdentityProviderProcess.cs",
                "Tests/Support/PostgresServer.cs",
                "Tests/Support/RealParts/ChildServer.cs", // Servers of the operating system.
                "Tests/Support/RepositoryScript.cs",
                "Tests/Support/ServerProcess.cs",
            ],
            FilesMatching(ProcessStartRegex())
        );

    private static IEnumerable<string> FilesMatching(Regex pattern) =>
        SourceTree
            .Files("Tests", ".cs")
            .Where(file => !file.StartsWith("Tests/Benchmarks/", StringComparison.Ordinal))
            .Where(file => pattern.IsMatch(File.ReadAllText(SourceTree.Combine(file))))
            .Order(StringComparer.Ordinal);

    /// <summary>An infinite delay simulates a server that hangs.</summary>
    [GeneratedRegex(@"\bTask\.Delay\((?!Timeout\.Infinite)|\bThread\.Sleep\(|\bSpinWait\.")]
    private static partial Regex RealDelayRegex();

    [GeneratedRegex(@"\bnew Process\b|\bnew ProcessStartInfo\b|[^A-Za-z]Process\.Start\(")]
    private static partial Regex ProcessStartRegex();
}
