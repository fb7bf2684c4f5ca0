using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Privacy;

public sealed class DatabaseCompactorTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_words_of_a_removed_case_leave_a_large_index()
    {
        await using var host = await StorageHost.OpenAsync(
            folder,
            DatabaseKind.Sqlite,
            services => services.AddSingleton<DatabaseCompactor>()
        );
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        for (var number = 1; number <= 300; number++)
        {
            var words = string.Join(' ', Enumerable.Range(0, 20).Select(i => $"{Word(number)}{Word(i)}"));
            var text = number == 150 ? $"{words} {PrivacyChat.Marker.ToLowerInvariant()}" : words;
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"RequestSearch\" (rowid, \"Text\") VALUES ({number}, {text})");
        }

        await CaseSearch.RemoveAsync(db, 150, default);
        Assert.True(await host.Get<DatabaseCompactor>().RemoveTracesAsync(default));
        Assert.Empty(MarkerSearch.FindFiles(folder, PrivacyChat.Marker));
        var left = await db
            .Database.SqlQueryRaw<int>(
                "SELECT count(*) AS \"Value\" FROM \"RequestSearch\" WHERE \"RequestSearch\" MATCH {0}",
                $"{Word(7)}{Word(3)}"
            )
            .SingleAsync();
        Assert.Equal(1, left);
    }

    /// <summary>Letters only, so that words are not split.</summary>
    private static string Word(int number) =>
        string.Concat(number.ToString("D3", CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));
}
