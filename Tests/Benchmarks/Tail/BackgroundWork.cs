using PolicyAssistantBot.Benchmarks.Turn;

namespace PolicyAssistantBot.Benchmarks.Tail;

/// <summary>What happens beside the turns: every 20 s a sentence of an article changes, every 2 s a file is uploaded, and an official opens
/// a page or searches twice a second.</summary>
internal sealed class BackgroundWork(Uri service, string articles, BenchmarkClient asker, WorkLog log) : IDisposable
{
    private static readonly TimeSpan PublishInterval = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan UploadInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DeskInterval = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest that a change takes until it is in use; turns in this time count as during a publish.</summary>
    private static readonly TimeSpan PublishDuration = TimeSpan.FromSeconds(5);

    private static readonly string[] DeskPages =
    [
        "/desk",
        "/desk?view=mine",
        "/desk?view=all",
        "/desk?view=overdue",
        "/desk?q=bao+lanh+tin+dung",
        "/desk/cases/HN-2026-001000",
    ];

    private readonly HttpClient desk = new() { BaseAddress = service };

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await DeskSignIn.SignInAsync(desk, "lan");
        await Task.WhenAll(
            RepeatAsync("a publish", PublishInterval, PublishAsync, cancellationToken),
            RepeatAsync("an upload", UploadInterval, _ => asker.UploadAsync(200_000), cancellationToken),
            RepeatAsync("desk work", DeskInterval, OpenDeskPageAsync, cancellationToken)
        );
    }

    public void Dispose() => desk.Dispose();

    private async Task RepeatAsync(string kind, TimeSpan interval, Func<int, Task> work, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(interval);
        try
        {
            for (var i = 0; await timer.WaitForNextTickAsync(cancellationToken); i++)
            {
                await log.RunAsync(kind, () => work(i));
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement has ended.
        }
    }

    private async Task PublishAsync(int count)
    {
        var files = Directory.EnumerateFiles(articles, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var file = files[count % files.Length];
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, $"{text.TrimEnd()}\n\nBài này vừa được cập nhật.\n");
        await Task.Delay(PublishDuration);
    }

    private async Task OpenDeskPageAsync(int count)
    {
        using var response = await desk.GetAsync(new Uri(DeskPages[count % DeskPages.Length], UriKind.Relative));
        await response.Content.ReadAsByteArrayAsync();
    }
}
