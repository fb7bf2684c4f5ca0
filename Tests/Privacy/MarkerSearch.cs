using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Compression;
using PolicyAssistantBot.Tests.Support;
using ZstdSharp;

namespace PolicyAssistantBot.Tests.Privacy;

/// <summary>
/// Finds a text in everything that is stored: in any letter case, encoded as <see cref="PersonMarker.IsIn"/> says, and in compressed parts.
/// </summary>
internal static class MarkerSearch
{
    private const int MaxDecompressed = 1_000_000;

    private static ReadOnlySpan<byte> FrameStart => [0x28, 0xB5, 0x2F, 0xFD];

    /// <summary>The beginnings of gzip (RFC 1952) and of the usual levels of zlib (RFC 1950).</summary>
    private static readonly (byte[] Start, Func<Stream, Stream> Open)[] Formats =
    [
        ([0x1F, 0x8B, 0x08], stream => new GZipStream(stream, CompressionMode.Decompress)),
        ([0x78, 0x01], stream => new ZLibStream(stream, CompressionMode.Decompress)),
        ([0x78, 0x9C], stream => new ZLibStream(stream, CompressionMode.Decompress)),
        ([0x78, 0xDA], stream => new ZLibStream(stream, CompressionMode.Decompress)),
    ];

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
                    if (!await reader.IsDBNullAsync(column) && Contains(ToBytes(reader.GetValue(column)), marker))
                    {
                        found.Add($"{table}.{reader.GetName(column)}");
                    }
                }
            }
        }

        return [.. found.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The files of a folder whose name or bytes contain the text.</summary>
    public static IReadOnlyList<string> FindFiles(TempFolder folder, string marker)
    {
        var found = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Where(IsReadable))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            file.CopyTo(memory);
            if (Contains(memory.ToArray(), marker) || PersonMarker.IsIn(Encoding.UTF8.GetBytes(Path.GetFileName(path)), marker))
            {
                found.Add(Path.GetRelativePath(folder.Path, path));
            }
        }

        return found;
    }

    /// <summary>The lock of the running process is empty and cannot be opened.</summary>
    private static bool IsReadable(string path) => new FileInfo(path).Length > 0;

    private static byte[] ToBytes(object value) => value as byte[] ?? Encoding.UTF8.GetBytes(value.ToString() ?? "");

    /// <summary>
    /// Whether the marker is in the bytes, or in a compressed text. Brotli and Deflate have no mark: they are tried from the first byte.
    /// </summary>
    private static bool Contains(byte[] bytes, string marker) =>
        PersonMarker.IsIn(bytes, marker)
        || FindStarts(bytes, FrameStart).Any(start => PersonMarker.IsIn(DecodeFrame(bytes, start), marker))
        || Formats.Any(format =>
            FindStarts(bytes, format.Start).Any(start => PersonMarker.IsIn(Decompress(bytes, start, format.Open), marker))
        )
        || PersonMarker.IsIn(Decompress(bytes, 0, stream => new BrotliStream(stream, CompressionMode.Decompress)), marker)
        || PersonMarker.IsIn(Decompress(bytes, 0, stream => new DeflateStream(stream, CompressionMode.Decompress)), marker);

    private static List<int> FindStarts(byte[] bytes, ReadOnlySpan<byte> mark)
    {
        var starts = new List<int>();
        for (var start = 0; bytes.AsSpan(start).IndexOf(mark) is >= 0 and var index; start += index + 1)
        {
            starts.Add(start + index);
        }

        return starts;
    }

    private static byte[] DecodeFrame(byte[] bytes, int start)
    {
        using var dictionary = typeof(StoredText).Assembly.GetManifestResourceStream("storage/dictionary-1.zstd")!;
        using var dictionaryBytes = new MemoryStream();
        dictionary.CopyTo(dictionaryBytes);
        using var decompressor = new Decompressor();
        decompressor.LoadDictionary(dictionaryBytes.ToArray());
        return Decompress(bytes, start, stream => new DecompressionStream(stream, decompressor));
    }

    /// <summary>As much as can be read; what was overwritten, or is not compressed, is no text.</summary>
    private static byte[] Decompress(byte[] bytes, int start, Func<Stream, Stream> open)
    {
        using var text = new MemoryStream();
        using var stream = open(new MemoryStream(bytes, start, bytes.Length - start));
        var buffer = new byte[4096];
        try
        {
            for (int read; text.Length < MaxDecompressed && (read = stream.Read(buffer)) > 0; )
            {
                text.Write(buffer, 0, read);
            }
        }
        catch (Exception exception)
            when (exception is ZstdException or EndOfStreamException or InvalidDataException or InvalidOperationException or IOException)
        {
            // What follows is not compressed.
        }

        return text.ToArray();
    }
}
