using System.Diagnostics;
using PolicyAssistantBot.CommandLine;

namespace PolicyAssistantBot.Tests.CommandLine;

/// <summary>A mistyped command started the service.</summary>
public sealed class UnknownCommandTests
{
    [Theory]
    [InlineData("help")]
    [InlineData("akk", "Doanh nghiệp nhỏ là gì?")]
    [InlineData("")]
    public async Task An_unknown_command_prints_the_usage_and_exits_with_2(params string[] args)
    {
        using var program = Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PolicyAssistantBot.dll"), .. args])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var (output, errors) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        try
        {
            await program.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        }
        finally
        {
            program.Kill(entireProcessTree: true);
        }

        Assert.Equal(2, program.ExitCode);
        Assert.Contains("Usage:", await output, StringComparison.Ordinal);
        Assert.NotEmpty(await errors);
    }

    [Theory]
    [InlineData("--urls", "http://localhost:5000")]
    [InlineData("urls=http://localhost:5000")]
    [InlineData("/urls", "http://localhost:5000")]
    [InlineData]
    public void Options_of_the_host_start_the_service(params string[] args) => Assert.False(CommandLineApp.IsCommand(args));
}
