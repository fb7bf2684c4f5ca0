using System.IO.Compression;

namespace PolicyAssistantBot.Files.Content;

/// <summary>
/// Finds scripts, commands to start a program and rich media in a PDF file, by their names (ISO 32000-1, 12.6.4), also in compressed object
/// streams and with escaped characters. Object streams of an encrypted file cannot be read.
/// </summary>
internal static class PdfActions
{
    private const int MaxNameLength = 32;
    private const int MaxInflatedBytes = 64 * 1024 * 1024;

    /// <summary>How far before the data of a stream its dictionary is searched.</summary>
    private const int MaxDictionaryLength = 1024;

    private static readonly byte[][] ActionNames =
    [
        [.. "JavaScript"u8],
        [.. "Launch"u8],
        [.. "RichMedia"u8],
    ];
    private static readonly byte[] ObjectStreamName = [.. "ObjStm"u8];

    public static bool Contains(Stream content)
    {
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return HasName(bytes, ActionNames) || ObjectStreamsContain(bytes);
    }

    private static bool ObjectStreamsContain(byte[] file)
    {
        var budget = MaxInflatedBytes;
        for (var at = 0; file.AsSpan(at).IndexOf("stream"u8) is var found and >= 0; )
        {
            var keyword = at + found;
            at = keyword + "stream".Length;
            var dictionary = file.AsSpan(Math.Max(0, keyword - MaxDictionaryLength), Math.Min(keyword, MaxDictionaryLength));
            if (HasName(dictionary, [ObjectStreamName]) && InflatedContains(file, SkipLineBreak(file, at), ref budget))
            {
                return true;
            }
        }

        return false;
    }

    private static int SkipLineBreak(byte[] file, int at)
    {
        while (at < file.Length && file[at] is (byte)'\r' or (byte)'\n')
        {
            at++;
        }

        return at;
    }

    /// <summary>A stream that is no compressed data contains nothing to find here: the whole file was searched before.</summary>
    private static bool InflatedContains(byte[] file, int start, ref int budget)
    {
        using var source = new MemoryStream(file, start, file.Length - start);
        using var inflater = new ZLibStream(source, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        var kept = 0;
        try
        {
            for (int read; budget > 0 && (read = inflater.Read(buffer, kept, buffer.Length - kept)) > 0; )
            {
                budget -= read;
                var filled = kept + read;
                if (HasName(buffer.AsSpan(0, filled), ActionNames))
                {
                    return true;
                }

                // A name may continue in the next part.
                kept = Math.Min(filled, MaxNameLength * 3);
                buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
            }
        }
        catch (InvalidDataException)
        {
            // Not compressed, or damaged: a reader cannot use it either.
        }

        return false;
    }

    /// <summary>Whether a PDF name such as <c>/Launch</c> or <c>/L#61unch</c> occurs.</summary>
    private static bool HasName(ReadOnlySpan<byte> text, byte[][] names)
    {
        Span<byte> name = stackalloc byte[MaxNameLength];
        for (var at = 0; text[at..].IndexOf((byte)'/') is var found and >= 0; )
        {
            at += found + 1;
            var length = ReadName(text[at..], name);
            foreach (var searched in names)
            {
                if (name[..length].SequenceEqual(searched))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int ToDigit(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;

    private static int ReadName(ReadOnlySpan<byte> text, Span<byte> name)
    {
        var length = 0;
        for (var i = 0; i < text.Length && length < name.Length; i++)
        {
            var c = text[i];
            if (c == '#' && i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]))
            {
                name[length++] = (byte)((ToDigit(text[i + 1]) << 4) | ToDigit(text[i + 2]));
                i += 2;
            }
            else if (char.IsAsciiLetterOrDigit((char)c))
            {
                name[length++] = c;
            }
            else
            {
                break;
            }
        }

        return length;
    }
}
