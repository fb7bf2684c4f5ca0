using System.Text.Json.Nodes;

namespace PolicyAssistantBot.Hosting;

/// <summary>
/// The libraries of this build with their versions and digests, as a bill of materials in the format CycloneDX 1.5: those of .NET as the
/// compiler lists them beside the program, so that it names what is really installed, and those of npm, from which the scripts of the chat,
/// the icons and the list of frequent passwords are made, as they were locked.
/// </summary>
internal static class ComponentList
{
    private const string FileName = "PolicyAssistantBot.deps.json";
    private const string LockFile = "components/package-lock.json";
    private const string NpmFolder = "node_modules/";
    private const string DigestPrefix = "sha512-";

    public static JsonObject Read(string programFolder) =>
        new()
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.5",
            ["version"] = 1,
            ["components"] = new JsonArray([.. ReadNuGet(programFolder), .. ReadNpm()]),
        };

    private static IEnumerable<JsonObject> ReadNuGet(string programFolder) =>
        from library in JsonNode.Parse(File.ReadAllText(Path.Combine(programFolder, FileName)))!["libraries"]!.AsObject()
        where library.Value!["type"]?.GetValue<string>() == "package"
        orderby library.Key
        let parts = library.Key.Split('/') // As Npgsql/10.0.0.
        select Describe("nuget", parts[0], parts[^1], library.Value["sha512"]);

    /// <summary>Optional packages are tools for other systems than the one that builds.</summary>
    private static IEnumerable<JsonObject> ReadNpm()
    {
        using var stream = typeof(ComponentList).Assembly.GetManifestResourceStream(LockFile)!;
        return
        [
            .. from package in JsonNode.Parse(stream)!["packages"]!.AsObject()
            where package.Key.StartsWith(NpmFolder, StringComparison.Ordinal) && package.Value!["optional"] is null
            let name = package.Key[(package.Key.LastIndexOf(NpmFolder, StringComparison.Ordinal) + NpmFolder.Length)..]
            select Describe("npm", name, package.Value!["version"]!.GetValue<string>(), package.Value["integrity"]),
        ];
    }

    /// <param name="digest">As <c>sha512-</c> and Base64.</param>
    private static JsonObject Describe(string registry, string name, string version, JsonNode? digest)
    {
        var component = new JsonObject
        {
            ["type"] = "library",
            ["name"] = name,
            ["version"] = version,
            ["purl"] = $"pkg:{registry}/{name.Replace("@", "%40", StringComparison.Ordinal)}@{version}",
        };
        if (digest?.GetValue<string>() is { } text && text.StartsWith(DigestPrefix, StringComparison.Ordinal))
        {
            var bytes = Convert.FromBase64String(text[DigestPrefix.Length..]);
            component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = Convert.ToHexStringLower(bytes) });
        }

        return component;
    }
}
