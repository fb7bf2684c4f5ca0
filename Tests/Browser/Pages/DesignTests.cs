using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Design;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser.Pages;

/// <summary>
/// The page of all components. How they look is compared by what the browser computes (colours, borders, spacing, sizes of type), which is
/// the same on every machine; pictures are not, because of their fonts. UPDATE_BASELINE=1 writes the expected values anew.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class DesignTests(BrowserFixture browser)
{
    private const string ReadLooks = """
        () => {
          const names = ['color', 'backgroundColor', 'borderTop', 'borderLeft', 'borderRadius', 'padding', 'margin', 'minHeight', 'fontSize',
            'fontWeight', 'display', 'gap', 'textDecorationLine', 'whiteSpace'];
          const look = (element) => { const style = getComputedStyle(element); return names.map((name) => style[name]).join(' | '); };
          const name = (element) => [element.tagName.toLowerCase(), ...element.classList].join('.');
          return [...document.querySelectorAll('[data-specimen]')].flatMap((specimen) => [
            `${specimen.dataset.specimen}: ${look(specimen)}`,
            ...[...specimen.querySelectorAll('*')].filter((part) => !part.closest('svg')).map((part) => `  ${name(part)}: ${look(part)}`),
          ]);
        }
        """;

    /// <summary>What must hold whatever the font is.</summary>
    private const string FindProblems = """
        () => {
          const problems = [];
          const seen = (element) => element.checkVisibility() && !element.closest('.hidden');
          for (const control of document.querySelectorAll('button, .button, input:not([type]), input[type=search], select, summary, .tabs a')) {
            if (!seen(control)) continue;
            const height = control.getBoundingClientRect().height;
            const least = control.classList.contains('small') ? 32 : 40;
            if (height < least) problems.push(`${control.outerHTML.slice(0, 80)} is ${height} px high`);
            if (control.scrollWidth > control.clientWidth + 1) problems.push(`${control.outerHTML.slice(0, 80)} cuts its words off`);
          }
          for (const badge of document.querySelectorAll('.badge, .count, .due')) {
            if (seen(badge) && badge.getClientRects().length > 1) problems.push(`${badge.textContent} breaks`);
          }
          const boxes = [...document.querySelectorAll('.specimens > *')].filter(seen).map((element) => [element, element.getBoundingClientRect()]);
          for (const [one, a] of boxes) for (const [other, b] of boxes) {
            if (one === other || one.parentElement !== other.parentElement) continue;
            const overlap = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
            if (overlap) problems.push(`${one.textContent.trim()} overlaps ${other.textContent.trim()}`);
          }
          const wide = document.documentElement.scrollWidth - innerWidth;
          if (wide > 0) problems.push(`the page is ${wide} px too wide`);
          return problems;
        }
        """;

    private static string Baseline => SourceTree.Combine("Tests", "Design", "gallery.baseline.txt");

    [BrowserFact]
    public async Task Every_component_looks_as_agreed_and_is_accessible_in_light_and_dark_on_screen_and_phone()
    {
        await using var site = await DesignSite.OpenAsync("Development");
        var lines = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var (width, height) in new[] { (1366, 820), (360, 740) })
            {
                await using var context = await browser.Browser.NewContextAsync(
                    new BrowserNewContextOptions
                    {
                        ViewportSize = new ViewportSize { Width = width, Height = height },
                        ColorScheme = scheme,
                        Locale = "vi-VN",
                    }
                );
                var page = await context.NewPageAsync();
                await page.GotoAsync(new Uri(site.Root, "/design").ToString());
                await DeskSite.PictureAsync(page, $"design-{scheme}-{width}.png".ToLowerInvariant(), fullPage: true);
                Assert.Empty(await page.EvaluateAsync<string[]>(FindProblems));
                var axe = await page.RunAxe();
                Assert.Empty(axe.Violations.SelectMany(v => v.Nodes.Select(n => $"{scheme} {width}: {v.Id} {n.Target} {n.Html}")));
                lines.Add($"# {scheme} {width}");
                lines.AddRange(await page.EvaluateAsync<string[]>(ReadLooks));
            }
        }

        if (Environment.GetEnvironmentVariable("UPDATE_BASELINE") is { Length: > 0 })
        {
            await File.WriteAllLinesAsync(Baseline, lines);
        }

        Assert.Equal(await File.ReadAllLinesAsync(Baseline), lines);
    }

    [BrowserFact]
    public async Task Forced_colours_keep_borders_and_the_current_place()
    {
        await using var site = await DesignSite.OpenAsync("Development");
        await using var context = await browser.Browser.NewContextAsync(
            new BrowserNewContextOptions { ForcedColors = ForcedColors.Active, Locale = "vi-VN" }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site.Root, "/design").ToString());
        await DeskSite.PictureAsync(page, "design-forced.png", fullPage: true);
        foreach (var part in new[] { "button", ".badge.new", ".count", ".card", ".notice", "input" })
        {
            var width = await page.Locator(part).First.EvaluateAsync<string>("element => getComputedStyle(element).borderTopWidth");
            Assert.True(width != "0px", $"{part} has no border in forced colours");
        }

        Assert.Equal(
            "solid",
            await page.Locator(".nav [aria-current]").First.EvaluateAsync<string>("element => getComputedStyle(element).outlineStyle")
        );
    }
}
