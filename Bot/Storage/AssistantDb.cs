using Microsoft.EntityFrameworkCore;

namespace PolicyAssistantBot.Storage;

/// <summary>
/// The one database. Each capability configures its own entities beside its code and reads them with <c>Set&lt;T&gt;()</c>.
/// </summary>
internal sealed class AssistantDb(DbContextOptions<AssistantDb> options) : DbContext(options)
{
    /// <summary>
    /// Keys of the conversations that got activities in the current transaction; their readers are woken after its commit.
    /// </summary>
    public HashSet<string> Announcements { get; } = new(StringComparer.Ordinal);

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AssistantDb).Assembly);
}
