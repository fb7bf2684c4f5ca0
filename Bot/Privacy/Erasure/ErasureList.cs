using System.Text.Json;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Privacy.Erasure;

/// <summary>One erasure in the list that outlives the database. It names nobody: the person is a digest.</summary>
/// <param name="RequestedAt">Unix milliseconds.</param>
/// <param name="UserHash">See <see cref="ErasureRow.UserHash"/>.</param>
/// <param name="CaseNumber">When only this case was erased; null when everything about the person was.</param>
/// <param name="KeepsOpenCases">Whether cases that were being worked on were left until they end.</param>
internal sealed record ErasureEntry(string Id, long RequestedAt, string UserHash, string? CaseNumber, bool KeepsOpenCases)
{
    public static ErasureEntry From(ErasureRow row) =>
        new(
            row.Id,
            row.RequestedAt,
            row.UserHash,
            row.RequestedBy == ActorKind.Asker || row.Erased.ContainsKey(nameof(ConversationUserRow)) ? null : GetCaseNumber(row.Id),
            row.State == ErasureState.WaitingForCases
        );

    /// <summary>The id of an erasure that no asker requested is the number of the case and the position in its history.</summary>
    private static string? GetCaseNumber(string id) =>
        id.LastIndexOf('-') is > 0 and var dash && Requests.CaseNumber.TryParse(id[..dash], out var number) ? number.ToString() : null;
}

/// <summary>
/// The list of erasures in a file beside the database, one JSON document a line. When an older database is restored, the list shows which
/// erasures it does not know.
/// </summary>
internal sealed class ErasureList(DataFolder folder, TimeProvider time)
{
    public const string FileName = "erasures.jsonl";

    private readonly HashSet<ErasureEntry> known = [];
    private DateTime? readVersion;

    public string Path { get; } = System.IO.Path.Combine(folder.Path, FileName);

    /// <summary>Whether nothing was ever erased here.</summary>
    public bool IsMissing => !File.Exists(Path);

    /// <summary>
    /// The entries whose retention period is not over, if somebody else has changed the file since <see cref="MarkAsHandled"/>.
    /// </summary>
    public IReadOnlyList<ErasureEntry> ReadIfChanged(int retentionDays)
    {
        if (!File.Exists(Path) || File.GetLastWriteTimeUtc(Path) == readVersion)
        {
            return [];
        }

        var before = time.GetUtcNow().AddDays(-retentionDays).ToUnixTimeMilliseconds();
        IReadOnlyList<ErasureEntry> entries = [.. ReadFile(Path).Where(entry => entry.RequestedAt >= before)];
        known.UnionWith(entries);
        return entries;
    }

    /// <summary>What was read needs no further work.</summary>
    public void MarkAsHandled() => readVersion = File.Exists(Path) ? File.GetLastWriteTimeUtc(Path) : null;

    /// <summary>Adds an erasure, unless it is listed.</summary>
    public void Add(ErasureEntry entry)
    {
        if (known.Add(entry))
        {
            Append(Path, [entry]);
            MarkAsHandled();
        }
    }

    public static void Append(string path, IEnumerable<ErasureEntry> entries)
    {
        PrivateFile.Prepare(path);
        File.AppendAllLines(path, entries.Select(entry => JsonSerializer.Serialize(entry, JsonSerializerOptions.Web)));
    }

    /// <summary>The entries of a file; of several with one id the last one counts. A line that was cut off is left out.</summary>
    public static IReadOnlyList<ErasureEntry> ReadFile(string path)
    {
        var entries = new Dictionary<string, ErasureEntry>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path).Where(line => line.EndsWith('}')))
        {
            var entry = JsonSerializer.Deserialize<ErasureEntry>(line, JsonSerializerOptions.Web)!;
            entries[entry.Id] = entry;
        }

        return [.. entries.Values];
    }
}
