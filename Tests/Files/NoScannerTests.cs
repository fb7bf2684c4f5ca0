using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Issues.Attacks;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Files;

/// <summary>Files that nobody scans are not accepted in silence.</summary>
public sealed class NoScannerTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly LogLines lines = new();

    public void Dispose()
    {
        lines.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_scanner_the_log_and_the_desk_say_so(bool isScanning)
    {
        await using var desk = await DeskHost.OpenAsync(
            folder,
            services => services.AddSingleton<ILoggerProvider>(lines),
            isScanning ? [("Files:ClamAv", "127.0.0.1:9")] : []
        );
        using var chief = await desk.SignInAsync("chief", Roles.Supervisor);
        await chief.OpenAsync("/desk/switches");
        Assert.Equal(!isScanning, chief.Text.Contains("mà không quét mã độc", StringComparison.Ordinal));
        Assert.Equal(!isScanning, lines.All.Any(line => line.Event.Id == FileScanWorker.NoScannerEvent && line.Level == LogLevel.Warning));
    }
}
