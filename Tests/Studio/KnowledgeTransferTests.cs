using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Store;
using PolicyAssistantBot.Studio.Transfer;
using PolicyAssistantBot.Tests.Support;
using static PolicyAssistantBot.Tests.Studio.StudioStore;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>The articles come out and in again unchanged, and what was changed behind the program's back is found.</summary>
public sealed class KnowledgeTransferTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task Export_import_export_is_equal_byte_for_byte(DatabaseKind database)
    {
        var shipped = SourceTree.Combine("Knowledge", "Articles");
        await using (var host = await OpenAsync(folder, database))
        {
            await TakeAsync(host, shipped);
            await host.Get<KnowledgeTransfer>().ExportAsync(folder.File("first"), default);
        }

        using var other = new TempFolder();
        await using var second = await OpenAsync(other, database);
        var imported = await second.Get<KnowledgeTransfer>().ImportAsync(folder.File("first"), "chuyển máy", default);
        Assert.Equal(1, Assert.IsType<ImportOutcome.Imported>(imported).Set);
        await second.Get<KnowledgeTransfer>().ExportAsync(folder.File("second"), default);

        var expected = ReadBytes(shipped).Where(file => !file.Key.EndsWith("README.md", StringComparison.Ordinal));
        Assert.Equal(expected, ReadBytes(folder.File("first/Articles")));
        Assert.Equal(expected, ReadBytes(folder.File("second/Articles")));
        Assert.Null(
            Assert
                .IsType<ImportOutcome.Imported>(await second.Get<KnowledgeTransfer>().ImportAsync(folder.File("first"), "lần nữa", default))
                .Set
        );
    }

    [Theory, EveryDatabase]
    public async Task What_is_changed_in_the_database_by_hand_is_refused_by_it_and_found_afterwards(DatabaseKind database)
    {
        await using var host = await OpenAsync(folder, database);
        var shipped = new ArticleFolder(folder.File("shipped"));
        shipped.Write("E1-place", "Câu thứ nhất.");
        await TakeAsync(host, shipped.Path);
        await PublishAsync(host, shipped.Text("E1-place", "Câu đã sửa."));
        Assert.Empty((await host.Get<StudioVerifier>().VerifyAsync(default)).Faults);
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        await Assert.ThrowsAnyAsync<Exception>(() =>
            db.Database.ExecuteSqlRawAsync("""UPDATE "KnowledgeEvents" SET "ByName" = 'Ai đó' WHERE "Number" = 2""")
        );
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("""DELETE FROM "KnowledgeRevisions" """));

        await DropTriggersAsync(db, database);
        await db.Database.ExecuteSqlRawAsync("""UPDATE "KnowledgeEvents" SET "ByName" = 'Ai đó' WHERE "Number" = 2""");
        await db.Database.ExecuteSqlRawAsync("""UPDATE "KnowledgeSets" SET "Members" = '[]' WHERE "Number" = 1""");
        await db.Set<RevisionRow>()
            .Where(r => r.Number == 2)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Text, "khác").SetProperty(r => r.Digest, "khác"));
        var faults = (await host.Get<StudioVerifier>().VerifyAsync(default)).Faults;
        Assert.Equal(["event 2", "set 1", "E1-place, revision 2"], faults.Select(fault => fault.Split(':')[0]));
    }

    [Fact]
    public async Task A_thousand_generated_articles_come_out_of_two_databases_byte_for_byte()
    {
        var shipped = folder.File("generated");
        var articles = PolicyAssistantBot.Tests.Knowledge.Content.ArticleGenerator.Articles.Sample(1000, 1000);
        foreach (var (index, article) in articles.Index())
        {
            var key = $"E1-generated-{index}";
            var path = $"{article.Topic}/{key}.md";
            Directory.CreateDirectory(Path.Combine(shipped, article.Topic));
            File.WriteAllText(Path.Combine(shipped, path), ArticleWriter.Write(article with { Key = key, Path = path }));
        }

        await using var first = await OpenAsync(folder, DatabaseKind.Sqlite);
        Assert.IsType<PolicyAssistantBot.Studio.Delivery.DeliveryOutcome.Taken>(await TakeAsync(first, shipped));
        await first.Get<KnowledgeTransfer>().ExportAsync(folder.File("first"), default);
        using var other = new TempFolder();
        await using var second = await OpenAsync(other, DatabaseKind.Sqlite);
        await TakeAsync(second, folder.File("first/Articles"));
        await second.Get<KnowledgeTransfer>().ExportAsync(folder.File("second"), default);
        Assert.Equal(1000, ReadBytes(shipped).Count);
        Assert.Equal(ReadBytes(shipped), ReadBytes(folder.File("first/Articles")));
        Assert.Equal(ReadBytes(shipped), ReadBytes(folder.File("second/Articles")));
    }

    private static async Task DropTriggersAsync(AssistantDb db, DatabaseKind database)
    {
        foreach (var table in new[] { "KnowledgeRevisions", "KnowledgeSets", "KnowledgeEvents" })
        {
#pragma warning disable EF1002 // The names are constants of the test.
            await db.Database.ExecuteSqlRawAsync(
                database == DatabaseKind.PostgreSql
                    ? $"DROP TRIGGER \"{table}_no_change\" ON \"{table}\""
                    : $"DROP TRIGGER \"{table}_no_UPDATE\""
            );
#pragma warning restore EF1002
        }
    }

    private static SortedDictionary<string, string> ReadBytes(string below) =>
        new(
            Directory
                .EnumerateFiles(below, "*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(below, file), file => Convert.ToBase64String(File.ReadAllBytes(file))),
            StringComparer.Ordinal
        );
}
