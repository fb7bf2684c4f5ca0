using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Hosting;

namespace PolicyAssistantBot.CommandLine;

/// <summary>Where the service is reached: <c>troly.example.vn</c>, or <c>example.vn/troly</c> behind a proxy that strips it.</summary>
/// <param name="Path">Empty, or beginning with a slash and not ending with one.</param>
internal readonly record struct PublicAddress(string Host, string Path)
{
    public override string ToString() => Host + Path;
}

/// <summary>
/// The package that an administrator uploads to Teams: the manifest for one registration and one address, its texts in each language and
/// two icons, all at the root of a zip file (Microsoft 365 app manifest 1.22). The same arguments always produce the same bytes.
/// </summary>
internal static partial class TeamsPackage
{
    public const string ManifestName = "manifest.json";

    /// <summary>The entries of the package, in their order.</summary>
    public static IReadOnlyList<string> EntryNames { get; } = [ManifestName, "vi.json", "en.json", "color.png", "outline.png"];

    /// <summary>The earliest timestamp that a zip entry can have.</summary>
    private static readonly DateTimeOffset EntryTimestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The registration's client id, a GUID that is not empty; null when it is something else.</summary>
    public static string? ReadAppId(string? text) =>
        Guid.TryParseExact(text?.Trim(), "D", out var id) && id != Guid.Empty ? id.ToString("D") : null;

    /// <summary>
    /// A public host name, and behind it the path under which a proxy serves the program; null for something else, such as a scheme or a
    /// port. Teams opens it over https on port 443.
    /// </summary>
    public static PublicAddress? ReadAddress(string? text)
    {
        var (trimmed, slash) = (text?.Trim() ?? "", text?.Trim().IndexOf('/') ?? -1);
        var host = (slash < 0 ? trimmed : trimmed[..slash]).ToLowerInvariant();
        var path = slash < 0 ? "" : trimmed[slash..].TrimEnd('/');
        return host.Length <= 253 && HostNameRegex().IsMatch(host) && (path.Length == 0 || PathBaseMiddleware.IsPlainPath(path))
            ? new PublicAddress(host, path)
            : null;
    }

    /// <summary>The id of a Teams channel such as <c>19:…@thread.tacv2</c>, without a thread; null when it is something else.</summary>
    public static string? ReadChannelId(string? text) => text?.Trim() is { } id && ChannelIdRegex().IsMatch(id) ? id : null;

    /// <param name="appId">As read by <see cref="ReadAppId"/>.</param>
    /// <param name="address">As read by <see cref="ReadAddress"/>.</param>
    public static void Write(Stream output, string appId, PublicAddress address)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var name in EntryNames)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
            entry.LastWriteTime = EntryTimestamp;
            using var stream = entry.Open();
            stream.Write(ReadEntry(name, appId, address));
        }
    }

    private static byte[] ReadEntry(string name, string appId, PublicAddress address)
    {
        using var resource =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"teams/{name}")
            ?? throw new InvalidOperationException($"{name} is not part of the program.");
        using var memory = new MemoryStream();
        resource.CopyTo(memory);
        return name != ManifestName
            ? memory.ToArray()
            : Encoding.UTF8.GetBytes(
                Encoding
                    .UTF8.GetString(memory.ToArray())
                    .Replace("{{APP_ID}}", appId, StringComparison.Ordinal)
                    .Replace("{{HOST}}", address.Host, StringComparison.Ordinal)
                    .Replace("{{ADDRESS}}", address.ToString(), StringComparison.Ordinal)
            );
    }

    [GeneratedRegex(@"\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])\z", RegexOptions.ExplicitCapture)]
    private static partial Regex HostNameRegex();

    [GeneratedRegex(@"\A19:[A-Za-z0-9_-]+@thread\.(?:tacv2|skype)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ChannelIdRegex();
}
