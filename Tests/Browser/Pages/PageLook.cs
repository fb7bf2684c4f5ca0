using Microsoft.Playwright;

namespace PolicyAssistantBot.Tests.Browser.Pages;

/// <summary>A screen and a colour scheme.</summary>
internal sealed record PageLook(int Width, int Height, ColorScheme Scheme)
{
    /// <summary>What the first load of a page may transfer, in bytes.</summary>
    public const int MaxWeight = 100 * 1024;

    /// <summary>One of each; all four when pictures are made.</summary>
    public static IReadOnlyList<PageLook> All { get; } =
        Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 }
            ?
            [
                new(360, 740, ColorScheme.Light),
                new(360, 740, ColorScheme.Dark),
                new(1366, 820, ColorScheme.Light),
                new(1366, 820, ColorScheme.Dark),
            ]
            : [new(360, 740, ColorScheme.Light), new(1366, 820, ColorScheme.Dark)];

    public bool IsPhone => Width < 500;

    public BrowserNewContextOptions ToOptions() =>
        new()
        {
            ViewportSize = new ViewportSize { Width = Width, Height = Height },
            ColorScheme = Scheme,
            IsMobile = IsPhone,
            HasTouch = IsPhone,
            Locale = "vi-VN",
        };

    public static Task<int> ReadOverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");

    /// <summary>The bytes of the page and of all that it loaded, as they were sent.</summary>
    public static Task<int> ReadWeightAsync(IPage page) =>
        page.EvaluateAsync<int>(
            """
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .reduce((sum, entry) => sum + entry.encodedBodySize, 0)
            """
        );

    public override string ToString() => $"{Width}-{Scheme}".ToLowerInvariant();
}
