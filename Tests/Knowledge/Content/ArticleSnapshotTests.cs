using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Content;

/// <summary>Articles from a snapshot equal those that were read from their files.</summary>
public sealed class ArticleSnapshotTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<SnapshotOutcome> outcomes = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_field_of_every_article_is_stored()
    {
        var articlesFolder = SourceTree.Combine("Knowledge", "Articles");
        using var read = Open(articlesFolder);
        using var loaded = Open(articlesFolder);

        Assert.Equal([SnapshotOutcome.Written, SnapshotOutcome.Loaded], outcomes);
        Assert.Equal(read.Current.Digest, loaded.Current.Digest);
        Assert.Equal(read.Current.Articles.Select(ArticleDescriber.Describe), loaded.Current.Articles.Select(ArticleDescriber.Describe));
    }

    [Fact]
    public void A_changed_file_is_read_again_after_a_start_from_a_snapshot()
    {
        var articles = folder.File("articles");
        Directory.CreateDirectory(Path.Combine(articles, "support"));
        var file = Path.Combine(articles, "support", "B1-software.md");
        var source = Directory.EnumerateFiles(SourceTree.Combine("Knowledge", "Articles", "support"), "*.md").Order().First();
        var key = Path.GetFileNameWithoutExtension(source);
        var text = File.ReadAllText(source).Replace($"key: {key}", "key: B1-software", StringComparison.Ordinal);
        File.WriteAllText(file, text);
        Open(articles).Dispose();
        using var store = Open(articles);

        File.WriteAllText(file, text.Replace("owner: ", "owner: zorblax ", StringComparison.Ordinal));
        store.Reload();

        Assert.Equal([SnapshotOutcome.Written, SnapshotOutcome.Loaded], outcomes);
        Assert.StartsWith("zorblax ", Assert.Single(store.Current.Articles).Owner, StringComparison.Ordinal);
        using var next = Open(articles);
        Assert.StartsWith("zorblax ", Assert.Single(next.Current.Articles).Owner, StringComparison.Ordinal);
    }

    [Fact]
    public void Articles_with_problems_are_not_stored()
    {
        var articles = folder.File("articles");
        Directory.CreateDirectory(Path.Combine(articles, "support"));
        File.WriteAllText(Path.Combine(articles, "support", "B1-software.md"), "no front matter");

        using var store = Open(articles);

        Assert.NotEmpty(store.Current.Problems);
        Assert.Empty(outcomes);
    }

    private ArticleStore Open(string articles) =>
        new(
            articles,
            lastGoodFile: null,
            TimeProvider.System,
            watch: false,
            SnapshotStore.OpenOnly(folder.Path, (_, outcome) => outcomes.Add(outcome))
        );
}
