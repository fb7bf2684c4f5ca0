using System.IO.Compression;
using System.Text;

namespace PolicyAssistantBot.Files;

/// <summary>Checks that the content of a file matches its extension and contains no macros.</summary>
internal static class FileContent
{
    /// <summary>More parts than a real document has; a package with more is treated as an attack on its reader.</summary>
    private const int MostParts = 10_000;

    private const long LargestUnpacked = 500L * 1024 * 1024;

    private static readonly byte[] MacrosOfCompound = Encoding.Unicode.GetBytes("_VBA_PROJECT");

    /// <returns>The problem; null when the content is accepted.</returns>
    /// <param name="content">A seekable stream at its start.</param>
    public static FileProblem? Check(Stream content, FileKind kind)
    {
        var head = new byte[1024];
        var start = head.AsSpan(0, content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        content.Position = 0;
        return kind.Mark switch
        {
            // PDF readers accept the signature anywhere in the first 1,024 bytes (ISO 32000-1, implementation note 13).
            FileMark.Pdf => start.IndexOf("%PDF-"u8) >= 0 ? null : FileProblem.NotWhatItSays,
            FileMark.Png => Begins(start, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            FileMark.Jpeg => Begins(start, [0xFF, 0xD8, 0xFF]),
            FileMark.Gif => start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8) ? null : FileProblem.NotWhatItSays,
            FileMark.Webp => start.StartsWith("RIFF"u8) && start.Length >= 12 && start[8..12].SequenceEqual("WEBP"u8)
                ? null
                : FileProblem.NotWhatItSays,
            FileMark.OpenXml => start.StartsWith("PK\u0003\u0004"u8) ? CheckPackage(content, kind.Part!) : FileProblem.NotWhatItSays,
            FileMark.Compound => Begins(start, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
                ?? (Contains(content, MacrosOfCompound) ? FileProblem.Macros : null),
            _ => CheckText(content),
        };
    }

    private static FileProblem? Begins(ReadOnlySpan<byte> start, ReadOnlySpan<byte> mark) =>
        start.StartsWith(mark) ? null : FileProblem.NotWhatItSays;

    private static FileProblem? CheckPackage(Stream content, string part)
    {
        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (package.Entries.Count > MostParts || package.Entries.Sum(entry => entry.Length) > LargestUnpacked)
            {
                return FileProblem.Damaged;
            }

            if (package.GetEntry("[Content_Types].xml") is null || package.GetEntry(part) is null)
            {
                return FileProblem.NotWhatItSays;
            }

            return package.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                ? FileProblem.Macros
                : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or OverflowException)
        {
            return FileProblem.Damaged;
        }
    }

    /// <summary>Text is UTF-8, or single bytes of an older code page, without control characters.</summary>
    private static FileProblem? CheckText(Stream content)
    {
        var buffer = new byte[16 * 1024];
        for (int read; (read = content.Read(buffer)) > 0; )
        {
            foreach (var b in buffer.AsSpan(0, read))
            {
                if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
                {
                    return FileProblem.NotWhatItSays;
                }
            }
        }

        return null;
    }

    private static bool Contains(Stream content, byte[] sought)
    {
        var buffer = new byte[64 * 1024];
        var kept = 0;
        for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0; )
        {
            var filled = kept + read;
            if (buffer.AsSpan(0, filled).IndexOf(sought) >= 0)
            {
                return true;
            }

            kept = Math.Min(sought.Length - 1, filled);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        return false;
    }
}
