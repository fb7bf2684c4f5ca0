using PolicyAssistantBot.CommandLine;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Privacy;

/// <summary>A database that was restored from a backup does not know the latest erasures: they are repeated from the list.</summary>
public sealed class RepeatedErasureTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly TempFolder backup = new();

    public void Dispose()
    {
        folder.Dispose();
        backup.Dispose();
    }

    [Theory, EveryDatabase]
    public async Task Erasures_are_repeated_in_an_older_database_also_for_cases_that_were_open_in_it(DatabaseKind database)
    {
        await EraseAsync(database);
        var list = Path.Combine(folder.Path, ErasureList.FileName);
        Assert.DoesNotContain(PrivacyChat.User, await File.ReadAllTextAsync(list), StringComparison.Ordinal);

        // The older database: the same person, before the erasure, with a case that was still open.
        await using var restored = await PrivacyChat.StartAsync(backup, database);
        var number = await restored.PlantAsync();
        var other = await restored.StartOtherAsync("dl_binh");
        Assert.NotEmpty(await FindTablesAsync(restored));

        using var output = new StringWriter();
        if (database == DatabaseKind.Sqlite)
        {
            Assert.Equal(0, ErasureCommands.Repeat(backup.Path, list, output, output));
        }
        else
        {
            File.Copy(list, Path.Combine(backup.Path, ErasureList.FileName), overwrite: true);
        }

        await restored.FinishErasureAsync();
        Assert.Empty(await FindTablesAsync(restored));
        if (database == DatabaseKind.Sqlite)
        {
            Assert.Empty(MarkerSearch.FindFiles(backup, PrivacyChat.Marker));
        }

        var stored = (await restored.Host.Get<CaseStore>().FindAsync(number, default))!;
        Assert.Null(CaseHistory.Verify(stored.Request, stored.History));
        Assert.Equal(CaseStatus.Withdrawn, stored.Request.Status);
        Assert.Equal((CaseEventKind.Erased, ActorKind.System), (stored.History[^1].Kind, stored.History[^1].Actor.Kind));
        Assert.Contains("OTHERPERSON", (await other.PollAsync()).Json!.ToJsonString(), StringComparison.Ordinal);

        // What the person writes after that is not erased by a further run.
        await restored.StartOtherAsync(PrivacyChat.User);
        await restored.FinishErasureAsync();
        await using var db = await restored.OpenDbAsync();
        Assert.NotEmpty(await MarkerSearch.FindTablesAsync(db, "OTHERPERSON"));
    }

    [Fact]
    public async Task The_list_can_be_exported_to_another_place()
    {
        await EraseAsync(DatabaseKind.Sqlite);
        using var output = new StringWriter();
        var exported = Path.Combine(backup.Path, "list.jsonl");
        Assert.Equal(0, await ErasureCommands.ExportAsync(folder.Path, exported, output, output, default));
        var entry = Assert.Single(ErasureList.ReadFile(exported));
        Assert.Equal(ErasureRow.ComputeUserHash("directline", PrivacyChat.User), entry.UserHash);
        Assert.Equal((null, false), (entry.CaseNumber, entry.KeepsOpenCases));
    }

    private async Task EraseAsync(DatabaseKind database)
    {
        await using var chat = await PrivacyChat.StartAsync(folder, database);
        await chat.SayAsync("xin chào");
        await chat.EraseAsync();
        await chat.FinishErasureAsync();
    }

    private static async Task<IReadOnlyList<string>> FindTablesAsync(PrivacyChat chat)
    {
        await using var db = await chat.OpenDbAsync();
        return await MarkerSearch.FindTablesAsync(db, PrivacyChat.Marker);
    }
}
