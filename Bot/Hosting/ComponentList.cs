using System.Text.Json.Nodes;

namespace PolicyAssistantBot.Hosting;

/// <summary>
/// The libraries of this build with their versions and digests, as a bill of materials in the format CycloneDX 1.5. Read from the list that
/// the compiler puts beside the program, so that it names what is really installed.
/// </summary>
internal static class ComponentList
{
    private const string FileName = "PolicyAssistantBot.deps.json";
    private const string DigestPrefix = "sha512-";

    public static JsonObject Read(string programFolder)
    {
        var libraries = JsonNode.Parse(File.ReadAllText(Path.Combine(programFolder, FileName)))!["libraries"]!.AsObject();
        return new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.5",
            ["version"] = 1,
            ["components"] = new JsonArray([
                .. libraries
                    .Where(library => library.Value!["type"]?.GetValue<string>() == "package")
                    .OrderBy(library => library.Key, StringComparer.Ordinal)
                    .Select(library => Describe(library.Key, library.Value!["sha512"]?.GetValue<string>() ?? "")),
            ]),
        };
    }

    /// <param name="nameAndVersion">As <c>Npgsql/10.0.0</c>.</param>
    /// <param name="digest">As <c>sha512-</c> and Base64.</param>
    private static JsonObject Describe(string nameAndVersion, string digest)
    {
        var (name, version) = nameAndVersion.Split('/') is [var first, var second] ? (first, second) : (nameAndVersion, "");
        var component = new JsonObject
        {
            ["type"] = "library",
            ["name"] = name,
            ["version"] = version,
            ["purl"] = $"pkg:nuget/{name}@{version}",
        };
        if (digest.StartsWith(DigestPrefix, StringComparison.Ordinal))
        {
            var bytes = Convert.FromBase64String(digest[DigestPrefix.Length..]);
            component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = Convert.ToHexStringLower(bytes) });
        }

        return component;
    }
}
