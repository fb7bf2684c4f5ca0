namespace PolicyAssistantBot.Tests.Support;

/// <summary>The source files of this repository, for tests that read them.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static string Combine(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>
    /// The source files below a folder, with paths relative to the repository, without build output, restored packages and run-time data.
    /// </summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions) =>
        Directory
            .EnumerateFiles(Combine(folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "App_Data" or "TestResults"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicyAssistantBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the repository.");
    }
}
