using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Search;

public sealed class SearchSnapshotTests : IDisposable
{
    private static readonly IReadOnlyList<Passage> Passages =
    [
        .. GeneratedPassages.Make(40, seed: 8),
        .. PhrasedPassages.Make(),
        new Passage(
            "en",
            "en",
            "answer",
            Lang.En,
            "Loans for small enterprises",
            "",
            "A small enterprise may borrow working capital from the fund.",
            []
        ),
    ];

    private readonly TempFolder folder = new();

    private SnapshotStore Snapshots => SnapshotStore.Open(Path.GetDirectoryName(File)!);

    private string File => Path.Combine(folder.Path, "data", "search.snapshot");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_loaded_index_gives_the_same_hits_and_scores()
    {
        var (built, first) = SearchSnapshot.Open(Passages, Snapshots);
        var (read, second) = SearchSnapshot.Open(Passages, Snapshots);
        Assert.Equal((SnapshotOutcome.Written, SnapshotOutcome.Loaded), (first, second));
        Assert.Equal([File], Directory.GetFiles(Path.GetDirectoryName(File)!));
        var random = new Random(2);
        foreach (
            var question in Enumerable
                .Range(0, 50)
                .Select(_ => GeneratedPassages.Question(Passages, random))
                .Append("working capital")
                .Append("vay tien mua may")
        )
        {
            var (a, b) = (built.Search(question), read.Search(question));
            Assert.Equal(a.Hits, b.Hits);
            Assert.Equal((a.Confidence, a.Query.Decoded), (b.Confidence, b.Query.Decoded));
        }
    }

    [Fact]
    public void A_snapshot_of_other_texts_is_rebuilt()
    {
        SearchSnapshot.Open(Passages, Snapshots);
        var changed = Passages.Select((p, i) => i == 0 ? p with { Phrasings = ["zzz"] } : p).ToList();
        var (index, outcome) = SearchSnapshot.Open(changed, Snapshots);
        Assert.Equal(SnapshotOutcome.Written, outcome);
        Assert.Equal(changed[0].Id, index.Search("zzz").Hits[0].Passage.Id);
        Assert.Equal(SnapshotOutcome.Loaded, SearchSnapshot.Open(changed, Snapshots).Outcome);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 20)]
    [InlineData(40, 2_000)]
    [InlineData(2_000, null)]
    public void A_damaged_file_is_rebuilt_and_replaced(int flip, int? length)
    {
        SearchSnapshot.Open(Passages, Snapshots);
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[flip] ^= 0x10;
        System.IO.File.WriteAllBytes(File, bytes[..(length ?? bytes.Length)]);
        var (index, outcome) = SearchSnapshot.Open(Passages, Snapshots);
        Assert.Contains(outcome, new[] { SnapshotOutcome.Repaired, SnapshotOutcome.Written });
        Assert.Equal("en", index.Search("working capital").Hits[0].Passage.Id);
        Assert.Equal(SnapshotOutcome.Loaded, SearchSnapshot.Open(Passages, Snapshots).Outcome);
    }

    [Fact]
    public void The_index_is_built_when_the_file_cannot_be_written()
    {
        Directory.CreateDirectory(File);
        var (index, outcome) = SearchSnapshot.Open(Passages, Snapshots);
        Assert.Equal(SnapshotOutcome.NotWritten, outcome);
        Assert.NotEmpty(index.Search("working capital").Hits);
    }
}
