using Microsoft.Playwright;

namespace PolicyAssistantBot.Tests.Browser.Pages;

/// <summary>Walks over a page with the Tab key.</summary>
internal static class PageFocus
{
    private const int MaxStops = 150;

    /// <summary>
    /// What is wrong with the element that has the focus; empty when it has a visible mark and at least a part of it is the topmost at its
    /// place. A radio button that is drawn as its label is looked at there. Null at the end of the page.
    /// </summary>
    private const string Probe = """
        () => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          if (!element || element === document.body) return null;
          if (element.offsetWidth < 10 && element.labels?.length) element = element.labels[0];
          const topmost = (x, y) => {
            let found = document.elementFromPoint(x, y);
            while (found?.shadowRoot?.elementFromPoint(x, y) && found.shadowRoot.elementFromPoint(x, y) !== found)
              found = found.shadowRoot.elementFromPoint(x, y);
            return found;
          };
          // A link that wraps has a box for each line.
          const isSeen = [...element.getClientRects()].some(box =>
            [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]].some(([across, down]) => {
              const found = topmost(box.x + box.width * across, box.y + box.height * down);
              return found && (element.contains(found) || [...(element.labels ?? [])].some(label => label.contains(found)));
            }));
          const style = getComputedStyle(element);
          const isMarked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
          return isSeen && isMarked ? '' : `${element.outerHTML.slice(0, 120)} ${isSeen ? 'is not marked' : 'is covered'}`;
        }
        """;

    /// <returns>The number of elements that had the focus.</returns>
    public static async Task<int> AssertSeenEverywhereAsync(IPage page, string where, string key = "Tab")
    {
        for (var stops = 0; stops < MaxStops; stops++)
        {
            await page.Keyboard.PressAsync(key);
            if (await page.EvaluateAsync<string?>(Probe) is not { } problem)
            {
                return stops;
            }

            Assert.True(problem.Length == 0, $"{where}: {problem}");
        }

        return MaxStops;
    }
}
