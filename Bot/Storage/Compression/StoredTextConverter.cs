using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PolicyAssistantBot.Storage.Compression;

/// <summary>
/// Maps a text property to a column of <see cref="StoredText"/>. The database cannot search in such a column: select by others, and look
/// into the text in memory.
/// </summary>
internal sealed class StoredTextConverter()
    : ValueConverter<string, byte[]>(text => StoredText.Encode(text), stored => StoredText.Decode(stored))
{
    /// <summary>
    /// SQLite's columns were created as TEXT and stay so (a column of SQLite holds values of any type); PostgreSQL's are bytes.
    /// </summary>
    public static void SetColumnTypes(ModelBuilder modelBuilder, bool isPostgreSql)
    {
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (property.GetValueConverter() is StoredTextConverter)
            {
                property.SetColumnType(isPostgreSql ? "bytea" : "TEXT");
            }
        }
    }
}

internal static class StoredTextPropertyExtensions
{
    /// <summary>Stores the text compressed; see <see cref="StoredText"/>.</summary>
    public static PropertyBuilder<T> IsStoredText<T>(this PropertyBuilder<T> property) => property.HasConversion(new StoredTextConverter());
}
