using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage.Compression;

namespace PolicyAssistantBot.Storage;

/// <summary>
/// The database of the product. Each feature configures its own entities in its own folder and reads them with <c>Set&lt;T&gt;()</c>.
/// </summary>
internal sealed class AssistantDb(DbContextOptions<AssistantDb> options) : DbContext(options)
{
    /// <summary>
    /// Keys of the conversations to which the current transaction appends; their listeners are notified after the commit.
    /// </summary>
    public HashSet<string> ConversationsToNotify { get; } = new(StringComparer.Ordinal);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AssistantDb).Assembly);
        StoredTextConverter.SetColumnTypes(modelBuilder, Database.IsNpgsql());
    }
}
