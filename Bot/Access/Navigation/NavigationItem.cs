using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.Navigation;

/// <summary>A page of the desk's navigation.</summary>
/// <param name="Icon">A name of <c>Design/icons.txt</c>.</param>
/// <param name="Roles">Any of these roles may open the page.</param>
internal sealed record NavigationItem(string Path, LocalizedText Title, string Icon, Roles Roles)
{
    /// <summary>Paths that belong to the page although they do not begin with its own.</summary>
    public IReadOnlyList<string> OtherPaths { get; init; } = [];

    /// <summary>Null when the address is elsewhere; otherwise a value of <c>aria-current</c>.</summary>
    public string? GetAriaCurrent(string address)
    {
        var path = address.Split('?')[0];
        return path == Path ? "page"
            : IsBelow(path, Path) || OtherPaths.Any(other => IsBelow(path, other)) ? "true"
            : null;
    }

    private static bool IsBelow(string path, string parent) =>
        parent != AccessPaths.Home && path.StartsWith(parent + "/", StringComparison.Ordinal);
}

/// <summary>Pages that belong together.</summary>
/// <param name="Title">Null for the first section, which needs none.</param>
internal sealed record NavigationSection(LocalizedText? Title, IReadOnlyList<NavigationItem> Items);

/// <summary>Counts what waits on a page of the navigation for one account; shown beside the page's name.</summary>
/// <param name="Label">What is counted, for screen readers; {0} the number.</param>
internal sealed record NavigationCounter(string Path, LocalizedText Label, Func<SignedInAccount, CancellationToken, Task<int>> CountAsync);

/// <param name="Label">What is counted, with the number.</param>
public sealed record NavigationCount(int Number, string Label);
