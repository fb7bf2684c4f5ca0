using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using PolicyAssistantBot.CommandLine;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.CommandLine;

/// <summary>The Teams app package against the app manifest's schema 1.22: required fields, lengths, icons, hosts, command lists.</summary>
public sealed class TeamsPackageTests : IDisposable
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Host = "troly.example.vn";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_zip_holds_exactly_the_needed_files_at_its_root()
    {
        using var zip = new ZipArchive(new MemoryStream(CreatePackage()));
        Assert.Equal(TeamsPackage.EntryNames, zip.Entries.Select(e => e.FullName));
    }

    [Fact]
    public void The_same_arguments_give_the_same_bytes() => Assert.Equal(CreatePackage(), CreatePackage());

    [Fact]
    public void Required_fields_are_present_and_within_their_lengths()
    {
        var manifest = ReadJson(TeamsPackage.ManifestName);
        Assert.Equal("https://developer.microsoft.com/json-schemas/teams/v1.22/MicrosoftTeams.schema.json", TextAt(manifest, "$schema"));
        Assert.Equal("1.22", TextAt(manifest, "manifestVersion"));
        Assert.Matches(@"^\d+\.\d+\.\d+$", TextAt(manifest, "version"));
        Assert.Equal(AppId, TextAt(manifest, "id"));
        Assert.InRange(TextAt(manifest, "developer", "name").Length, 1, 32);
        Assert.InRange(TextAt(manifest, "name", "short").Length, 1, 30);
        Assert.InRange(TextAt(manifest, "name", "full").Length, 1, 100);
        Assert.InRange(TextAt(manifest, "description", "short").Length, 1, 80);
        Assert.InRange(TextAt(manifest, "description", "full").Length, 1, 4000);
        Assert.Matches("^#[0-9A-F]{6}$", TextAt(manifest, "accentColor"));
        Assert.Equal("personal", TextAt(manifest, "defaultInstallScope"));
        Assert.All(
            ["websiteUrl", "privacyUrl", "termsOfUseUrl"],
            name => Assert.StartsWith($"https://{Host}/", TextAt(manifest, "developer", name), StringComparison.Ordinal)
        );
        Assert.DoesNotContain("{{", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_host_of_the_service_is_valid() =>
        Assert.Equal([Host], ReadJson(TeamsPackage.ManifestName)["validDomains"]!.AsArray().Select(d => d!.GetValue<string>()));

    [Theory]
    [InlineData("example.vn/troly", "example.vn", "/troly")]
    [InlineData(" Example.VN/Tro-Ly/ ", "example.vn", "/Tro-Ly")]
    [InlineData("troly.example.vn/", Host, "")]
    [InlineData("https://example.vn/troly", null, null)]
    [InlineData("example.vn:8443/troly", null, null)]
    [InlineData("example.vn/troly?x=1", null, null)]
    [InlineData("example.vn/../etc", null, null)]
    [InlineData("example.vn//troly", null, null)]
    public void A_path_that_a_proxy_strips_is_part_of_the_addresses_and_not_of_the_valid_domains(string typed, string? host, string? path)
    {
        var address = TeamsPackage.ReadAddress(typed);
        Assert.Equal((host, path), (address?.Host, address?.Path));
        if (address is not null)
        {
            var manifest = ReadJson(TeamsPackage.ManifestName, address);
            Assert.Equal($"https://{host}{path}/privacy", TextAt(manifest, "developer", "privacyUrl"));
            Assert.Equal([host], manifest["validDomains"]!.AsArray().Select(d => d!.GetValue<string>()));
        }
    }

    [Fact]
    public void The_bot_is_declared_in_every_scope_with_commands_that_it_understands()
    {
        var bot = ReadJson(TeamsPackage.ManifestName)["bots"]!.AsArray().Single()!.AsObject();
        Assert.Equal(AppId, TextAt(bot, "botId"));
        Assert.Equal(["personal", "team", "groupChat"], bot["scopes"]!.AsArray().Select(s => s!.GetValue<string>()));
        Assert.True(bot["supportsFiles"]!.GetValue<bool>());
        var lists = bot["commandLists"]!.AsArray();
        Assert.InRange(lists.Count, 1, 3);
        Assert.All(lists, list => Assert.InRange(list!["commands"]!.AsArray().Count, 1, 10));
        Assert.Equal(["personal", "team", "groupChat"], lists.SelectMany(l => l!["scopes"]!.AsArray()).Select(s => s!.GetValue<string>()));
        var pipeline = TestArticles.Pipeline();
        foreach (
            var (key, text) in ReadJson("vi.json")
                .Concat(ReadJson("en.json"))
                .Where(p => p.Key.StartsWith("bots[0]", StringComparison.Ordinal))
        )
        {
            var value = text!.GetValue<string>();
            if (key.EndsWith(".title", StringComparison.Ordinal))
            {
                Assert.InRange(value.Length, 1, 32);
                Assert.IsType<Answer.Command>(pipeline.Ask(new Question(value)));
            }
            else
            {
                Assert.InRange(value.Length, 1, 128);
            }
        }
    }

    [Fact]
    public void Both_languages_define_the_same_texts_and_the_manifest_contains_the_default_ones()
    {
        var (vi, en, manifest) = (ReadJson("vi.json"), ReadJson("en.json"), ReadJson(TeamsPackage.ManifestName));
        Assert.Equal(vi.Select(p => p.Key), en.Select(p => p.Key));
        Assert.All(vi.Where(p => p.Key != "$schema"), p => Assert.NotEqual(p.Value!.GetValue<string>(), en[p.Key]!.GetValue<string>()));
        Assert.All(["short", "full"], part => Assert.Equal(TextAt(vi, $"name.{part}"), TextAt(manifest, "name", part)));
        Assert.All(["short", "full"], part => Assert.Equal(TextAt(vi, $"description.{part}"), TextAt(manifest, "description", part)));
        Assert.InRange(TextAt(en, "name.short").Length, 1, 30);
        Assert.InRange(TextAt(en, "description.short").Length, 1, 80);
        var lists = manifest["bots"]![0]!["commandLists"]!.AsArray();
        var commands =
            from list in Enumerable.Range(0, lists.Count)
            from command in Enumerable.Range(0, lists[list]!["commands"]!.AsArray().Count)
            from part in new[] { "title", "description" }
            select (
                $"bots[0].commandLists[{list}].commands[{command}].{part}",
                lists[list]!["commands"]![command]![part]!.GetValue<string>()
            );
        Assert.Equal(
            vi.Where(p => p.Key.StartsWith("bots", StringComparison.Ordinal)).Select(p => (p.Key, p.Value!.GetValue<string>())),
            commands
        );
        Assert.Equal(
            ["vi", "vi.json", "en", "en.json"],
            [
                TextAt(manifest, "localizationInfo", "defaultLanguageTag"),
                TextAt(manifest, "localizationInfo", "defaultLanguageFile"),
                manifest["localizationInfo"]!["additionalLanguages"]![0]!["languageTag"]!.GetValue<string>(),
                manifest["localizationInfo"]!["additionalLanguages"]![0]!["file"]!.GetValue<string>(),
            ]
        );
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Icons_have_the_required_size(string name, int pixels)
    {
        var png = ReadEntry(name);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal(pixels, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(pixels, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        Assert.InRange(png.Length, 100, 30_000);
    }

    [Fact]
    public void The_outline_is_white_on_transparent()
    {
        var pixels = ReadPixels(ReadEntry("outline.png"), 32);
        Assert.All(pixels, p => Assert.Equal((255, 255, 255), (p.R, p.G, p.B)));
        Assert.Contains(pixels, p => p.A == 0);
        Assert.Contains(pixels, p => p.A == 255);
        Assert.Equal(0, pixels[0].A);
    }

    [Theory]
    [InlineData("not-a-guid", Host, null)]
    [InlineData("00000000-0000-0000-0000-000000000000", Host, null)]
    [InlineData(AppId, "https://troly.example.vn", null)]
    [InlineData(AppId, "troly.example.vn:8443", null)]
    [InlineData(AppId, "localhost", null)]
    [InlineData(AppId, "10.0.0.1", null)]
    [InlineData(AppId, "troly.example.vn/\",\"x", null)]
    [InlineData(AppId, Host, "19:abc")]
    [InlineData(AppId, null, null)]
    public async Task Unusable_arguments_are_refused_and_nothing_is_written(string appId, string? host, string? channel)
    {
        var file = folder.File("app.zip");
        string[] arguments =
        [
            "teams",
            "package",
            "--app-id",
            appId,
            .. host is null ? [] : new[] { "--host", host },
            "--out",
            file,
            .. channel is null ? [] : new[] { "--channel-id", channel },
        ];
        Assert.Equal(2, await CommandLineApp.RunAsync(arguments));
        Assert.False(System.IO.File.Exists(file));
    }

    [Fact]
    public async Task The_command_writes_the_package()
    {
        var file = folder.File("app.zip");
        Assert.Equal(
            0,
            await CommandLineApp.RunAsync([
                "teams",
                "package",
                "--app-id",
                AppId.ToUpperInvariant(),
                "--host",
                "TroLy.Example.vn",
                "--out",
                file,
                "--channel-id",
                "19:ab_c-1@thread.tacv2",
            ])
        );
        Assert.Equal(CreatePackage(), await System.IO.File.ReadAllBytesAsync(file));
    }

    private static byte[] CreatePackage(PublicAddress? address = null)
    {
        using var memory = new MemoryStream();
        TeamsPackage.Write(memory, AppId, address ?? new PublicAddress(Host, ""));
        return memory.ToArray();
    }

    private static byte[] ReadEntry(string name, PublicAddress? address = null)
    {
        using var zip = new ZipArchive(new MemoryStream(CreatePackage(address)));
        using var stream = zip.GetEntry(name)!.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static JsonObject ReadJson(string name, PublicAddress? address = null) => JsonNode.Parse(ReadEntry(name, address))!.AsObject();

    private static string TextAt(JsonObject json, params ReadOnlySpan<string> path)
    {
        JsonNode? node = json;
        foreach (var name in path)
        {
            node = node?[name];
        }

        return Assert.IsAssignableFrom<JsonValue>(node).GetValue<string>();
    }

    /// <summary>Eight-bit RGBA without filters, as the icons are written.</summary>
    private static List<(byte R, byte G, byte B, byte A)> ReadPixels(byte[] png, int size)
    {
        Assert.Equal([8, 6], png[24..26]);
        using var data = new MemoryStream();
        for (var at = 8; at < png.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                data.Write(png, at + 8, length);
            }

            at += length + 12;
        }

        data.Position = 0;
        using var inflated = new ZLibStream(data, CompressionMode.Decompress);
        var rows = new byte[size * ((size * 4) + 1)];
        inflated.ReadExactly(rows);
        return
        [
            .. from y in Enumerable.Range(0, size)
            let row = y * ((size * 4) + 1)
            let filter = Assert.IsType<byte>(rows[row]) == 0 ? 0 : throw new InvalidDataException("The icon's rows are filtered.")
            from x in Enumerable.Range(0, size)
            let at = row + 1 + (x * 4)
            select (rows[at], rows[at + 1], rows[at + 2], rows[at + 3]),
        ];
    }
}
