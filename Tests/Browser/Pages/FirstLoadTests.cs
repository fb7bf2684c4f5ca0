using System.Globalization;
using Microsoft.Playwright;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Tests.Support;
using Xunit.Abstractions;

namespace PolicyAssistantBot.Tests.Browser.Pages;

/// <summary>
/// What a first visit costs: the bytes that are transferred, and, with <c>LARGEST_PAINT_MS</c> (<c>Tests/Heavy/paint.sh</c>), the time
/// until the largest part of the page is painted.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class FirstLoadTests(BrowserFixture browser, ITestOutputHelper output)
{
    private const int Repetitions = 5;

    private static readonly double? MaxPaint = double.TryParse(
        Environment.GetEnvironmentVariable("LARGEST_PAINT_MS"),
        CultureInfo.InvariantCulture,
        out var milliseconds
    )
        ? milliseconds
        : null;

    [BrowserFact]
    public async Task The_first_load_of_site_and_desk_transfers_less_than_100_kilobytes()
    {
        foreach (var path in new[] { "/", "/huong-dan/x-a1-size" })
        {
            await MeasureAsync(new Uri(browser.Bot.BaseAddress, path).ToString(), path, null);
        }

        await using var site = await DeskSite.OpenAsync();
        var number = await site.Host.SubmitAsync();
        var signedIn = await site.SignInAsync(browser, "lan", Roles.Official | Roles.Supervisor, []);
        var session = await signedIn.Context.StorageStateAsync();
        await signedIn.Context.DisposeAsync();
        foreach (var (path, name) in new[] { ("/desk?view=all", "list"), ($"/desk/cases/{number}", "case") })
        {
            await MeasureAsync(site.Address(path), name, session);
        }
    }

    /// <param name="session">The cookies of who is signed in; the cache is empty all the same.</param>
    private async Task MeasureAsync(string address, string name, string? session)
    {
        var paints = new List<double>();
        if (MaxPaint is not null)
        {
            // The first request after the start of the program compiles the page; that is part of the start's figure.
            await using var earlier = await browser.Browser.NewContextAsync(new BrowserNewContextOptions { StorageState = session });
            await (await earlier.NewPageAsync()).GotoAsync(address);
        }

        for (var i = 0; i < (MaxPaint is null ? 1 : Repetitions); i++)
        {
            await using var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions { StorageState = session });
            var page = await context.NewPageAsync();
            await page.GotoAsync(address);
            var bytes = await page.EvaluateAsync<int>(
                """
                () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                  .reduce((sum, entry) => sum + entry.transferSize, 0)
                """
            );
            Assert.InRange(bytes, 1024, PageLook.MaxWeight);
            if (MaxPaint is null)
            {
                continue;
            }

            paints.Add(
                await page.EvaluateAsync<double>(
                    """
                    () => new Promise(resolve => new PerformanceObserver(list => resolve(list.getEntries().at(-1).startTime))
                      .observe({ type: 'largest-contentful-paint', buffered: true }))
                    """
                )
            );
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {bytes / 1024.0:0.0} KB, {paints[^1]:0} ms"));
        }

        Assert.All(paints, paint => Assert.InRange(paint, 0, MaxPaint!.Value));
    }
}
