using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Design;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser.Pages;

/// <summary>
/// The page of all components. How they look is compared by what our sheets make the browser compute (colours, borders, shadows, spacing,
/// sizes of type, the focus ring); what a browser's own sheet or a font decides is left out, so that the expected values are the same
/// on every machine. UPDATE_BASELINE=1 writes them anew.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class DesignTests(BrowserFixture browser)
{
    private const int MaxWidth = 120;

    /// <summary>
    /// Each part of each component with the properties that differ from those that it has without our sheets. Margins are read as they are
    /// declared: an automatic one is a number of pixels that depends on the width of the text beside it.
    /// </summary>
    private const string ReadLooks = """
        () => {
          const sides = ['top', 'right', 'bottom', 'left'];
          const declared = [...sides.map((side) => `margin-${side}`), 'min-height', 'min-width'];
          const names = ['color', 'background-color', 'border-radius', 'padding', 'font-size', 'font-weight', 'display', 'gap',
            'text-decoration-line', 'white-space', 'box-shadow', 'outline', 'opacity'];
          const simplify = (value) => (/^0px [a-z]|\bnone [0-9]/.test(value) ? 'none' : value);
          const read = (element) => {
            const [style, map] = [getComputedStyle(element), element.computedStyleMap()];
            const borders = sides.map((side) => [`border-${side}`, simplify(style.getPropertyValue(`border-${side}`))]);
            return new Map([...names.map((name) => [name, simplify(style.getPropertyValue(name))]),
              ...(new Set(borders.map(([, value]) => value)).size === 1 ? [['border', borders[0][1]]] : borders),
              ...declared.map((name) => [name, map.get(name).toString()])]);
          };
          const settle = () => document.getAnimations().forEach((animation) => animation.cancel());
          const compare = (looks, others) =>
            [...looks].filter(([name, value]) => value !== others.get(name)).map(([name, value]) => `${name}: ${value}`);
          const name = (element) => [element.tagName.toLowerCase(), ...element.classList].join('.');
          const parts = [...document.querySelectorAll('[data-specimen]')].flatMap((specimen) => [
            [specimen.dataset.specimen, specimen],
            ...[...specimen.querySelectorAll('*')].filter((part) => !part.closest('svg')).map((part) => [`  ${name(part)}`, part]),
          ]);
          settle();
          const looks = parts.map(([, part]) => read(part));
          return parts.map(([title, part], i) => {
            part.style.all = 'revert';
            const plain = read(part);
            part.style.all = '';
            settle();
            part.focus();
            settle();
            const focused = document.activeElement === part ? compare(read(part), looks[i]).map((look) => `focused ${look}`) : [];
            document.activeElement.blur();
            settle();
            return [title, ...compare(looks[i], plain), ...focused];
          });
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
        string[][]? onScreen = null;
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
                var parts = await page.EvaluateAsync<string[][]>(ReadLooks);
                lines.AddRange(Describe($"# {scheme} {width}", parts, onScreen));
                onScreen = width > 500 ? parts : onScreen;
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

    /// <summary>All looks; of a phone only those that differ from the screen, and of the dark those that differ from the light.</summary>
    private static IEnumerable<string> Describe(string mode, string[][] parts, string[][]? other)
    {
        yield return mode;
        if (other is not null)
        {
            Assert.Equal(other.Select(part => part[0]), parts.Select(part => part[0]));
        }

        var (specimen, before) = ("", "");
        foreach (var (i, part) in parts.Index())
        {
            var (title, looks) = (part[0], part[1..].Except(other?[i] ?? [], StringComparer.Ordinal).ToList());
            (specimen, before) = title.StartsWith(' ') ? (specimen, before) : (title, "");
            var text = string.Join("; ", looks);
            if (looks.Count == 0 || before == title + text)
            {
                continue; // Nothing of our own, or the same as the part before, as in a list.
            }

            before = title + text;
            yield return title.StartsWith(' ') ? $"{specimen} > {title.Trim()}" : title;
            var line = "";
            foreach (var look in looks)
            {
                if (line.Length > 0 && line.Length + look.Length > MaxWidth)
                {
                    yield return line;
                    line = "";
                }

                line = line.Length == 0 ? $"    {look}" : $"{line}; {look}";
            }

            yield return line;
        }
    }
}
