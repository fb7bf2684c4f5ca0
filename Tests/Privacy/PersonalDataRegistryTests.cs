using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Privacy.Retention;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Privacy;

/// <summary>Every table and column is declared as personal or not, so that nothing personal is stored without an end.</summary>
public sealed class PersonalDataRegistryTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_column_of_the_model_is_declared_once()
    {
        await using var host = await StorageHost.OpenAsync(folder);
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var declared = PersonalDataRegistry.Tables.SelectMany(t => t.Columns.Keys.Select(column => $"{t.EntityType.Name}.{column}"));
        var existing = db.Model.GetEntityTypes().SelectMany(t => ListColumns(t, "").Select(column => $"{t.ClrType.Name}.{column}"));
        Assert.Equal(existing.Order(StringComparer.Ordinal), declared.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_table_of_the_database_is_declared()
    {
        await using var host = await StorageHost.OpenAsync(folder, DatabaseKind.Sqlite);
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var ofModel = db.Model.GetEntityTypes().Select(t => t.GetTableName()).ToHashSet();
        var tables = await db
            .Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'")
            .ToListAsync();
        Assert.DoesNotContain(
            tables,
            table =>
                !ofModel.Contains(table)
                && !table.StartsWith("sqlite_", StringComparison.Ordinal)
                && !PersonalDataRegistry.OtherTables.Keys.Any(other =>
                    table == other || table.StartsWith($"{other}_", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void Personal_data_has_an_eraser_and_a_retention_period_or_a_reason_to_keep_it()
    {
        var retention = new RetentionOptions();
        foreach (var table in PersonalDataRegistry.Tables)
        {
            var name = table.EntityType.Name;
            var isPersonal = table.Columns.Values.Contains(ColumnUse.Personal);
            Assert.True(!isPersonal || table.HasEraser, $"{name} has personal data and no eraser.");
            Assert.True(
                !isPersonal || table.Kind == DataKind.Figures || retention.GetDays(table.Kind) is not null,
                $"{name} has personal data and no retention period."
            );
            Assert.True(
                !table.Columns.Values.Contains(ColumnUse.PersonalKept) || table.ReasonToKeep is not null,
                $"{name} keeps personal data without a reason."
            );
        }
    }

    private static IEnumerable<string> ListColumns(ITypeBase type, string prefix) =>
        type.GetProperties()
            .Select(p => prefix + p.Name)
            .Concat(type.GetComplexProperties().SelectMany(p => ListColumns(p.ComplexType, $"{prefix}{p.Name}.")));
}
