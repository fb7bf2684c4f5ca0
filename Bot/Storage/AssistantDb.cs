using Microsoft.EntityFrameworkCore;

namespace PolicyAssistantBot.Storage;

/// <summary>The one database. Each capability configures its own entities beside its code and reads them with <c>Set&lt;T&gt;()</c>.</summary>
internal sealed class AssistantDb(DbContextOptions<AssistantDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AssistantDb).Assembly);
}
