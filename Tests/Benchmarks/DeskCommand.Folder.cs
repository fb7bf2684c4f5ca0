using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Benchmarks;

internal static partial class DeskCommand
{
    /// <summary>Makes a data folder with these cases and the accounts of an official, <c>lan</c>, and a supervisor.</summary>
    public static async Task PrepareFolderAsync(string folder, int cases)
    {
        await using var app = Build(folder, database: null);
        await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(default);
        // Accounts cannot be changed while there is no administrator.
        await app.Services.GetRequiredService<AccountStore>().CreateAsync("admin", "Quản trị", Roles.Administrator, default);
        await PrepareAsync(app, cases);
        SqliteConnection.ClearAllPools();
    }
}
