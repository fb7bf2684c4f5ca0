using PolicyAssistantBot.CommandLine;

namespace PolicyAssistantBot.Tests.CommandLine;

/// <summary>A mistyped command started the service.</summary>
public sealed class UnknownCommandTests
{
    [Theory]
    [InlineData("help")]
    [InlineData("akk", "Doanh nghiệp nhỏ là gì?")]
    [InlineData("")]
    public async Task An_unknown_command_exits_with_2(params string[] args)
    {
        Assert.True(CommandLineApp.IsCommand(args));
        Assert.Equal(2, await CommandLineApp.RunAsync(args));
    }

    [Theory]
    [InlineData("--urls", "http://localhost:5000")]
    [InlineData("urls=http://localhost:5000")]
    [InlineData("/urls", "http://localhost:5000")]
    [InlineData]
    public void Options_of_the_host_start_the_service(params string[] args) => Assert.False(CommandLineApp.IsCommand(args));
}
