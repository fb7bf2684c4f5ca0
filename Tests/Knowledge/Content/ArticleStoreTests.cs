using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Content;

public sealed class ArticleStoreTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    private string File1 => Path.Combine(folder.FullName, "articles", Sample.Path);

    private string LastGood => Path.Combine(folder.FullName, "data", "last-good.json");

    public ArticleStoreTests()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File1)!);
        File.WriteAllText(File1, Sample.Article);
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_broken_file_is_reported_and_the_last_good_set_stays()
    {
        using var store = Open();
        var before = store.Current;
        File.WriteAllText(File1, Sample.Article.Replace("topic: support", "topic: x", StringComparison.Ordinal));

        var after = store.Reload();

        Assert.Equal(before.Digest, after.Digest);
        Assert.NotNull(after.Find("B1-tech"));
        Assert.Contains(after.Problems, problem => problem.Path == Sample.Path && problem.Line == 3);
        File.WriteAllText(File1, Sample.Article);
        Assert.Empty(store.Reload().Problems);
    }

    [Fact]
    public void The_last_good_set_survives_a_restart()
    {
        Open().Dispose();
        File.WriteAllText(File1, "broken");

        using var store = Open();

        Assert.NotNull(store.Current.Find("B1-tech"));
        Assert.Single(store.Current.Problems);
    }

    [Fact]
    public void An_empty_folder_does_not_replace_the_last_good_set()
    {
        using var store = Open();
        File.Delete(File1);

        Assert.NotNull(store.Reload().Find("B1-tech"));
        Assert.Single(store.Current.Problems);
    }

    [Fact]
    public async Task A_changed_file_is_reloaded()
    {
        using var store = new ArticleStore(Path.Combine(folder.FullName, "articles"), LastGood, TimeProvider.System);
        var changed = new TaskCompletionSource();
        store.Changed += (_, _) => changed.TrySetResult();
        await File.WriteAllTextAsync(File1, Sample.Article.Replace("Technology support", "Software support", StringComparison.Ordinal));

        await changed.Task.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal("Software support", store.Current.Find("b1-TECH")!.Title.En);
    }

    private ArticleStore Open() => new(Path.Combine(folder.FullName, "articles"), LastGood, new FakeTime(), watch: false);
}
