using System.Collections.Concurrent;
using System.Text;
using ZstdSharp;

namespace PolicyAssistantBot.Storage.Compression;

/// <summary>
/// The stored form of a long text: a Zstandard frame (RFC 8878), compressed with a dictionary of what such texts have in common, or the
/// plain UTF-8 text where that is shorter and in rows of earlier versions. The first bytes tell which: a frame begins with a byte sequence
/// that cannot occur in UTF-8.
/// </summary>
internal static class StoredText
{
    /// <summary>Level 3 is as fast as 1 with a dictionary, and texts are 10 % shorter.</summary>
    private const int Level = 3;

    /// <summary>Shorter texts gain nothing.</summary>
    private const int MinLength = 40;

    /// <summary>
    /// Made of the replies, questions and states of synthetic conversations. Stored rows need it for ever: an improved dictionary is a
    /// second file with a second id, which each frame names.
    /// </summary>
    private static readonly byte[] Dictionary = ReadResource("dictionary-1.zstd");

    private static readonly ConcurrentBag<Compressor> Compressors = [];
    private static readonly ConcurrentBag<Decompressor> Decompressors = [];

    private static ReadOnlySpan<byte> FrameStart => [0x28, 0xB5, 0x2F, 0xFD];

    public static byte[] Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    /// <summary>Compresses a UTF-8 text; may return the same array.</summary>
    public static byte[] Encode(byte[] utf8)
    {
        if (utf8.Length < MinLength)
        {
            return utf8;
        }

        if (!Compressors.TryTake(out var compressor))
        {
            compressor = new Compressor(Level);
            compressor.LoadDictionary(Dictionary);
        }

        var compressed = compressor.Wrap(utf8);
        var stored = compressed.Length < utf8.Length ? compressed.ToArray() : utf8;
        Compressors.Add(compressor);
        return stored;
    }

    /// <exception cref="InvalidDataException">The stored bytes are damaged.</exception>
    public static string Decode(byte[] stored) => Encoding.UTF8.GetString(DecodeUtf8(stored));

    /// <summary>The text in UTF-8; may return the same array.</summary>
    /// <exception cref="InvalidDataException">The stored bytes are damaged.</exception>
    public static byte[] DecodeUtf8(byte[] stored)
    {
        if (!stored.AsSpan().StartsWith(FrameStart))
        {
            return stored;
        }

        if (!Decompressors.TryTake(out var decompressor))
        {
            decompressor = new Decompressor();
            decompressor.LoadDictionary(Dictionary);
        }

        try
        {
            return decompressor.Unwrap(stored).ToArray();
        }
        catch (ZstdException exception)
        {
            throw new InvalidDataException("A stored text is damaged.", exception);
        }
        finally
        {
            Decompressors.Add(decompressor);
        }
    }

    private static byte[] ReadResource(string name)
    {
        using var stream = typeof(StoredText).Assembly.GetManifestResourceStream("storage/" + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
