namespace PolicyAssistantBot.Tests.Support;

/// <summary>A test with Chromium; skipped with the reason where it is not installed, except under CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>The paths where Chromium is searched for, in this order.</summary>
    private static readonly string[] Candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <param name="tools">Other programs that the test needs.</param>
    public BrowserFactAttribute(params string[] tools)
    {
        if (ExecutablePath is null && !ToolFactAttribute.IsCi)
        {
            Skip = "Chromium is not installed (looked for " + string.Join(", ", Candidates) + "); set CHROMIUM_PATH to use another.";
        }

        Skip ??= tools.Select(tool => new ToolFactAttribute(tool).Skip).FirstOrDefault(reason => reason is not null);
    }

    /// <summary>The browser to start, or null.</summary>
    public static string? ExecutablePath { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } configured
            ? configured
            : Array.Find(Candidates, File.Exists);

    /// <summary>Flags for a headless browser without background traffic.</summary>
    public static string[] Arguments { get; } =
    [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
}

/// <summary>A test that needs a program on the path; skipped with the reason where it is missing, except under CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool)
    {
        if (Find(tool) is null && !IsCi)
        {
            Skip = $"{tool} is not on the path.";
        }
    }

    public static bool IsCi => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The program's full path, or null. Servers are in a folder that is not on the path of every account.</summary>
    public static string? Find(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, tool))
            .FirstOrDefault(File.Exists);
}

/// <summary>A theory that needs Chromium; skipped with a reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = new BrowserFactAttribute().Skip;
}
