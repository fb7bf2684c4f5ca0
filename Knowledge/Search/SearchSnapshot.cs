using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>Stores an index with its classifier and its translations.</summary>
public static class SearchSnapshot
{
    private const string Name = "search";

    /// <summary>Larger indexes, in bytes, are not written: loading them would use too much memory for the time it saves.</summary>
    private const long MaxBytes = 500_000_000;

    /// <summary>Loads the index of the passages, or builds and writes it when no snapshot matches.</summary>
    public static (SearchIndex Index, SnapshotOutcome Outcome) Open(IReadOnlyList<Passage> passages, SnapshotStore snapshots)
    {
        ArgumentNullException.ThrowIfNull(passages);
        ArgumentNullException.ThrowIfNull(snapshots);
        return Open(passages, snapshots, () => SearchIndex.Build(passages));
    }

    /// <summary>An index that was built of changed passages, after learning from them (<see cref="SearchIndex.Learn"/>).</summary>
    public static SearchIndex Learn(SearchIndex unlearnt, SnapshotStore snapshots)
    {
        ArgumentNullException.ThrowIfNull(unlearnt);
        ArgumentNullException.ThrowIfNull(snapshots);
        return Open(unlearnt.Passages, snapshots, unlearnt.Learn).Index;
    }

    private static (SearchIndex Index, SnapshotOutcome Outcome) Open(
        IReadOnlyList<Passage> passages,
        SnapshotStore snapshots,
        Func<SearchIndex> build
    ) =>
        snapshots.Open(
            Name,
            ComputeKey(passages),
            reader => SearchIndex.Load(passages, reader),
            build,
            (index, writer) => index.Save(writer),
            index => index.ByteSize <= MaxBytes
        );

    /// <summary>A hash of everything that the index depends on: the passages, the data files of the language and the typed
    /// messages.</summary>
    private static byte[] ComputeKey(IReadOnlyList<Passage> passages)
    {
        using var key = new SnapshotKey();
        key.AddFiles(Path.Combine(YamlData.Folder, "Language"));
        key.AddFiles(TypedMessages.ActsFolder);
        key.AddFiles(TypedMessages.PhrasingsFolder);
        foreach (var passage in passages)
        {
            key.Add(passage.Id)
                .Add(passage.ArticleKey)
                .Add(passage.SectionId)
                .Add(passage.Lang.ToString())
                .Add(passage.Title)
                .Add(passage.Heading)
                .Add(passage.Text)
                .Add(passage.Phrasings)
                .Add(passage.Examples);
        }

        return key.GetHash();
    }
}
