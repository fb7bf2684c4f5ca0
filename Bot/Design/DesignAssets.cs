using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Design;

/// <summary>
/// The style sheets of all pages, read once from the program. Each address contains a hash of the content, so that browsers may keep a file
/// for ever and still get another one after an update.
/// </summary>
internal static partial class DesignAssets
{
    private const string Css = "text/css; charset=utf-8";

    private static readonly string[] SharedSheets = ["tokens.css", "base.css", "controls.css", "content.css"];

    private static readonly Dictionary<string, DesignAsset> All = new[]
    {
        CreateSheet(
            "desk.css",
            [
                .. SharedSheets,
                "frame.css",
                "news.css",
                "inbox.css",
                "access.css",
                "cases.css",
                "case.css",
                "composer.css",
                "case-phone.css",
                "insight.css",
                "studio.css",
            ]
        ),
        CreateSheet("site.css", [.. SharedSheets, "site.css"]),
        CreateSheet("gallery.css", [.. SharedSheets, "frame.css", "inbox.css", "gallery.css"]),
    }.ToDictionary(asset => asset.Name, StringComparer.Ordinal);

    /// <summary>The address of a file: <c>desk.css</c> or <c>site.css</c>.</summary>
    public static string PathOf(string name) => All[name].Path;

    /// <summary>The file with this last part of an address; null when there is none. The hash is not compared: a page from before an
    /// update gets the present file.</summary>
    public static DesignAsset? Find(string file) =>
        All.GetValueOrDefault(HashRegex().Replace(file, "")) is { Content.Length: > 0 } asset ? asset : null;

    private static DesignAsset CreateSheet(string name, string[] sheets) =>
        Create(name, Css, string.Concat(sheets.Select(sheet => PutIntoLayer(CommentRegex().Replace(Read(sheet) ?? "", "")))));

    /// <summary>A sheet that names no layer is about single pages.</summary>
    private static string PutIntoLayer(string sheet) =>
        sheet.StartsWith("@layer", StringComparison.Ordinal) ? sheet : $"@layer pages {{\n{sheet}}}\n";

    private static DesignAsset Create(string name, string contentType, string text)
    {
        var content = System.Text.Encoding.UTF8.GetBytes(text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..10];
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
        {
            brotli.Write(content);
        }

        var path = $"/design/{Path.GetFileNameWithoutExtension(name)}-{hash}{Path.GetExtension(name)}";
        return new DesignAsset(name, path, contentType, content, compressed.ToArray());
    }

    /// <summary>An embedded file; null when it was not there when the program was built.</summary>
    public static string? Read(string name)
    {
        using var stream = typeof(DesignAssets).Assembly.GetManifestResourceStream($"design/{name}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"-[0-9a-f]{10}(?=\.\w+\z)")]
    private static partial Regex HashRegex();

    [GeneratedRegex(@"/\*.*?\*/\s*", RegexOptions.Singleline)]
    private static partial Regex CommentRegex();
}

/// <param name="Path">The address, with a hash of the content.</param>
/// <param name="Compressed">The content in brotli.</param>
internal sealed record DesignAsset(string Name, string Path, string ContentType, byte[] Content, byte[] Compressed);
