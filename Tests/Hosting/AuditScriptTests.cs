using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Hosting;

/// <summary>The script that asks about known vulnerabilities of packages, with stand-ins for npm, dotnet and curl.</summary>
public sealed class AuditScriptTests : IDisposable
{
    private const string NpmClean = """echo '{"auditReportVersion":2}'""";
    private const string CurlWithAdvisories = "echo VulnerabilityInfo";
    private const string DotnetClean = """[ "$1" = nuget ] && echo 'E https://packages.example/index.json' || echo '{"projects":[]}'""";
    private const string Unreachable = "exit 1";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [ToolFact("bash")]
    public async Task The_exit_code_says_whether_packages_are_known_to_be_vulnerable()
    {
        (string Situation, string Npm, string Dotnet, string Curl, int Status, int StrictStatus)[] cases =
        [
            ("all clean", NpmClean, DotnetClean, CurlWithAdvisories, 0, 0),
            ("npm not reached", Unreachable, DotnetClean, CurlWithAdvisories, 0, 1),
            ("npm not asked", "exit 0", DotnetClean, CurlWithAdvisories, 0, 1),
            ("an advisory of npm", NpmClean + "; exit 1", DotnetClean, CurlWithAdvisories, 1, 1),
            ("no advisories of NuGet", NpmClean, DotnetClean, Unreachable, 0, 1),
            ("no list of packages", NpmClean, DotnetClean + "; [ \"$1\" = nuget ]", CurlWithAdvisories, 1, 1),
            ("an advisory of NuGet", NpmClean, DotnetClean + """; echo '{"severity": "High"}'""", CurlWithAdvisories, 1, 1),
        ];
        foreach (var (situation, npm, dotnet, curl, status, strictStatus) in cases)
        {
            Replace("npm", npm);
            Replace("dotnet", dotnet);
            Replace("curl", curl);
            Assert.Equal((situation, status), (situation, (await RunAsync()).Status));
            Assert.Equal((situation, strictStatus), (situation, (await RunAsync("--strict")).Status));
        }
    }

    [ToolFact("bash")]
    public async Task Every_folder_with_packages_of_npm_is_asked_about()
    {
        Replace("npm", NpmClean);
        Replace("dotnet", DotnetClean);
        Replace("curl", CurlWithAdvisories);
        var (_, output) = await RunAsync();
        string[] folders = ["Bot/Widget", "Tests/JsClients", "Tests/OpenIdProvider"];
        Assert.All(folders, path => Assert.Contains($"audit: {path}: no advisory", output, StringComparison.Ordinal));
    }

    private void Replace(string program, string script)
    {
        var file = folder.File(program);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private Task<(int Status, string Output)> RunAsync(params string[] arguments) =>
        RepositoryScript.RunAsync("audit", folder.Path, arguments);
}
