using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Compression;
using PolicyAssistantBot.Tests.Support;
using ZstdSharp;

namespace PolicyAssistantBot.Tests.Privacy;

/// <summary>Finds a text in everything that is stored, in any letter case.</summary>
internal static class MarkerSearch
{
    private static ReadOnlySpan<byte> FrameStart => [0x28, 0xB5, 0x2F, 0xFD];

    /// <summary>The tables that contain the text, read from the database itself and not from the model.</summary>
    public static async Task<IReadOnlyList<string>> FindTablesAsync(AssistantDb db, string marker)
    {
        var tables = await db
            .Database.SqlQueryRaw<string>(
                db.Database.IsNpgsql()
                    ? """SELECT table_name::text AS "Value" FROM information_schema.tables WHERE table_schema = 'public'"""
                    : "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'"
            )
            .ToListAsync();
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    var value = await reader.IsDBNullAsync(column) ? "" : ToText(reader.GetValue(column));
                    if (value.Contains(marker, StringComparison.OrdinalIgnoreCase))
                    {
                        found.Add($"{table}.{reader.GetName(column)}");
                    }
                }
            }
        }

        return [.. found.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The files of a folder whose name or bytes contain the text, with the number of occurrences.</summary>
    public static IReadOnlyList<string> FindFiles(TempFolder folder, string marker)
    {
        var found = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Where(IsReadable))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            file.CopyTo(memory);
            var text = Encoding.Latin1.GetString(memory.ToArray()) + Path.GetFileName(path);
            var count = text.Split(marker).Length - 1 + text.Split(marker.ToLowerInvariant()).Length - 1;
            count += CountCompressed(memory.ToArray(), marker);
            if (count > 0)
            {
                found.Add($"{Path.GetRelativePath(folder.Path, path)}: {count}");
            }
        }

        return found;
    }

    /// <summary>The lock of the running process is empty and cannot be opened.</summary>
    private static bool IsReadable(string path) => new FileInfo(path).Length > 0;

    private static string ToText(object value) =>
        value is byte[] bytes ? StoredText.Decode(bytes) + Encoding.Latin1.GetString(bytes) : value.ToString() ?? "";

    /// <summary>The number of compressed texts with the marker, wherever they begin.</summary>
    private static int CountCompressed(byte[] bytes, string marker)
    {
        var count = 0;
        for (var start = 0; bytes.AsSpan(start).IndexOf(FrameStart) is >= 0 and var index; start += index + 1)
        {
            var text = DecodeFrame(bytes, start + index);
            count += text.Contains(marker, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return count;
    }

    /// <summary>As much of the frame as can be read; a frame that was overwritten is no text.</summary>
    private static string DecodeFrame(byte[] bytes, int start)
    {
        using var dictionary = typeof(StoredText).Assembly.GetManifestResourceStream("storage/dictionary-1.zstd")!;
        using var dictionaryBytes = new MemoryStream();
        dictionary.CopyTo(dictionaryBytes);
        using var decompressor = new Decompressor();
        decompressor.LoadDictionary(dictionaryBytes.ToArray());
        using var stream = new DecompressionStream(new MemoryStream(bytes, start, bytes.Length - start), decompressor);
        using var text = new MemoryStream();
        var buffer = new byte[4096];
        try
        {
            for (int read; text.Length < 1_000_000 && (read = stream.Read(buffer)) > 0; )
            {
                text.Write(buffer, 0, read);
            }
        }
        catch (Exception exception) when (exception is ZstdException or EndOfStreamException)
        {
            // What follows the frame is not compressed.
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
