using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.CommandLine;

/// <summary>
/// The package that an administrator uploads to Teams: the manifest for one registration and one host, its texts in each language and two
/// icons, all at the root of a zip file (Microsoft 365 app manifest 1.22). The same arguments always produce the same bytes.
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
    /// A public host name, without scheme, port or path; null when it is something else. Teams opens it over https on port 443.
    /// </summary>
    public static string? ReadHost(string? text) =>
        text?.Trim().ToLowerInvariant() is { Length: <= 253 } host && HostNameRegex().IsMatch(host) ? host : null;

    /// <summary>The id of a Teams channel such as <c>19:…@thread.tacv2</c>, without a thread; null when it is something else.</summary>
    public static string? ReadChannelId(string? text) => text?.Trim() is { } id && ChannelIdRegex().IsMatch(id) ? id : null;

    /// <param name="appId">As read by <see cref="ReadAppId"/>.</param>
    /// <param name="host">As read by <see cref="ReadHost"/>.</param>
    public static void Write(Stream output, string appId, string host)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var name in EntryNames)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
            entry.LastWriteTime = EntryTimestamp;
            using var stream = entry.Open();
            stream.Write(ReadEntry(name, appId, host));
        }
    }

    private static byte[] ReadEntry(string name, string appId, string host)
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
                    .Replace("{{HOST}}", host, StringComparison.Ordinal)
            );
    }

    [GeneratedRegex(@"\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])\z", RegexOptions.ExplicitCapture)]
    private static partial Regex HostNameRegex();

    [GeneratedRegex(@"\A19:[A-Za-z0-9_-]+@thread\.(?:tacv2|skype)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ChannelIdRegex();
}
