using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Site.Lookup;

/// <summary>The page in each of its steps.</summary>
/// <param name="IsEnabled">Whether codes can be sent.</param>
public sealed record LookupModel(bool IsEnabled)
{
    /// <summary>What was typed as the number.</summary>
    public string Typed { get; init; } = "";

    /// <summary>What is wrong with what was sent; null when nothing is.</summary>
    public LocalizedText? Problem { get; init; }

    /// <summary>The number for which a code was requested; null in the first step.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>Carries the number and the attempt to the next step, sealed.</summary>
    public string Ticket { get; init; } = "";

    /// <summary>The case, after the right code.</summary>
    public CaseWithHistory? Found { get; init; }

    /// <summary>The files of that case: the asker's own, and those that officials sent.</summary>
    public IReadOnlyList<LookupFile> Files { get; init; } = [];
}

/// <param name="Size">In bytes.</param>
/// <param name="Address">Where it can be downloaded; null for a file of the asker's own.</param>
public sealed record LookupFile(string Name, long Size, string? Address);
