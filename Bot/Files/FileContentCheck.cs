using System.IO.Compression;
using System.Text;
using System.Xml;
using PolicyAssistantBot.Files.Content;

namespace PolicyAssistantBot.Files;

/// <summary>Checks that the content of a file matches its extension and contains no macros.</summary>
internal static class FileContentCheck
{
    /// <summary>More parts than a real document has; a package with more is treated as an attack on its reader.</summary>
    private const int MaxParts = 10_000;

    private const long MaxUnpackedBytes = 500L * 1024 * 1024;

    private static readonly byte[] VbaProjectEntryName = Encoding.Unicode.GetBytes("_VBA_PROJECT");

    /// <summary>The stream of an embedded file (MS-OLEDS, OLENativeStream).</summary>
    private static readonly byte[] EmbeddedObjectEntryName = Encoding.Unicode.GetBytes("\u0001Ole10Native");

    /// <returns>The problem; null when the content is accepted.</returns>
    /// <param name="content">A seekable stream at its start.</param>
    public static FileProblem? Check(Stream content, FileKind kind)
    {
        var headBuffer = new byte[1024];
        var head = headBuffer.AsSpan(0, content.ReadAtLeast(headBuffer, headBuffer.Length, throwOnEndOfStream: false));
        content.Position = 0;
        return kind.Signature switch
        {
            // PDF readers accept the signature anywhere in the first 1,024 bytes; so a file could be a picture or a script, too.
            FileSignature.Pdf => CheckSignature(head, "%PDF-"u8) ?? (PdfActions.Contains(content) ? FileProblem.ActiveContent : null),
            FileSignature.Png => CheckSignature(head, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            FileSignature.Jpeg => CheckSignature(head, [0xFF, 0xD8, 0xFF]),
            FileSignature.Gif => head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? null : FileProblem.ContentMismatch,
            FileSignature.Webp => head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..12].SequenceEqual("WEBP"u8)
                ? null
                : FileProblem.ContentMismatch,
            FileSignature.OpenXml => head.StartsWith("PK\u0003\u0004"u8)
                ? CheckPackage(content, kind.RequiredPart!)
                : FileProblem.ContentMismatch,
            FileSignature.OleCompound => CheckSignature(head, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ?? CheckCompound(content),
            _ => CheckText(content),
        };
    }

    private static FileProblem? CheckCompound(Stream content)
    {
        if (Contains(content, VbaProjectEntryName))
        {
            return FileProblem.Macros;
        }

        content.Position = 0;
        return Contains(content, EmbeddedObjectEntryName) ? FileProblem.ActiveContent : null;
    }

    private static FileProblem? CheckSignature(ReadOnlySpan<byte> start, ReadOnlySpan<byte> signature) =>
        start.StartsWith(signature) ? null : FileProblem.ContentMismatch;

    private static FileProblem? CheckPackage(Stream content, string part)
    {
        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (package.Entries.Count > MaxParts || package.Entries.Sum(entry => entry.Length) > MaxUnpackedBytes)
            {
                return FileProblem.Damaged;
            }

            if (package.GetEntry("[Content_Types].xml") is null || package.GetEntry(part) is null)
            {
                return FileProblem.ContentMismatch;
            }

            return package.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                    ? FileProblem.Macros
                : PackageRelations.HasActiveContent(package) ? FileProblem.ActiveContent
                : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or OverflowException or XmlException)
        {
            return FileProblem.Damaged;
        }
    }

    /// <summary>Text is UTF-8, or single bytes of an older code page, without control characters.</summary>
    private static FileProblem? CheckText(Stream content)
    {
        var buffer = new byte[16 * 1024];
        for (int readBytes; (readBytes = content.Read(buffer)) > 0; )
        {
            foreach (var b in buffer.AsSpan(0, readBytes))
            {
                if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
                {
                    return FileProblem.ContentMismatch;
                }
            }
        }

        return null;
    }

    private static bool Contains(Stream content, byte[] pattern)
    {
        var buffer = new byte[64 * 1024];
        var overlap = 0;
        for (int readBytes; (readBytes = content.Read(buffer, overlap, buffer.Length - overlap)) > 0; )
        {
            var filled = overlap + readBytes;
            if (buffer.AsSpan(0, filled).IndexOf(pattern) >= 0)
            {
                return true;
            }

            overlap = Math.Min(pattern.Length - 1, filled);
            buffer.AsSpan(filled - overlap, overlap).CopyTo(buffer);
        }

        return false;
    }
}
