using Microsoft.Playwright;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Tests.Insight;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser.Pages;

/// <summary>The page of figures on a telephone and on a desk.</summary>
[Collection(BrowserCollection.Name)]
public sealed class InsightLooksTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Four_figures_lead_and_every_chart_can_be_read_on_a_telephone()
    {
        await using var site = await DeskSite.OpenAsync();
        await InsightSample.FillAsync(site.Host);
        var complaints = new List<string>();
        var page = await site.SignInAsync(browser, "ha", Roles.Supervisor, complaints);
        await using var context = page.Context;

        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync(site.Address("/desk/insight"));
        Assert.Equal(4, await page.Locator(".headlines .value").CountAsync());
        Assert.Equal(8, await page.Locator("svg.chart").CountAsync());
        await AssertChartTextIsReadableAsync(page);
        foreach (var (width, height) in new[] { (360, 740), (1366, 820) })
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                await DeskSite.PictureAsync(page, $"insight-{width}-{scheme}.png", fullPage: true);
            }
        }

        // A year of weeks, and a file.
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await page.GetByRole(AriaRole.Link, new() { Name = "52 tuần" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tabs [aria-current='page']")).ToHaveTextAsync("52 tuần");
        await AssertChartTextIsReadableAsync(page);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Tải CSV: Câu hỏi chưa trả lời được").ClickAsync());
        Assert.StartsWith("unanswered-", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    /// <summary>On a narrow telephone no text of a chart is smaller than 12 pixels, and none overlaps another or is cut off.</summary>
    private static async Task AssertChartTextIsReadableAsync(IPage page)
    {
        foreach (var width in new[] { 360, 768, 1100 })
        {
            await page.SetViewportSizeAsync(width, 760);
            var problems = await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll("svg.chart")].flatMap(chart => {
                    const scale = chart.getBoundingClientRect().width / chart.viewBox.baseVal.width;
                    const outer = chart.getBoundingClientRect();
                    const texts = [...chart.querySelectorAll("text")].map(text => ({
                        words: text.textContent,
                        size: parseFloat(getComputedStyle(text).fontSize) * scale,
                        box: text.getBoundingClientRect(),
                    }));
                    return texts.flatMap((text, i) => [
                        ...(text.size < 12 ? [`${text.words} has ${text.size} px`] : []),
                        ...(text.box.left < outer.left || text.box.right > outer.right ? [`${text.words} is cut off`] : []),
                        ...texts.slice(i + 1)
                            .filter(({ box }) => box.left < text.box.right && text.box.left < box.right
                                && box.top < text.box.bottom - 3 && text.box.top < box.bottom - 3)
                            .map(({ words }) => `${text.words} overlaps ${words}`),
                    ]);
                })
                """
            );
            Assert.True(problems.Length == 0, $"{width}: {string.Join(", ", problems)}");
        }
    }
}
